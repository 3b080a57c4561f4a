import { openPlanStore } from '../../planner/plan-store.ts';
import type { Plan } from '../../planner/plan.ts';

/** The plan on this device, if there is one. It is only read. */
export async function readSavedPlan(): Promise<Plan | undefined> {
  const { saving, close } = openPlanStore({ state: () => undefined, replaced: () => undefined });
  const { plan } = await saving.open();
  close();
  return plan;
}
