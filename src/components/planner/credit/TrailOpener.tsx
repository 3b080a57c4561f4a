import { useState } from 'preact/hooks';
import type { PlanCredit } from '../../../planner/plan/plan.ts';
import { NotHere } from '../NotHere.tsx';

const load = () => import('../../trail/TrailInPlan.tsx');
type Parts = Awaited<ReturnType<typeof load>>;

/** "Steps to posted credit", folded away. What it shows is fetched when it is first unfolded. */
export function TrailOpener({ credit, title }: { readonly credit: PlanCredit; readonly title: string }) {
  const [parts, setParts] = useState<Parts | 'waiting' | 'failed'>();
  const unfold = (event: { readonly currentTarget: HTMLDetailsElement }) => {
    if (!event.currentTarget.open || (parts && parts !== 'failed')) return;
    setParts('waiting');
    load().then(setParts, () => setParts('failed'));
  };
  return (
    <details class="decision no-print" onToggle={unfold}>
      <summary>
        Steps to posted credit<span class="visually-hidden">: {title}</span>
      </summary>
      {typeof parts === 'object' ? <parts.TrailInPlan credit={credit} /> : parts && <NotHere state={parts} />}
    </details>
  );
}
