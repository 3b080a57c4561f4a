import type { SaveState } from '../../planner/keeping/save-state.ts';
import { saveProblemWords } from '../../planner/keeping/wording-saving.ts';
import type { OpenedPlan } from '../planner/keep/OpenFile.tsx';
import { siteAddress } from '../planner/use-catalog.ts';
import { Fold } from './Fold.tsx';
import { lazily } from './lazily.ts';

const OpenFile = lazily(async () => (await import('../planner/keep/OpenFile.tsx')).OpenFile);

type Props = { readonly saveState: SaveState; readonly onOpen: (file: OpenedPlan) => void };

/** Where no plan is on the device, or the device does not show it: where one begins, and the file of one. */
export function NoPlanHere({ saveState, onOpen }: Props) {
  return (
    <>
      <p class="note" role={saveState.kind === 'cannot-save' ? 'alert' : undefined}>
        {saveState.kind !== 'cannot-save' ? (
          <>
            There is no plan on this device yet. <a href={siteAddress('planner/')}>Begin one in the planner</a>, then
            come back: each of its courses has its steps here.
          </>
        ) : saveState.problem === 'newer-version' ? (
          saveProblemWords['newer-version']
        ) : (
          'This browser does not show the page what it has kept, so no plan is here. Open the file of your plan. Before you leave, save it to a file again.'
        )}
      </p>
      {saveState.kind === 'cannot-save' ? (
        <OpenFile onOpen={onOpen} />
      ) : (
        <Fold summary="Is your plan in a file?" about="Open it here">
          {() => <OpenFile onOpen={onOpen} />}
        </Fold>
      )}
    </>
  );
}
