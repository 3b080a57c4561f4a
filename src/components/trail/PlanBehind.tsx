import type { OnEdit } from '../../planner/plan/edits.ts';
import type { PlanCredit } from '../../planner/plan/plan.ts';
import { progressToldBy } from '../../planner/trail/trail-status.ts';
import type { Trail } from '../../planner/trail/trail-types.ts';
import { statusWords } from '../../planner/wording.ts';

type Props = { readonly trail: Trail; readonly credit: PlanCredit; readonly onEdit: OnEdit };

/** Said where the notes are further than what the plan says of the credit, with a way to put that right. */
export function PlanBehind({ trail, credit, onEdit }: Props) {
  const progress = progressToldBy(trail, credit);
  if (!progress) return null;
  return (
    <div class="note no-print">
      <p>
        Your notes are further than your plan, which says: {statusWords[credit.status]}. The plan counts by its own
        words.
      </p>
      <div class="actions">
        <button
          class="button button-quiet"
          type="button"
          onClick={() => {
            onEdit({ kind: 'set-progress', credit: credit.id, progress });
            document.getElementById(`trail-${credit.id}-steps`)?.focus();
          }}
        >
          Set it to: {statusWords[progress.status]}
          <span class="visually-hidden">, {trail.title}</span>
        </button>
      </div>
    </div>
  );
}
