import { useState } from 'preact/hooks';
import { answersIn, type SchoolAnswer } from '../../../planner/plan/decided.ts';
import type { NamedBlock } from '../../../planner/plan/named-blocks.ts';
import { checkAnswered, nobodyYet, type AnswerMistake } from '../../../planner/plan/decision-entry.ts';
import type { Edit, OnEdit } from '../../../planner/plan/edits.ts';
import type { Names } from '../../../planner/audit/explanations.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { answeredWords, answerWords } from '../../../planner/audit/wording-decisions.ts';
import { errorBeside, summaryOf, WhoAndWhen } from './AnswerFields.tsx';
import { memo } from '../memo.ts';
import { ErrorSummary, SelectField } from '../form/Fields.tsx';
import { following } from '../following.ts';

type Props = {
  readonly plan: Plan;
  readonly names: Names;
  /** The degree's blocks that could be waived, parents first. */
  readonly waivable: readonly NamedBlock[];
  /** Address of the page that makes the request. */
  readonly requestPage: string;
  readonly today: string;
  readonly onEdit: OnEdit;
};

/** What the school has answered so far, each with its date and who said it, and a way to take it back. */
export const SchoolAnswers = following(function SchoolAnswers(props: Props) {
  const { plan, names, waivable, requestPage, today, onEdit } = props;
  const answers = answersIn(plan);
  return (
    <section class="school-answers" aria-labelledby="decided-title">
      <h2 id="decided-title" tabIndex={-1}>
        What the school decided
      </h2>
      <p class="no-print">
        <a href={requestPage}>Ask the school before you pay</a>: a letter with your courses, ready to send. The answers
        come back here.
      </p>
      {answers.length === 0 ? (
        <p class="quiet">Nothing is recorded yet.</p>
      ) : (
        <ul class="reasons" role="list">
          {answers.map((answer) => (
            <li key={keyOf(answer)}>
              {answerWords(answer, names)}.{' '}
              {'block' in answer && names.block(answer.block) === answer.block && elsewhere}{' '}
              <span class="quiet">{answeredWords(answer)}.</span>{' '}
              <button
                class="button button-quiet"
                type="button"
                onClick={() => {
                  onEdit(takingBack(answer));
                  document.getElementById('decided-title')?.focus();
                }}
              >
                Take back<span class="visually-hidden">: {answerWords(answer, names)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <WaiverForm waivable={waivable} today={today} onEdit={onEdit} />
    </section>
  );
});

const elsewhere = 'This degree does not have that requirement. ';

function keyOf(answer: SchoolAnswer): string {
  const place = 'credit' in answer ? `${answer.credit} ${'part' in answer ? answer.part : ''}` : answer.block;
  return `${answer.kind} ${place}`;
}

function takingBack(answer: SchoolAnswer): Edit {
  switch (answer.kind) {
    case 'decision':
      return { kind: 'decide', credit: answer.credit, decision: undefined };
    case 'substitution':
      return { kind: 'substitute', credit: answer.credit, part: answer.part, made: undefined };
    case 'applied-here':
      return { kind: 'apply-here', credit: answer.credit, part: answer.part, made: undefined };
    case 'waiver':
      return { kind: 'waive', block: answer.block, answered: undefined };
  }
}

const WaiverForm = memo(function WaiverForm({ waivable, today, onEdit }: Pick<Props, 'waivable' | 'today' | 'onEdit'>) {
  const [block, setBlock] = useState('');
  const [who, setWho] = useState(nobodyYet);
  const [mistakes, setMistakes] = useState<readonly AnswerMistake[]>([]);
  const id = (field: string) => `waiver-${field}`;
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkAnswered(who, today);
    const found: AnswerMistake[] = block === '' ? [{ field: 'block', problem: 'block-missing' }] : [];
    setMistakes([...found, ...('mistakes' in checked ? checked.mistakes : [])]);
    if (block === '' || 'mistakes' in checked) return;
    onEdit({ kind: 'waive', block, answered: checked.answered });
    setBlock('');
    setWho(nobodyYet);
  };
  return (
    <details class="decision no-print">
      <summary>Record a waiver</summary>
      <form class="form" noValidate onSubmit={submit}>
        <ErrorSummary since={mistakes} problems={summaryOf({ id, mistakes })} />
        <p>
          A waiver means that the school does not ask for a requirement. The degree stays as long as it is: its hours
          must be earned as electives.
        </p>
        <SelectField
          id={id('block')}
          label="Requirement that is waived"
          error={errorBeside(mistakes, 'block')}
          value={block}
          onChange={setBlock}
        >
          <option value="">Choose one</option>
          {waivable.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <WhoAndWhen id={id} value={who} mistakes={mistakes} onChange={setWho} />
        <div class="actions">
          <button class="button" type="submit">
            Save the waiver
          </button>
        </div>
      </form>
    </details>
  );
});
