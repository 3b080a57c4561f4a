import type { Change, DegreeAudit } from '../../../engine/types.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import type { Names } from '../../../planner/audit/explanations.ts';
import type { Explained, Explanations } from './use-explanations.ts';

type Props = {
  readonly words: Explanations;
  readonly explained: Explained;
  readonly audit: DegreeAudit;
  readonly names: Names;
  readonly planned: boolean;
  readonly onEdit: OnEdit;
};

/** How far the plan can lead at all, and which rules and choices keep it from leading further. */
export function Reaches({ words, explained, audit, names, planned, onEdit }: Props) {
  const { obstacles, pins } = explained;
  const [credit] = pins?.credits ?? [];
  const release: Change = {
    kind: 'together',
    changes: (pins?.credits ?? []).map((one) => ({ kind: 'release-pins', credit: one })),
  };
  return (
    <section class="reaches" aria-labelledby="reach-title">
      <h2 id="reach-title">How far you can get</h2>
      {pins && credit !== undefined && explained.audit === audit && (
        <div class="note">
          <p>{words.pinsSentence(pins, { ...names, now: audit.met.likely })}</p>
          <button
            class="button button-quiet"
            type="button"
            onClick={() => onEdit({ kind: 'make-change', credit, change: release })}
          >
            Let the planner choose
          </button>
        </div>
      )}
      <ul class="reasons" role="list">
        {words.reachesToTell(obstacles).map((one) => (
          <li key={one}>
            {words.reachSentence(one, obstacles, planned)}
            {obstacles[one].inTheWay.length > 0 && (
              <ul>
                {obstacles[one].inTheWay.map((obstacle) => (
                  <li key={`${obstacle.kind} ${obstacle.id} ${obstacle.block ?? ''}`}>
                    {words.obstacleSentence(obstacle, names)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
