import type { CompletionWorker } from '../../../planner/finish/completion-worker.ts';
import { asWorkerLike } from '../as-worker-like.ts';
import '../../site/trusted-types.ts';

/** A worker that completes plans, in a script of its own. */
export function makeCompletionWorker(): CompletionWorker {
  return asWorkerLike(new Worker(new URL('./completion-worker.ts', import.meta.url), { type: 'module' }));
}
