import type { WorkerLike } from '../../planner/worker-like.ts';

/** A worker of the browser as those who ask it know it. */
export function asWorkerLike<Request, Reply>(worker: Worker): WorkerLike<Request, Reply> {
  const like: WorkerLike<Request, Reply> = {
    postMessage: (request) => worker.postMessage(request),
    onmessage: null,
    onerror: null,
    terminate: () => worker.terminate(),
  };
  worker.onmessage = (event: MessageEvent<Reply>) => like.onmessage?.(event);
  worker.onerror = (event) => like.onerror?.(event);
  return like;
}
