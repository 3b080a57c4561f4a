/** What is said of chosen courses: what they meet and cost, part by part, and what stays open. */
import { auditDegree } from '../audit.ts';
import { blocksFor, leavesOf, whyNotEligible, type Leaf } from '../eligibility.ts';
import { fromHundredths, sumHours } from '../semester-hours.ts';
import { sureness, surenessOfHours } from '../sureness.ts';
import type { AcceptedCredit, Application, Assignment, BlockAudit, DegreeAudit, PlannedCredit } from '../types.ts';
import { mostSure } from './answers.ts';
import { monthsBetween } from './calendar.ts';
import { coursesOf, plannedOf, type Candidate, type SetAside } from './candidates.ts';
import { cheapestPlans, feesOf, fromCents, toCents } from './prices.ts';
import type { ProgramInput } from './program.ts';
import type { Found } from './search.ts';
import type { Stack } from './stacks.ts';
import { studyUntil } from './time-rows.ts';
import type { Timeline } from './timeline.ts';
import { tuitionFor } from './tuition.ts';
import type { ApartCourse, ChosenCourse, Completion, CompletionInput, CostPart, Landed, OpenBlock } from './types.ts';

/** Courses that were chosen for a plan, and all that they were chosen from. */
export type Chosen = {
  /** Credits of the plan that stay. */
  readonly kept: readonly PlannedCredit[];
  /** What the school makes of them. */
  readonly held: readonly AcceptedCredit[];
  readonly found: Best;
  readonly timeline: Timeline;
  readonly stacks: readonly Stack[];
  readonly aside: readonly SetAside[];
};

/** What the search found in this program. */
export type Best = Found & { readonly program: ProgramInput };

/** How the likely reading of an audit stands. */
export type Standing = {
  readonly likely: Pick<Assignment, 'semesterHours' | 'proven'>;
  readonly blocks: readonly Pick<BlockAudit, 'block' | 'stillNeeded' | 'chosen'>[];
};

/** What is said of every plan, once it is known how the degree stands with it. */
export type Outlook = Pick<
  Completion,
  'semesterHours' | 'costUsd' | 'costs' | 'months' | 'studyHours' | 'finishOn' | 'open' | 'residence'
>;

export function outlookOf(input: CompletionInput, chosen: Chosen, after: Standing): Outlook {
  const { degree, school, today } = input;
  const { finishOn } = chosen.timeline;
  const costs = costsOf(chosen.timeline, input);
  const left = sumHours([degree.semesterHours, -after.likely.semesterHours]);
  return {
    semesterHours: degree.semesterHours,
    costUsd: fromCents(costs.reduce((sum, { totalUsd }) => sum + toCents(totalUsd), 0)),
    costs,
    months: monthsBetween(today, finishOn),
    studyHours: studyOf(chosen.timeline),
    finishOn,
    open: openBlocks(after, input, chosen),
    residence: { semesterHours: left, tuition: tuitionFor(school, left, today) },
  };
}

function studyOf({ courses }: Timeline): number {
  return sumHours(courses.map(({ taken }) => taken.candidate.studyHours));
}

/** The chosen courses as credits of the plan, for the days on which they would be done. */
export function addedBy({ courses }: Timeline): PlannedCredit[] {
  return courses.map(({ taken, finishOn }) => plannedOf(taken.candidate.offer.course.id, finishOn));
}

/** All that is said of a plan. */
export function report(input: CompletionInput, chosen: Chosen): Completion {
  const { kept, found, timeline, aside } = chosen;
  const auditInput = { ...input, courses: coursesOf(input), credits: kept };
  const before = auditDegree(auditInput);
  const added = addedBy(timeline);
  const after = added.length ? auditDegree({ ...auditInput, credits: [...kept, ...added] }) : before;
  const standing = { likely: after.readings.likely, blocks: after.blocks };
  return {
    ...outlookOf(input, chosen, standing),
    sureHours: sureHoursOf(after),
    courses: timeline.courses.map((one): ChosenCourse => chosenCourse(one, after)),
    met: after.met,
    before: before.met,
    memberships: timeline.runs,
    apart: apartCourses(input, before, aside),
    proven: found.proven,
    gap: gapOf(found),
  };
}

/** Hours that a published or decided equivalency makes sure. */
function sureHoursOf({ outcomes, readings: { likely } }: DegreeAudit): number {
  const isSure = (credit: AcceptedCredit): boolean => surenessOfHours(credit) >= sureness('published');
  const sure = new Set(outcomes.flatMap(({ accepted }) => (isSure(accepted) ? [accepted.id] : [])));
  return sumHours(
    likely.applications.flatMap(({ accepted: id, secondUse, semesterHours, excessCounted }) =>
      sure.has(id) && !secondUse ? [semesterHours, excessCounted?.semesterHours ?? 0] : [],
    ),
  );
}

function chosenCourse(
  { taken, way, startOn, finishOn }: Timeline['courses'][number],
  audit: DegreeAudit,
): ChosenCourse {
  const { course } = taken.candidate.offer;
  const { least, likely } = audit.readings;
  const accepted = audit.outcomes.map((one) => one.accepted).filter(({ credit }) => credit === course.id);
  const leastSure =
    accepted.toSorted((a, b) => sureness(a.certainty) - sureness(b.certainty))[0] ?? taken.candidate.accepted[0]!;
  return {
    course: course.id,
    provider: course.provider,
    way,
    accepted,
    lands: landed(accepted, likely.applications),
    surely: landed(
      accepted,
      least.applications.filter(({ secondUse }) => !secondUse),
    ),
    certainty: leastSure.certainty,
    studyHours: taken.candidate.studyHours,
    startOn,
    finishOn,
  };
}

/** Where so much of these credits counts. */
function landed(credits: readonly AcceptedCredit[], applications: readonly Application[]): Landed[] {
  return credits.flatMap(({ id }) =>
    applications
      .filter(({ accepted }) => accepted === id)
      .flatMap(({ block, semesterHours, excessCounted }) => [
        ...(semesterHours > 0 ? [{ block, semesterHours }] : []),
        ...(excessCounted ? [excessCounted] : []),
      ]),
  );
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
function openBlocks(
  { blocks }: Standing,
  { degree, school, wishes, today }: CompletionInput,
  { stacks, aside, found, timeline }: Chosen,
): OpenBlock[] {
  const standing = new Map(blocks.map((block) => [block.block, block]));
  const timeLeft = studyUntil(wishes, today) - studyOf(timeline);
  const onlyHere = new Set(school.courses.flatMap(({ code, onlyHere: here }) => (here ? [code] : [])));
  const { kinds } = found.program;
  const firstOf = (stack: Stack): Candidate => kinds.get(stack)?.first ?? stack.candidates[0]!;
  const firsts = [...new Set(stacks.map(firstOf))];
  return leavesOf(degree).flatMap((leaf): OpenBlock[] => {
    const { stillNeeded = 0, chosen: counts = true } = standing.get(leaf.block.id) ?? {};
    if (stillNeeded <= 0 || !counts) return [];
    const mayFill = ({ accepted }: { accepted: readonly AcceptedCredit[] }): boolean =>
      accepted.some((credit) => blocksFor(credit, degree).includes(leaf.block.id));
    const reason = ((): OpenBlock['reason'] => {
      if (isForSchool(leaf, onlyHere)) return 'in-residence';
      if (firsts.some(mayFill))
        return stacks.some((stack) => stack.studyHours <= timeLeft && mayFill(firstOf(stack))) ? 'no-room' : 'no-time';
      const others = aside.filter(mayFill);
      if (others.some((one) => one.reason === 'wishes')) return 'wishes';
      return others.length ? 'only-unknown' : 'no-course';
    })();
    return [{ block: leaf.block.id, stillNeeded, reason }];
  });
}

/** True if only the school's own courses fill the block: `onlyHere` are those that can be had nowhere else. */
function isForSchool({ block, path }: Leaf, onlyHere: ReadonlySet<string>): boolean {
  const { from, courses = [] } = block.fits ?? {};
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
function gapOf({ proven, bound, best, program }: Best): Completion['gap'] {
  const { weights, problem } = program;
  const { step } = problem;
  const none = { semesterHours: 0, sureHours: 0, studyHours: 0, costUsd: 0 };
  if (proven) return none;
  const gap = bound - best.value;
  // No plan saves more than all costs, nor all study: what is more is of what comes before.
  const costs = weights.cent * best.cents;
  const study = weights.study * best.study;
  const sure = weights.sureHour * (Math.min(mostSure(program), problem.semesterHours * (100 / step)) - best.sureHours);
  if (gap <= costs) return { ...none, costUsd: fromCents(Math.ceil(gap / weights.cent)) };
  if (gap <= costs + study) return { ...none, studyHours: Math.ceil(gap / weights.study) };
  if (gap <= costs + study + sure)
    return { ...none, sureHours: fromHundredths(Math.ceil(gap / weights.sureHour) * step) };
  // Hours are whole steps; what is left over of the gap is of what comes after them.
  return { ...none, semesterHours: fromHundredths(Math.floor(gap / weights.hour + 1) * step) };
}
