import { useEffect, useState } from 'preact/hooks';
import type { PlanOnDevice } from '../../planner/plan-shelf.ts';
import { listPlans, watchPlans } from '../../planner/plan-store.ts';

/** Every plan on this device, kept up to date. `refused` where the browser does not give them out. */
export function usePlans(): readonly PlanOnDevice[] | 'waiting' | 'refused' {
  const [plans, setPlans] = useState<readonly PlanOnDevice[] | 'waiting' | 'refused'>('waiting');
  useEffect(() => {
    let wanted = true;
    const look = () =>
      void listPlans().then(
        (list) => wanted && setPlans(list),
        () => wanted && setPlans('refused'),
      );
    look();
    const end = watchPlans(look);
    return () => {
      wanted = false;
      end();
    };
  }, []);
  return plans;
}
