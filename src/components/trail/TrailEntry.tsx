import type { ComponentChildren } from 'preact';
import type { PlanCredit } from '../../planner/plan/plan.ts';
import type { Trail } from '../../planner/trail/trail-types.ts';
import { dateWords, statusWords } from '../../planner/wording.ts';
import { EligibilityTag } from './Eligible.tsx';

type Props = {
  readonly trail: Trail;
  readonly credit: PlanCredit;
  /** Of a course that begins after the next weeks. */
  readonly beginsOn: string | undefined;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly children: ComponentChildren;
};

/** One credit of the list: its line, and its whole trail where it is unfolded. */
export function TrailEntry({ trail, credit, beginsOn, open, onOpen, children }: Props) {
  const next = trail.steps.find(({ state }) => state === 'failed' || state === 'ready' || state === 'waiting');
  return (
    <details class="trail-credit" open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      {/* Its line takes the focus. To focus the whole of it, a tabindex of -1, would keep Tab from all that is in it. */}
      <summary id={`trail-${trail.credit}`}>
        <h3>
          <bdi>{trail.title}</bdi>
        </h3>{' '}
        <EligibilityTag state={trail.eligibility.state} />
        <span class="trail-next quiet small">
          {statusWords[credit.status]}
          {beginsOn === undefined ? next && `. Now: ${next.title}` : `. Begins about ${dateWords(beginsOn)}`}
        </span>
      </summary>
      {open && children}
    </details>
  );
}
