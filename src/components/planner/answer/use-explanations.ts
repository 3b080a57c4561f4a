import { useEffect, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../../engine/types.ts';
import type { PlanCatalog } from '../../../planner/audit/plan-audit.ts';
import type { PlanObstacles } from '../../../planner/audit/plan-obstacles.ts';
import type { Plan } from '../../../planner/plan/plan.ts';

/** The part of the planner that explains answers. A page that is no longer online may fail to get it. */
export const loadExplanations = () => import('./explanations.ts');

/** That part, once it is here. */
export type Explanations = Awaited<ReturnType<typeof loadExplanations>>;

/** What was found. `audit` is the one it was found for. */
export type Explained = PlanObstacles & { readonly audit: DegreeAudit; readonly degree: string };

/** How long the plan rests before the search begins, in milliseconds. */
const rest = 700;

/** What explains answers, and what stands in the way of this plan: loaded, and found, while the plan rests. */
export function useExplanations(plan: Plan, catalog: PlanCatalog, today: string, audit: DegreeAudit) {
  const [loaded, setLoaded] = useState<Explanations | 'failed'>();
  const [found, setFound] = useState<Explained>();
  useEffect(() => {
    let giveUp: (() => void) | undefined;
    const ask = ({ askForObstacles, obstacleQuestion }: Explanations) => {
      const tell = (obstacles: PlanObstacles) => setFound({ ...obstacles, audit, degree: plan.degree });
      giveUp = askForObstacles(obstacleQuestion(plan, catalog, today), tell);
    };
    let wanted = true;
    loadExplanations().then(
      (explanations) => {
        setLoaded(explanations);
        if (!wanted) return;
        const timer = setTimeout(() => ask(explanations), rest);
        giveUp = () => clearTimeout(timer);
      },
      () => setLoaded('failed'),
    );
    return () => {
      wanted = false;
      giveUp?.();
    };
  }, [audit]);
  return { loaded, found: found?.degree === plan.degree ? found : undefined };
}
