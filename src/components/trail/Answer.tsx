import type { ComponentChildren } from 'preact';
import type { PlanCatalog } from '../../planner/plan-audit.ts';
import type { Plan, PlanCredit } from '../../planner/plan.ts';

type Props = {
  readonly plan: Plan;
  readonly credit: PlanCredit;
  readonly catalog: PlanCatalog;
  readonly today: string;
  /** The form of the answer. */
  readonly children: ComponentChildren;
};

/** What the school posted against what was expected, and what can be done about the difference. */
export function Answer({ credit, children }: Props) {
  return (
    <section class="trail-part" aria-labelledby={`trail-${credit.id}-answer`}>
      <h4 id={`trail-${credit.id}-answer`}>What the school posts</h4>
      {children}
    </section>
  );
}
