import { useEffect, useRef, useState } from 'preact/hooks';
import type { Change, DegreeAudit } from '../../../engine/types.ts';
import { notLoaded } from '../NotHere.tsx';
import { usePlanShown } from '../plan-context.ts';

/** A change that would use the credit, in words. */
export type Offered = { readonly words: string; readonly change: Change };

type Props = {
  readonly title: string;
  /** Finds the smallest change; takes as long as many audits, unless it is given up. */
  readonly find: (signal: AbortSignal) => Promise<Offered | undefined>;
  readonly onMake: (change: Change) => void;
};

const nothing = 'No small change was found that would use it. Ask the school.';

type Answer = {
  readonly to: DegreeAudit;
  readonly state: 'looking' | 'found' | 'failed';
  readonly offered?: Offered | undefined;
};

/** True of what is in the student's hands in this plan. */
function canMake(change: Change): boolean {
  if (change.kind === 'together') return change.changes.every(canMake);
  return change.kind === 'release-pins' || change.kind === 'drop-credit';
}

function wordsOf({ state, offered }: Answer): string {
  if (state === 'looking') return 'Looking…';
  return state === 'failed' ? notLoaded : (offered?.words ?? nothing);
}

/** For credit that the degree does not use: what would have to change, found when asked. */
export function RepairOffer({ title, find, onMake }: Props) {
  const { audit } = usePlanShown();
  const [answer, setAnswer] = useState<Answer>();
  // An answer is one about the plan as it was.
  const current = answer && answer.to === audit ? answer : undefined;
  const { offered } = current ?? {};
  const asked = useRef<AbortController>();
  useEffect(() => () => asked.current?.abort(), [audit]);
  const ask = () => {
    asked.current?.abort();
    const { signal } = (asked.current = new AbortController());
    setAnswer({ to: audit, state: 'looking' });
    find(signal).then(
      (found) => setAnswer({ to: audit, state: 'found', offered: found }),
      () => setAnswer({ to: audit, state: 'failed' }),
    );
  };
  return (
    <div class="repair">
      <button class="button button-quiet" type="button" onClick={ask}>
        What would change this?<span class="visually-hidden"> {title}</span>
      </button>
      <div role="status">{current && <p>{wordsOf(current)}</p>}</div>
      {offered && canMake(offered.change) && (
        <button class="button button-quiet" type="button" onClick={() => onMake(offered.change)}>
          Make this change<span class="visually-hidden">: {offered.words}</span>
        </button>
      )}
    </div>
  );
}
