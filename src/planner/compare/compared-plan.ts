/** The same credits against two degrees: what each makes of them, laid side by side. */
import { withWaivers } from '../../engine/index.ts';
import type { CreditOutcome, DegreeAudit, NotAccepted, PlannedCredit, TypedCourse } from '../../engine/types.ts';
import { inShort } from './compared-course.ts';
import { regionsOf, type Territory } from '../audit/degree-view.ts';
import { titleOfCredit } from '../audit/landing.ts';
import type { PlanCatalog } from '../audit/plan-audit.ts';
import type { CatalogDegree } from '../catalog/catalog.ts';
import type { Plan } from '../plan/plan.ts';
import { hashOf, idsIn, partsOf, type ComparedEntry, type TopicEntries } from './side-by-side.ts';
import {
  hoursNumber,
  hoursWords,
  notAcceptedSentence,
  notAppliedSentences,
  qualifierWords,
  territoryWords,
} from '../wording.ts';
import { rangeWords } from '../wording-beside.ts';

/** What the page is asked for: two degrees, and courses chosen here. Without courses it looks at the saved plan. */
export type PlanComparison = { readonly degrees: readonly string[]; readonly courses?: readonly string[] };

/** How many courses can be chosen on the page. */
export const mostCourses = 100;

/** In an address: other courses than the plan's are to be chosen, and none is yet. */
const noCourses = 'none';

/** What stands after the # of an address: "#degrees=tesu/ba,excelsior/bs&courses=clep/biology". */
export function planComparisonIn(hash: string): PlanComparison {
  const parts = partsOf(hash);
  const degrees = idsIn(parts.get('degrees'), 2);
  const courses = parts.get('courses');
  if (courses === null) return { degrees };
  return { degrees, courses: courses === noCourses ? [] : idsIn(courses, mostCourses) };
}

/** The other way. */
export function hashOfPlans({ degrees, courses }: PlanComparison): string {
  return hashOf({ degrees: degrees.join(','), courses: courses?.length === 0 ? noCourses : courses?.join(',') });
}

/**
 * The plan's credits as another degree would see them. Places chosen in one degree and answers of one school stay there;
 * a course of the plan's school is one of another college elsewhere, and its code means nothing there.
 */
export function creditsAt(
  plan: Pick<Plan, 'credits' | 'school' | 'degree'>,
  school: string,
  degree: string,
): readonly PlannedCredit[] {
  return plan.credits.map(({ pins, decision, substitutions, appliedHere, typed, ...credit }) => ({
    ...credit,
    ...(typed ? { typed: plan.school === school ? typed : typedElsewhere(typed) } : {}),
    ...(pins && plan.degree === degree ? { pins } : {}),
    ...(decision && plan.school === school ? { decision } : {}),
    ...(substitutions && plan.degree === degree ? { substitutions } : {}),
    ...(appliedHere && plan.degree === degree ? { appliedHere } : {}),
  }));
}

/** What was waived is waived in the plan's own degree, and in no other. */
export function waiversAt({ degree, waivers }: Pick<Plan, 'degree' | 'waivers'>, other: string): Plan['waivers'] {
  return degree === other ? waivers : undefined;
}

/** The degree as the plan would meet it. */
export function degreeFor(plan: Pick<Plan, 'degree' | 'waivers'>, known: CatalogDegree): CatalogDegree {
  const waivers = waiversAt(plan, known.id);
  return waivers ? { ...known, degree: withWaivers(known.degree, waivers) } : known;
}

function typedElsewhere({ title, semesterHours, level, source }: TypedCourse): TypedCourse {
  return { title, semesterHours, level, source: source === 'school' ? 'college' : source };
}

/** Credits for courses that were chosen here. */
export function creditsOf(courses: readonly string[]): readonly PlannedCredit[] {
  return courses.map((course) => ({ id: course, course, status: 'considering' }));
}

/** How one degree stands with these credits, topic by topic. */
export function rowsOfPlan(
  audit: DegreeAudit,
  credits: readonly PlannedCredit[],
  { degree: { degree }, courses }: PlanCatalog,
): readonly TopicEntries[] {
  const { met, semesterHours } = audit;
  const byId = new Map(credits.map((credit) => [credit.id, credit]));
  const titleOf = (id: string) => {
    const credit = byId.get(id);
    return credit ? titleOfCredit(credit, courses) : id;
  };
  const unused = audit.outcomes.filter(({ applied }) => !applied);
  const places = regionsOf(degree, audit).flatMap(({ territories }) => territories);
  const used = places.filter(({ fill }) => fill.sure + fill.likely + fill.atBest > 0);
  const open = places.filter(({ fill }) => fill.needed > 0);
  const ofDegree = (hours: number) => `${hoursNumber(hours)} of ${hoursWords(semesterHours)}`;
  return [
    ['Sure', [plain(ofDegree(met.least))]],
    ['Likely', [plain(ofDegree(met.likely))]],
    ['At best', [plain(ofDegree(met.most))]],
    ['Still needed', [plain(`${hoursWords(Math.round((semesterHours - met.likely) * 100) / 100)}, likely`)]],
    ['No hours at this school', orNone(audit.notAccepted.map((one) => refusedEntry(one, titleOf)))],
    [
      'Taken by the school, not used here',
      orNone(unused.filter(({ accepted }) => accepted.certainty !== 'unknown').map((one) => unusedEntry(one, titleOf))),
    ],
    [
      'Not known whether the school takes it',
      orNone(unused.filter(({ accepted }) => accepted.certainty === 'unknown').map((one) => unusedEntry(one, titleOf))),
    ],
    ['Where the credits go', orNone(used.map((place) => plain(`${nameOf(place)}: ${territoryWords(place)}`)))],
    ['Requirements still open', orNone(open.map((place) => plain(`${nameOf(place)}: ${neededWords(place)}`)))],
    [
      'Most the school takes',
      audit.maximums.length > 0
        ? audit.maximums.map((limit) => plain(`${limit.says} ${qualifierWords(limit)}.`))
        : [plain('No maximum is known.')],
    ],
  ];
}

/** Which of two degrees leaves less to do, in one sentence. */
export function differenceWords(
  [first, second]: readonly [DegreeAudit, DegreeAudit],
  [firstName, secondName]: readonly [string, string],
): string {
  const needed = ({ semesterHours, met }: DegreeAudit) => Math.round((semesterHours - met.likely) * 100) / 100;
  const [a, b] = [needed(first), needed(second)];
  if (a === b) return `Likely, ${hoursWords(a)} are still needed at either.`;
  const [less, more] = a < b ? [firstName, secondName] : [secondName, firstName];
  return `Likely, ${hoursWords(Math.min(a, b))} are still needed for ${less}, and ${hoursWords(Math.max(a, b))} for ${more}.`;
}

/** As the map numbers it. */
function nameOf({ number, block }: Territory): string {
  return `${number}. ${block.title}`;
}

function neededWords({ block, fill }: Territory): string {
  return `${hoursWords(fill.needed)}${block.inResidence ? ', taken at the school' : ''}`;
}

function plain(says: string): ComparedEntry {
  return { says, sources: [] };
}

function orNone(entries: readonly ComparedEntry[]): readonly ComparedEntry[] {
  return entries.length > 0 ? entries : [plain('None')];
}

function refusedEntry(
  { credit, part, title, reason, scores, says = '', other, sources }: NotAccepted,
  titleOf: (id: string) => string,
): ComparedEntry {
  const which = part === undefined ? '' : ` ${title}:`;
  const twin = other === undefined ? '' : `The other one is ${titleOf(other)}.`;
  return {
    says: [`${titleOf(credit)}.${which}`, notAcceptedSentence(reason, scores), twin, says].filter(Boolean).join(' '),
    sources: sources.map(inShort),
  };
}

function unusedEntry({ accepted, notApplied }: CreditOutcome, titleOf: (id: string) => string): ComparedEntry {
  const name = titleOf(accepted.credit);
  const becomes = accepted.schoolCourse ?? (accepted.title === name ? '' : accepted.title);
  const hours = [becomes, rangeWords(accepted.hours)].filter(Boolean).join(', ');
  const why = notApplied ? [notAppliedSentences[notApplied.reason], notApplied.rule?.says] : [];
  return {
    says: [`${name}: ${hours}.`, ...why].filter(Boolean).join(' '),
    certainty: accepted.certainty,
    sources: accepted.sources.map(inShort),
  };
}
