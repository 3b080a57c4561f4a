import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { schoolsIn, type ComparedSchool } from '../../planner/compare/compared-school.ts';
import { sideBySide } from '../../planner/compare/side-by-side.ts';
import { siteAddress } from '../planner/use-catalog.ts';
import { ComparisonState } from './ComparisonState.tsx';
import { SideBySide } from './SideBySide.tsx';
import { useLastWhole } from './use-last-whole.ts';
import '../site/trusted-types.ts';

type School = { readonly id: string; readonly name: string };
type Read = Readonly<Record<string, ComparedSchool | 'failed'>>;

/** Two or three schools side by side, topic by topic. The choice stands after the # of the address. */
export function CompareSchools({ schools }: { readonly schools: readonly School[] }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [read, setRead] = useState<Read>({});
  useLayoutEffect(() => {
    const follow = () =>
      setChosen(
        schoolsIn(
          location.hash,
          schools.map(({ id }) => id),
        ),
      );
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const missing = chosen.filter((id) => read[id] === undefined);
  useEffect(() => {
    for (const id of missing) {
      fetchSchool(id).then(
        (school) => setRead((known) => ({ ...known, [id]: school })),
        () => setRead((known) => ({ ...known, [id]: 'failed' })),
      );
    }
  }, [missing.join()]);

  const choose = (place: number, id: string) => {
    const next = [...chosen];
    if (id) next[place] = id;
    else next.splice(place, 1);
    const ids = [...new Set(next.filter(Boolean))];
    history.replaceState(null, '', ids.length > 0 ? `#${ids.join(',')}` : location.pathname);
    setChosen(ids);
  };
  const failed = chosen.filter((id) => read[id] === 'failed');
  const ready = chosen.flatMap((id) => {
    const school = read[id];
    return school && school !== 'failed' ? [school] : [];
  });
  const shown = useLastWhole(ready, missing.length === 0) ?? [];
  return (
    <div class="stack">
      <fieldset class="filter-grid no-print">
        <legend>Schools to compare</legend>
        {[0, 1, 2].map((place) => (
          <div class="field" key={place}>
            <label for={`school-${place}`}>{['First school', 'Second school', 'Third school (optional)'][place]}</label>
            <select
              id={`school-${place}`}
              value={chosen[place] ?? ''}
              onChange={(event) => choose(place, event.currentTarget.value)}
            >
              <option value="">Choose a school</option>
              {schools.map(({ id, name }) => (
                // One that is chosen beside it is passed over: to choose it twice would put the list back to its start.
                <option value={id} key={id} disabled={chosen.includes(id) && chosen[place] !== id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ))}
      </fieldset>
      <ComparisonState
        isWaiting={missing.length > 0}
        words={
          failed.length > 0
            ? 'A school could not be loaded. Check your connection.'
            : chosen.length < 2
              ? 'Choose two schools.'
              : `${ready.map(({ shortName }) => shortName).join(' and ')} side by side.`
        }
      />
      {failed.length > 0 && (
        <p>
          <button
            class="button"
            type="button"
            onClick={() =>
              setRead((known) => Object.fromEntries(Object.entries(known).filter(([, one]) => one !== 'failed')))
            }
          >
            Try again
          </button>
        </p>
      )}
      {shown.length > 0 && (
        <SideBySide
          caption="Policies side by side"
          heads={shown.map(({ id, name, shortName }) => ({ id, href: siteAddress(`schools/${id}/`), name, shortName }))}
          rows={sideBySide(shown)}
        />
      )}
    </div>
  );
}

async function fetchSchool(id: string): Promise<ComparedSchool> {
  const response = await fetch(siteAddress(`catalog/compare/${id}.json`));
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as ComparedSchool;
}
