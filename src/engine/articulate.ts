/**
 * From a planned credit to what this school makes of it.
 *
 * A decision of the school outranks everything; then its policy for the provider; then an equivalency in force; then the
 * policy for whoever recommends the course. What nobody says stays unknown: it counts for nothing but the best case.
 */
import type { Degree } from '../schemas/degree.ts';
import type { Equivalency } from '../schemas/equivalency.ts';
import type { Level, Source } from '../schemas/shared.ts';
import type { CreditSource, School } from '../schemas/school.ts';
import type { Recommendation } from '../schemas/course.ts';
import { courseNumber, levelOfNumber, subjectOf } from './eligibility.ts';
import { ageOf, forScore, isBelowScore, isEarly, timing } from './in-force.ts';
import { groupedBy } from './grouped-by.ts';
import { remembered } from './remembered.ts';
import { applySchoolRules } from './school-rules.ts';
import { sumHours } from './semester-hours.ts';
import { sureness } from './sureness.ts';
import type {
  AcceptedCredit,
  Certainty,
  CourseFacts,
  HoursRange,
  NotAccepted,
  NotAcceptedReason,
  PlannedCredit,
  Remark,
} from './types.ts';

/** What articulation is made from. */
export type ArticulationFacts = {
  readonly school: School;
  readonly equivalencies: readonly Equivalency[];
  readonly courses: ReadonlyMap<string, CourseFacts>;
  /** Some equivalencies hold for one program only. Without a degree those are left aside. */
  readonly degree?: Pick<Degree, 'program'>;
  /** ISO date. */
  readonly today: string;
};

/** Either list may be empty: a credit with two parts may have one of them refused. */
export type Articulation = {
  readonly accepted: readonly AcceptedCredit[];
  readonly notAccepted: readonly NotAccepted[];
};

type Becomes = Equivalency['becomes'][number];
type Acceptance = School['accepts'][number];
type Part = {
  title: string;
  kind?: AcceptedCredit['kind'] | undefined;
  hours: HoursRange;
  level?: Level | undefined;
  schoolCourse?: string | undefined;
  subject?: string | undefined;
  areas?: readonly string[] | undefined;
};

/** What is published or decided is sure, what is recommended or reported likely, and what is unknown there at best. */
function rangeOf(hours: number, certainty: Certainty): HoursRange {
  const known = sureness(certainty);
  return { least: known > 2 ? hours : 0, likely: known > 0 ? hours : 0, most: hours };
}

/** What the school makes of one planned credit: whole accepted credits, or the reason there are none. */
export function articulateCredit(credit: PlannedCredit, facts: ArticulationFacts): Articulation {
  const course = credit.course === undefined ? undefined : facts.courses.get(credit.course);
  const title = course?.title ?? credit.typed?.title ?? credit.course ?? credit.id;
  const refuse: Refuse = (reason, says, sources = [], asked) => ({
    accepted: [],
    notAccepted: [
      {
        credit: credit.id,
        title,
        reason,
        sources,
        ...(says && { says }),
        ...(asked && { scores: [credit.score!, asked] }),
      },
    ],
  });
  if (credit.decision) return credit.decision.becomes.length ? fromDecision(credit, course, facts) : refuse('refused');
  if (credit.grade === 'F') return refuse('below-minimum-grade');
  if (credit.typed) return fromTyped(credit, credit.typed, facts, refuse);
  if (!course) return refuse('not-in-catalog');
  return fromCatalog(credit, course, facts, refuse);
}

type Refuse = (
  reason: NotAcceptedReason,
  says?: string,
  sources?: readonly Source[],
  /** The least score, where the student's is below. */
  asked?: number,
) => Articulation;

function fromDecision(credit: PlannedCredit, course: CourseFacts | undefined, facts: ArticulationFacts): Articulation {
  const decision = credit.decision!;
  const parts = decision.becomes.map((part) => ({ ...part, hours: rangeOf(part.semesterHours, 'decided') }));
  const [recommended] = forScore(course?.recommendations ?? [], credit.score);
  const origin = course ? originOf(course, recommended) : { source: credit.typed?.source ?? 'alternative' };
  return accept(credit, parts, { certainty: 'decided', ...origin, sources: [], remarks: [] }, facts);
}

function fromTyped(
  credit: PlannedCredit,
  typed: NonNullable<PlannedCredit['typed']>,
  facts: ArticulationFacts,
  refuse: Refuse,
): Articulation {
  const { school } = facts;
  const { semesterHours, source } = typed;
  const policy = policyOn(source, school);
  if (policy?.verdict === 'no') return refuse('not-accepted-by-school', policy.says, policy.sources);
  if (policy?.verdict === 'with-agreement') return refuse('needs-agreement', policy.says, policy.sources);
  // The school's own course needs nobody's acceptance.
  const own = source === 'school';
  const certainty: Certainty = own ? 'published' : policy?.verdict === 'yes' ? 'recommended' : 'unknown';
  const remarks: Remark[] = ['typed-by-student'];
  if (policy?.verdict === 'case-by-case') remarks.push('case-by-case');
  const onlyThere = !own && school.courses.some(({ code, onlyHere }) => onlyHere && code === typed.schoolCourse);
  if (onlyThere) remarks.push('school-course-only-there');
  return accept(
    credit,
    [{ ...typed, hours: rangeOf(semesterHours, certainty), schoolCourse: onlyThere ? undefined : typed.schoolCourse }],
    { certainty, source, sources: policy?.sources ?? [], remarks },
    facts,
  );
}

function fromCatalog(
  credit: PlannedCredit,
  course: CourseFacts,
  facts: ArticulationFacts,
  refuse: Refuse,
): Articulation {
  const { school } = facts;
  const ofProvider = school.accepts.find((line) => line.provider === course.provider);
  if (ofProvider?.verdict === 'no') return refuse('not-accepted-by-school', ofProvider.says, ofProvider.sources);

  const rows = rowsFor(course.id, facts);
  const decided = rows.filter((row) => row.basis === 'decided' && timing(row, credit, facts.today) !== 'out');
  const hint: Remark[] = rows.some((row) => row.basis === 'student-plan') ? ['student-plan-hint'] : [];
  // Where the school takes a provider by agreement only, a list that must itself be confirmed decides nothing.
  const needsAgreement = ofProvider?.verdict === 'with-agreement';
  const row = decided.find(({ confirm }) => !needsAgreement || confirm === undefined);
  if (row) {
    if (!row.becomes.length) return refuse('not-accepted-by-school', row.note, row.sources);
    if (isBelowScore(credit, row.minimumScore))
      return refuse('below-passing-score', undefined, row.sources, row.minimumScore);
    return fromEquivalency(credit, course, row, facts, refuse);
  }
  if (needsAgreement) return refuse('needs-agreement', ofProvider.says, ofProvider.sources);
  return fromRecommendations(credit, course, ofProvider, hint, facts, refuse);
}

/** A school's equivalencies by course. */
export const rowsByCourse = remembered((equivalencies: readonly Equivalency[]) =>
  groupedBy(equivalencies, ({ course }) => course),
);

/** The equivalencies of a course toward the degree's program: its own where there are any, else those for every program. */
export function rowsFor(
  course: string,
  { equivalencies, degree }: Pick<ArticulationFacts, 'equivalencies' | 'degree'>,
): readonly Equivalency[] {
  const rows = rowsByCourse(equivalencies).get(course) ?? [];
  const own = rows.filter(({ toward }) => degree?.program !== undefined && toward?.includes(degree.program));
  return own.length > 0 ? own : rows.filter(({ toward }) => toward === undefined);
}

function fromEquivalency(
  credit: PlannedCredit,
  course: CourseFacts,
  row: Equivalency,
  facts: ArticulationFacts,
  refuse: Refuse,
): Articulation {
  const undated = timing(row, credit, facts.today) === 'undated';
  const { recommendations } = course;
  // The school's list rests on what recommends the course, and may be older than the end of that.
  const lapsed =
    recommendations.length > 0 && recommendations.every((one) => timing(one, credit, facts.today) === 'out');
  const unsure = lapsed || row.confirm !== undefined;
  const published = !unsure && row.sources.some((source) => source.confidence === 'primary');
  const remarks: Remark[] = [];
  if (unsure) remarks.push('must-be-confirmed');
  if (undated) remarks.push('no-completion-date-for-a-recommendation-that-ends');
  if (row.minimumScore !== undefined && credit.score === undefined) remarks.push('score-not-entered');

  const recommended = forScore(recommendations, credit.score)[0];
  const certainty = published ? 'published' : 'reported';
  const range = lapsed ? 'unknown' : undated ? 'reported' : certainty;
  const parts = row.becomes.map((part): Part | undefined => {
    const hours = part.semesterHours ?? hoursOf(part, facts.school, row.becomes.length === 1 ? recommended : undefined);
    return hours === undefined ? undefined : { ...part, hours: rangeOf(hours, range) };
  });
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return refuse('hours-not-known', row.note, row.sources);
  return accept(credit, known, { certainty, ...originOf(course, recommended), sources: row.sources, remarks }, facts);
}

function fromRecommendations(
  credit: PlannedCredit,
  course: CourseFacts,
  ofProvider: Acceptance | undefined,
  hint: readonly Remark[],
  facts: ArticulationFacts,
  refuse: Refuse,
): Articulation {
  const all = course.recommendations;
  if (!all.length) return refuse('no-recommendation', undefined, course.sources);
  const inForce = all.filter((recommendation) => timing(recommendation, credit, facts.today) !== 'out');
  if (!inForce.length)
    return refuse(
      all.every((one) => isEarly(one, credit, facts.today))
        ? 'recommendation-not-yet-in-force'
        : 'recommendation-expired',
      undefined,
      course.sources,
    );

  const passed = forScore(inForce, credit.score);
  if (!passed.length)
    return refuse('below-passing-score', undefined, course.sources, forScore(inForce, undefined)[0]!.minimumScore);
  const judged = passed.map((recommendation) => ({
    recommendation,
    policy: ofProvider ?? policyFor(recommendation.by, originOf(course, undefined).source, facts.school),
  }));
  judged.sort((a, b) => verdictOrder(a.policy) - verdictOrder(b.policy));
  const { recommendation, policy } = judged[0]!;
  if (policy?.verdict === 'no') return refuse('not-accepted-by-school', policy.says, policy.sources);
  if (policy?.verdict === 'with-agreement') return refuse('needs-agreement', policy.says, policy.sources);

  const parts = recommendation.parts.filter((part) => part.semesterHours !== undefined && part.semesterHours > 0);
  const sources = [...(policy?.sources ?? []), ...(course.sources ?? [])];
  if (!parts.length) return refuse('hours-not-known', policy?.says, sources);

  const undated = timing(recommendation, credit, facts.today) === 'undated';
  const certainty: Certainty = policy?.verdict === 'yes' ? 'recommended' : 'unknown';
  const range = recommendation.atMost || undated ? 'unknown' : certainty;
  const remarks: Remark[] = ['no-equivalency-known', 'subject-not-known', ...hint];
  if (recommendation.atMost) remarks.push('range-of-hours');
  if (policy?.verdict === 'case-by-case') remarks.push('case-by-case');
  if (undated) remarks.push('no-completion-date-for-a-recommendation-that-ends');
  if (recommendation.minimumScore !== undefined && credit.score === undefined) remarks.push('score-not-entered');
  return accept(
    credit,
    parts.map((part) => ({
      title: parts.length > 1 && part.subject ? `${course.title}: ${part.subject}` : course.title,
      hours: rangeOf(part.semesterHours!, range),
      level: part.level,
    })),
    { certainty, ...originOf(course, recommendation), sources, remarks },
    facts,
  );
}

type Origin = Pick<AcceptedCredit, 'source' | 'provider' | 'recommender'>;
type Judgement = Origin & { certainty: Certainty; sources: readonly Source[]; remarks: readonly Remark[] };

function accept(
  credit: PlannedCredit,
  parts: readonly Part[],
  judgement: Judgement,
  { school, today }: ArticulationFacts,
): Articulation {
  const age = ageOf(credit, today);
  const accepted = parts.map((part, index): AcceptedCredit => {
    const { schoolCourse } = part;
    const subject = part.subject ?? (schoolCourse === undefined ? undefined : subjectOf(schoolCourse));
    const level = part.level ?? levelOf(schoolCourse, school);
    const areas = new Set([...(part.areas ?? []), ...areasOf(schoolCourse, school)]);
    const remarks = level ? judgement.remarks : [...judgement.remarks, 'level-not-known' as const];
    return {
      id: `${credit.id}.${index}`,
      credit: credit.id,
      part: index,
      title: part.title,
      kind: part.kind ?? (schoolCourse ? 'direct-course' : subject ? 'subject-elective' : 'general-elective'),
      ...(schoolCourse ? { schoolCourse } : {}),
      ...(subject ? { subject } : {}),
      areas: [...areas],
      level: level ?? 'lower-division',
      levelKnown: level !== undefined,
      hours: part.hours,
      ...(credit.grade ? { grade: credit.grade } : {}),
      ...(age === undefined ? {} : { age }),
      ...exceptionsFor(credit, index, school),
      ...judgement,
      remarks,
    };
  });
  return judgement.certainty === 'decided' ? { accepted, notAccepted: [] } : applySchoolRules(accepted, school);
}

/** What the school decided of this part beside its rules. Of two words on one thing, the last counts. */
function exceptionsFor(
  { substitutions = [], appliedHere = [] }: PlannedCredit,
  part: number,
  school: School,
): Pick<AcceptedCredit, 'standsFor' | 'appliedHere'> {
  if (!substitutions.length && !appliedHere.length) return {};
  const schoolCourse = substitutions.findLast((one) => one.part === part)?.schoolCourse;
  const block = appliedHere.findLast((one) => one.part === part)?.block;
  const level = levelOf(schoolCourse, school);
  const areas = areasOf(schoolCourse, school);
  const known = { level: level ?? 'lower-division', levelKnown: level !== undefined };
  return {
    ...(schoolCourse === undefined ? {} : { standsFor: { schoolCourse, areas, ...known } }),
    ...(block === undefined ? {} : { appliedHere: block }),
  };
}

function areasOf(schoolCourse: string | undefined, { areas }: School): string[] {
  return areas.flatMap(({ id, courses }) => (schoolCourse && courses.includes(schoolCourse) ? [id] : []));
}

/** What the school says of the recommender's credit; else of all credit of this sort. */
function policyFor(by: Recommendation['by'], source: CreditSource, school: School): Acceptance | undefined {
  return school.accepts.find((line) => line.recommender === by && !line.provider) ?? policyOn(source, school);
}

/** What the school says of all credit of this sort, from anyone. */
function policyOn(source: CreditSource, { accepts }: School): Acceptance | undefined {
  return accepts.find((line) => line.from === source && !line.provider && !line.recommender);
}

const verdicts: readonly (Acceptance['verdict'] | undefined)[] = [
  'yes',
  'case-by-case',
  undefined,
  'with-agreement',
  'no',
];
const verdictOrder = (policy: Acceptance | undefined): number => verdicts.indexOf(policy?.verdict);

function originOf({ kind, provider }: CourseFacts, recommendation: Recommendation | undefined): Origin {
  const recommender = recommendation ? { recommender: recommendation.by } : {};
  return { source: kind === 'exam' ? 'exam' : 'alternative', provider, ...recommender };
}

const coursesByCode = remembered(({ courses }: School) => groupedBy(courses, ({ code }) => code));

function courseAt(school: School, code: string | undefined): School['courses'][number] | undefined {
  return code === undefined ? undefined : coursesByCode(school).get(code)?.[0];
}

function hoursOf(part: Becomes, school: School, recommended: Recommendation | undefined): number | undefined {
  const ofSchool = courseAt(school, part.schoolCourse)?.semesterHours;
  const ofParts = recommended?.parts.map((one) => one.semesterHours);
  return (
    ofSchool ??
    (ofParts?.length && !recommended?.atMost && ofParts.every((hours) => hours !== undefined)
      ? sumHours(ofParts)
      : undefined)
  );
}

/** How far a school course goes: as listed, else by its number. Undefined where neither is known. */
export function levelOf(schoolCourse: string | undefined, school: School): Level | undefined {
  if (schoolCourse === undefined) return undefined;
  const listed = courseAt(school, schoolCourse)?.level;
  if (listed) return listed;
  const number = courseNumber(schoolCourse);
  return number === undefined ? undefined : levelOfNumber(number);
}
