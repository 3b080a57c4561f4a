import { useMemo, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../engine/types.ts';
import { tryAudit, type PlanCatalog } from '../../planner/audit/plan-audit.ts';
import type { Trial } from '../../planner/audit/what-if.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { useLater } from './use-later.ts';

/** A plan with its audit. */
type Audited = { readonly plan: Plan; readonly audit: DegreeAudit };

/** What is being tried out, the plan as if it were so, and what begins and ends a trial. */
export function useTrial(now: Audited, catalogs: PlanCatalog, today: string) {
  const later = useLater();
  const [trial, setTrial] = useState<Trial>();
  // An answer of the school ends the trial; so does leaving the course out.
  const current = now.plan.credits.some(({ id, decision }) => id === trial?.question.credit && !decision)
    ? trial
    : undefined;
  const tried = useMemo((): Audited | undefined => {
    if (!current || typeof later !== 'object') return undefined;
    const plan = later.planAsIf(now.plan, current, today);
    return { plan, audit: tryAudit(plan, catalogs, today).audit ?? now.audit };
  }, [current, now.audit]);
  const stop = () => {
    setTrial(undefined);
    if (current) document.getElementById(`credit-${current.question.credit}`)?.focus();
  };
  return { current, tried, start: setTrial, stop };
}
