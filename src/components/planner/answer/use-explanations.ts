import { useEffect, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../../engine/types.ts';
import type { PlanObstacles } from '../../../planner/audit/explanations.ts';
import type { PlanCatalog } from '../../../planner/audit/plan-audit.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { inPieces } from '../in-pieces.ts';

/** The part of the planner that explains answers. A page that is no longer online may fail to get it. */
export const loadExplanations = () => import('../../../planner/audit/explanations.ts');

/** That part, once it is here. */
export type Explanations = Awaited<ReturnType<typeof loadExplanations>>;

/** What was found. `audit` is the one it was found for. */
export type Explained = PlanObstacles & { readonly audit: DegreeAudit; readonly degree: string };

/** How long the plan rests before the search begins, in milliseconds. */
const rest = 700;

/** What explains answers, and what stands in the way of this plan: loaded, and found, while the page is idle. */
export function useExplanations(plan: Plan, catalog: PlanCatalog, today: string, audit: DegreeAudit) {
  const [loaded, setLoaded] = useState<Explanations | 'failed'>();
  const [found, setFound] = useState<Explained>();
  useEffect(() => {
    let giveUp: (() => void) | undefined;
    let wanted = true;
    loadExplanations().then(
      (explanations) => {
        setLoaded(explanations);
        if (!wanted) return;
        const steps = explanations.findPlanObstacles(plan, catalog, today, audit);
        giveUp = inPieces(steps, (obstacles) => setFound({ ...obstacles, audit, degree: plan.degree }), rest);
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
