import { useEffect, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../../engine/types.ts';
import { explanationInput, type PlanObstacles } from '../../../planner/audit/explanation-search.ts';
import type { PlanShown } from '../plan-context.ts';
import type { Explanations } from './use-explanations.ts';

/** What was found. `audit` is the one it was found for. */
export type ObstaclesFound = PlanObstacles & { readonly audit: DegreeAudit };

/** How long the plan rests before the search begins, in milliseconds. */
const rest = 700;

/** What stands in the way of this plan; what was found last, while it is looked for anew. Of another degree there is nothing. */
export function useObstacles(
  { lookFor }: Explanations,
  { plan, catalog, audit }: Pick<PlanShown, 'plan' | 'catalog' | 'audit'>,
  today: string,
): ObstaclesFound | undefined {
  const [found, setFound] = useState<ObstaclesFound & { readonly degree: string }>();
  useEffect(() => {
    let giveUp: (() => void) | undefined;
    const timer = setTimeout(() => {
      const input = explanationInput(plan, catalog, today);
      giveUp = lookFor({ kind: 'obstacles', input, audit: { met: audit.met } }, (explanation) => {
        if (explanation.kind === 'obstacles') setFound({ ...explanation, audit, degree: plan.degree });
      });
    }, rest);
    return () => {
      clearTimeout(timer);
      giveUp?.();
    };
  }, [audit]);
  return found?.degree === plan.degree ? found : undefined;
}
