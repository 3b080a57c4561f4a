import { useState } from 'preact/hooks';
import type { PlannedCredit } from '../../../engine/types.ts';
import { hopedFor } from '../../../planner/plan/decided.ts';
import {
  checkAnswer,
  checkAnswered,
  nobodyYet,
  noAnswer,
  type AnsweredFields,
  type AnswerFields as Answer,
  type AnswerMistake,
} from '../../../planner/plan/decision-entry.ts';
import type { Landing } from '../../../planner/audit/landing.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import { dateParts } from '../../../planner/plan/entry-check.ts';
import { answerFieldsOf, keepUntouched } from '../../../planner/plan/recorded-answer.ts';
import { answeredWords, becomesWords } from '../../../planner/audit/wording-decisions.ts';
import { AnswerFields, summaryOf, WhoAndWhen, type Answering } from './AnswerFields.tsx';
import { ErrorSummary } from '../form/Fields.tsx';
import { FoldedForm } from '../form/FoldedForm.tsx';
import { useFields } from '../form/use-fields.ts';

type Props = Pick<Answering, 'known' | 'today'> & {
  readonly credit: PlannedCredit;
  /** Where it lands, whatever is being tried. */
  readonly landing: Landing | undefined;
  readonly title: string;
  readonly onEdit: OnEdit;
};

type Fields = { readonly answer: Answer; readonly who: AnsweredFields };

/** What stands in the form: the answer that was recorded, or nothing. */
function fieldsOf({ decision }: PlannedCredit): Fields {
  if (!decision) return { answer: noAnswer, who: nobodyYet };
  return { answer: answerFieldsOf(decision), who: { by: decision.by, ...dateParts(decision.decidedOn) } };
}

/** The school's answer about one credit: recorded, changed, or taken back. */
export function DecisionForm({ credit, title, landing, known, today, onEdit }: Props) {
  const [fields, setFields] = useFields(fieldsOf(credit));
  const [mistakes, setMistakes] = useState<readonly AnswerMistake[]>([]);
  const id = (field: string) => `decide-${credit.id}-${field}`;
  const { decision } = credit;
  const hoped = decision ? undefined : hopedFor(landing);
  const submit = (event: Event) => {
    event.preventDefault();
    const answer = checkAnswer(fields.answer, hoped, known);
    const who = checkAnswered(fields.who, today);
    setMistakes([...('mistakes' in answer ? answer.mistakes : []), ...('mistakes' in who ? who.mistakes : [])]);
    if ('mistakes' in answer || 'mistakes' in who) return;
    const becomes = keepUntouched(answer.becomes, fields.answer, decision);
    onEdit({ kind: 'decide', credit: credit.id, decision: { becomes, ...who.answered } });
  };
  return (
    <FoldedForm name={decision ? 'Change the school’s answer' : 'Record the school’s answer'} about={` about ${title}`}>
      {() => (
        <form class="form" noValidate onSubmit={submit}>
          <ErrorSummary since={mistakes} problems={summaryOf({ id, mistakes })} />
          {decision && (
            <p>
              Recorded: {becomesWords(decision.becomes)} ({answeredWords(decision)}).
            </p>
          )}
          <AnswerFields
            id={id}
            legend="Does the school accept it?"
            value={fields.answer}
            hoped={hoped}
            school={known.school}
            mistakes={mistakes}
            onChange={(answer) => setFields({ ...fields, answer })}
          />
          <WhoAndWhen
            id={id}
            value={fields.who}
            mistakes={mistakes}
            onChange={(who) => setFields({ ...fields, who })}
          />
          <div class="actions">
            <button class="button" type="submit">
              Save the answer<span class="visually-hidden"> about {title}</span>
            </button>
            {decision && (
              <button
                class="button button-quiet"
                type="button"
                onClick={() => onEdit({ kind: 'decide', credit: credit.id, decision: undefined })}
              >
                Take the answer back<span class="visually-hidden">: {title}</span>
              </button>
            )}
          </div>
        </form>
      )}
    </FoldedForm>
  );
}
