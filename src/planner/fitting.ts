/** Which courses of the catalog may fill a requirement, the surest and the cheapest first. */
import { articulateCredit, leavesOf, whyNotEligible, type AcceptedCredit, type Certainty } from '../engine/index.ts';
import type { RequirementBlock } from '../schemas/degree.ts';
import type { CatalogCourse } from './catalog.ts';
import { idsOf } from './degree-view.ts';
import type { PlanCatalog } from './plan-audit.ts';

/** A course and what the school makes of it there. */
export type FittingCourse = { readonly course: CatalogCourse; readonly accepted: AcceptedCredit };

const order: readonly Certainty[] = ['decided', 'published', 'reported', 'recommended'];

type Asked = { readonly key: unknown; readonly today: string; readonly accepted: readonly FittingCourse[] };
let last: Asked | undefined;

/** What the school makes of every course on offer, as if each were put into the plan `today`. Worked out once for a school. */
function acceptedCourses({ school, courses }: PlanCatalog, today: string): readonly FittingCourse[] {
  if (last?.key === school && last.today === today) return last.accepted;
  const facts = { school: school.school, equivalencies: school.equivalencies, courses, today };
  const accepted = [...courses.values()].flatMap((course) => {
    if (course.withdrawn) return [];
    const credit = { id: course.id, course: course.id, status: 'considering' } as const;
    return articulateCredit(credit, facts)
      .accepted.filter(({ certainty }) => order.includes(certainty))
      .map((part) => ({ course, accepted: part }));
  });
  last = { key: school, today, accepted };
  return accepted;
}

/**
 * The courses that may fill the block or a block in it, each once. Of a course that would become what another course of
 * the plan already is, nothing would be gained: it is left out.
 */
export function fittingCourses(
  block: RequirementBlock,
  catalog: PlanCatalog,
  plan: { readonly courses: ReadonlyMap<string, unknown>; readonly accepted: readonly AcceptedCredit[] },
  today: string,
): readonly FittingCourse[] {
  const { degree } = catalog.degree;
  const inside = new Set(idsOf(block));
  const leaves = leavesOf(degree).filter((leaf) => inside.has(leaf.block.id));
  const found = new Map<string, FittingCourse>();
  for (const one of acceptedCourses(catalog, today)) {
    const known = found.get(one.course.id);
    if (known && rank(known) <= rank(one)) continue;
    if (leaves.some((leaf) => !whyNotEligible(one.accepted, leaf, degree))) found.set(one.course.id, one);
  }
  const taken = new Set(plan.accepted.flatMap(({ schoolCourse }) => schoolCourse ?? []));
  const title = ({ course }: FittingCourse) => `${course.title} ${course.id}`;
  return [...found.values()]
    .filter(({ course, accepted }) => plan.courses.has(course.id) || !taken.has(accepted.schoolCourse ?? ''))
    .sort((a, b) => rank(a) - rank(b) || price(a) - price(b) || (title(a) < title(b) ? -1 : 1));
}

function rank({ accepted }: FittingCourse): number {
  return order.indexOf(accepted.certainty);
}

/** A price that is not known comes last. */
function price({ course }: FittingCourse): number {
  return course.priceUsd ?? Infinity;
}
