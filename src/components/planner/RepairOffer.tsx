import { useState } from 'preact/hooks';
import type { Change } from '../../engine/types.ts';
import type { Landing } from '../../planner/landing.ts';

/** A change that would use the credit, in words. */
export type Offered = { readonly words: string; readonly change: Change };

type Props = {
  readonly title: string;
  readonly landing: Landing | undefined;
  /** Finds the smallest change; takes as long as some audits. */
  readonly find: () => Offered | undefined;
  readonly onMake: (change: Change) => void;
};

/** For credit that the degree does not use: what would have to change, found when asked. */
export function RepairOffer({ title, landing, find, onMake }: Props) {
  const [answer, setAnswer] = useState<{ readonly to: Landing | undefined; readonly offered: Offered | undefined }>();
  // An answer is one about the plan as it was.
  const current = answer && answer.to === landing ? answer : undefined;
  const { offered } = current ?? {};
  const canMake = offered?.change.kind === 'release-pins' || offered?.change.kind === 'drop-credit';
  return (
    <div class="repair">
      <button class="button button-quiet" type="button" onClick={() => setAnswer({ to: landing, offered: find() })}>
        What would change this?<span class="visually-hidden"> {title}</span>
      </button>
      <div role="status">
        {current && <p>{offered ? offered.words : 'No single change of the plan would use it. Ask the school.'}</p>}
      </div>
      {offered && canMake && (
        <button class="button button-quiet" type="button" onClick={() => onMake(offered.change)}>
          Make this change<span class="visually-hidden">: {offered.words}</span>
        </button>
      )}
    </div>
  );
}
