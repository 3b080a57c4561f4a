import { useState } from 'preact/hooks';
import type { Change, DegreeAudit } from '../../../engine/types.ts';
import { notLoaded } from '../NotHere.tsx';
import { usePlanShown } from '../plan-context.ts';

/** A change that would use the credit, in words. */
export type Offered = { readonly words: string; readonly change: Change };

type Props = {
  readonly title: string;
  /** Finds the smallest change; takes as long as some audits. */
  readonly find: () => Promise<Offered | undefined>;
  readonly onMake: (change: Change) => void;
};

const nothing = 'No small change was found that would use it. Ask the school.';

type Answer = {
  readonly to: DegreeAudit;
  readonly offered?: Offered | undefined;
  readonly failed?: true;
};

/** True of what is in the student's hands in this plan. */
function canMake(change: Change): boolean {
  if (change.kind === 'together') return change.changes.every(canMake);
  return change.kind === 'release-pins' || change.kind === 'drop-credit';
}

/** For credit that the degree does not use: what would have to change, found when asked. */
export function RepairOffer({ title, find, onMake }: Props) {
  const { audit } = usePlanShown();
  const [answer, setAnswer] = useState<Answer>();
  // An answer is one about the plan as it was.
  const current = answer && answer.to === audit ? answer : undefined;
  const { offered } = current ?? {};
  const ask = () =>
    find().then(
      (found) => setAnswer({ to: audit, offered: found }),
      () => setAnswer({ to: audit, failed: true }),
    );
  return (
    <div class="repair">
      <button class="button button-quiet" type="button" onClick={() => void ask()}>
        What would change this?<span class="visually-hidden"> {title}</span>
      </button>
      <div role="status">{current && <p>{offered?.words ?? (current.failed ? notLoaded : nothing)}</p>}</div>
      {offered && canMake(offered.change) && (
        <button class="button button-quiet" type="button" onClick={() => onMake(offered.change)}>
          Make this change<span class="visually-hidden">: {offered.words}</span>
        </button>
      )}
    </div>
  );
}
