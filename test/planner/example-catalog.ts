/** Example University as the planner fetches it, and plans for it. */
import type { PlannedCredit } from '../../src/engine/index.ts';
import type { CatalogCourse } from '../../src/planner/catalog/catalog.ts';
import { landingsOf, type Landing } from '../../src/planner/audit/landing.ts';
import { auditPlan, type PlanCatalog } from '../../src/planner/audit/plan-audit.ts';
import { newPlan } from '../../src/planner/plan/plan-changes.ts';
import type { Plan } from '../../src/planner/plan/plan.ts';
import { courses, degree, equivalencies, school } from '../engine/example-university.ts';

export const today = '2026-11-22';

export const catalog: PlanCatalog = {
  school: { id: 'exu', school, equivalencies },
  degree: { id: 'exu/degree', degree },
  courses: new Map([...courses].map(([id, course]): [string, CatalogCourse] => [id, { ...course, area: 'other' }])),
};

/** A plan of these credits: course ids of the catalog, or whole credits. */
export function planOf(...credits: readonly (string | Omit<PlannedCredit, 'id'>)[]): Plan {
  return {
    ...newPlan('p-1', 'exu', 'exu/degree'),
    credits: credits.map((one, index): PlannedCredit => ({
      id: `c${index + 1}`,
      ...(typeof one === 'string' ? { course: one, status: 'planned' } : one),
    })),
  };
}

/** Where a credit of the plan lands. */
export function landingIn(plan: Plan, credit: string): Landing | undefined {
  return landingsOf(auditPlan(plan, catalog, today), plan.credits, equivalencies).get(credit);
}
