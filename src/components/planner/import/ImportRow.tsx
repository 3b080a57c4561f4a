import type { CatalogCourse, CatalogCourses } from '../../../planner/catalog/catalog.ts';
import type { TypedFields } from '../../../planner/plan/entry-check.ts';
import { asOwn, isAdded, leaveOut, type ReviewRow, type RowProblem } from '../../../planner/import/review.ts';
import { lineFacts, remarkWords, rowProblemWords, standingWords } from '../../../planner/import/wording-import.ts';
import { levelWords, recommendedWords, sourceWords } from '../../../planner/wording-beside.ts';
import { SelectField, TextField } from '../form/Fields.tsx';

type Props = {
  /** The line's number, from 0. */
  readonly at: number;
  readonly row: ReviewRow;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  readonly providers: CatalogCourses['providers'];
  readonly problems: readonly RowProblem[];
  readonly onChoose: (choice: string) => void;
  readonly onType: (field: keyof TypedFields, value: string) => void;
};

/** The id of one field of one line. */
export function rowFieldId(at: number, field: RowProblem['field']): string {
  return `import-${at}-${field}`;
}

/** One line that was read, what was found for it, and what it becomes. */
export function ImportRow({ at, row, courses, providers, problems, onChoose, onType }: Props) {
  const { line, standing, choice } = row;
  const facts = lineFacts(line);
  const chosen = courses.get(choice);
  const errorOf = (field: RowProblem['field']) => {
    const found = problems.find((problem) => problem.field === field);
    return found && rowProblemWords(found);
  };
  const courseLabel = (id: string) => {
    const course = courses.get(id);
    if (!course) return id;
    const code = course.code === undefined ? '' : ` ${course.code}`;
    const gone = course.withdrawn ? ', no longer offered' : '';
    return `${course.title} (${providers[course.provider]?.name ?? course.provider}${code}${gone})`;
  };
  return (
    <li class={isAdded(row) ? 'import-row' : 'import-row import-row-out'}>
      <p class="import-line">
        <span class="visually-hidden">Line {at + 1}: </span>
        {line.text} <span class={`tag import-${standing}`}>{standingWords[standing]}</span>
      </p>
      {facts !== '' && <p class="result-facts">{facts}</p>}
      {line.remarks?.map((remark) => (
        <p class="result-facts" key={remark}>
          {remarkWords[remark]}
        </p>
      ))}
      <SelectField
        id={rowFieldId(at, 'choice')}
        label={`Line ${at + 1} is`}
        error={errorOf('choice')}
        value={choice}
        onChange={onChoose}
      >
        {choice === '' && <option value="">Choose…</option>}
        {row.courses.map((id) => (
          <option key={id} value={id}>
            {courseLabel(id)}
          </option>
        ))}
        <option value={asOwn}>A course of my own, not in this list</option>
        <option value={leaveOut}>Leave it out</option>
      </SelectField>
      {chosen && <p class="result-facts">{recommendedWords(chosen)}</p>}
      {choice === asOwn && <OwnFields at={at} own={row.own} errorOf={errorOf} onType={onType} />}
    </li>
  );
}

type OwnProps = {
  readonly at: number;
  readonly own: TypedFields;
  readonly errorOf: (field: keyof TypedFields) => string | undefined;
  readonly onType: (field: keyof TypedFields, value: string) => void;
};

/** What a plan needs to know of a course that the catalog doesn't have. */
function OwnFields({ at, own, errorOf, onType }: OwnProps) {
  const field = (name: keyof TypedFields) => ({
    id: rowFieldId(at, name),
    value: own[name],
    error: errorOf(name),
  });
  const type = (name: keyof TypedFields) => (value: string) => onType(name, value);
  return (
    <fieldset class="import-own">
      <legend class="visually-hidden">Line {at + 1}, your own course</legend>
      <TextField {...field('title')} label="Course title" onInput={type('title')} />
      <TextField {...field('hours')} label="Semester hours" kind="decimal" width="short" onInput={type('hours')} />
      <SelectField {...field('level')} label="Level" onChange={type('level')}>
        {own.level === '' && <option value="">Choose…</option>}
        {(['lower-division', 'upper-division', 'graduate', 'vocational'] as const).map((level) => (
          <option key={level} value={level}>
            {levelWords[level]}
          </option>
        ))}
        <option value="not-known">I don’t know (counts as lower division)</option>
      </SelectField>
      <SelectField {...field('source')} label="Where the credit comes from" onChange={type('source')}>
        {own.source === '' && <option value="">Choose…</option>}
        {(['alternative', 'exam', 'college', 'foreign', 'school'] as const).map((source) => (
          <option key={source} value={source}>
            {sourceWords[source]}
          </option>
        ))}
      </SelectField>
      <TextField
        {...field('subject')}
        label="Subject or course code at your school (optional)"
        hint="Like PSY or PSY-1010. Without it the course counts only where any subject will do"
        width="short"
        onInput={type('subject')}
      />
    </fieldset>
  );
}
