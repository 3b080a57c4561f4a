/** The part of the planner that explains answers. Looking for what stands in the way takes long: a worker does it. */
import {
  explanationInput,
  searchInWorker,
  type ExplanationWorker,
  type LookFor,
} from '../../../planner/audit/explanation-search.ts';
import { repairSentence, type Names } from '../../../planner/audit/wording-explanations.ts';
import { asWorkerLike } from '../as-worker-like.ts';
import { inPieces } from '../in-pieces.ts';
import type { PlanShown } from '../plan-context.ts';
import { after } from './after.ts';
import type { Offered } from './RepairOffer.tsx';
import '../../site/trusted-types.ts';

export * from '../../../planner/audit/explanations.ts';

/** Without a worker, each step waits until nobody has pressed anything for so long, in milliseconds. */
const afterRest = after(700);

const searching = searchInWorker(makeWorker, (wanted, tell) => {
  let giveUp: (() => void) | undefined;
  let isWanted = true;
  import('../../../planner/audit/explanation-steps.ts').then(
    ({ stepsFor }) => {
      if (isWanted) giveUp = inPieces(stepsFor(wanted), tell, wanted.kind === 'obstacles' ? afterRest : undefined);
    },
    () => isWanted && tell({ kind: 'failed' }),
  );
  return () => {
    isWanted = false;
    giveUp?.();
  };
});

/** Looks for what stands in the way of a plan, or for the smallest change that would use a credit. */
export const lookFor: LookFor = searching.lookFor;

for (const press of ['keydown', 'keyup', 'pointerdown', 'pointerup'])
  addEventListener(press, searching.rest, { capture: true });

/** The smallest change after which the degree would use the credit, in words; fails where it could not be looked for. */
export function offerRepair(
  credit: string,
  { plan, catalog, audit, names }: Pick<PlanShown, 'plan' | 'catalog' | 'audit'> & { readonly names: Names },
  today: string,
  signal: AbortSignal,
): Promise<Offered | undefined> {
  return new Promise((answer, fail) => {
    const input = explanationInput(plan, catalog, today);
    const giveUp = lookFor({ kind: 'repair', input, credit }, (found) => {
      if (found.kind !== 'repair') return fail(new Error('The change could not be looked for.'));
      const { repair } = found;
      const now = audit.met.likely;
      answer(repair && { words: repairSentence(repair, credit, { ...names, now }), change: repair.change });
    });
    signal.addEventListener('abort', giveUp);
  });
}

function makeWorker(): ExplanationWorker {
  return asWorkerLike(new Worker(new URL('./explanation-worker.ts', import.meta.url), { type: 'module' }));
}
