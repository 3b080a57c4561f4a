import type { CompletionReply, WorkerLike } from '../../../planner/finish/completion-worker.ts';
import '../../site/trusted-types.ts';

/** A worker that completes plans, in a script of its own. */
export function makeCompletionWorker(): WorkerLike {
  const worker = new Worker(new URL('./completion-worker.ts', import.meta.url), { type: 'module' });
  const like: WorkerLike = {
    postMessage: (request) => worker.postMessage(request),
    onmessage: null,
    onerror: null,
    terminate: () => worker.terminate(),
  };
  worker.onmessage = (event: MessageEvent<CompletionReply>) => like.onmessage?.(event);
  worker.onerror = (event) => like.onerror?.(event);
  return like;
}
