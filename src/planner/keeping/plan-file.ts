/**
 * Plan ⇄ file. What comes from outside is not trusted: only fields this file names are copied, one by one, so text
 * can't reach anything but the plan. A credit with a field that can't be read is kept without that field.
 */
import { gradeOrder, type Waiver } from '../../engine/index.ts';
import { isRealDate, longestTitle, mostHours } from '../plan/entry-limits.ts';
import { mostCredits, nextCreditId, planVersion, type Plan, type PlanCredit } from '../plan/plan.ts';
import { readIdentity, readTrail } from '../trail/trail-notes.ts';
import { statusWords } from '../wording.ts';
import { count, isRecord, listOf, number, oneOf, record, text, textThat, yesOrNo, type Reader } from './untrusted.ts';

/** Why a file is not opened. */
export type FileRefusal =
  'empty' | 'too-large' | 'not-json' | 'not-a-plan' | 'newer-version' | 'damaged' | 'too-many-credits';

/** What a student should know about a file that was opened. */
export type FileNotice =
  | { readonly kind: 'credit-not-read'; readonly position: number }
  | { readonly kind: 'field-not-read'; readonly credit: string; readonly field: string }
  | { readonly kind: 'waiver-not-read'; readonly position: number }
  | { readonly kind: 'part-not-read'; readonly part: 'identity' | 'startsOn' }
  | { readonly kind: 'id-changed'; readonly credit: string }
  | { readonly kind: 'course-not-in-catalog'; readonly credit: string; readonly course: string }
  | { readonly kind: 'degree-not-in-catalog'; readonly degree: string };

/** The plan and what to know about it, or why there is none. */
export type OpenedFile =
  { readonly plan: Plan; readonly notices: readonly FileNotice[] } | { readonly reason: FileRefusal };

const longestFile = 2_000_000;

/** Ids are also addresses of files, so nothing in them may climb out of a folder. */
const id = text(200, /^[a-z0-9-]+(\/[a-z0-9-]+)*$/);
const words = text(longestTitle);
const date = textThat(isRealDate);
const hours = number(0.01, mostHours);
const level = oneOf(['vocational', 'lower-division', 'upper-division', 'graduate']);
const source = oneOf(['school', 'college', 'exam', 'alternative', 'foreign']);

/** An id of the catalog or of a plan. */
export const readId: Reader<string> = id;
/** A name or a title. */
export const readTitle: Reader<string> = words;
/** A day, or nothing where none is known. */
export const readDayOrNone: Reader<string> = textThat((day) => day === '' || isRealDate(day));

const readEnvelope = record({ id, name: words, school: id, degree: id, revision: count(Number.MAX_SAFE_INTEGER) });

const answered = { decidedOn: date, by: words };

const decided = record(
  { semesterHours: hours, level, title: words },
  { schoolCourse: words, subject: words, areas: listOf(words, 50) },
);

/** Every field of a credit but its id, in the order in which `plan-changes.ts` writes them. */
const creditFields: Readonly<Record<string, Reader<unknown>>> = {
  course: id,
  typed: record({ title: words, semesterHours: hours, level, source }, { subject: words, schoolCourse: words }),
  status: oneOf(Object.keys(statusWords)),
  score: number(0, 10_000),
  grade: oneOf(gradeOrder),
  completedOn: date,
  pins: listOf(record({ part: count(99), block: id, use: yesOrNo }), 500),
  decision: record({ becomes: listOf(decided, 20), ...answered }),
  substitutions: listOf(record({ part: count(99), schoolCourse: words, ...answered }), 100),
  appliedHere: listOf(record({ part: count(99), block: id, ...answered }), 100),
  trail: readTrail,
};

/** The most waivers one plan may hold. */
export const mostWaivers = 200;
/** A waiver that can be read. */
export const readWaiver: Reader<Waiver> = record({ block: id, ...answered });

/** The plan as the text of a file. Opening that text gives the same plan. */
export function planToText(plan: Plan): string {
  return `${JSON.stringify(plan, null, 1)}\n`;
}

/** A name for the file, with the day it was saved. */
export function planFileName(plan: Plan, today: string): string {
  const name = plan.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `credit-map-${name || 'plan'}-${today}.json`;
}

/** The plan in the text of a file. Never throws, whatever the text is. */
export function openPlanFile(file: string): OpenedFile {
  if (file.length > longestFile) return { reason: 'too-large' };
  const content = file.replace(/^\uFEFF/, '').trim();
  if (content === '') return { reason: 'empty' };
  try {
    return openPlan(JSON.parse(content));
  } catch {
    return { reason: 'not-json' };
  }
}

/** The plan in a value from outside. */
export function openPlan(value: unknown): OpenedFile {
  if (!isRecord(value) || value['kind'] !== 'credit-map-plan') return { reason: 'not-a-plan' };
  const { version, credits: entries } = value;
  if (typeof version === 'number' && version > planVersion) return { reason: 'newer-version' };
  const envelope = readEnvelope(value);
  if (version !== planVersion || !envelope || !Array.isArray(entries)) return { reason: 'damaged' };
  if (entries.length > mostCredits) return { reason: 'too-many-credits' };
  const { revision, ...fields } = envelope;
  const { credits, notices } = readCredits(entries);
  const { waivers, lost } = readWaivers(value['waivers']);
  const factsSeenOn = date(value['factsSeenOn']);
  const startsOn = date(value['startsOn']);
  const identity = readIdentity(value['identity']);
  if (value['startsOn'] !== undefined && !startsOn) lost.push({ kind: 'part-not-read', part: 'startsOn' });
  if (value['identity'] !== undefined && !identity) lost.push({ kind: 'part-not-read', part: 'identity' });
  const plan: Plan = {
    kind: 'credit-map-plan',
    version: planVersion,
    ...fields,
    ...(factsSeenOn && { factsSeenOn }),
    credits,
    ...waivers,
    ...(startsOn && { startsOn }),
    ...(identity && { identity }),
    revision,
  };
  return { plan, notices: [...notices, ...lost] };
}

/** The waivers that can be read. Plans saved before there were any have none. */
function readWaivers(entries: unknown): { waivers: Pick<Plan, 'waivers'>; lost: FileNotice[] } {
  if (entries === undefined) return { waivers: {}, lost: [] };
  if (!Array.isArray(entries)) return { waivers: {}, lost: [{ kind: 'waiver-not-read', position: 1 }] };
  const read = entries.map((entry, index): Waiver | undefined => (index < mostWaivers ? readWaiver(entry) : undefined));
  const lost = read.flatMap((one, index): FileNotice[] =>
    one ? [] : [{ kind: 'waiver-not-read', position: index + 1 }],
  );
  return { waivers: { waivers: read.filter((one) => one !== undefined) }, lost };
}

function readCredits(entries: readonly unknown[]): { credits: readonly PlanCredit[]; notices: FileNotice[] } {
  const credits: PlanCredit[] = [];
  const notices: FileNotice[] = [];
  entries.forEach((entry, index) => {
    const read = readCredit(entry);
    if (!read) {
      notices.push({ kind: 'credit-not-read', position: index + 1 });
      return;
    }
    const wanted = credits.some((credit) => credit.id === read.credit.id) ? undefined : read.credit.id;
    const credit = { ...read.credit, id: wanted || nextCreditId([...credits, ...entries.filter(hasId)]) };
    if (credit.id !== wanted) notices.push({ kind: 'id-changed', credit: credit.id });
    read.lost.forEach((field) => notices.push({ kind: 'field-not-read', credit: credit.id, field }));
    credits.push(credit);
  });
  return { credits, notices };
}

function hasId(entry: unknown): entry is { id: string } {
  return isRecord(entry) && id(entry['id']) !== undefined;
}

/** A credit that can be read whole. */
export const readPlannedCredit: Reader<PlanCredit> = (value) => {
  const read = readCredit(value);
  return read && read.lost.length === 0 && read.credit.id !== '' ? read.credit : undefined;
};

/** One credit and the names of fields that can't be read; nothing where it names no course at all. */
function readCredit(entry: unknown): { credit: PlanCredit; lost: string[] } | undefined {
  if (!isRecord(entry)) return undefined;
  const read: Record<string, unknown> = {};
  const lost: string[] = [];
  for (const [field, reader] of Object.entries(creditFields)) {
    const value = Object.hasOwn(entry, field) ? reader(entry[field]) : undefined;
    if (value !== undefined) read[field] = value;
    else if (Object.hasOwn(entry, field) || field === 'status') lost.push(field);
  }
  if (!read['course'] && !read['typed']) return undefined;
  read['status'] ??= 'considering';
  return { credit: { id: hasId(entry) ? entry.id : '', ...read } as PlanCredit, lost };
}

/** Notices about courses and a degree that this catalog does not know. They stay in the plan and are shown. */
export function missingFromCatalog(
  plan: Plan,
  knows: { readonly course: (id: string) => boolean; readonly degree: (id: string) => boolean },
): readonly FileNotice[] {
  const courses = plan.credits.flatMap(({ id: credit, course }): FileNotice[] =>
    course === undefined || knows.course(course) ? [] : [{ kind: 'course-not-in-catalog', credit, course }],
  );
  return knows.degree(plan.degree) ? courses : [{ kind: 'degree-not-in-catalog', degree: plan.degree }, ...courses];
}
