import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanOnDevice } from '../../planner/keeping/plan-shelf.ts';
import { listPlans, watchPlans } from '../../planner/keeping/plan-store.ts';

/** Every plan on this device. `refused` where the browser does not give them out. */
export type PlansHere = readonly PlanOnDevice[] | 'waiting' | 'refused';

/** Every plan on this device, kept up to date, and a function that looks again at once. */
export function usePlans(): { readonly plans: PlansHere; readonly look: () => Promise<void> } {
  const [plans, setPlans] = useState<PlansHere>('waiting');
  const here = useRef(true);
  const look = async () => {
    const found = await listPlans().catch(() => 'refused' as const);
    if (here.current) setPlans(found);
  };
  useEffect(() => {
    here.current = true;
    void look();
    const end = watchPlans(() => void look());
    return () => {
      here.current = false;
      end();
    };
  }, []);
  return { plans, look };
}
