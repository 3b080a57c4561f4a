import { useState } from 'preact/hooks';
import { gradeOrder, type CreditStatus, type PlannedCredit } from '../../../engine/index.ts';
import type { CatalogCourse } from '../../../planner/catalog/catalog.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import {
  checkProgress,
  dateParts,
  scoreRange,
  type FieldProblem,
  type ProgressFields,
  type ScoreRange,
} from '../../../planner/plan/entry-check.ts';
import { statusWords } from '../../../planner/wording.ts';
import { problemWords } from '../../../planner/plan/wording-problems.ts';
import { DateFields } from '../form/DateFields.tsx';
import { ErrorSummary, SelectField, TextField } from '../form/Fields.tsx';

type Props = {
  readonly onEdit: OnEdit;
  readonly credit: PlannedCredit;
  readonly course: CatalogCourse | undefined;
};

function fieldsOf({ status, score, grade, completedOn }: PlannedCredit): ProgressFields {
  return { status, score: score === undefined ? '' : String(score), grade: grade ?? '', ...dateParts(completedOn) };
}

/** How far the student is with one course: status, score or grade, and the date. */
export function ProgressForm({ credit, course, onEdit }: Props) {
  const [fields, setFields] = useState(fieldsOf(credit));
  // What the plan says is shown again when it says something else, as after an undo; what is being typed stays otherwise.
  const said = JSON.stringify(fieldsOf(credit));
  const [shown, setShown] = useState(said);
  if (said !== shown) {
    setShown(said);
    setFields(fieldsOf(credit));
  }
  const [problems, setProblems] = useState<readonly FieldProblem<'score' | 'date'>[]>([]);
  const range = scoreRange(course?.provider);
  const set = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const id = (field: string) => `${credit.id}-${field}`;
  const errorOf = (field: 'score' | 'date') => {
    const found = problems.find((problem) => problem.field === field);
    return found && problemWords(found.problem, range);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkProgress(fields, range);
    setProblems('problems' in checked ? checked.problems : []);
    if ('progress' in checked) onEdit({ kind: 'set-progress', credit: credit.id, progress: checked.progress });
  };
  const isExam = course?.kind === 'exam' || credit.typed?.source === 'exam' || credit.score !== undefined;
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary
        since={problems}
        problems={problems.map(({ field, problem }) => ({
          id: field === 'date' ? id('day') : id(field),
          words: problemWords(problem, range),
        }))}
      />
      <SelectField id={id('status')} label="Status" value={fields.status} onChange={set('status')}>
        {(Object.keys(statusWords) as CreditStatus[]).map((status) => (
          <option key={status} value={status}>
            {statusWords[status]}
          </option>
        ))}
      </SelectField>
      {isExam ? (
        <TextField
          id={id('score')}
          label="Score (optional)"
          hint={scoreHint(range, course)}
          error={errorOf('score')}
          kind="decimal"
          width="short"
          value={fields.score}
          onInput={set('score')}
        />
      ) : (
        <SelectField id={id('grade')} label="Grade (optional)" value={fields.grade} onChange={set('grade')}>
          <option value="">No letter grade</option>
          {gradeOrder.map((grade) => (
            <option key={grade} value={grade}>
              {grade}
            </option>
          ))}
        </SelectField>
      )}
      <DateFields
        id={id}
        legend="When you finish, or finished (optional)"
        value={fields}
        error={errorOf('date')}
        onInput={set}
      />
      <div class="actions">
        <button class="button" type="submit">
          Save these
        </button>
      </div>
    </form>
  );
}

/** The scale, and the lowest score that a credit recommendation asks for. */
function scoreHint({ from, to }: ScoreRange, course: CatalogCourse | undefined): string | undefined {
  const least = Math.min(...(course?.recommendations.map(({ minimumScore }) => minimumScore ?? Infinity) ?? []));
  const hints = [
    to === 1000 ? '' : `From ${from} to ${to}`,
    Number.isFinite(least) ? `Credit is recommended from ${least}` : '',
  ];
  return hints.filter(Boolean).join('. ') || undefined;
}
