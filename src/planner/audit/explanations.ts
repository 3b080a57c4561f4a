/** What fits, what would have to change, and what stands in the way: loaded after the first answer. */
import { findObstacles, findPinsToRelease, smallestRepair } from '../../engine/explanations.ts';
import type { DegreeAudit, Obstacles, PinsToRelease, Repair } from '../../engine/types.ts';
import { auditInput, type PlanCatalog } from './plan-audit.ts';
import type { Plan } from '../plan/plan.ts';

export * from './fitting.ts';
export * from './wording-explanations.ts';

/** The smallest change after which the degree would use the credit, if there is one. */
export function repairOf(plan: Plan, catalog: PlanCatalog, today: string, credit: string): Repair | undefined {
  return smallestRepair(auditInput(plan, catalog, today), credit);
}

/** What stands in the way of finishing, and pins that cost hours. */
export type PlanObstacles = { readonly obstacles: Obstacles; readonly pins: PinsToRelease | undefined };

/** Finds them bit by bit: each step takes about as long as an audit. */
export function* findPlanObstacles(
  plan: Plan,
  catalog: PlanCatalog,
  today: string,
  audit: DegreeAudit,
): Generator<undefined, PlanObstacles> {
  const input = auditInput(plan, catalog, today);
  const obstacles = yield* findObstacles(input);
  return { obstacles, pins: yield* findPinsToRelease(input, audit) };
}
