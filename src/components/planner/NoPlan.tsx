import type { SaveState } from '../../planner/keeping/save-state.ts';
import type { Copy } from '../../planner/keeping/stored-plan.ts';
import { saveProblemWords } from '../../planner/keeping/wording-saving.ts';
import { CopyNote } from './keep/CopyNote.tsx';

type Props = {
  readonly saveState: SaveState;
  readonly copies: readonly Copy[];
  readonly today: string;
  readonly onDropCopy: (key: string) => void;
};

/** Where no plan is shown though one lies here: why it is not, and what was kept of it. */
export function NoPlan({ saveState, copies, today, onDropCopy }: Props) {
  const isNewer = saveState.kind === 'cannot-save' && saveState.problem === 'newer-version';
  return (
    <>
      {isNewer && (
        <p class="note" role="alert">
          {saveProblemWords['newer-version']}
        </p>
      )}
      {copies.length > 0 && (
        <section class="panel" aria-labelledby="unread-title">
          <h2 id="unread-title">A plan could not be read</h2>
          {copies.map((copy) => (
            <CopyNote key={copy.key} copy={copy} today={today} onDrop={onDropCopy}>
              What was saved on this device is damaged, or was kept aside. Save it to a file: nothing of it is lost, and
              someone may be able to read it.
            </CopyNote>
          ))}
        </section>
      )}
    </>
  );
}
