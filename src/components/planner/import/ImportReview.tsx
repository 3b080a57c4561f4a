import { useEffect, useRef, useState } from 'preact/hooks';
import type { CreditStatus } from '../../../engine/types.ts';
import type { CatalogCourse, CatalogCourses } from '../../../planner/catalog/catalog.ts';
import type { TypedFields } from '../../../planner/plan/entry-check.ts';
import {
  checkReview,
  isAdded,
  leaveOut,
  type ReviewRow,
  type RowProblem,
  type Standing,
} from '../../../planner/import/review.ts';
import { rowProblemWords } from '../../../planner/import/wording-import.ts';
import type { NewCredit } from '../../../planner/plan/plan-changes.ts';
import { mostCredits } from '../../../planner/plan/plan.ts';
import { statusWords } from '../../../planner/wording.ts';
import { ErrorSummary, SelectField } from '../form/Fields.tsx';
import { ImportRow, rowFieldId } from './ImportRow.tsx';

type Props = {
  readonly first: readonly ReviewRow[];
  readonly pagesWithoutText: number;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  readonly providers: CatalogCourses['providers'];
  readonly inPlan: ReadonlyMap<string, string>;
  readonly room: number;
  readonly onBack: () => void;
  readonly onAdd: (credits: readonly NewCredit[]) => void;
};

/** How many lines are shown at first, and with each "Show more". */
const atOnce = 60;
/** Mistakes that the summary names; the others stand beside their lines. */
const mostNamed = 8;
/** How many lines that don't look like courses are shown at first, and with each "Show more". */
const mostAsides = 200;

/** Every line that was read, with what it becomes. Nothing is in the plan before "Add". */
export function ImportReview({ first, pagesWithoutText, courses, providers, inPlan, room, onBack, onAdd }: Props) {
  const [rows, setRows] = useState(first);
  const [status, setStatus] = useState<CreditStatus>(() => firstStatus(first));
  const [problems, setProblems] = useState<readonly RowProblem[]>([]);
  const [noRoom, setNoRoom] = useState(false);
  const [shown, setShown] = useState(atOnce);
  const [asidesShown, setAsidesShown] = useState(mostAsides);
  const title = useRef<HTMLHeadingElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => title.current?.focus(), []);

  const change = (at: number, next: Partial<ReviewRow>) =>
    setRows((before) => before.map((row, i) => (i === at ? { ...row, ...next } : row)));
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkReview(rows, status, inPlan);
    const found = 'problems' in checked ? checked.problems : [];
    const over = 'credits' in checked && checked.credits.length > room;
    setNoRoom(over);
    setProblems(found);
    const last = found.slice(0, mostNamed).at(-1);
    if (last && rows.slice(0, last.row + 1).filter(isCourse).length > shown) setShown(last.row + 1);
    if ('credits' in checked && !over) onAdd(checked.credits);
  };

  const adding = rows.filter(isAdded).length;
  const listed = rows.flatMap((row, at) => (isCourse(row) ? [{ row, at }] : []));
  const asides = rows.flatMap((row, at) => (isCourse(row) ? [] : [{ row, at }]));
  const open = rows.filter(({ choice }) => choice === '').length;
  const leaveOpen = () => {
    setRows((before) => before.map((row) => (row.choice === '' ? { ...row, choice: leaveOut } : row)));
    // The button that was pressed goes.
    add.current?.focus();
  };
  const showMore = () => {
    const next = listed[shown]?.at;
    setShown(shown + atOnce);
    if (next !== undefined) focusChoice(next);
  };
  const summary = [
    ...problems.slice(0, mostNamed).map((problem) => ({
      id: rowFieldId(problem.row, problem.field),
      words: `Line ${problem.row + 1}: ${rowProblemWords(problem)}`,
    })),
    ...(noRoom
      ? [{ id: 'import-title', words: `A plan can have ${mostCredits} courses. There is room for ${room} more.` }]
      : []),
  ];
  return (
    <form class="form import-review" noValidate onSubmit={submit}>
      <h3 id="import-title" ref={title} tabIndex={-1}>
        Check {linesWords(listed.length)}
      </h3>
      <p>{countWords(rows)}</p>
      {pagesWithoutText > 0 && (
        <p class="note">
          {pagesWithoutText === 1 ? '1 page is a picture' : `${pagesWithoutText} pages are pictures`} and could not be
          read. Type in what stands there.
        </p>
      )}
      <ErrorSummary problems={summary} since={problems} />
      {listed.length > 0 && (
        <SelectField
          id="import-status"
          label="How far are you with these courses?"
          hint="It holds for all lines that don’t say “in progress”"
          value={status}
          onChange={(value) => setStatus(value as CreditStatus)}
        >
          {(Object.keys(statusWords) as CreditStatus[]).map((each) => (
            <option key={each} value={each}>
              {statusWords[each]}
            </option>
          ))}
        </SelectField>
      )}
      <ol class="import-rows" role="list">
        {listed.slice(0, shown).map(({ row, at }) => (
          <ImportRow
            key={at}
            at={at}
            row={row}
            courses={courses}
            providers={providers}
            problems={problems.filter((problem) => problem.row === at)}
            onChoose={(choice) => change(at, { choice })}
            onType={(field: keyof TypedFields, value) => change(at, { own: { ...row.own, [field]: value } })}
          />
        ))}
      </ol>
      {listed.length > shown && (
        <button class="button button-quiet" type="button" onClick={showMore}>
          Show {Math.min(atOnce, listed.length - shown)} more of the {listed.length}
        </button>
      )}
      {asides.length > 0 && (
        <details>
          <summary>
            {asides.length === 1
              ? '1 line that doesn’t look like a course'
              : `${asides.length} lines that don’t look like courses`}
          </summary>
          <ul class="import-asides" role="list">
            {asides.slice(0, asidesShown).map(({ row, at }) => (
              <li key={at}>
                <span>{row.line.text}</span>
                <button
                  class="button button-quiet"
                  type="button"
                  onClick={() => {
                    change(at, { standing: 'not-found', choice: '', own: { ...row.own, title: row.line.text } });
                    setShown(Math.max(shown, at + 1));
                    focusChoice(at);
                  }}
                >
                  Use this line<span class="visually-hidden">: {row.line.text}</span>
                </button>
              </li>
            ))}
          </ul>
          {asides.length > asidesShown && (
            <button class="button button-quiet" type="button" onClick={() => setAsidesShown(asidesShown + mostAsides)}>
              Show {Math.min(mostAsides, asides.length - asidesShown)} more of the {asides.length}
            </button>
          )}
        </details>
      )}
      <div class="actions">
        <button class="button" type="submit" ref={add}>
          {adding === 1 ? 'Add 1 course' : `Add ${adding} courses`}
        </button>
        {open > 0 && (
          <button class="button button-quiet" type="button" onClick={leaveOpen}>
            Leave out the {open === 1 ? 'line' : `${open} lines`} not chosen yet
          </button>
        )}
        <button class="button button-quiet" type="button" onClick={onBack}>
          Back to the list
        </button>
      </div>
    </form>
  );
}

/** Once the line is shown. */
function focusChoice(at: number): void {
  setTimeout(() => document.getElementById(rowFieldId(at, 'choice'))?.focus());
}

const isCourse = ({ standing }: ReviewRow): boolean => standing !== 'aside';

/** Grades, scores and dates are of courses that are finished. */
function firstStatus(rows: readonly ReviewRow[]): CreditStatus {
  const finished = rows.some(
    ({ line }) => line.grade !== undefined || line.score !== undefined || line.completedOn !== undefined,
  );
  return finished ? 'completed' : 'considering';
}

function linesWords(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

/** "5 found, 2 to choose, 1 not found" */
function countWords(rows: readonly ReviewRow[]): string {
  const words: readonly (readonly [Standing, string])[] = [
    ['found', 'found'],
    ['several', 'to choose'],
    ['not-found', 'not found'],
    ['college', 'of a college'],
    ['in-plan', 'in your plan already'],
    ['twice', 'named before'],
    ['no-credit', 'without credit'],
    ['signature-wrong', 'with a wrong signature'],
  ];
  const counted = words.flatMap(([standing, says]) => {
    const count = rows.filter((row) => row.standing === standing).length;
    return count === 0 ? [] : [`${count} ${says}`];
  });
  return counted.length === 0 ? 'No line looks like a course.' : `${counted.join(', ')}.`;
}
