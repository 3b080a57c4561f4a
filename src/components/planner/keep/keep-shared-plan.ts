/**
 * A plan on its way from the page of a shared link to the planner, in the same tab. The planner opens it as it opens a
 * file: it asks before it replaces a plan.
 */
import { openPlanFile, planToText } from '../../../planner/keeping/plan-file.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import type { OpenedPlan } from './OpenFile.tsx';
import { newPlanId } from '../device.ts';
import { siteAddress } from '../use-catalog.ts';

const key = 'credit-map-shared-plan';

/** Opens a copy of the plan in the planner. False where the browser refuses. */
export function keepSharedPlan(plan: Plan): boolean {
  try {
    sessionStorage.setItem(key, planToText({ ...plan, id: newPlanId() }));
  } catch {
    return false;
  }
  location.assign(siteAddress('planner/'));
  return true;
}

/** The plan that waits for the planner, once. */
export function takeSharedPlan(): OpenedPlan | undefined {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const opened = text === null ? undefined : openPlanFile(text);
    return opened && 'plan' in opened ? opened : undefined;
  } catch {
    return undefined;
  }
}
