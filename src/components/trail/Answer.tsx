import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { compareAnswer, type AnswerRow } from '../../planner/trail/answer-compared.ts';
import { landingsOf } from '../../planner/audit/landing.ts';
import { tryAudit, type PlanCatalog } from '../../planner/audit/plan-audit.ts';
import type { Plan, PlanCredit } from '../../planner/plan/plan.ts';
import {
  answerActionSentences,
  answerDifferenceWords,
  answerReasons,
  appealWords,
  postedWords,
} from '../../planner/trail/wording-answers.ts';
import { answeredWords, becomesWords } from '../../planner/audit/wording-decisions.ts';
import { hoursWords } from '../../planner/wording.ts';
import { becomesName } from '../../planner/wording-beside.ts';
import { SourceList } from '../planner/credit/SourceList.tsx';

type Props = {
  readonly plan: Plan;
  readonly credit: PlanCredit;
  readonly catalog: PlanCatalog;
  readonly today: string;
  /** The form of the answer. */
  readonly children?: ComponentChildren;
};

/** What the school posted against what was expected, and what can be done about the difference. */
export function Answer({ plan, credit, catalog, today, children }: Props) {
  const { decision } = credit;
  return (
    <section class="trail-part" aria-labelledby={`trail-${credit.id}-answer`}>
      <h4 id={`trail-${credit.id}-answer`}>What the school posts</h4>
      {decision ? (
        <Compared plan={plan} credit={credit} decision={decision} catalog={catalog} today={today} />
      ) : (
        <p class="quiet">Nothing is recorded yet. Record the answer when you see it in your degree audit.</p>
      )}
      {children}
    </section>
  );
}

type ComparedProps = Omit<Props, 'children'> & { readonly decision: NonNullable<PlanCredit['decision']> };

function Compared({ plan, credit, decision, catalog, today }: ComparedProps) {
  const appeal = catalog.school.school.receives?.appeal;
  const comparison = useMemo(() => {
    const { decision: _, ...open } = credit;
    const credits = plan.credits.map((one) => (one.id === credit.id ? open : one));
    const { audit } = tryAudit({ ...plan, credits }, catalog, today);
    const landing = audit && landingsOf(audit, credits, catalog.school.equivalencies).get(credit.id);
    return compareAnswer(landing?.parts.map(({ accepted }) => accepted) ?? [], decision, appeal);
  }, [plan.credits, plan.waivers, catalog.school, catalog.degree]);
  const { rows, actions, appealBy } = comparison;
  return (
    <>
      <p>
        <strong>{postedWords(comparison)}</strong>{' '}
        <span class="quiet">
          The answer: {becomesWords(decision.becomes)} ({answeredWords(decision)}).
        </span>
      </p>
      <div class="scroll">
        <table class="table">
          <caption>Posted against expected</caption>
          <thead>
            <tr>
              <th scope="col">Expected</th>
              <th scope="col">Posted</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Row key={at} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <p>What can be done:</p>
      <ul>
        {actions.map((action) => (
          <li key={action}>
            {answerActionSentences[action]}
            {action === 'appeal' && appeal && (
              <>
                {' '}
                {appeal.text} {appealBy !== undefined && appealWords(appealBy, today)}{' '}
                {appeal.url !== undefined && <a href={appeal.url}>How to appeal</a>}
                <SourceList sources={appeal.sources} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ row: { expected, posted, differences } }: { readonly row: AnswerRow }) {
  return (
    <tr>
      <td>
        {expected ? `${becomesName(expected)}, ${hoursWords(expected.hours.likely || expected.hours.most)}` : 'Nothing'}
      </td>
      <td>{posted ? `${becomesName(posted)}, ${hoursWords(posted.semesterHours)}` : 'Nothing'}</td>
      <td>
        {differences.length === 0
          ? 'As expected'
          : differences.map((one) => (
              <p key={one}>
                {answerDifferenceWords[one]}. {answerReasons[one]}
              </p>
            ))}
      </td>
    </tr>
  );
}
