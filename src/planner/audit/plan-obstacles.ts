/** What stands in the way of a plan. It takes as long as many audits: a page asks a worker. */
import { obstaclesOf, pinsToRelease } from '../../engine/explanations.ts';
import { auditDegree } from '../../engine/index.ts';
import type { AuditInput, Obstacles, PinsToRelease } from '../../engine/types.ts';
import { auditInput, type PlanCatalog } from './plan-audit.ts';
import type { Plan } from '../plan/plan.ts';

/** What stands in the way of finishing, and pins that cost hours. */
export type PlanObstacles = { readonly obstacles: Obstacles; readonly pins: PinsToRelease | undefined };

/** What the worker is sent: of the school's list only what is about courses of the plan. */
export function obstacleQuestion(plan: Plan, catalog: PlanCatalog, today: string): AuditInput {
  const input = auditInput(plan, catalog, today);
  return { ...input, equivalencies: input.equivalencies.filter(({ course }) => input.courses.has(course)) };
}

/** Its answer. */
export function planObstacles(input: AuditInput): PlanObstacles {
  return { obstacles: obstaclesOf(input), pins: pinsToRelease(input, auditDegree(input)) };
}
