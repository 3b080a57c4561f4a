/** From a plan and what was fetched of the catalog to the engine's answer. */
import {
  auditDegree,
  auditInSteps,
  toTheEnd,
  withWaivers,
  type AuditInput,
  type DegreeAudit,
} from '../../engine/index.ts';
import type { CatalogCourse, CatalogDegree, CatalogSchool } from '../catalog/catalog.ts';
import type { Plan } from '../plan/plan.ts';

/** What the planner has of the catalog for one plan. */
export type PlanCatalog = {
  readonly school: CatalogSchool;
  readonly degree: CatalogDegree;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
};

/** What of a plan its audit depends on. */
type Audited = Pick<Plan, 'credits' | 'waivers'>;

/** What came of an audit: nothing in it where the engine failed. The plan must stay within the student's reach. */
export type Answer = { readonly audit: DegreeAudit | undefined };

/** The audit of the plan as of `today`, an ISO date. */
export function auditPlan(plan: Audited, catalog: PlanCatalog, today: string): DegreeAudit {
  return auditDegree(auditInput(plan, catalog, today));
}

/** What the engine audits. */
export function auditInput(plan: Audited, catalog: PlanCatalog, today: string): AuditInput {
  return {
    degree: withWaivers(catalog.degree.degree, plan.waivers),
    school: catalog.school.school,
    equivalencies: catalog.school.equivalencies,
    courses: catalog.courses,
    credits: plan.credits,
    today,
  };
}

/** The audit, or nothing in it. */
export function tryAudit(...asked: Parameters<typeof auditPlan>): Answer {
  return toTheEnd(tryAuditInSteps(...asked));
}

/** The same bit by bit, so that the page can answer in between. */
export function* tryAuditInSteps(...asked: Parameters<typeof auditPlan>): Generator<undefined, Answer> {
  try {
    return { audit: yield* auditInSteps(auditInput(...asked)) };
  } catch (error) {
    console.error(error);
    return { audit: undefined };
  }
}
