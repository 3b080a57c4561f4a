import { listPlans, planShownHere } from '../../planner/plan-store.ts';
import type { Plan } from '../../planner/plan.ts';

/** The plan that this tab showed last, or else the one changed last, if there is one. It is only read. */
export async function readSavedPlan(): Promise<Plan | undefined> {
  const plans = await listPlans().catch(() => []);
  return (plans.find(({ id }) => id === planShownHere()) ?? plans[0])?.plan;
}
