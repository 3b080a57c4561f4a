import { useState } from 'preact/hooks';
import type { Decision } from '../../../engine/types.ts';
import {
  checkAnswer,
  checkAnswered,
  nobodyYet,
  noAnswer,
  type AnswerFields as Answer,
  type AnswerMistake,
  type KnownCourses,
} from '../../../planner/plan/decision-entry.ts';
import type { LetterRow } from '../../../planner/paper/letter.ts';
import { AnswerFields, summaryOf, WhoAndWhen } from './AnswerFields.tsx';
import { ErrorSummary } from '../form/Fields.tsx';

type Recorded = readonly { readonly credit: string; readonly decision: Decision }[];

type Props = {
  readonly rows: readonly LetterRow[];
  /** What a plain yes means, by credit. */
  readonly hoped: ReadonlyMap<string, Decision['becomes'] | undefined>;
  readonly known: KnownCourses;
  readonly today: string;
  readonly onRecord: (answers: Recorded, words: string) => void;
};

/** The letter's table as a form: what the school answered, all at once. Rows without an answer stay open. */
export function RecordAnswers({ rows, hoped, known, today, onRecord }: Props) {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [who, setWho] = useState(nobodyYet);
  const [mistakes, setMistakes] = useState<readonly AnswerMistake[]>([]);
  const id = (field: string) => `record-${field.replace(/ /g, '-')}`;
  const answerOf = (credit: string) => answers[credit] ?? noAnswer;
  const submit = (event: Event) => {
    event.preventDefault();
    const answered = rows.filter(({ credit }) => answerOf(credit).answer !== '');
    const checked = answered.map(({ credit }) => ({
      credit,
      ...checkAnswer(answerOf(credit), hoped.get(credit), known),
    }));
    const whoAndWhen = checkAnswered(who, today);
    const found = [
      ...(answered.length === 0 ? [firstRow(rows)] : []),
      ...checked.flatMap((one) => ('mistakes' in one ? one.mistakes.map((mistake) => ofRow(one.credit, mistake)) : [])),
      ...('mistakes' in whoAndWhen ? whoAndWhen.mistakes : []),
    ];
    setMistakes(found);
    if (found.length > 0 || 'mistakes' in whoAndWhen) return;
    const decisions = checked.flatMap((one) =>
      'becomes' in one ? [{ credit: one.credit, decision: { becomes: one.becomes, ...whoAndWhen.answered } }] : [],
    );
    const words = `${decisions.length === 1 ? 'One answer is' : `${decisions.length} answers are`} in your plan.`;
    setAnswers({});
    onRecord(decisions, words);
  };
  return (
    <section class="record-answers no-print" aria-labelledby="record-title">
      <h2 id="record-title">Record the answers</h2>
      <p>When the school has answered, enter it here. It goes into your plan in one step, and the planner counts it.</p>
      <form class="form" noValidate onSubmit={submit}>
        <ErrorSummary since={mistakes} problems={summaryOf({ id, mistakes })} />
        {rows.map(({ credit, title }) => (
          <AnswerFields
            key={credit}
            id={(field) => id(`${credit} ${field}`)}
            legend={title}
            value={answerOf(credit)}
            hoped={hoped.get(credit)}
            school={known.school}
            mistakes={mistakes.flatMap((mistake) => inRow(credit, mistake))}
            onChange={(answer) => setAnswers((before) => ({ ...before, [credit]: answer }))}
          />
        ))}
        <WhoAndWhen id={id} value={who} mistakes={mistakes} onChange={setWho} />
        <div class="actions">
          <button class="button" type="submit">
            Record these answers
          </button>
        </div>
      </form>
    </section>
  );
}

/** A mistake in one row has the credit before its field's name. */
function ofRow(credit: string, { field, problem }: AnswerMistake): AnswerMistake {
  return { field: `${credit} ${field}`, problem };
}

function inRow(credit: string, { field, problem }: AnswerMistake): AnswerMistake[] {
  return field.startsWith(`${credit} `) ? [{ field: field.slice(credit.length + 1), problem }] : [];
}

function firstRow(rows: readonly LetterRow[]): AnswerMistake {
  return { field: `${rows[0]?.credit ?? ''} answer`, problem: 'answer-missing' };
}
