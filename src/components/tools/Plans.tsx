/** Every plan on this device: to open, name, copy, put away, delete and compare. */
import { useEffect, useState } from 'preact/hooks';
import type { CatalogIndex } from '../../planner/catalog/catalog.ts';
import type { PlanOnDevice } from '../../planner/keeping/plan-shelf.ts';
import { plansHere } from '../../planner/keeping/plan-store.ts';
import { degreeName, hoursOfWords, savedWords } from '../../planner/plan/wording-plans.ts';
import { coursesWords } from '../../planner/wording.ts';
import { Announcer, type Said } from '../planner/Announcer.tsx';
import { ComparePlans } from './ComparePlans.tsx';
import { Panel } from '../planner/Panel.tsx';
import { NameForm } from '../planner/form/NameForm.tsx';
import { siteAddress, useFetched, valueOf } from '../planner/use-catalog.ts';
import { usePlans } from './use-plans.ts';
import { sumsIn, useSums, type Sums } from './use-sums.ts';

/** What is being done with one plan. */
type Doing = { readonly what: 'rename' | 'delete'; readonly id: string };

/** The page "Your plans". */
export function Plans() {
  const { plans, look } = usePlans();
  const fetched = useFetched<CatalogIndex>('catalog/index.json');
  const index = valueOf(fetched);
  const [said, setSaid] = useState<Said>({ words: '', number: 0 });
  const [doing, setDoing] = useState<Doing>();
  const [trouble, setTrouble] = useState(false);
  const [focus, setFocus] = useState<string>();
  const list = typeof plans === 'object' ? plans : [];
  const readable = list.flatMap(({ plan }) => plan ?? []);
  const sums = useSums(readable, index);
  const say = (words: string) => setSaid(({ number }) => ({ words, number: number + 1 }));

  useEffect(() => {
    const place = focus === undefined ? null : document.getElementById(focus);
    if (!place) return;
    place.focus();
    setFocus(undefined);
  }, [focus, plans, doing]);

  /** Does it, says so, and puts the focus where it makes sense next. */
  const act = async (action: Promise<unknown>, words: string, next: (result: unknown) => string) => {
    try {
      const result = await action;
      // The list first: what has the focus may stand elsewhere in it.
      await look();
      setTrouble(false);
      setDoing(undefined);
      say(words);
      setFocus(next(result));
    } catch {
      setTrouble(true);
    }
  };
  const shelf = plansHere();
  const nameOf = ({ id, plan }: PlanOnDevice) => plan?.name ?? id;
  const copy = (one: PlanOnDevice) =>
    act(shelf.copy(one.id, copyName(nameOf(one), list.map(nameOf))), `${nameOf(one)} is copied.`, (id) => titleId(id));
  const archive = (one: PlanOnDevice) =>
    act(
      shelf.archive(one.id, !one.archived),
      one.archived ? `${nameOf(one)} is back among your plans.` : `${nameOf(one)} is put away.`,
      () => titleId(one.id),
    );
  const remove = (one: PlanOnDevice) => act(shelf.remove(one.id), `${nameOf(one)} is deleted.`, () => 'plans-title');
  const startRename = ({ id }: PlanOnDevice) => {
    setDoing({ what: 'rename', id });
    setFocus(`name-${id}`);
  };
  const rename = (one: PlanOnDevice, name: string) =>
    act(shelf.rename(one.id, name), 'Renamed.', () => titleId(one.id));

  const item = (one: PlanOnDevice) => (
    <li key={one.id}>
      <Plan one={one} index={index} sums={one.plan && sumsIn(sums, one.plan)} />
      <div class="actions">
        <a class="button" href={siteAddress(`planner/#plan=${one.id}`)}>
          Open<span class="visually-hidden"> {nameOf(one)}</span>
        </a>
        {one.plan && (
          <>
            <Act words="Rename" of={nameOf(one)} go={() => startRename(one)} />
            <Act words="Copy" of={nameOf(one)} go={() => void copy(one)} />
          </>
        )}
        <Act words={one.archived ? 'Put back' : 'Archive'} of={nameOf(one)} go={() => void archive(one)} />
        <Act words="Delete" of={nameOf(one)} go={() => setDoing({ what: 'delete', id: one.id })} />
      </div>
      {doing?.id === one.id && doing.what === 'rename' && one.plan && (
        <NameForm id={`name-${one.id}`} name={one.plan.name} onName={(name) => void rename(one, name)} />
      )}
      {doing?.id === one.id && doing.what === 'delete' && (
        <Panel
          id={`delete-${one.id}`}
          title={`Delete ${nameOf(one)}?`}
          actions={[
            {
              words: 'Keep it',
              main: true,
              go: () => {
                setDoing(undefined);
                setFocus(titleId(one.id));
              },
            },
            { words: 'Delete it', go: () => void remove(one) },
          ]}
        >
          <p>The plan and its earlier versions are removed from this device. It can’t be undone.</p>
        </Panel>
      )}
    </li>
  );
  const current = list.filter(({ archived }) => !archived);
  const archived = list.filter(({ archived: away }) => away);
  if (plans === 'waiting' || fetched.state === 'waiting')
    return <p class="quiet needs-script">Looking for your plans…</p>;
  return (
    <div class="stack">
      <Announcer said={said} />
      {trouble && (
        <p class="note" role="alert">
          This device did not do it. It may be full, or the browser does not let the page save.
        </p>
      )}
      <section class="stack-small" aria-labelledby="plans-title">
        <h2 id="plans-title" tabIndex={-1}>
          On this device
        </h2>
        {plans === 'refused' && (
          <p>This browser does not let the page save, so no plans are kept here. A plan can be saved to a file.</p>
        )}
        {typeof plans === 'object' && list.length === 0 && <p>There is no plan on this device yet.</p>}
        {current.length > 0 && (
          <ul class="rows plan-rows" role="list">
            {current.map(item)}
          </ul>
        )}
        <p>
          <a class="button button-quiet" href={siteAddress('planner/#plan=new')}>
            New plan
          </a>
        </p>
      </section>
      {readable.length > 1 && <ComparePlans plans={readable} index={index} sums={sums} />}
      {archived.length > 0 && (
        <section class="stack-small" aria-labelledby="archive-title">
          <h2 id="archive-title">Archive</h2>
          <ul class="rows plan-rows" role="list">
            {archived.map(item)}
          </ul>
        </section>
      )}
    </div>
  );
}

type ActProps = { readonly words: string; readonly of: string; readonly go: () => void };

function Act({ words, of, go }: ActProps) {
  return (
    <button class="button button-quiet" type="button" onClick={go}>
      {words}
      <span class="visually-hidden"> {of}</span>
    </button>
  );
}

type PlanProps = {
  readonly one: PlanOnDevice;
  readonly index: CatalogIndex | undefined;
  readonly sums: Sums | undefined;
};

function Plan({ one, index, sums }: PlanProps) {
  const { id, plan, changedOn } = one;
  return (
    <div>
      <h3 id={titleId(id)} tabIndex={-1}>
        {plan?.name ?? 'A plan that can’t be read'}
      </h3>
      {plan ? (
        <>
          <p>{degreeName(plan, index)}</p>
          <p class="plan-hours">{hoursOfWords(sums)}</p>
          <p class="quiet">
            {coursesWords(plan.credits.length)}. Saved: {savedWords(changedOn)}
          </p>
        </>
      ) : (
        <p>Open it: the planner looks for an earlier version, and keeps what can’t be read as a file.</p>
      )}
    </div>
  );
}

function titleId(id: unknown): string {
  return `plan-${String(id)}`;
}

/** "My plan, copy", or with a number where that name is taken. */
function copyName(name: string, taken: readonly string[]): string {
  const base = `${name.slice(0, 85)}, copy`;
  let free = base;
  for (let number = 2; taken.includes(free); number += 1) free = `${base} ${number}`;
  return free;
}
