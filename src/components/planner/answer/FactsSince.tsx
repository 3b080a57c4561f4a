import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import {
  factsSince,
  type ChangeSince,
  type FactChanges,
  type FactsSince as Since,
} from '../../../planner/keeping/facts-since.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { dateWords, listWords } from '../../../planner/wording.ts';
import { sinceTitle, sinceWords } from '../../../planner/plan/wording-plans.ts';
import { memo } from '../memo.ts';
import { usePlanShown } from '../plan-context.ts';
import { siteAddress, useFetched } from '../use-catalog.ts';
import { useFollow } from '../use-follow.ts';
import { useLatest } from '../use-kept.ts';

type Props = {
  readonly plan: Plan;
  readonly titleOf: (credit: string) => string;
  readonly onPlan: (plan: Plan, words: string) => void;
};

/** What changed in the facts under a plan since it was last worked on. Nothing where nothing did. */
export const FactsSince = memo(function FactsSince({ plan, titleOf, onPlan }: Props) {
  const seen = useLatest((on: string) =>
    onPlan({ ...plan, factsSeenOn: on }, 'Noted. New changes will be shown here.'),
  );
  return <Changes plan={useFollow(plan)} titleOf={titleOf} onSeen={seen} />;
});

type ChangesProps = Omit<Props, 'onPlan'> & { readonly onSeen: (on: string) => void };

const Changes = memo(function Changes({ plan, titleOf, onSeen }: ChangesProps) {
  const fetched = useFetched<FactChanges>('catalog/changes.json');
  const facts = fetched.state === 'ready' ? fetched.value : undefined;
  const about = [plan.school, plan.degree, plan.factsSeenOn, ...plan.credits.map(({ course }) => course)];
  const since = useMemo(() => facts && factsSince(plan, facts), [facts, about.join()]);
  const { providerName } = usePlanShown().offer;
  if (!facts || !since) return null;
  const place = (record: string) => placeOf(record, plan, titleOf);
  const lists = ({ touches }: ChangeSince) =>
    touches.flatMap(({ record, gone }) => (gone ? [] : (listOf(record) ?? []))).map(providerName);
  return (
    <section class="note no-print" aria-labelledby="since-title">
      <h2 id="since-title">{sinceTitle(since)}</h2>
      <p>{sinceWords(plan)}</p>
      {since.degree && <Older degree={since.degree} />}
      {since.changes.length > 0 && (
        <ul>
          {since.changes.map((change) => {
            const its = lists(change);
            const others = change.touches.filter(({ record, gone }) => gone || listOf(record) === undefined);
            return (
              <li key={change.on + change.says}>
                <strong>{dateWords(change.on)}</strong>:{' '}
                {others.map(({ record, gone }, i) => (
                  <Fragment key={record}>
                    {i > 0 && ', '}
                    {gone ? (
                      `${place(record).name} (no longer in our catalog)`
                    ) : (
                      <a href={siteAddress(place(record).path)}>{place(record).name}</a>
                    )}
                  </Fragment>
                ))}
                {its.length > 0 && (
                  <>
                    {others.length > 0 && ', '}
                    <a href={siteAddress(`schools/${plan.school}/`)}>{listsName(its)}</a>
                  </>
                )}
                <details>
                  <summary>What changed</summary>
                  <p>{change.says}</p>
                </details>
              </li>
            );
          })}
        </ul>
      )}
      <div class="actions">
        <button class="button" type="button" onClick={() => onSeen(facts.on)}>
          I have seen this
        </button>
      </div>
    </section>
  );
});

function Older({ degree: { superseded, newer } }: { readonly degree: NonNullable<Since['degree']> }) {
  return (
    <>
      {superseded !== undefined && <p>{superseded}</p>}
      {newer && (
        <p>
          The same degree has a newer catalog year:{' '}
          <a href={siteAddress(`schools/${newer.id}/`)}>
            {newer.title}, {newer.catalogYear}
          </a>
          . Ask the school which year holds for you. “Change degree” moves your plan to it.
        </p>
      )}
    </>
  );
}

/** The provider whose list of equivalencies a record is. */
function listOf(record: string): string | undefined {
  const [kind, , provider] = record.split('/');
  return kind === 'equivalencies' ? provider : undefined;
}

function listsName(providers: readonly string[]): string {
  return `what courses of ${listWords(providers)} become at your school`;
}

/** The page of a record, and what to call it. */
function placeOf(
  record: string,
  plan: Plan,
  titleOf: Props['titleOf'],
): { readonly path: string; readonly name: string } {
  const [kind = '', ...rest] = record.split('/');
  const id = rest.join('/');
  if (kind === 'schools') return { path: `schools/${id}/`, name: 'your school' };
  if (kind === 'degrees') return { path: `schools/${id}/`, name: 'your degree' };
  if (kind === 'equivalencies') return { path: `schools/${plan.school}/`, name: listsName([rest[1] ?? '']) };
  const credit = plan.credits.find(({ course }) => course === id);
  return { path: `courses/${id}/`, name: credit ? titleOf(credit.id) : id };
}
