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

/** What stands in the form for an answer that was recorded; nothing where there is none. */
function fieldsOf({ decision }: PlannedCredit): Fields {
  if (!decision) return { answer: noAnswer, who: nobodyYet };
  const parts = decision.becomes.map(({ semesterHours, schoolCourse, subject, areas = [], level }) => ({
    hours: String(semesterHours),
    as: areas[0] !== undefined && schoolCourse === undefined ? `area ${areas[0]}` : asOf(schoolCourse, subject),
    code: schoolCourse ?? subject ?? '',
    level,
  }));
  return {
    answer: parts.length > 0 ? { answer: 'as', parts } : { ...noAnswer, answer: 'no' },
    who: { by: decision.by, ...dateParts(decision.decidedOn) },
  };
}

function asOf(schoolCourse: string | undefined, subject: string | undefined): string {
  return schoolCourse !== undefined ? 'course' : subject !== undefined ? 'subject' : 'elective';
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
    onEdit({ kind: 'decide', credit: credit.id, decision: { becomes: answer.becomes, ...who.answered } });
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
