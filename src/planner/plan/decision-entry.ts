/**
 * Checks what a student types of the school's answer. The answer is a decision, or one problem for each field that has
 * one; what was typed is never changed, so the form can show it again.
 */
import { levelOf, type Answered, type Decision } from '../../engine/index.ts';
import type { School } from '../../schemas/school.ts';
import { checkDate, checkHours, type DateParts, type EntryProblem } from './entry-check.ts';
import { bareCode, printedCode } from './printed-code.ts';

/** The longest name of an office or a person that a plan keeps. */
const longestName = 200;

/** The most parts that one answer may have. */
export const mostParts = 20;

/** Every mistake in an answer, worded in `wording-decisions.ts`. */
export type AnswerProblem =
  | EntryProblem
  | 'answer-missing'
  | 'as-missing'
  | 'code-missing'
  | 'code-not-a-course'
  | 'code-not-a-subject'
  | 'by-missing'
  | 'by-too-long'
  | 'date-missing'
  | 'date-ahead'
  | 'block-missing';

/** One mistake, and the field that it stands beside. */
export type AnswerMistake = { readonly field: string; readonly problem: AnswerProblem };

/** What stands in the fields for who answered, and when. */
export type AnsweredFields = DateParts & { readonly by: string };

/**
 * What stands in the fields for one part: hours; `as`, "course", "subject", "elective" or "area " with an area's id; the
 * code of a course or a subject; and a level.
 */
export type PartFields = Readonly<Record<'hours' | 'as' | 'code' | 'level', string>>;

/** What the school said: `yes` as was hoped, `as` something else, or `no`. */
export type AnswerFields = { readonly answer: string; readonly parts: readonly PartFields[] };

/** What is known of a school's courses: its own list, and the codes that a degree names. */
export type KnownCourses = { readonly school: School; readonly named: readonly string[] };

export const emptyPart: PartFields = { hours: '', as: '', code: '', level: '' };
export const noAnswer: AnswerFields = { answer: '', parts: [emptyPart] };
export const nobodyYet: AnsweredFields = { by: '', day: '', month: '', year: '' };

type Becomes = Decision['becomes'];

/** The field of one part, for its id and for its mistake. */
export function partField(part: number, field: keyof PartFields): string {
  return `part-${part}-${field}`;
}

/** Who answered and when, or each field's mistake. An answer is never of tomorrow. */
export function checkAnswered(
  { by, ...parts }: AnsweredFields,
  today: string,
): { readonly answered: Answered } | { readonly mistakes: readonly AnswerMistake[] } {
  const mistakes: AnswerMistake[] = [];
  const name = by.trim().replace(/\s+/g, ' ');
  if (name === '') mistakes.push({ field: 'by', problem: 'by-missing' });
  else if (name.length > longestName) mistakes.push({ field: 'by', problem: 'by-too-long' });
  const date = checkDate(parts);
  const decidedOn = 'value' in date ? date.value : undefined;
  if ('problem' in date) mistakes.push({ field: 'day', problem: date.problem });
  else if (decidedOn === undefined) mistakes.push({ field: 'day', problem: 'date-missing' });
  else if (decidedOn > today) mistakes.push({ field: 'day', problem: 'date-ahead' });
  return mistakes.length > 0 || decidedOn === undefined ? { mistakes } : { answered: { decidedOn, by: name } };
}

/**
 * What the credit becomes, or each field's mistake. `hoped` is what a plain yes means; without it, nobody knows yet what the
 * credit could become, and the answer must say it.
 */
export function checkAnswer(
  { answer, parts }: AnswerFields,
  hoped: Becomes | undefined,
  known: KnownCourses,
): { readonly becomes: Becomes } | { readonly mistakes: readonly AnswerMistake[] } {
  if (answer === 'no') return { becomes: [] };
  if (answer === 'yes' && hoped) return { becomes: hoped };
  if (answer !== 'as') return { mistakes: [{ field: 'answer', problem: 'answer-missing' }] };
  const checked = parts.map((part, index) => checkPart(part, index, known));
  const mistakes = checked.flatMap((one) => ('mistakes' in one ? one.mistakes : []));
  return mistakes.length > 0
    ? { mistakes }
    : { becomes: checked.flatMap((one) => ('becomes' in one ? one.becomes : [])) };
}

type Checked<T> = { readonly value: T } | { readonly problem: AnswerProblem };

function checkPart(
  fields: PartFields,
  part: number,
  known: KnownCourses,
): { readonly becomes: Becomes } | { readonly mistakes: readonly AnswerMistake[] } {
  const hours = checkHours(fields.hours);
  const kind = checkKind(fields, known);
  const level = kind && 'value' in kind ? checkLevel(fields.level, kind.value, known.school) : undefined;
  const all = { hours, as: kind ?? { problem: 'as-missing' as const }, level };
  const mistakes = Object.entries(all).flatMap(([field, checked]): AnswerMistake[] =>
    checked && 'problem' in checked
      ? [{ field: partField(part, fieldOf(field as keyof typeof all, checked.problem)), problem: checked.problem }]
      : [],
  );
  if ('problem' in hours || !kind || 'problem' in kind || !level || 'problem' in level) return { mistakes };
  return { becomes: [{ semesterHours: hours.value, level: level.value, ...kind.value }] };
}

/** A mistake in a code stands beside the code. */
function fieldOf(field: 'hours' | 'as' | 'level', problem: AnswerProblem): keyof PartFields {
  return problem.startsWith('code-') ? 'code' : field;
}

type Kind = Omit<Becomes[number], 'semesterHours' | 'level'>;

/** What sort of credit it becomes; undefined where nothing was chosen. */
function checkKind({ as, code }: PartFields, { school, named }: KnownCourses): Checked<Kind> | undefined {
  const typed = code.trim().toUpperCase();
  if (as === 'elective') return { value: { title: 'Free elective' } };
  if (as === 'subject') {
    if (typed === '') return { problem: 'code-missing' };
    if (!/^[A-Z]{1,6}$/.test(typed)) return { problem: 'code-not-a-subject' };
    return { value: { title: `Elective in ${typed}`, subject: typed } };
  }
  const area = school.areas.find(({ id }) => as === `area ${id}`);
  if (!area && as !== 'course') return undefined;
  if (typed === '') return area ? { value: { title: area.title, areas: [area.id] } } : { problem: 'code-missing' };
  const schoolCourse = codeAsPrinted(typed, [...school.courses.map((course) => course.code), ...named]);
  if (schoolCourse === undefined) return { problem: 'code-not-a-course' };
  const title = school.courses.find((course) => course.code === schoolCourse)?.title ?? schoolCourse;
  return { value: { title, schoolCourse, ...(area ? { areas: [area.id] } : {}) } };
}

/** A code as the school prints it, however it was typed: "psy 1010" is "PSY-1010". Undefined where it is no code. */
export function codeAsPrinted(typed: string, codes: readonly string[]): string | undefined {
  const known = printedCode(typed, codes);
  if (known !== undefined) return known;
  const [, subject, number] = /^([A-Z]{1,6})(\d{2,5}[A-Z]{0,2})$/.exec(bareCode(typed)) ?? [];
  return subject === undefined ? undefined : `${subject}-${number}`;
}

const levels: readonly Becomes[number]['level'][] = ['vocational', 'lower-division', 'upper-division', 'graduate'];

/** The level that was chosen; else that of the course. A level that is not known counts as lower division. */
function checkLevel(text: string, { schoolCourse }: Kind, school: School): Checked<Becomes[number]['level']> {
  if (text === 'not-known') return { value: 'lower-division' };
  const level = levels.find((one) => one === text) ?? levelOf(schoolCourse, school);
  return level ? { value: level } : { problem: 'level-missing' };
}
