import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { toTheEnd } from '../../../engine/index.ts';
import { tryAuditInSteps, type Answer, type PlanCatalog } from '../../../planner/audit/plan-audit.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { inPieces } from '../in-pieces.ts';

type Kept = Answer & { readonly plan: Plan; readonly catalog: PlanCatalog };

/** How many answers are remembered, for undoing and redoing. */
const mostRemembered = 8;

/**
 * The audit of the plan, `undefined` without one. A change is painted first and audited after, bit by bit: a press shows at
 * once, and for a moment stands beside the answer from before. Of another plan or degree there is no answer from before.
 */
export function useAnswer(plan: Plan | undefined, catalog: PlanCatalog | undefined, today: string): Answer | undefined {
  const kept = useRef<Kept>();
  const [, draw] = useState<Kept>();
  const remembered = useRef<readonly (Kept & { readonly text: string })[]>([]);
  function* auditing(of: Plan, by: PlanCatalog): Generator<undefined, Kept> {
    const text = JSON.stringify([of.credits, of.waivers]);
    const known = remembered.current.find((one) => one.text === text && isSame(one.catalog, by));
    const { audit } = known ?? (yield* tryAuditInSteps(of, by, today));
    const answer = { audit, plan: of, catalog: by };
    remembered.current = [{ ...answer, text }, ...remembered.current.filter((one) => one !== known)].slice(
      0,
      mostRemembered,
    );
    return (kept.current = answer);
  }
  useLayoutEffect(() => {
    if (!plan || !catalog || !kept.current || saysTheSame(kept.current.plan, plan)) return undefined;
    return inPieces(auditing(plan, catalog), draw);
  }, [plan?.credits, plan?.waivers]);
  if (!plan || !catalog) return undefined;
  const before = kept.current;
  const isOfThis = before && before.plan.id === plan.id && isSame(before.catalog, catalog);
  if (isOfThis && (before.audit || saysTheSame(before.plan, plan))) return before;
  return toTheEnd(auditing(plan, catalog));
}

/** Whether the audit of both is the same: a name makes no difference. */
function saysTheSame(a: Plan, b: Plan): boolean {
  return a.credits === b.credits && a.waivers === b.waivers;
}

function isSame(a: PlanCatalog, b: PlanCatalog): boolean {
  return a.school === b.school && a.degree === b.degree && a.courses === b.courses;
}
