import type { Change } from '../../../engine/types.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import type { Names } from '../../../planner/audit/explanations.ts';
import type { Blocks } from '../../../planner/audit/unknown-lists.ts';
import type { PlanShown } from '../plan-context.ts';
import { following } from '../following.ts';
import type { Explanations } from './use-explanations.ts';
import { useObstacles } from './use-obstacles.ts';

type Props = Pick<PlanShown, 'plan' | 'catalog' | 'audit'> & {
  readonly explanations: Explanations;
  readonly today: string;
  readonly names: Names & { readonly blocks: Blocks };
  readonly onEdit: OnEdit;
};

/** How far the plan can lead at all, and which rules and choices keep it from leading further. */
export const Reaches = following(function Reaches(props: Props) {
  const { explanations: words, plan, catalog, audit, today, names, onEdit } = props;
  const found = useObstacles(words, { plan, catalog, audit }, today);
  if (!found) return null;
  const { obstacles, pins } = found;
  const [credit] = pins?.credits ?? [];
  const release: Change = {
    kind: 'together',
    changes: (pins?.credits ?? []).map((one) => ({ kind: 'release-pins', credit: one })),
  };
  return (
    <section class="reaches" aria-labelledby="reach-title">
      <h2 id="reach-title">How far you can get</h2>
      {pins && credit !== undefined && found.audit === audit && (
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
            {words.reachSentence(one, obstacles, { planned: plan.credits.length > 0, blocks: names.blocks })}
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
});
