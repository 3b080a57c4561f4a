import { useState } from 'preact/hooks';
import type { TypedCourse } from '../../../engine/types.ts';
import {
  checkTypedCourse,
  checkTypedOver,
  typedFields,
  type EntryProblem,
  type TypedFields,
} from '../../../planner/plan/entry-check.ts';
import { levelWords, sourceWords } from '../../../planner/wording-beside.ts';
import { problemWords } from '../../../planner/plan/wording-problems.ts';
import { useFields } from '../form/use-fields.ts';
import { memo } from '../memo.ts';
import { ErrorSummary, Radios, TextField } from '../form/Fields.tsx';

const empty: TypedFields = { title: '', hours: '', level: '', subject: '', source: '' };

const levelChoices = [
  ...(['lower-division', 'upper-division', 'graduate', 'vocational'] as const).map((level) => ({
    value: level,
    label: levelWords[level],
  })),
  { value: 'not-known', label: 'I don’t know', hint: 'It counts as lower division' },
];

const sourceChoices = (['alternative', 'exam', 'college', 'foreign', 'school'] as const).map((source) => ({
  value: source,
  label: sourceWords[source],
}));

type Props = {
  /** What was typed before, and of which credit: without it the form adds a course. */
  readonly before?: { readonly credit: string; readonly typed: TypedCourse };
  readonly onDone: (typed: TypedCourse) => void;
};

/** The form for a course that the catalog does not have: to add it, or to change what was typed. */
export const TypedCourseForm = memo(function TypedCourseForm({ before, onDone }: Props) {
  const [fields, setFields] = useFields(before ? typedFields(before.typed) : empty);
  const [problems, setProblems] = useState<readonly { field: keyof TypedFields; problem: EntryProblem }[]>([]);
  const id = (field: string) => (before ? `typed-${before.credit}-${field}` : `typed-${field}`);
  const set = (field: keyof TypedFields) => (value: string) => setFields((now) => ({ ...now, [field]: value }));
  const errorOf = (field: keyof TypedFields) => {
    const found = problems.find((problem) => problem.field === field);
    return found && problemWords(found.problem);
  };
  const field = (name: keyof TypedFields) => ({ id: id(name), value: fields[name], error: errorOf(name) });
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = before ? checkTypedOver(before.typed, fields) : checkTypedCourse(fields);
    setProblems('problems' in checked ? checked.problems : []);
    if ('problems' in checked) return;
    setFields(before ? typedFields(checked.course) : empty);
    onDone(checked.course);
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary
        since={problems}
        problems={problems.map((found) => ({ id: id(found.field), words: problemWords(found.problem) }))}
      />
      <TextField {...field('title')} label="Course title" onInput={set('title')} />
      <TextField
        {...field('hours')}
        label="Semester hours"
        hint="Multiply quarter hours by 2 and divide by 3"
        kind="decimal"
        width="short"
        onInput={set('hours')}
      />
      <Radios {...field('level')} legend="Level" choices={levelChoices} onChange={set('level')} />
      <TextField
        {...field('subject')}
        label="Subject or course code at your school (optional)"
        hint="Letters like PSY, or a code like PSY-1010. Without it the course counts only where any subject will do"
        width="short"
        onInput={set('subject')}
      />
      <Radios
        {...field('source')}
        legend="Where the credit comes from"
        choices={sourceChoices}
        onChange={set('source')}
      />
      <div class="actions">
        <button class="button" type="submit">
          {before ? 'Save the course' : 'Add this course'}
        </button>
      </div>
    </form>
  );
});
