/** The plan that finishes what can be transferred: from what the student has to courses, costs, months and what is left. */
import { acceptPlan } from '../accepted.ts';
import { auditDegree } from '../audit.ts';
import { problemOf } from '../assign.ts';
import { leavesOf, whyNotEligible, type Leaf } from '../eligibility.ts';
import { isFinished } from '../in-force.ts';
import { fromHundredths, sumHours } from '../semester-hours.ts';
import { sureness } from '../sureness.ts';
import type { AcceptedCredit, DegreeAudit, PlannedCredit } from '../types.ts';
import type { School } from '../../schemas/school.ts';
import { firstDayIn, dayAfterStudy, monthsBetween } from './calendar.ts';
import { candidatesOf, plannedOf, type Candidate, type SetAside } from './candidates.ts';
import { groupsOf } from './groups.ts';
import { cheapestPlans, feesOf, fromCents, toCents } from './prices.ts';
import type { ProgramInput, Weights } from './program.ts';
import { searchCourses, type Found, type Progress, type SearchLimits } from './search.ts';
import { timelineOf, type Timeline } from './timeline.ts';
import { tuitionFor } from './tuition.ts';
import type {
  ApartCourse,
  ChosenCourse,
  Completion,
  CompletionInput,
  CompletionProgress,
  CostPart,
  OpenBlock,
  Wishes,
} from './types.ts';

/** Between one and two seconds of a laptop core for the hardest degrees. */
const usual: SearchLimits = { parts: 4_000, work: 6e8 };
/** Half a minute of it, or more: enough to prove nearly every degree of the catalog. */
export const patient: SearchLimits = { parts: 60_000, work: 9e9 };
/** The first good answer alone. */
export const quick: SearchLimits = { parts: 0, work: 0 };

/**
 * The courses that meet as much of the degree as any courses on offer, and are best at what is wished of those. Nothing it
 * is given is changed. `progress` is told how far it is; where it returns `false`, the best so far is the answer.
 */
export function completePlan(
  input: CompletionInput,
  progress: CompletionProgress = () => true,
  limits: SearchLimits = usual,
  chooseFrom: typeof candidatesOf = candidatesOf,
  search: typeof searchCourses = searchCourses,
): Completion {
  const { wishes, today } = input;
  const kept = keptCredits(input);
  const stays = { ...input, credits: kept };
  const school = leavingRoom(input);
  const { accepted: held, pins } = acceptPlan({ ...stays, school });
  const { candidates, aside } = chooseFrom(input, kept, held);
  const found = bestOf(
    candidates,
    (some) => {
      const problem = problemOf(
        input.degree,
        school,
        [...held, ...some.flatMap(({ accepted }) => accepted)],
        'likely',
        pins,
      );
      const heldIds = new Set(held.map(({ id }) => id));
      const program: ProgramInput = {
        problem,
        held: problem.items.filter(({ id, secondUseOf }) => heldIds.has(secondUseOf ?? id)),
        groups: groupsOf(some, problem, wishes),
        memberships: input.memberships,
        wishes,
        today,
        weights: weightsOf(input, some),
      };
      const tell: Progress = ({ best }) =>
        progress({
          hours: fromHundredths(best.hours * problem.step),
          costUsd: fromCents(best.cents),
          courses: best.taken.length,
        });
      return { ...search(program, limits, tell), step: problem.step, weights: program.weights };
    },
    input,
  );
  const timeline = timelineOf(found.best.taken, input.memberships, wishes, today);
  return report(input, kept, { found, timeline, candidates, aside });
}

/** What is earned stays, and what is being studied; what is only planned or considered may be planned otherwise. */
export function keptCredits({
  credits,
  wishes,
}: {
  readonly credits: readonly PlannedCredit[];
  readonly wishes: Pick<Wishes, 'keepPlanned'>;
}): PlannedCredit[] {
  return credits.filter(
    (credit) =>
      wishes.keepPlanned === true ||
      isFinished(credit) ||
      credit.status === 'in-progress' ||
      credit.typed !== undefined,
  );
}

/** The school as if it asked for as many hours there as the student wants to leave for it. */
function leavingRoom({ school, degree, wishes: { keepForSchool } }: CompletionInput): School {
  if (!keepForSchool) return school;
  const rule = {
    awards: [degree.award],
    semesterHours: keepForSchool,
    says: 'Hours to leave for the school',
    sources: [],
  };
  return { ...school, residency: [...school.residency, rule] };
}

/** An hour outweighs all sure hours, these all study (of the fastest plan), and that all costs. */
function weightsOf({ degree, wishes }: CompletionInput, candidates: readonly Candidate[]): Weights {
  const dearest = candidates.reduce(
    (most, { ways, studyHours }) =>
      Math.max(
        most,
        ...ways.map((way) =>
          feesOf(way, studyHours, wishes).reduce((sum, fee) => sum + toCents(fee.priceUsd) * fee.times, 0),
        ),
      ),
    0,
  );
  // More than any plan costs: each hour at the dearest price, and ten years of a membership.
  const costs = Math.ceil((dearest + 1) * degree.semesterHours + 5_000_000);
  const study = wishes.aim === 'fastest' ? costs : 0;
  const allStudy = study * Math.ceil(2 * degree.semesterHours * wishes.studyPerSemesterHour);
  const less = Math.max(costs, allStudy);
  const wantsSure = wishes.aim === 'safest' || wishes.leastSureHours !== undefined;
  return { hour: wantsSure ? 2 * less * degree.semesterHours : less, sureHour: wantsSure ? less : 0, study, cent: 1 };
}

type Best = Found & { readonly step: number; readonly weights: Weights };

/** The best answer; of the fastest plan, with or without what can only be finished in some months of the year. */
function bestOf(
  candidates: readonly Candidate[],
  search: (some: readonly Candidate[]) => Best,
  input: CompletionInput,
): Best {
  const { wishes, today, memberships } = input;
  const finish = ({ best }: Best): string => timelineOf(best.taken, memberships, wishes, today).finishOn;
  const all = search(candidates);
  const isLate = ({ offer, studyHours }: Candidate): boolean =>
    firstDayIn(offer.onlyInMonths, dayAfterStudy(today, studyHours, wishes)) > dayAfterStudy(today, studyHours, wishes);
  if (wishes.aim !== 'fastest' || !all.best.taken.some(({ candidate }) => isLate(candidate))) return all;
  const without = search(candidates.filter((candidate) => !isLate(candidate)));
  return without.best.hours === all.best.hours && finish(without) < finish(all) ? without : all;
}

type Made = {
  readonly found: Best;
  readonly timeline: Timeline;
  readonly candidates: readonly Candidate[];
  readonly aside: readonly SetAside[];
};

function report(input: CompletionInput, kept: readonly PlannedCredit[], made: Made): Completion {
  const { degree, school, wishes, today } = input;
  const { found, timeline } = made;
  const courses = new Map([...input.courses, ...input.offers.map(({ course }) => [course.id, course] as const)]);
  const auditInput = { ...input, courses, credits: kept };
  const before = auditDegree(auditInput);
  const added = timeline.courses.map(({ taken, finishOn }) => plannedOf(taken.candidate.offer.course.id, finishOn));
  const after = added.length ? auditDegree({ ...auditInput, credits: [...kept, ...added] }) : before;
  const costs = costsOf(timeline, input);
  const open = openBlocks(after, input, made);
  const left = sumHours([degree.semesterHours, -after.met.likely]);
  const studyHours = sumHours(timeline.courses.map(({ taken }) => taken.candidate.studyHours));
  return {
    courses: timeline.courses.map((one): ChosenCourse => chosen(one, after)),
    met: after.met,
    before: before.met,
    notAccepted: kept.flatMap(({ id }) => (before.outcomes.some(({ accepted }) => accepted.credit === id) ? [] : [id])),
    semesterHours: degree.semesterHours,
    sureHours: fromHundredths(found.best.sureHours * found.step),
    costUsd: fromCents(costs.reduce((sum, { totalUsd }) => sum + toCents(totalUsd), 0)),
    costs,
    memberships: timeline.runs,
    months: monthsBetween(today, timeline.finishOn),
    studyHours,
    finishOn: timeline.finishOn,
    open,
    residence: { semesterHours: left, tuition: tuitionFor(school, left) },
    apart: apartCourses(input, before, made.aside),
    proven: found.proven,
    gap: gapOf(found, wishes),
  };
}

function chosen({ taken, way, startOn, finishOn }: Timeline['courses'][number], audit: DegreeAudit): ChosenCourse {
  const { course } = taken.candidate.offer;
  const outcomes = audit.outcomes.filter(({ accepted }) => accepted.credit === course.id);
  const accepted = outcomes.map((one) => one.accepted);
  const least =
    accepted.toSorted((a, b) => sureness(a.certainty) - sureness(b.certainty))[0] ?? taken.candidate.accepted[0]!;
  return {
    course: course.id,
    provider: course.provider,
    way,
    accepted,
    lands: outcomes.flatMap(({ applied, alsoApplied }) =>
      [applied, alsoApplied].flatMap((one) => {
        if (!one) return [];
        const { block, semesterHours, excessCounted } = one;
        return [...(semesterHours > 0 ? [{ block, semesterHours }] : []), ...(excessCounted ? [excessCounted] : [])];
      }),
    ),
    certainty: least.certainty,
    studyHours: taken.candidate.studyHours,
    startOn,
    finishOn,
  };
}

/** Every sum that is paid: fees of courses, then memberships. */
function costsOf({ courses, runs }: Timeline, { memberships, wishes }: CompletionInput): CostPart[] {
  const total = (priceUsd: number, times: number): number => fromCents(toCents(priceUsd) * times);
  return [
    ...courses.flatMap(({ taken: { candidate }, way }) =>
      feesOf(way, candidate.studyHours, wishes).map((fee): CostPart => ({
        ...fee,
        totalUsd: total(fee.priceUsd, fee.times),
        course: candidate.offer.course.id,
      })),
    ),
    ...runs.flatMap(({ membership: id, months }) => {
      const membership = memberships.find((one) => one.id === id)!;
      return cheapestPlans(membership, months).times.flatMap((times, index): CostPart[] => {
        const { what, priceUsd, note, provider } = membership.plans[index]!;
        const fee = { what, priceUsd, provider, ...(note === undefined ? {} : { note }) };
        return times ? [{ ...fee, times, totalUsd: total(priceUsd, times), membership: id }] : [];
      });
    }),
  ];
}

/** The blocks that are left open, each with why no course is there for it. */
function openBlocks(audit: DegreeAudit, { degree, school }: CompletionInput, { candidates, aside }: Made): OpenBlock[] {
  const standing = new Map(audit.blocks.map((block) => [block.block, block]));
  return leavesOf(degree).flatMap((leaf): OpenBlock[] => {
    const { stillNeeded = 0, chosen: counts = true } = standing.get(leaf.block.id) ?? {};
    if (stillNeeded <= 0 || !counts) return [];
    const mayFill = ({ accepted }: { accepted: readonly AcceptedCredit[] }): boolean =>
      accepted.some((credit) => !whyNotEligible(credit, leaf, degree));
    const reason = ((): OpenBlock['reason'] => {
      if (isForSchool(leaf, school)) return 'in-residence';
      if (candidates.some(mayFill)) return 'no-room';
      const others = aside.filter(mayFill);
      if (others.some((one) => one.reason === 'wishes')) return 'wishes';
      return others.length ? 'only-unknown' : 'no-course';
    })();
    return [{ block: leaf.block.id, stillNeeded, reason }];
  });
}

/** True if only the school's own courses fill the block. */
function isForSchool({ block, path }: Leaf, school: School): boolean {
  const { from, courses = [] } = block.fits ?? {};
  const onlyHere = new Set(school.courses.flatMap(({ code, onlyHere: here }) => (here ? [code] : [])));
  return (
    path.some(({ inResidence }) => inResidence) ||
    (from?.every((source) => source === 'school') ?? false) ||
    (courses.length > 0 && courses.every((code) => onlyHere.has(code)))
  );
}

/** Courses that are offered apart, if they may fill a block that is open. */
function apartCourses({ degree }: CompletionInput, before: DegreeAudit, aside: readonly SetAside[]): ApartCourse[] {
  const open = new Set(before.blocks.filter(({ stillNeeded }) => stillNeeded > 0).map(({ block }) => block));
  const leaves = leavesOf(degree).filter(({ block }) => open.has(block.id));
  return aside.flatMap(({ course, reason, unknown, accepted }): ApartCourse[] => {
    if (reason === 'wishes') return [];
    const blocks = leaves.flatMap((leaf) =>
      accepted.some((credit) => !whyNotEligible(credit, leaf, degree)) ? [leaf.block.id] : [],
    );
    return blocks.length || reason === 'hours-not-known' ? [{ course, reason, unknown, blocks }] : [];
  });
}

/** How much better another plan might be, in what it would be better at first. */
function gapOf({ proven, bound, best, step, weights }: Best, wishes: Wishes): Completion['gap'] {
  const none = { semesterHours: 0, sureHours: 0, studyHours: 0, costUsd: 0 };
  if (proven) return none;
  const gap = bound - best.value;
  // Hours are whole steps; what is left over of the gap is of what comes after them.
  if (gap >= weights.hour) return { ...none, semesterHours: fromHundredths(Math.floor(gap / weights.hour + 1) * step) };
  if (weights.sureHour && gap >= weights.sureHour)
    return { ...none, sureHours: fromHundredths(Math.ceil(gap / weights.sureHour) * step) };
  if (wishes.aim === 'fastest' && gap >= weights.study) return { ...none, studyHours: Math.ceil(gap / weights.study) };
  return { ...none, costUsd: fromCents(Math.ceil(gap / weights.cent)) };
}
