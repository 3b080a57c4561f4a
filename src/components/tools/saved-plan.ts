import { useEffect, useState } from 'preact/hooks';
import { listPlans, planShownHere } from '../../planner/keeping/plan-store.ts';
import type { Plan } from '../../planner/plan/plan.ts';

/** The plan that this tab showed last, or else the one changed last, if there is one. It is only read. */
export async function readSavedPlan(): Promise<Plan | undefined> {
  const plans = await listPlans().catch(() => []);
  return (plans.find(({ id }) => id === planShownHere()) ?? plans[0])?.plan;
}

/** The same for a component: once the device has answered. */
export function useReadPlan(): Plan | undefined | 'looking' {
  const [saved, setSaved] = useState<Plan | undefined | 'looking'>('looking');
  useEffect(() => {
    void readSavedPlan().then(setSaved);
  }, []);
  return saved;
}
