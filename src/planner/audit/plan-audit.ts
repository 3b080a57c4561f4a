/** From a plan and what was fetched of the catalog to the engine's answer. */
import { auditDegree, withWaivers, type AuditInput, type CourseFacts, type DegreeAudit } from '../../engine/index.ts';
import type { CatalogCourse, CatalogDegree, CatalogSchool } from '../catalog/catalog.ts';
import type { Plan } from '../plan/plan.ts';

/** What the planner has of the catalog for one plan. */
export type PlanCatalog = {
  readonly school: CatalogSchool;
  readonly degree: CatalogDegree;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
};

/** The audit of the plan as of `today`, an ISO date. */
export function auditPlan(plan: Pick<Plan, 'credits' | 'waivers'>, catalog: PlanCatalog, today: string): DegreeAudit {
  return auditDegree(auditInput(plan, catalog, today));
}

/** What the engine audits. */
export function auditInput(plan: Pick<Plan, 'credits' | 'waivers'>, catalog: PlanCatalog, today: string): AuditInput {
  return {
    degree: withWaivers(catalog.degree.degree, plan.waivers),
    school: catalog.school.school,
    equivalencies: catalog.school.equivalencies,
    courses: coursesOf(plan, catalog.courses),
    credits: plan.credits,
    today,
  };
}

/** The audit, or nothing in it where the engine fails: the plan must stay within the student's reach. */
export function tryAudit(...asked: Parameters<typeof auditPlan>): { readonly audit: DegreeAudit | undefined } {
  try {
    return { audit: auditPlan(...asked) };
  } catch (error) {
    console.error(error);
    return { audit: undefined };
  }
}

function coursesOf(plan: Pick<Plan, 'credits'>, courses: PlanCatalog['courses']): ReadonlyMap<string, CourseFacts> {
  return new Map(
    plan.credits.flatMap(({ course }): [string, CourseFacts][] => {
      const facts = course === undefined ? undefined : courses.get(course);
      return facts ? [[facts.id, facts]] : [];
    }),
  );
}
