/**
 * Reads one line of a list or a transcript: what seems to be the course's title, and the facts beside it. Lines are
 * written in a hundred ways, so everything found here is shown to the student before it is used.
 */
import type { Level } from '../../schemas/shared.ts';
import { gradeOrder, type Grade } from '../../engine/index.ts';
import { isRealDate, mostHours } from '../plan/entry-limits.ts';

/** The longest line that is kept; what is longer is cut, and ends in "…". */
export const longestLine = 300;

/** What the student should know about a line. */
export type LineRemark =
  /** The badge carries its own key, and the signature fits it. */
  | 'signature-fits'
  | 'signature-wrong'
  /** It can't be checked without asking the issuer. */
  | 'signature-not-checked'
  /** The file gives only the address of the badge. */
  | 'badge-without-name'
  /** Quarter hours were turned into semester hours. */
  | 'quarter-hours'
  /** "03/04/2025", in a list that does not show which of the two is the month. */
  | 'month-first'
  /** Withdrawn, failed to earn hours, or audited. */
  | 'no-credit';

/** The facts that stand beside a title. */
export type LineFacts = {
  /** Semester hours. */
  readonly hours?: number;
  readonly grade?: Grade;
  /** On the exam's own scale. */
  readonly score?: number;
  /** ISO date. */
  readonly completedOn?: string;
  /** As it stands: "Fall 2023", "Mar 2025". */
  readonly term?: string;
  readonly level?: Level;
  readonly inProgress?: true;
  readonly remarks?: readonly LineRemark[];
};

/** One line, read. */
export type ReadLine = LineFacts & {
  /** The line as it stood. */
  readonly text: string;
  /** What seems to be the course's title. Empty: the line doesn't look like a course. */
  readonly title: string;
  /** Numbers and grades that stood right behind the title and may belong to it: the "2" of "Calculus 2 A". */
  readonly ending?: readonly string[];
  /** A course code as it stands. */
  readonly code?: string;
  /** Ids of providers the line, or the heading above it, names: the likeliest first. */
  readonly providers: readonly string[];
  /** True for a college's own course. It is never taken for one of the catalog. */
  readonly college?: true;
};

/** Which comes first in the dates of a list that are written with slashes. Without a word of it, the month. */
export type DateOrder = 'month-first' | 'day-first';

const slashes = /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)?\d\d)\b/;

/** What the dates of a text agree on that can be read in one way only: a day above 12 tells which one it is. */
export function dateOrderOf(text: string): DateOrder | undefined {
  const orders = new Set<DateOrder>();
  for (const date of text.matchAll(new RegExp(slashes, 'g'))) {
    const { monthFirst, dayFirst } = readingsOf(date);
    if (monthFirst === undefined && dayFirst !== undefined) orders.add('day-first');
    if (monthFirst !== undefined && dayFirst === undefined) orders.add('month-first');
  }
  const [order] = orders;
  return orders.size === 1 ? order : undefined;
}

/** The real dates that one with slashes may be. */
function readingsOf([, first, second, year = '']: RegExpMatchArray) {
  const full = year.length === 2 ? `20${year}` : year;
  return { monthFirst: realDate(full, first, second), dayFirst: realDate(full, second, first) };
}

/** One line of text without marks that can't be seen, and of bounded length. */
export function tidy(text: string): string {
  const seen = text
    .slice(0, 4 * longestLine)
    .replace(/\p{Cs}|\p{Cf}/gu, '')
    .replace(/[^\S\t]|\p{Cc}(?<!\t)/gu, ' ')
    .trim();
  return seen.length > longestLine ? `${seen.slice(0, longestLine - 1).replace(/\p{Cs}$/u, '')}…` : seen;
}

/** What people put beside a course to say that it is done: ✅, 🎓, ✔. */
const pictures = /[\p{Emoji_Presentation}✓✔☑✗✘]\uFE0F?/gu;

type Taken = { readonly facts: LineFacts; readonly rest: string };

/** The facts that say what they are, like "3 credits" or "Grade: B", and the text without them. */
export function takeFacts(text: string, order?: DateOrder): Taken {
  let rest = text.replace(/[−‐‑]/g, '-').replace(pictures, '\t');
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)}\t${rest.slice(found.index + found[0].length)}`;
    return found ?? undefined;
  };
  const facts: { -readonly [F in keyof LineFacts]: LineFacts[F] } = {};
  const remarks: LineRemark[] = [];

  const next = () => takeDate(take, order, remarks);
  for (let date = next(); date !== undefined; date = next()) {
    if (facts.completedOn === undefined || date > facts.completedOn) facts.completedOn = date;
  }
  const term = take(/\b(?:fall|spring|summer|winter|autumn)(?: (?:semester|term|quarter|session))?,? (?:20|19)\d\d\b/i);
  const turned = term ?? take(/\b(?:20|19)\d\d,? (?:fall|spring|summer|winter|autumn)\b/i);
  const when = turned ?? take(monthOnly);
  if (when) facts.term = when[0];

  const level = take(/\b(lower|upper)[ -](?:division|level)(?: (?:baccalaureate|bachelor'?s?))?\b(?: degree\b)?/i);
  if (level) facts.level = level[1]?.toLowerCase() === 'upper' ? 'upper-division' : 'lower-division';
  else if (take(/\bgraduate (?:level|degree)\b/i)) facts.level = 'graduate';
  else if (take(/\bvocational(?: certificate| level)?\b/i)) facts.level = 'vocational';

  const hours = takeHours(take);
  if (hours) {
    facts.hours = hours.hours;
    if (hours.quarter) remarks.push('quarter-hours');
  }
  const score = take(
    /\b(?:passed with(?: an?)?(?: score of)?|scored?(?: of)?)[:\s]+(\d{1,4}(?:\.\d{1,2})?)(?!\d)(\s*%|\s*\/\s*\d+)?/i,
  );
  if (score?.[1] !== undefined && score[2] === undefined) facts.score = Number(score[1]);

  const grade = take(
    /\b(?:passed with(?: an?)?|grade\b\s*[:=]?)\s*([A-F][+-]?|CR|NC|NP|IP|WF|[PSTUWI])(?![\p{L}\p{N}+-])/iu,
  );
  if (grade?.[1] !== undefined) readGrade(grade[1].toUpperCase(), facts, remarks);
  if (take(/\b(?:in[- ]progress|currently enrolled)\b/i) ?? take(begun)) facts.inProgress = true;
  if (take(withoutCredit)) remarks.push('no-credit');
  take(done);
  // "Intro to Psych done 12/03/2025"; a title has it in capitals: "Getting Things Done".
  take(/(?<=\p{L} )done(?=\s*\t)/u);
  take(/[\s(–-]\d{1,3}(?:[.,]\d{1,2})? ?%\)?(?=\s*(?:$|[\t),;|]))/);
  take(/\s(?:completed|passed|finished)(?: (?:on|in))?:?\s*$/i);
  return { facts: { ...facts, ...(remarks.length > 0 ? { remarks: [...new Set(remarks)] } : {}) }, rest };
}

/**
 * Words of status, where they stand by themselves, or beside a fact: a date or a term that was taken, hours or a grade. In
 * "Completed Works of Plato" nothing is completed. Those that are `alone` count by themselves only: "Getting Things Done 3.0".
 */
function status(words: string, alone = words): RegExp {
  const apart = String.raw`(?<=(?:^|[\t(,:;|]|\s[–-]|\d%?|\s[A-DF][+-]?)\s*)`;
  const named = (some: string) => String.raw`(?:(?:status|date|credit)\b:?\s*)?(?:${some})(?: (?:on|in))?:?`;
  const grade = String.raw`(?:[A-DF][+-]?|P|S|CR)\s*$`;
  const fact = String.raw`(?=\s*(?:\t|\d+[.,]\d|\d+%|(?:19|20)\d\d\s*$|\d*\s+${grade}))`;
  const end = String.raw`(?=\s*(?:$|[\t),;|]|[–-]\s))`;
  return new RegExp(
    `(?:${apart}|(?=status\\b))${named(`${words}|${alone}`)}${end}|(?<=^|[\\s(])${named(words)}${fact}`,
    'i',
  );
}

const begun = status('enrolled|registered|ongoing');
const withoutCredit = status(
  'withdrawn|withdrew|audit(?:ed)?|failed|incomplete|no credit|(?:not|did not|didn.t) (?:pass|passed|completed?)',
);
const done = status('completed|pass(?:ed)?|finished|earned|awarded|issued|granted|transferred|satisfactory', 'done');

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const named = new RegExp(`\\b${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, 'i');
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -]${monthName}[ ,-]{1,2}((?:19|20)\\d\\d)\\b`, 'i');
const monthOnly = new RegExp(`\\b(?:${monthName},? |(?:0?[1-9]|1[0-2])/)(?:19|20)\\d\\d\\b`, 'i');

type Take = (pattern: RegExp) => RegExpExecArray | undefined;

/** The next real date. With slashes the month comes first, as in the US, unless list or date says otherwise. */
function takeDate(take: Take, order: DateOrder | undefined, remarks: LineRemark[]): string | undefined {
  const iso = take(/\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:T[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)/);
  if (iso) return realDate(iso[1], iso[2], iso[3]);
  const slashed = take(slashes);
  if (slashed) {
    const { monthFirst, dayFirst } = readingsOf(slashed);
    const either = monthFirst !== undefined && dayFirst !== undefined && monthFirst !== dayFirst;
    if (either && order === undefined) remarks.push('month-first');
    return order === 'day-first' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
  }
  const dots = take(/\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b/);
  if (dots) return realDate(dots[3], dots[2], dots[1]);
  const words = take(named);
  if (words) return realDate(words[3], monthNumber(words[1]), words[2]);
  const turned = take(dayFirst);
  return turned && realDate(turned[3], monthNumber(turned[2]), turned[1]);
}

function monthNumber(name = ''): string {
  return String(months.indexOf(name.toLowerCase()) + 1);
}

function realDate(year = '', month = '', day = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(iso) && iso >= '1950-01-01' ? iso : undefined;
}

/** The date that a text is, and nothing else of it. */
export function readDate(text: string): string | undefined {
  return takeFacts(text.slice(0, 60)).facts.completedOn;
}

/** Semester hours, or `undefined` where a plan can't hold them. Quarter hours count two thirds. */
export function readHours(text: string, quarter = false): number | undefined {
  if (!/^\d{1,2}(?:[.,]\d{1,3})?$/.test(text.trim())) return undefined;
  const number = Number(text.trim().replace(',', '.')) * (quarter ? 2 / 3 : 1);
  const hours = Math.round(number * 100) / 100;
  return hours > 0 && hours <= mostHours ? hours : undefined;
}

function takeHours(take: Take): { hours: number; quarter: boolean } | undefined {
  const unit =
    '(?:(semester|sem|quarter|qtr)\\.?[ -])?(?:credit[ -])?(?:hours?|hrs?|credits?|crs?|units?|s\\.?h|sch)\\b\\.?';
  const before = take(new RegExp(`(?<![\\d.,])(\\d{1,2}(?:[.,]\\d{1,3})?)[ -]?${unit}`, 'i'));
  const after =
    before ?? take(/\b(?:credits?|hours?|units?)(?: earned)?\s*[:=]\s*(\d{1,2}(?:[.,]\d{1,3})?)(?![\d.,])/i);
  if (after?.[1] === undefined) return undefined;
  const quarter = /^q/i.test(after[2] ?? '');
  const hours = readHours(after[1], quarter);
  return hours === undefined ? undefined : { hours, quarter };
}

/** Who prints "F-" means an F. */
const gradeIn = (printed: string): Grade | undefined =>
  gradeOrder.find((grade) => grade === printed.replace(/^F[+-]$/, 'F'));
const passes = new Set(['P', 'S', 'CR', 'T', 'TR', 'PASS', 'CREDIT']);
const givesNothing = new Set(['W', 'WP', 'WF', 'WD', 'NC', 'NP', 'U', 'AU', 'I', 'INC']);

const isGrade = (token: string): boolean =>
  gradeIn(token) !== undefined || passes.has(token) || givesNothing.has(token) || token === 'IP';

/** What a grade says, as printed. */
export function readGrade(
  printed: string,
  facts: { -readonly [F in keyof LineFacts]: LineFacts[F] },
  remarks: LineRemark[],
): void {
  const grade = gradeIn(printed);
  if (grade) facts.grade = grade;
  else if (givesNothing.has(printed)) remarks.push('no-credit');
  else if (printed === 'IP') facts.inProgress = true;
}

const separator = /\t+|\s{2,}|\s\|\s/;
const codeAtStart = /^([A-Z]{2,8}(?: [A-Z]{1,2})?)[ -]?(\d{2,5}[A-Z]{0,2})(?=$|[\s:.,)–—-])/;
const codeAtEnd = /[\s(\[]([A-Z]{2,8}[ -]?\d{3,5}[A-Z]{0,2})[)\]]?$/;
/** Without the marks around it, and half brackets whose facts were taken; the minus of "B-" stays. */
const trimmed = (text: string): string => text.replace(/^[\s:;,.|•*)\]–—-]+|(?:[\s:;,|•*([]|(?<=\s)[–—-])+$/gu, '');

/** Title, code and facts of one line that is not a heading. */
export function readLine(text: string, order?: DateOrder): Omit<ReadLine, 'providers' | 'college'> {
  const line = text
    .replace(/^\s*(?:[-*•·▪◦–—✓✔☑]|\(?\d{1,3}[.)]|\[[ xX]?\])\s+/u, '')
    .replace(/^\s*(?:course|course (?:title|name)|title|exam|class)\s*:\s*/i, '');
  const { facts, rest } = takeFacts(line, order);
  const cells = rest.split(separator).map(trimmed).filter(Boolean);
  const letters = (cell: string): number => cell.replace(/[^\p{L}]/gu, '').length;
  const codes = [codeAtStart, codeAtEnd].flatMap((pattern) => cells.map((cell) => pattern.exec(cell)));
  const code = trimmed(codes.find((found) => found !== null)?.[0].replace(/[()[\]]/g, '') ?? '');
  const bare = cells.map((cell) => trimmed(cell.replace(codeAtStart, '').replace(codeAtEnd, '')));
  const longest = Math.max(0, ...bare.map(letters));
  const place = bare.findIndex((cell) => letters(cell) === longest);
  const own = longest > 0 ? bare[place]! : '';
  const beside = cells.filter((_, i) => i > place).flatMap((cell) => cell.split(/\s+/));
  const ending = takeEnding(own, beside.length > 0);
  const marks = readMarks([...ending.tokens, ...beside], facts);
  const title = trimmed(ending.title);
  return {
    text,
    title: title || code,
    ...(ending.tokens.length > 0 ? { ending: ending.tokens } : {}),
    ...(code === '' ? {} : { code }),
    ...marks,
  };
}

/**
 * The numbers and grades that end a title without a wide gap. A whole number alone may be part of the title, as in
 * "Spanish 2"; so may a grade alone, as in "CompTIA A+".
 */
function takeEnding(cell: string, hasMore: boolean): { title: string; tokens: string[] } {
  const words = cell.split(' ');
  let from = words.length;
  // One grade at most, and no "I": that is a number in a title sooner than "incomplete".
  let grades = 0;
  const isMark = (word: string): boolean => {
    if (/^\(?\d{1,3}(?:[.,]\d{1,3})?\)?$/.test(word)) return true;
    grades += 1;
    return word !== 'I' && grades === 1 && isGrade(word);
  };
  while (from > 1 && isMark(words[from - 1]!)) from -= 1;
  const tokens = words.slice(from);
  const numbers = tokens.filter((token) => /\d/.test(token));
  const sure = numbers.some((number) => /[.,(]/.test(number)) || (numbers.length > 0 && numbers.length < tokens.length);
  const dash = /[–—-]$/.test(words[from - 1]!);
  if (tokens.length === 0 || hasMore || !(sure || dash)) return { title: cell, tokens: [] };
  return { title: words.slice(0, from).join(' '), tokens: tokens.map((token) => token.replace(/[()]/g, '')) };
}

/** Hours and grade from the columns behind a title: "3.00 3.00 A 12.00" is attempted, earned, grade, points. */
export function readMarks(tokens: readonly string[], before: LineFacts): LineFacts {
  const facts: { -readonly [F in keyof LineFacts]: LineFacts[F] } = { ...before };
  const remarks = [...(before.remarks ?? [])];
  const isNumber = (token: string): boolean => /^\d{1,3}(?:[.,]\d{1,3})?$/.test(token);
  const gradeAt = tokens.findIndex(isGrade);
  const numbersBefore = tokens.slice(0, gradeAt < 0 ? tokens.length : gradeAt).filter(isNumber);
  // Behind a grade only the first number is hours; the next are points.
  const columns = numbersBefore.length > 0 ? numbersBefore : tokens.filter(isNumber).slice(0, 1);
  const [attempted = '', earned = attempted] = columns;
  // Credit from elsewhere is earned without having been attempted.
  const full = readHours(attempted) ?? readHours(earned);
  if (facts.hours === undefined && full !== undefined) {
    facts.hours = Math.min(full, readHours(earned) ?? full);
    const isNothing = Number(earned.replace(',', '.')) === 0;
    if (isNothing && gradeAt < 0) facts.inProgress = true;
    else if (isNothing && tokens[gradeAt] !== 'IP') remarks.push('no-credit');
  }
  if (gradeAt >= 0 && facts.grade === undefined) readGrade(tokens[gradeAt]!, facts, remarks);
  return { ...facts, ...(remarks.length > 0 ? { remarks: [...new Set(remarks)] } : {}) };
}
