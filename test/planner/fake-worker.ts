import type { WorkerLike } from '../../src/planner/worker-like.ts';

/** A worker that does nothing by itself, and remembers what it was asked and whether it was ended. */
export type FakeWorker<Request, Reply> = WorkerLike<Request, Reply> & { readonly asked: Request[]; ended: boolean };

export function fakeWorker<Request, Reply>(): FakeWorker<Request, Reply> {
  const worker: FakeWorker<Request, Reply> = {
    asked: [],
    ended: false,
    onmessage: null,
    onerror: null,
    postMessage: (request) => void worker.asked.push(request),
    terminate: () => void (worker.ended = true),
  };
  return worker;
}
