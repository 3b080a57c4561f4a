/** What a plan adds up to, for pages that list plans. It brings the engine with it: load it after the list is there. */
import type { HoursRange } from '../../../engine/types.ts';
import type {
  CatalogCourse,
  CatalogCourses,
  CatalogDegree,
  CatalogIndex,
  CatalogSchool,
} from '../../../planner/catalog/catalog.ts';
import { titleOfCredit } from '../../../planner/audit/landing.ts';
import { tryAudit } from '../../../planner/audit/plan-audit.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { knownCost, type KnownCost } from '../../../planner/plan/plans-compared.ts';
import { todayHere } from '../device.ts';
import { fetchOnce } from '../use-catalog.ts';

/** Hours met, of how many, what the rest costs as far as known, and the courses' titles by the credits' ids. */
export type PlanSums = {
  /** Nothing where the degree is not in the catalog or can't be worked out. */
  readonly hours: { readonly met: HoursRange; readonly of: number } | undefined;
  readonly cost: KnownCost;
  readonly titles: ReadonlyMap<string, string>;
};

/** The sums of one plan. Rejects where the catalog can't be fetched. */
export async function sumsOf(plan: Plan, index: CatalogIndex): Promise<PlanSums> {
  const { courses } = await fetchOnce<CatalogCourses>('catalog/courses.json');
  const byId = new Map(courses.map((course): [string, CatalogCourse] => [course.id, course]));
  const known = index.schools.some(({ degrees }) => degrees.some(({ id }) => id === plan.degree));
  const [school, degree] = known
    ? await Promise.all([
        fetchOnce<CatalogSchool>(`catalog/schools/${plan.school}.json`),
        fetchOnce<CatalogDegree>(`catalog/degrees/${plan.degree}.json`),
      ])
    : [];
  const audit = school && degree && tryAudit(plan, { school, degree, courses: byId }, todayHere()).audit;
  return {
    hours: audit && { met: audit.met, of: audit.semesterHours },
    cost: knownCost(plan, byId),
    titles: new Map(plan.credits.map((credit) => [credit.id, titleOfCredit(credit, byId)])),
  };
}
