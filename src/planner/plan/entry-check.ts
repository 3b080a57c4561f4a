/**
 * Checks what a student types. The answer is the values, or one problem for each field that has one; what was typed
 * is never changed, so the form can show it again.
 */
import { gradeOrder, type CreditStatus, type PlannedCredit, type TypedCourse } from '../../engine/index.ts';
import type { Progress } from './plan-changes.ts';
import { isRealDate, longestTitle, mostHours } from './entry-limits.ts';

/** Every mistake a field may have, worded in `wording-problems.ts`. */
export type EntryProblem =
  | 'title-missing'
  | 'title-too-long'
  | 'hours-missing'
  | 'hours-not-a-number'
  | 'hours-not-above-zero'
  | 'hours-too-many'
  | 'hours-too-exact'
  | 'level-missing'
  | 'subject-not-a-prefix'
  | 'source-missing'
  | 'score-not-a-number'
  | 'score-out-of-range'
  | 'date-incomplete'
  | 'date-not-real'
  | 'date-too-far';

/** A value, or what is wrong with what was typed. */
export type Checked<T> = { readonly value: T } | { readonly problem: EntryProblem };

/** One field's mistake. */
export type FieldProblem<F extends string> = { readonly field: F; readonly problem: EntryProblem };

/** What stands in the fields of the form for a course that is not in the catalog. */
export type TypedFields = Record<'title' | 'hours' | 'level' | 'subject' | 'source', string>;

/** The days, months and years of a date, as typed. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

/** The lowest and highest score of an exam. */
export type ScoreRange = { readonly from: number; readonly to: number };

const levels: readonly TypedCourse['level'][] = ['vocational', 'lower-division', 'upper-division', 'graduate'];
const sources: readonly TypedCourse['source'][] = ['school', 'college', 'exam', 'alternative', 'foreign'];

/** The course that was typed, or each field's mistake, in the form's order. */
export function checkTypedCourse(
  fields: TypedFields,
): { readonly course: TypedCourse } | { readonly problems: readonly FieldProblem<keyof TypedFields>[] } {
  const title = checkTitle(fields.title);
  const hours = checkHours(fields.hours);
  const level = checkLevel(fields.level);
  const subject = checkSubject(fields.subject);
  const source = checkSource(fields.source);
  const problems = Object.entries({ title, hours, level, subject, source }).flatMap(([field, checked]) =>
    'problem' in checked ? [{ field: field as keyof TypedFields, problem: checked.problem }] : [],
  );
  if ('problem' in title || 'problem' in hours || 'problem' in level || 'problem' in subject || 'problem' in source)
    return { problems };
  const course = { title: title.value, semesterHours: hours.value, level: level.value, source: source.value };
  return { course: { ...course, ...subject.value } };
}

/** What stands in the form for a course that was typed before. */
export function typedFields({
  title,
  semesterHours,
  level,
  subject = '',
  schoolCourse,
  source,
}: TypedCourse): TypedFields {
  return { title, hours: String(semesterHours), level, subject: schoolCourse ?? subject, source };
}

/** The course as it was typed over, or each field's mistake. A code that came from elsewhere stays, whatever its form. */
export function checkTypedOver(before: TypedCourse, fields: TypedFields): ReturnType<typeof checkTypedCourse> {
  if (fields.subject !== typedFields(before).subject) return checkTypedCourse(fields);
  const checked = checkTypedCourse({ ...fields, subject: '' });
  if ('problems' in checked) return checked;
  const { subject, schoolCourse } = before;
  const code = {
    ...(subject === undefined ? {} : { subject }),
    ...(schoolCourse === undefined ? {} : { schoolCourse }),
  };
  return { course: { ...checked.course, ...code } };
}

function checkTitle(text: string): Checked<string> {
  const title = text.trim().replace(/\s+/g, ' ');
  if (title === '') return { problem: 'title-missing' };
  return title.length > longestTitle ? { problem: 'title-too-long' } : { value: title };
}

/** Semester hours: "3", " 3.0 ", "3,5"; more than 0, at most `mostHours`, at most two decimals. */
export function checkHours(text: string): Checked<number> {
  const trimmed = text.trim().replace(/\s*(semester\s+)?(hours?|hrs?|h)\.?$/i, '');
  if (trimmed === '') return { problem: 'hours-missing' };
  const hours = readNumber(trimmed);
  if (hours === undefined) return { problem: 'hours-not-a-number' };
  if (hours <= 0) return { problem: 'hours-not-above-zero' };
  if (hours > mostHours) return { problem: 'hours-too-many' };
  return Math.round(hours * 100) / 100 === hours ? { value: hours } : { problem: 'hours-too-exact' };
}

/** A number with a point or a comma before its decimals. */
function readNumber(text: string): number | undefined {
  if (!/^[+-]?\d+([.,]\d*)?$/.test(text)) return undefined;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

/** A level that is not known counts as lower division: the school may say more, and seldom does. */
function checkLevel(text: string): Checked<TypedCourse['level']> {
  if (text === 'not-known') return { value: 'lower-division' };
  const level = levels.find((known) => known === text);
  return level ? { value: level } : { problem: 'level-missing' };
}

/** A subject, "PSY", or one of the school's courses, "PSY-1010" or "psy 1010". */
function checkSubject(text: string): Checked<Pick<TypedCourse, 'subject' | 'schoolCourse'>> {
  const typed = text.trim().toUpperCase();
  if (typed === '') return { value: {} };
  const [, subject, number] = /^([A-Z]{1,6})(?:[-\s]*(\d{2,5}[A-Z]{0,2}))?$/.exec(typed) ?? [];
  if (subject === undefined) return { problem: 'subject-not-a-prefix' };
  return { value: number === undefined ? { subject } : { subject, schoolCourse: `${subject}-${number}` } };
}

function checkSource(text: string): Checked<TypedCourse['source']> {
  const source = sources.find((known) => known === text);
  return source ? { value: source } : { problem: 'source-missing' };
}

/** A score on the exam's own scale; nothing typed is no score. */
export function checkScore(text: string, range: ScoreRange): Checked<number | undefined> {
  const trimmed = text.trim().replace(/\s*%$/, '');
  if (trimmed === '') return { value: undefined };
  const score = readNumber(trimmed);
  if (score === undefined) return { problem: 'score-not-a-number' };
  return score < range.from || score > range.to ? { problem: 'score-out-of-range' } : { value: score };
}

/** The scale of a provider's exams, where it is known; else wide enough for any. */
export function scoreRange(provider: string | undefined): ScoreRange {
  if (provider === 'clep') return { from: 20, to: 80 };
  if (provider === 'dsst') return { from: 200, to: 500 };
  return { from: 0, to: 1000 };
}

/** ISO text of a real day, or nothing where all three parts are empty. Months may be names. */
export function checkDate({ day, month, year }: DateParts): Checked<string | undefined> {
  const parts = [day, month, year].map((part) => part.trim());
  if (parts.every((part) => part === '')) return { value: undefined };
  if (parts.some((part) => part === '')) return { problem: 'date-incomplete' };
  const date = [parts[2], monthNumber(parts[1] ?? ''), parts[0]].map((part, i) => part?.padStart(i === 0 ? 4 : 2, '0'));
  const iso = date.join('-');
  if (!isRealDate(iso)) return { problem: 'date-not-real' };
  return iso < '1950-01-01' || iso > '2099-12-31' ? { problem: 'date-too-far' } : { value: iso };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(text: string): string {
  const named = months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return named > 0 ? String(named) : text;
}

/** The parts of an ISO date, for the three fields. */
export function dateParts(iso: string | undefined): DateParts {
  const [year = '', month = '', day = ''] = iso?.split('-') ?? [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** What stands in the form about one credit's progress. */
export type ProgressFields = DateParts & {
  readonly status: CreditStatus;
  readonly score: string;
  readonly grade: string;
};

/** What the student says of one credit, or each field's mistake. */
export function checkProgress(
  fields: ProgressFields,
  range: ScoreRange,
): { readonly progress: Progress } | { readonly problems: readonly FieldProblem<'score' | 'date'>[] } {
  const score = checkScore(fields.score, range);
  const date = checkDate(fields);
  const problems: FieldProblem<'score' | 'date'>[] = [];
  if ('problem' in score) problems.push({ field: 'score', problem: score.problem });
  if ('problem' in date) problems.push({ field: 'date', problem: date.problem });
  if ('problem' in score || 'problem' in date) return { problems };
  const grade = gradeOrder.find((letter) => letter === fields.grade);
  return { progress: progressOf(fields.status, score.value, grade, date.value) };
}

function progressOf(
  status: CreditStatus,
  score: number | undefined,
  grade: PlannedCredit['grade'],
  completedOn: string | undefined,
): Progress {
  return {
    status,
    ...(score === undefined ? {} : { score }),
    ...(grade === undefined ? {} : { grade }),
    ...(completedOn === undefined ? {} : { completedOn }),
  };
}
