import { useEffect, useState } from 'preact/hooks';
import type { CatalogIndex } from '../../planner/catalog/catalog.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import type { PlanSums } from '../planner/finish/plan-sums.ts';

/** What a plan adds up to, once it is worked out. */
export type Sums = PlanSums | 'failed';

/** The sums of plans, one after another, so that the page answers meanwhile. */
export function useSums(plans: readonly Plan[], index: CatalogIndex | undefined): ReadonlyMap<string, Sums> {
  const [sums, setSums] = useState<ReadonlyMap<string, Sums>>(new Map());
  const missing = plans.find((plan) => !sums.has(keyOf(plan)));
  useEffect(() => {
    if (!missing || !index) return undefined;
    let wanted = true;
    const keep = (found: Sums) => wanted && setSums((known) => new Map([...known, [keyOf(missing), found]]));
    import('../planner/finish/plan-sums.ts')
      .then(({ sumsOf }) => sumsOf(missing, index))
      .then(keep, () => keep('failed'));
    return () => {
      wanted = false;
    };
  }, [missing && keyOf(missing), index]);
  return sums;
}

/** The sums of one plan, or nothing where they are still to come. */
export function sumsIn(sums: ReadonlyMap<string, Sums>, plan: Plan): Sums | undefined {
  return sums.get(keyOf(plan));
}

/** A plan read again is another object that says the same. */
function keyOf({ id, revision }: Plan): string {
  return `${id} ${revision}`;
}
