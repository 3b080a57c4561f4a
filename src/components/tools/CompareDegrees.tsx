/** The same credits against every degree. This component holds the state. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { rankDegrees, type ComparedDegree } from '../../engine/completion.ts';
import type { PlannedCredit } from '../../engine/types.ts';
import type { CatalogCourses, CatalogIndex } from '../../planner/catalog/catalog.ts';
import {
  degreesAskedIn,
  hashOfDegrees,
  isAskedFor,
  listedDegrees,
  type DegreeFilter,
  type DegreesAsked,
  type ListedDegree,
} from '../../planner/compare/compared-degrees.ts';
import { creditsAt, creditsOf, degreeFor, waiversAt } from '../../planner/compare/compared-plan.ts';
import { comparisonInput } from '../../planner/finish/completion.ts';
import type { CatalogOffers } from '../../planner/finish/completion-offers.ts';
import { newPlan } from '../../planner/plan/plan-changes.ts';
import { keepPlan } from '../../planner/keeping/plan-store.ts';
import { longestName } from '../../planner/plan/plan.ts';
import { comparedWords, orderCounts } from '../../planner/compare/wording-degrees.ts';
import { wishesSentence } from '../../planner/finish/wording-completion.ts';
import { Announcer, type Said } from '../planner/Announcer.tsx';
import { SearchProgress } from '../planner/finish/SearchProgress.tsx';
import { WishForm } from '../planner/finish/WishForm.tsx';
import { newPlanId, todayHere } from '../planner/device.ts';
import { useAddress } from '../planner/use-address.ts';
import { siteAddress, useFetched, valueOf } from '../planner/use-catalog.ts';
import { ComparedDegreeItem } from './ComparedDegreeItem.tsx';
import { CreditsToCompare } from './CreditsToCompare.tsx';
import { DegreeFilters } from './DegreeFilters.tsx';
import { useReadPlan } from './saved-plan.ts';
import { useAfterPause } from './use-after-pause.ts';
import { useDegreeFiles, useDegreesCompared } from './use-degrees-compared.ts';
import { CatalogMissing } from '../planner/CatalogMissing.tsx';
import '../site/trusted-types.ts';

/** How many degrees are shown at first, and how many more each time. */
const atATime = 12;

export function CompareDegrees() {
  const [asked, change] = useAddress(degreesAskedIn, hashOfDegrees);
  const [said, setSaid] = useState<Said>({ words: '', number: 0 });
  const say = (words: string) => setSaid(({ number }) => ({ words, number: number + 1 }));
  const tell = useAfterPause(say);
  const [most, setMost] = useState(atATime);
  const items = useRef<HTMLOListElement>(null);
  const [noRoom, setNoRoom] = useState(false);
  const today = useMemo(todayHere, []);
  const saved = useReadPlan();
  const plan = saved === 'looking' ? undefined : saved;

  const indexFile = useFetched<CatalogIndex>('catalog/index.json');
  const coursesFile = useFetched<CatalogCourses>('catalog/courses.json');
  const offersFile = useFetched<CatalogOffers>('catalog/offers.json');
  const [index, list, offers] = [valueOf(indexFile), valueOf(coursesFile), valueOf(offersFile)];
  const { files, fetchAll } = useDegreeFiles(index);
  const courses = useMemo(() => new Map(list?.courses.map((course) => [course.id, course])), [list]);
  const listed = useMemo(() => (index ? listedDegrees(index) : new Map<string, ListedDegree>()), [index]);
  const schools = useMemo(
    () => new Map(typeof files === 'object' ? files.schools.map((school) => [school.id, school]) : []),
    [files],
  );
  const chosen = asked.courses?.filter((id) => courses.has(id));
  const fromPlan = plan !== undefined && chosen === undefined;
  const ids = chosen ?? [];
  const degrees = useMemo(() => {
    const known = typeof files === 'object' ? files.degrees : [];
    return new Map(known.map((one) => [one.id, fromPlan ? degreeFor(plan, one) : one]));
  }, [files, fromPlan, plan]);
  const creditsFor = (school: string, degree: string): readonly PlannedCredit[] =>
    fromPlan ? creditsAt(plan, school, degree) : creditsOf(ids);

  const shownOf = (compared: readonly ComparedDegree[], filter: DegreeFilter = asked) =>
    compared.flatMap((one) => {
      const degree = listed.get(one.id);
      const asks = degree && isAskedFor(filter, degree, one.plan.counts);
      return asks ? [{ ...one, listed: degree }] : [];
    });
  const comparison = useDegreesCompared((compared) =>
    say(comparedWords(shownOf(compared).length, asked.order, 'done')),
  );
  const { state, begin, cancel } = comparison;
  const opening = saved === 'looking' || !index || !list;
  const ready = typeof files === 'object' && offers !== undefined && !opening;
  const compareAgain = () => {
    if (!ready) return;
    const wishes = { ...asked.wishes, aim: 'cheapest' } as const;
    const catalog = { courses, schools: files.schools, degrees: [...degrees.values()] };
    begin(comparisonInput(creditsFor, catalog, offers, wishes, today));
  };
  useEffect(() => {
    const timer = setTimeout(compareAgain);
    return () => clearTimeout(timer);
  }, [ready, fromPlan, ids.join(), JSON.stringify(asked.wishes)]);

  const found = useMemo(() => rankDegrees(comparison.compared, asked.order), [comparison.compared, asked.order]);
  const shown = shownOf(found);
  const fetched = [indexFile, coursesFile, offersFile];
  const failed = fetched.some((file) => file.state === 'failed') || files === 'failed';
  const retry = () => {
    fetched.forEach((file) => file.state === 'failed' && file.retry());
    if (files === 'failed') fetchAll();
  };
  const choose = (part: Partial<DegreesAsked>) => {
    const next = { ...asked, ...part };
    setMost(atATime);
    change(next);
    if (state === 'done' && !part.wishes) tell(comparedWords(shownOf(found, next).length, next.order, 'done'));
  };
  const showMore = () => {
    const next = Math.min(most + atATime, shown.length);
    setMost(next);
    say(`${next} of ${shown.length} degrees are shown.`);
    // From the last one that was there, the next key leads to the first new one; the button may go.
    items.current?.lastElementChild?.querySelector('button')?.focus({ preventScroll: true });
  };
  const open = async (degree: ListedDegree) => {
    const begun = newPlan(newPlanId(), degree.school.id, degree.id, index?.factsOn);
    const name = `${degree.title}, ${degree.school.shortName}`.slice(0, longestName);
    try {
      const waivers = fromPlan ? waiversAt(plan, degree.id) : undefined;
      const credits = creditsFor(degree.school.id, degree.id);
      const id = await keepPlan({ ...begun, name, credits, ...(waivers ? { waivers } : {}) });
      location.assign(siteAddress(`planner/#plan=${id}`));
    } catch {
      setNoRoom(true);
    }
  };
  const providers = useMemo(
    () =>
      Object.entries(list?.providers ?? {})
        .map(([id, { name }]) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    [list],
  );
  if (opening) return failed ? <CatalogMissing onRetry={retry} /> : <p class="quiet needs-script">Getting ready…</p>;
  return (
    <div class="stack compare-tool finish">
      <Announcer said={said} />
      {failed && <CatalogMissing onRetry={retry} />}
      {noRoom && (
        <p class="note" role="alert">
          This device did not keep the new plan. It may be full, or the browser does not let the page save.
        </p>
      )}
      <CreditsToCompare
        plan={plan}
        list={list}
        courses={courses}
        chosen={fromPlan ? undefined : ids}
        onChange={(next) => {
          const { courses: _, ...others } = asked;
          change(next ? { ...others, courses: next } : others);
        }}
        onSay={say}
      />
      <details class="wishes no-print">
        <summary>Your wishes: {wishesSentence(asked.wishes)}</summary>
        <WishForm
          wishes={asked.wishes}
          today={today}
          providers={providers}
          asksToReplace={false}
          onWishes={(wishes) => choose({ wishes })}
        />
      </details>
      <section class="stack" aria-labelledby="degrees-title">
        <h2 id="degrees-title" tabIndex={-1}>
          Degrees compared
        </h2>
        <DegreeFilters asked={asked} index={index} listed={listed} onChoose={choose} />
        <SearchProgress
          state={state}
          words={comparedWords(shown.length, asked.order, failed ? 'not-loaded' : ready ? state : 'loading')}
          again={state === 'cancelled' || state === 'failed' ? 'Compare again' : undefined}
          onStop={cancel}
          onAgain={compareAgain}
          onSay={say}
        />
        {orderCounts[asked.order] && <p class="quiet small">{orderCounts[asked.order]}</p>}
        <ol class="degrees-compared" role="list" ref={items}>
          {shown.slice(0, most).map((one) => {
            const degree = degrees.get(one.id)?.degree;
            const school = schools.get(one.listed.school.id);
            if (!degree || !school) return null;
            return (
              <ComparedDegreeItem
                key={one.id}
                compared={one}
                listed={one.listed}
                degree={degree}
                wishes={asked.wishes}
                today={today}
                order={asked.order}
                courseTitle={(id) => courses.get(id)?.title ?? id}
                providerName={(id) => list?.providers[id]?.name ?? id}
                onOpen={() => void open(one.listed)}
              />
            );
          })}
        </ol>
        {shown.length > most && (
          <p>
            <button class="button button-quiet" type="button" onClick={showMore}>
              Show more degrees
            </button>
          </p>
        )}
      </section>
    </div>
  );
}
