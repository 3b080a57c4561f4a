/** The review between reading and adding: for each line, what the student chose, and what still has to be said. */
import type { CreditStatus } from '../../engine/index.ts';
import type { CatalogCourses } from '../catalog/catalog.ts';
import { checkTypedCourse, type EntryProblem, type TypedFields } from '../plan/entry-check.ts';
import type { NewCredit } from '../plan/plan-changes.ts';
import type { ImportLine } from './find-courses.ts';

/** How a line stands when the review begins. */
export type Standing =
  | 'found'
  | 'in-plan'
  | 'twice'
  | 'several'
  | 'not-found'
  /** A college's own course, with its hours: none of the catalog's. */
  | 'college'
  | 'no-credit'
  | 'signature-wrong'
  | 'aside';

/** A course's id, or one of these. Empty: not chosen yet. */
export type Choice = string;
export const asOwn = '(own)';
export const leaveOut = '(out)';

/** One line in review. */
export type ReviewRow = {
  readonly line: ImportLine['line'];
  /** Courses to choose from, the likeliest first. */
  readonly courses: readonly string[];
  readonly standing: Standing;
  readonly choice: Choice;
  /** What stands in the fields for a course of one's own. */
  readonly own: TypedFields;
};

/** Every line with what it is likely to become. What is in the plan, or came before, is left out unless chosen. */
export function startReview(
  lines: readonly ImportLine[],
  providers: CatalogCourses['providers'],
  inPlan: ReadonlyMap<string, string>,
): readonly ReviewRow[] {
  const taken = new Set<string>();
  return lines.map(({ line, found }) => {
    const course = found.kind === 'course' ? found.course : undefined;
    const standing = standingOf({ line, found }, inPlan, taken);
    // A badge that was changed proves no course of the catalog.
    const courses = standing === 'signature-wrong' || found.kind === 'none' ? [] : coursesOf(found);
    if (course !== undefined && standing === 'found') taken.add(course);
    return { line, courses, standing, choice: firstChoice(standing, course), own: ownFields(line, providers) };
  });
}

function coursesOf(found: Exclude<ImportLine['found'], { kind: 'none' }>): readonly string[] {
  return found.kind === 'course' ? [found.course] : found.courses;
}

function standingOf(
  { line, found }: ImportLine,
  inPlan: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): Standing {
  if (line.remarks?.includes('signature-wrong')) return 'signature-wrong';
  if (line.title === '' && !line.remarks?.includes('badge-without-name')) return 'aside';
  if (line.remarks?.includes('no-credit')) return 'no-credit';
  if (line.college && line.hours !== undefined) return 'college';
  if (found.kind === 'none') return 'not-found';
  if (found.kind === 'several') return 'several';
  return inPlan.has(found.course) ? 'in-plan' : taken.has(found.course) ? 'twice' : 'found';
}

function firstChoice(standing: Standing, course: string | undefined): Choice {
  if (standing === 'found') return course ?? '';
  if (standing === 'college') return asOwn;
  return standing === 'several' || standing === 'not-found' ? '' : leaveOut;
}

function ownFields(line: ImportLine['line'], providers: CatalogCourses['providers']): TypedFields {
  const [provider] = line.providers;
  const kind = provider === undefined ? undefined : providers[provider]?.kind;
  const source = line.college ? 'college' : kind === undefined ? '' : kind === 'exam-program' ? 'exam' : 'alternative';
  return {
    title: line.title || (line.remarks?.includes('badge-without-name') ? '' : line.text),
    hours: line.hours === undefined ? '' : String(line.hours),
    level: line.level ?? (line.college ? 'not-known' : ''),
    subject: '',
    source,
  };
}

/** Whether the row will be added. */
export const isAdded = ({ choice }: ReviewRow): boolean => choice !== '' && choice !== leaveOut;

/** What keeps a row from being added. `row` counts from 0. */
export type RowProblem =
  | { readonly row: number; readonly field: keyof TypedFields; readonly problem: EntryProblem }
  | {
      readonly row: number;
      readonly field: 'choice';
      readonly problem: 'choice-missing' | 'course-twice' | 'course-in-plan';
    };

/** The credits to add, or each row's mistakes. `status` holds for every row that doesn't say it is in progress. */
export function checkReview(
  rows: readonly ReviewRow[],
  status: CreditStatus,
  inPlan: ReadonlyMap<string, string>,
): { readonly credits: readonly NewCredit[] } | { readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const credits: NewCredit[] = [];
  const chosen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const { choice, line } = row;
    if (choice === '') problems.push({ row: at, field: 'choice', problem: 'choice-missing' });
    if (!isAdded(row)) continue;
    const progress = {
      status: line.inProgress ? ('in-progress' as const) : status,
      ...(line.grade === undefined ? {} : { grade: line.grade }),
      ...(line.score === undefined ? {} : { score: line.score }),
      ...(line.completedOn === undefined ? {} : { completedOn: line.completedOn }),
    };
    if (choice === asOwn) {
      const checked = checkTypedCourse(row.own);
      if ('problems' in checked) problems.push(...checked.problems.map((found) => ({ row: at, ...found })));
      else credits.push({ typed: checked.course, ...progress });
    } else if (inPlan.has(choice)) problems.push({ row: at, field: 'choice', problem: 'course-in-plan' });
    else if (chosen.has(choice)) problems.push({ row: at, field: 'choice', problem: 'course-twice' });
    else {
      chosen.add(choice);
      credits.push({ course: choice, ...progress });
    }
  }
  return problems.length > 0 ? { problems } : { credits };
}
