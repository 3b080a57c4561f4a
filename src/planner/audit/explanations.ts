/** What fits, what would have to change, and how to say what stands in the way: loaded after the first answer. */
import { smallestRepair } from '../../engine/explanations.ts';
import type { Repair } from '../../engine/types.ts';
import { auditInput, type PlanCatalog } from './plan-audit.ts';
import type { Plan } from '../plan/plan.ts';

export * from './fitting.ts';
export * from './wording-explanations.ts';
export { obstacleQuestion } from './plan-obstacles.ts';

/** The smallest change after which the degree would use the credit, if there is one. */
export function repairOf(plan: Plan, catalog: PlanCatalog, today: string, credit: string): Repair | undefined {
  return smallestRepair(auditInput(plan, catalog, today), credit);
}
