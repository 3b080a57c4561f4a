import { useEffect, useRef, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../../engine/types.ts';
import { tryAudit, type PlanCatalog } from '../../../planner/audit/plan-audit.ts';
import type { Plan } from '../../../planner/plan/plan.ts';

/** What came of an audit: nothing in it where the engine failed. */
type Answer = { readonly audit: DegreeAudit | undefined };
type Kept = Answer & { readonly plan: Plan; readonly catalog: PlanCatalog };

/** How many answers are remembered, for undoing and redoing. */
const mostRemembered = 8;

/**
 * The audit of the plan, `undefined` without one. A change is painted first and audited after: a press shows at once, and
 * for a moment stands beside the answer from before. Of another plan or degree there is no answer from before.
 */
export function useAnswer(plan: Plan | undefined, catalog: PlanCatalog | undefined, today: string): Answer | undefined {
  const kept = useRef<Kept>();
  const [, draw] = useState<Kept>();
  const remembered = useRef<readonly (Kept & { readonly text: string })[]>([]);
  const audit = (of: Plan, by: PlanCatalog) => {
    const text = JSON.stringify([of.credits, of.waivers]);
    const known = remembered.current.find((one) => one.text === text && isSame(one.catalog, by));
    const answer = { audit: (known ?? tryAudit(of, by, today)).audit, plan: of, catalog: by };
    remembered.current = [{ ...answer, text }, ...remembered.current.filter((one) => one !== known)].slice(
      0,
      mostRemembered,
    );
    return (kept.current = answer);
  };
  useEffect(() => {
    if (plan && catalog && kept.current && !saysTheSame(kept.current.plan, plan)) draw(audit(plan, catalog));
  }, [plan?.credits, plan?.waivers]);
  if (!plan || !catalog) return undefined;
  const before = kept.current;
  if (!before || before.plan.id !== plan.id || !isSame(before.catalog, catalog)) return audit(plan, catalog);
  return before.audit || saysTheSame(before.plan, plan) ? before : audit(plan, catalog);
}

/** Whether the audit of both is the same: a name makes no difference. */
function saysTheSame(a: Plan, b: Plan): boolean {
  return a.credits === b.credits && a.waivers === b.waivers;
}

function isSame(a: PlanCatalog, b: PlanCatalog): boolean {
  return a.school === b.school && a.degree === b.degree && a.courses === b.courses;
}
