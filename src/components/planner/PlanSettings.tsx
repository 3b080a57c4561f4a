import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlannedCredit } from '../../engine/types.ts';
import type { OnEdit } from '../../planner/plan/edits.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import type { Version } from '../../planner/keeping/stored-plan.ts';
import { savedWords, versionWords } from '../../planner/plan/wording-plans.ts';
import { NameForm } from './form/NameForm.tsx';
import type { SavedPlan } from './keep/use-saved-plan.ts';
import { following } from './following.ts';

type Props = {
  readonly plan: Plan;
  readonly versions: SavedPlan['versions'];
  readonly titleOf: (credit: PlannedCredit) => string;
  readonly onEdit: OnEdit;
  readonly onPlan: (plan: Plan, words: string) => void;
};

/** What is about the plan as a whole: its name, and what it was before. */
export const PlanSettings = following(function PlanSettings({ plan, versions, titleOf, onEdit, onPlan }: Props) {
  return (
    <div class="stack-small">
      <NameForm name={plan.name} onName={(name) => onEdit({ kind: 'rename', name })} />
      <Versions plan={plan} versions={versions} titleOf={titleOf} onPlan={onPlan} />
    </div>
  );
});

type Found = readonly Version[] | 'waiting' | 'failed';

/** The last versions, newest first. Going back to one is a step that can be undone. */
function Versions({ plan, versions, titleOf, onPlan }: Omit<Props, 'onEdit'>) {
  const [found, setFound] = useState<Found>('waiting');
  const place = useRef<HTMLDivElement>(null);
  // A version is there once the next change is saved: they are looked up while the list is open, and only then.
  useEffect(() => {
    const details = place.current?.closest('details');
    const look = () => {
      if (details?.open) void versions().then((list) => setFound(list ?? 'failed'));
      else setFound('waiting');
    };
    look();
    details?.addEventListener('toggle', look);
    return () => details?.removeEventListener('toggle', look);
  }, [plan]);
  return (
    <div ref={place}>
      <h3>Earlier versions</h3>
      {found === 'waiting' && <p class="quiet">Loading…</p>}
      {found === 'failed' && <p>The browser does not give them out. Undo still works.</p>}
      {typeof found === 'object' && found.length === 0 && <p class="quiet">There are none yet.</p>}
      {typeof found === 'object' && found.length > 0 && (
        <>
          <p class="quiet">
            {found.length === 1 ? 'One was saved.' : `The last ${found.length} that were saved, the newest first.`}
          </p>
          <ol class="rows versions" role="list">
            {found.map((version) => (
              <li key={version.key}>
                <p>
                  <strong>{savedWords(version.on)}</strong>: {versionWords(version.plan, plan, titleOf)}
                </p>
                <button
                  class="button button-quiet"
                  type="button"
                  onClick={() => onPlan(version.plan, 'This is the earlier version. Undo goes back.')}
                >
                  Go back to this
                  <span class="visually-hidden"> version of {savedWords(version.on)}</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
