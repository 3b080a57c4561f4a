/** Which courses on offer may fill a requirement: the surest first, then the cheapest. */
import type { RequirementBlock } from '../schemas/degree.ts';
import { articulateCredit, type ArticulationFacts } from './articulate.ts';
import type { Item, Pair } from './assign/problem.ts';
import { problemOf, type DegreeProblem } from './assign.ts';
import { coursesHad, directCourse } from './courses-had.ts';
import { setDuplicatesAside } from './duplicates.ts';
import { leavesOf } from './eligibility.ts';
import { inTheWay, useOf } from './explain.ts';
import { fromHundredths } from './semester-hours.ts';
import { sureness } from './sureness.ts';
import type { AcceptedCourse, AuditInput, DegreeAudit, FittingCourse, OfferedCourse, PlannedCredit } from './types.ts';

/**
 * What the school makes of each course, as if it were put into a plan today. Left out: what is no longer offered, and
 * what nobody says that the school takes.
 */
export function acceptedCourses<Offered extends OfferedCourse>(
  courses: Iterable<Offered>,
  facts: ArticulationFacts,
): AcceptedCourse<Offered>[] {
  return [...courses].flatMap((course) => {
    if (course.withdrawn) return [];
    const credit: PlannedCredit = { id: course.id, course: course.id, status: 'considering' };
    const { kept } = setDuplicatesAside(articulateCredit(credit, facts).accepted, [credit]);
    return kept.filter(({ certainty }) => certainty !== 'unknown').map((accepted) => ({ course, accepted }));
  });
}

/**
 * The courses that may fill the block or a block in it, each once. First those that would meet hours of it with all else
 * left where it is. Of a course that would become what another course of the plan already is, nothing would be gained: it
 * is left out. A course of the plan itself stays.
 */
export function fittingCourses<Offered extends OfferedCourse>(
  block: RequirementBlock,
  input: Pick<AuditInput, 'degree' | 'school' | 'credits'>,
  audit: DegreeAudit,
  offered: readonly AcceptedCourse<Offered>[],
): FittingCourse<Offered>[] {
  const planned = new Map(input.credits.flatMap(({ id, course }) => (course === undefined ? [] : [[course, id]])));
  const taken = new Set(audit.outcomes.flatMap(({ accepted }) => coursesHad(accepted)));
  const isTaken = ({ course, accepted }: AcceptedCourse): boolean =>
    !planned.has(course.id) && taken.has(directCourse(accepted) ?? '');
  const open = offered.filter((one) => !isTaken(one));
  const meets = hoursIn(block, input, audit, open);
  const found = new Map<string, FittingCourse<Offered>>();
  for (const one of open) {
    const hours = meets.get(one.accepted.id);
    if (hours === undefined) continue;
    const fitting = { ...one, meets: planned.has(one.course.id) ? 0 : hours };
    const known = found.get(one.course.id);
    if (!known || inOrder(fitting, known) < 0) found.set(one.course.id, fitting);
  }
  return [...found.values()].sort(inOrder);
}

function inOrder(a: FittingCourse, b: FittingCourse): number {
  const price = ({ course }: FittingCourse): number => course.priceUsd ?? Number.MAX_VALUE;
  const title = ({ course }: FittingCourse): string => `${course.title} ${course.id}`;
  return (
    Number(b.meets > 0) - Number(a.meets > 0) ||
    sureness(b.accepted.certainty) - sureness(a.accepted.certainty) ||
    price(a) - price(b) ||
    (title(a) < title(b) ? -1 : 1)
  );
}

/** For each credit that may fill the block: the hours of it there is room for, beside the likely reading as it is. */
function hoursIn(
  { id }: RequirementBlock,
  { degree, school }: Pick<AuditInput, 'degree' | 'school'>,
  audit: DegreeAudit,
  offered: readonly AcceptedCourse[],
): Map<string, number> {
  const within = new Set(
    leavesOf(degree).flatMap(({ block, path }) => (path.some((one) => one.id === id) ? [block.id] : [])),
  );
  const credits = [...audit.outcomes, ...offered].map(({ accepted }) => accepted);
  const problem = problemOf(degree, school, credits, 'likely', () => ({ avoid: [] }));
  const room = roomBeside(problem, audit);
  const items = new Map(problem.items.map((item) => [item.id, item]));
  return new Map(
    offered.flatMap(({ accepted }) => {
      const places = items.get(accepted.id)?.pairs.filter(({ bin }) => within.has(problem.bins[bin]!)) ?? [];
      const hours = places.map((pair) => room(items.get(accepted.id)!, pair));
      return places.length ? [[accepted.id, fromHundredths(Math.max(...hours) * problem.step)]] : [];
    }),
  );
}

/** Tells how many steps of an item count at a place beside what the likely reading uses. */
function roomBeside(problem: DegreeProblem, { readings: { likely } }: DegreeAudit) {
  const use = useOf(problem, likely);
  return ({ hours }: Item, pair: Pair): number => {
    if (inTheWay(hours, pair, problem, use).length > 0) return 0;
    return Math.min(hours, ...pair.caps.map((cap) => problem.caps[cap]!.hours - use.caps[cap]!));
  };
}
