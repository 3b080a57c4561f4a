import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DegreeAudit } from '../../engine/types.ts';
import type { OnEdit } from '../../planner/plan/edits.ts';
import type { PlanCatalog } from '../../planner/audit/plan-audit.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import type { MoveNames } from '../../planner/audit/wording-moves.ts';
import type { Degree } from '../../schemas/degree.ts';
import type { Offer } from './block/FittingCourses.tsx';

/**
 * What parts deep in the screen need of the whole plan. It reaches them though the entries around them, in which nothing
 * has changed, are not drawn again.
 */
export type PlanShown = {
  /** As the school's waivers leave it. */
  readonly degree: Degree;
  readonly plan: Plan;
  readonly catalog: PlanCatalog;
  readonly audit: DegreeAudit;
  readonly names: MoveNames;
  readonly offer: Offer;
  readonly onEdit: OnEdit;
};

export const PlanContext = createContext<PlanShown | undefined>(undefined);

/** The plan that the screen shows. */
export function usePlanShown(): PlanShown {
  const shown = useContext(PlanContext);
  if (!shown) throw new Error('Not on the screen of a plan.');
  return shown;
}
