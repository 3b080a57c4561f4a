/** Courses side by side: what is fetched of each, and what one school or one requirement makes of it. */
import { articulateCredit, auditDegree, leavesOf, whyNotEligible } from '../../engine/index.ts';
import type {
  AcceptedCredit,
  FittingCourse,
  NotAccepted,
  NotAppliedReason,
  PlannedCredit,
} from '../../engine/types.ts';
import type { RequirementBlock } from '../../schemas/degree.ts';
import type { Source } from '../../schemas/shared.ts';
import type { CatalogCourse, CatalogDegree, CatalogSchool } from '../catalog/catalog.ts';
import { blocksById } from '../audit/degree-view.ts';
import { coursesFor } from '../audit/fitting.ts';
import { landingSentence, landingsOf } from '../audit/landing.ts';
import type { PlanCatalog } from '../audit/plan-audit.ts';
import { hashOf, idsIn, partsOf, type ComparedEntry, type TopicEntries } from './side-by-side.ts';
import {
  hoursNumber,
  hoursWords,
  linkTo,
  notAcceptedSentence,
  notAppliedSentences,
  sourceNote,
  sourceTitle,
} from '../wording.ts';
import { becomesName, certaintySentences, levelWords, rangeWords, remarkSentences } from '../wording-beside.ts';

/** What holds of a course at every school. */
export type ComparedCourse = {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  /** In the same order for every course; topics of which nothing is known are left out. */
  readonly rows: readonly TopicEntries[];
};

/** `/catalog/compare/courses/<file>.json`: courses by id. */
export type ComparedCourses = Readonly<Record<string, ComparedCourse>>;

/** The courses of one provider lie in so many files at most: of a few courses each, even where it has hundreds. */
const filesOfProvider = 64;

/** The file that holds a course, which its id alone decides: "clep/17". */
export function comparedFile(course: string): string {
  const number = [...course].reduce((all, letter) => (all * 31 + letter.charCodeAt(0)) % 65_521, 0);
  return `${course.slice(0, course.indexOf('/'))}/${number % filesOfProvider}`;
}

/** What the page is asked for: a school or a degree, a requirement of it, and up to three courses. */
export type CourseComparison = {
  readonly school?: string;
  readonly degree?: string;
  readonly block?: string;
  readonly courses: readonly string[];
};

/** How many courses stand side by side. */
export const mostCompared = 3;

/** What stands after the # of an address: "#degree=tesu/ba&block=english&courses=clep/biology". */
export function courseComparisonIn(hash: string): CourseComparison {
  const parts = partsOf(hash);
  const one = (name: string) => {
    const [id] = idsIn(parts.get(name), 1);
    return id === undefined ? {} : { [name]: id };
  };
  return { ...one('school'), ...one('degree'), ...one('block'), courses: idsIn(parts.get('courses'), mostCompared) };
}

/** The other way. A degree names its school already. */
export function hashOfCourses({ school, degree, block, courses }: CourseComparison): string {
  return hashOf({ school: degree === undefined ? school : undefined, degree, block, courses: courses.join(',') });
}

/** Where the courses are to land: a school, and if chosen a degree of it and one of its requirements. */
export type Place = {
  readonly school: CatalogSchool;
  readonly degree?: CatalogDegree | undefined;
  readonly block?: RequirementBlock | undefined;
};

/** What the place makes of one course taken today, topic by topic. `fitting`: what the catalog offers for the requirement. */
export function rowsAt(
  course: CatalogCourse,
  place: Place,
  fitting: readonly FittingCourse<CatalogCourse>[],
  today: string,
): readonly TopicEntries[] {
  const { school, equivalencies } = place.school;
  const credit: PlannedCredit = { id: 'c1', course: course.id, status: 'considering' };
  const courses = new Map([[course.id, course]]);
  const facts = { school, equivalencies, courses, today };
  const degree = place.degree?.degree;
  const { accepted, notAccepted } = articulateCredit(credit, degree ? { ...facts, degree } : facts);
  const refusals = notAccepted.map(refusalEntry);
  const remarks = unique(accepted.flatMap((part) => part.remarks));
  const requirement = place.block && degree && fitEntry(course, accepted, place.block, place.degree, fitting);
  return [
    ...(requirement ? [['The requirement', [requirement]] as const] : []),
    ...(degree
      ? [['Alone in this degree', [plain(landsIn({ ...facts, degree, credits: [credit] }, equivalencies))]] as const]
      : []),
    [`What it becomes at ${school.shortName}`, [...accepted.map((part) => plain(becomesName(part))), ...refusals]],
    ['Hours there', accepted.length > 0 ? accepted.map(({ hours }) => plain(rangeWords(hours))) : [plain('No hours')]],
    ['Level there', accepted.length > 0 ? unique(accepted.map(levelOf)).map(plain) : [plain('None')]],
    [
      'How sure',
      accepted.length > 0
        ? uniqueEntries(accepted.map(sureEntry))
        : [plain('Ask the school whether this still holds.')],
    ],
    [
      'Before you rely on it',
      remarks.length > 0 ? remarks.map((remark) => plain(remarkSentences[remark])) : [plain('Nothing more')],
    ],
  ];
}

/** What the catalog offers for a requirement of a degree in which nothing is met yet, the best first. */
export function fittingAlone(
  block: RequirementBlock,
  catalog: PlanCatalog,
  today: string,
): readonly FittingCourse<CatalogCourse>[] {
  const { school, equivalencies } = catalog.school;
  const { degree } = catalog.degree;
  const audit = auditDegree({ degree, school, equivalencies, courses: new Map(), credits: [], today });
  return coursesFor(block, catalog, { credits: [], audit }, today);
}

function plain(says: string): ComparedEntry {
  return { says, sources: [] };
}

function levelOf({ level, levelKnown }: AcceptedCredit): string {
  return levelKnown ? levelWords[level] : 'Not known';
}

function sureEntry({ certainty, sources }: AcceptedCredit): ComparedEntry {
  return { says: certaintySentences[certainty], certainty, sources: sources.map(inShort) };
}

function refusalEntry({ reason, scores, says = '', sources }: NotAccepted): ComparedEntry {
  return { says: `Nothing. ${notAcceptedSentence(reason, scores)} ${says}`.trim(), sources: sources.map(inShort) };
}

/** A source as a line under a fact. */
export function inShort(source: Source): ComparedEntry['sources'][number] {
  const href = linkTo(source);
  return { name: sourceTitle(source), note: sourceNote(source), ...(href === undefined ? {} : { href }) };
}

function landsIn(input: Parameters<typeof auditDegree>[0], equivalencies: CatalogSchool['equivalencies']): string {
  const audit = auditDegree(input);
  return landingSentence(landingsOf(audit, input.credits, equivalencies).get('c1'), blocksById(input.degree));
}

/** Whether the course alone may fill the requirement, with the hours that are likely, or why not. */
function fitEntry(
  course: CatalogCourse,
  accepted: readonly AcceptedCredit[],
  block: RequirementBlock,
  { degree }: CatalogDegree,
  fitting: readonly FittingCourse<CatalogCourse>[],
): ComparedEntry {
  const meets = fitting.find((one) => one.course.id === course.id)?.meets ?? 0;
  if (meets > 0) return plain(`Fits: likely ${hoursNumber(meets)} of its ${hoursWords(block.semesterHours)}.`);
  if (accepted.length === 0) return plain('Does not count here: it gives no hours.');
  const leaves = leavesOf(degree).filter(({ path }) => path.some(({ id }) => id === block.id));
  const reasons = accepted.flatMap((part) => leaves.map((leaf) => whyNotEligible(part, leaf, degree)));
  if (reasons.includes(undefined)) return plain('It may fit, but no hours can be counted on. Ask the school.');
  const unmatched = accepted.every(({ remarks }) => remarks.includes('subject-not-known'));
  return plain(`Does not fit. ${misfitSentence(reasons, unmatched)}`);
}

/** The reason that says most: a near miss before another subject. */
function misfitSentence(reasons: readonly (NotAppliedReason | undefined)[], subjectNotKnown: boolean): string {
  const near = reasons.find((reason) => reason !== undefined && reason !== 'no-block-fits');
  if (near === 'wrong-level') return 'The requirement asks for another level.';
  if (near === 'in-residence-only') return 'The requirement is for courses taken at the school.';
  if (near !== undefined) return notAppliedSentences[near];
  return subjectNotKnown ? remarkSentences['subject-not-known'] : 'The requirement asks for other courses or subjects.';
}

function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}

function uniqueEntries(entries: readonly ComparedEntry[]): ComparedEntry[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}
