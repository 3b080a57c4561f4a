/**
 * Reads the text of a list or a transcript, line by line. A heading that names a provider, a term or a college holds for
 * the lines below it. Lines that don't look like courses are kept, without a title: the student sees them too.
 */
import { scoreRange } from '../plan/entry-check.ts';
import { wordsOf } from '../catalog/search-words.ts';
import { takeProviders, type ProviderNames } from './provider-names.ts';
import {
  dateOrderOf,
  longestLine,
  readHours,
  readLine,
  takeFacts,
  tidy,
  type DateOrder,
  type LineFacts,
  type ReadLine,
} from './read-line.ts';
import { joinRecommendations, takeRecommendation } from './read-recommendation.ts';

/** The most lines one list, table or transcript may have. */
export const mostLines = 5000;

type Kind =
  | { readonly kind: 'course' }
  | { readonly kind: 'provider'; readonly provider: string }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'college' }
  | { readonly kind: 'facts'; readonly facts: LineFacts }
  /** "Organization: Sophia Learning", of one course. */
  | { readonly kind: 'giver'; readonly provider: string | undefined }
  | { readonly kind: 'aside' };

/** Words that may stand beside a provider's name in a heading. */
const headingWords = new Set(
  'transcript transcripts official unofficial course courses exam exams credit credits by examination organization provider issuer issued source institution training record records learning from my completed the of and score scores report list ace nccrs'.split(
    ' ',
  ),
);
const columnWords = new Set(
  'course courses code title name number no subject description credit credits hour hours attempted earned grade grades points quality qpts pts gpa term status date completed completion units level score type provider source attm crse crs att ern organization ace id exam test recommendation recommended'.split(
    ' ',
  ),
);
const administration =
  /\b(?:american council on education|credit registry|gpa|grade point|cumulative|(?:term|transcript|institution|transfer|overall|grand) totals?|dean['’]?s list|academic standing|good standing|end of (?:transcript|record)|social security|date of birth|student (?:id|name|number)|page \d+(?: of \d+)?|registrar|(?:un)?official transcript|record of)\b/i;
const label =
  /^(?:name|student|id|dob|ssn|address|e-?mail|phone|program|majors?|minors?|degree|college|campus|school|printed|totals?|sub-?totals?|term|semester|session|level|birth ?date|date (?:printed|issued)|transcript id|print date|status|holder|recipient|earned by)\s*[:#]/i;
const giver = /^(?:organi[sz]ation|provider|issuer|issued by|offered by)\s*:\s*\S/i;
const exhibit = /^(?:ace )?(?:course |exhibit )?(?:id|number|exhibit)\s*[:#]\s*[A-Z]{2,6}-?\d{3,5}$/i;
const university = /\b(?:university(?: of)?|community college|state college|technical college|college of)\b/i;
const separatedTerm =
  /^(?:fall|spring|summer|winter|autumn)\b|^(?:19|20)\d\d,? (?:fall|spring|summer|winter|autumn)\b/i;

function kindOf(line: string, names: ProviderNames, dates: DateOrder | undefined): Kind {
  const recommended = takeRecommendation(line);
  const { facts, rest } = takeFacts(recommended?.rest ?? line, dates);
  const left = wordsOf(rest);
  if (!/\p{L}/u.test(line) || /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$/i.test(line)) {
    return facts.completedOn === undefined && facts.hours === undefined ? { kind: 'aside' } : { kind: 'facts', facts };
  }
  const { providers, rest: others } = takeProviders(names, wordsOf(line));
  const [provider] = providers;
  if (giver.test(line)) return { kind: 'giver', provider: providers.length === 1 ? provider : undefined };
  if (exhibit.test(line)) return { kind: 'facts', facts: {} };
  if (recommended?.rest.trim() === '') return { kind: 'facts', facts: recommended.facts };
  if (provider !== undefined && providers.length === 1 && others.every((word) => headingWords.has(word)))
    return { kind: 'provider', provider };
  if (administration.test(line) || label.test(line)) return { kind: 'aside' };
  if (facts.term !== undefined && left.length <= 3 && separatedTerm.test(line))
    return { kind: 'term', term: facts.term };
  if (wordsOf(line).length > 1 && wordsOf(line).every((word) => columnWords.has(word))) return { kind: 'aside' };
  if (left.every((word) => headingWords.has(word) || ['recommended', 'on', 'baccalaureate'].includes(word)))
    return left.length === 0 || facts.hours !== undefined || facts.completedOn !== undefined
      ? { kind: 'facts', facts }
      : { kind: 'aside' };
  const marked = facts.hours !== undefined || facts.grade !== undefined || /\d\.\d/.test(line);
  if (university.test(line) && !marked && provider === undefined) return { kind: 'college' };
  return left.length > (marked ? 40 : 25) ? { kind: 'aside' } : { kind: 'course' };
}

/**
 * Whether providers stand behind the titles they belong to, as on a page of badges: title, provider, title, provider.
 * Then the list begins with a title and ends with a provider; headings would do neither.
 */
function providersFollow(kinds: readonly Kind[]): boolean {
  const order = kinds.filter(({ kind }) => kind === 'course' || kind === 'provider').map(({ kind }) => kind);
  return (
    order.length > 1 &&
    order.length % 2 === 0 &&
    order.every((kind, i) => kind === (i % 2 === 0 ? 'course' : 'provider'))
  );
}

/** Whether each course stands right below who gives it. On most transcripts it stands above. */
function giversLead(kinds: readonly Kind[]): boolean {
  return kinds.every(({ kind }, i) => kind !== 'giver' || kinds[i + 1]?.kind === 'course');
}

type Section = { provider?: string; term?: string; college: boolean };
/** What holds for every line of a list. */
type Whole = { readonly quarter: boolean; readonly dates: DateOrder | undefined };

/**
 * The lines of a text. Yields now and then, so that a page stays alive while it reads a long one.
 * `text` must have at most `mostLines` lines.
 */
export function* readLines(text: string, names: ProviderNames): Generator<undefined, ReadLine[]> {
  const texts = joinRecommendations(linesOf(text));
  const dates = dateOrderOf(text);
  const kinds: Kind[] = [];
  for (const [i, line] of texts.entries()) {
    kinds.push(kindOf(line, names, dates));
    if (i % 20 === 19) yield;
  }
  const follow = providersFollow(kinds);
  const lead = giversLead(kinds);
  const quarter =
    /\bquarter (?:credit )?(?:hours?|credits?|units?)\b/i.test(text) &&
    !/\bsemester (?:credit )?(?:hours?|credits?|units?)\b/i.test(text);
  const section: Section = { college: false };
  const lines: ReadLine[] = [];
  let open: number | undefined;
  for (const [i, line] of texts.entries()) {
    if (i % 20 === 19) yield;
    const is = kinds[i] ?? { kind: 'aside' };
    if (is.kind === 'course') {
      open = lines.push(courseLine(line, names, section, { quarter, dates })) - 1;
      continue;
    }
    const before = open === undefined ? undefined : lines[open];
    const joins = is.kind === 'facts' || (is.kind === 'provider' && follow) || (is.kind === 'giver' && !lead);
    if (joins && before && open !== undefined && before.text.length + line.length + 3 <= longestLine) {
      lines[open] = joined(before, line, is);
      continue;
    }
    if (is.kind === 'provider' || is.kind === 'giver')
      Object.assign(section, { provider: is.provider, college: false });
    if (is.kind === 'term') section.term = is.term;
    if (is.kind === 'college') Object.assign(section, { provider: undefined, college: true });
    open = undefined;
    lines.push({ text: line, title: '', providers: [] });
  }
  return lines;
}

/** The lines of a text that say something. A line that is too long becomes several. */
export function linesOf(text: string): string[] {
  const pieces = new RegExp(`.{1,${longestLine}}(?=\\s|$)|.{1,${longestLine}}`, 'gsu');
  return text
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
    .flatMap((line) => (line.length > longestLine ? (line.match(pieces) ?? []) : [line]))
    .map(tidy)
    .filter(Boolean);
}

function courseLine(line: string, names: ProviderNames, section: Section, { quarter, dates }: Whole): ReadLine {
  const named = takeProviders(names, wordsOf(line)).providers;
  const providers = [...new Set([...named, ...(section.provider === undefined ? [] : [section.provider])])];
  const recommended = takeRecommendation(line);
  const read = recommended
    ? { ...readLine(recommended.rest, dates), ...recommended.facts, text: line }
    : (examLine(line, providers[0], dates) ?? readLine(line, dates));
  // A code, hours and a grade, and nobody named who gives it: a line of a college's own transcript.
  const graded = read.code !== undefined && read.hours !== undefined && read.grade !== undefined;
  const turned = quarter && read.hours !== undefined && !read.remarks?.includes('quarter-hours');
  const hours = turned ? readHours(String(read.hours), true) : undefined;
  return {
    ...read,
    ...(hours === undefined ? {} : { hours, remarks: [...(read.remarks ?? []), 'quarter-hours'] }),
    ...(read.term === undefined && section.term !== undefined ? { term: section.term } : {}),
    providers,
    ...(providers.length === 0 && (section.college || graded) ? { college: true } : {}),
  };
}

/**
 * The line of an exam whose last number is a score on the exam's scale, "College Algebra 58" at CLEP, or the last but one,
 * where hours stand behind it: "College Algebra 58 3".
 */
function examLine(
  line: string,
  provider: string | undefined,
  dates: DateOrder | undefined,
): ReturnType<typeof readLine> | undefined {
  const { from, to } = scoreRange(provider);
  const [, title, number, hours] = /^(.*?)[\s:,(–-]+(\d{2,3})\)?(?:\s+(\d)(?:\.0+)?)?$/.exec(line) ?? [];
  const score = Number(number);
  if (from === 0 || title === undefined || !(score >= from && score <= to)) return undefined;
  if (readLine(line).score !== undefined) return undefined;
  const read = readLine(title, dates);
  if (hours === '0') return { ...read, text: line, score, remarks: [...(read.remarks ?? []), 'no-credit'] };
  return { ...read, text: line, score, ...(hours === undefined ? {} : { hours: Number(hours) }) };
}

/** The course with the line that stands below it. What the course's own line says goes first. */
function joined(course: ReadLine, line: string, is: Kind): ReadLine {
  const text = tidy(`${course.text} · ${line}`);
  if (is.kind === 'provider' || is.kind === 'giver') {
    const named = is.provider === undefined ? [] : [is.provider];
    return { ...course, text, providers: [...new Set([...named, ...course.providers])] };
  }
  if (is.kind !== 'facts') return course;
  const remarks = [...new Set([...(course.remarks ?? []), ...(is.facts.remarks ?? [])])];
  return { ...is.facts, ...course, text, ...(remarks.length > 0 ? { remarks } : {}) };
}
