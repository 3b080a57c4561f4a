/**
 * What is said to the worker that completes plans, and what it says back. A search can't hear anything while it runs: it is
 * cancelled by ending its worker, and the next request makes a new one.
 */
import {
  compareDegrees,
  completePlan,
  patient,
  type ComparedDegree,
  type ComparisonInput,
  type Completion,
  type CompletionInput,
} from '../../engine/completion.ts';

/** What the worker is asked. */
export type CompletionRequest =
  /** `longer`: until it is proven, or for half a minute and more. */
  | { readonly kind: 'complete'; readonly input: CompletionInput; readonly longer?: boolean }
  | { readonly kind: 'compare'; readonly input: ComparisonInput };

/** How far a search is. */
export type SoFar = { readonly hours: number; readonly costUsd: number; readonly courses: number };

/** What the worker says. */
export type CompletionReply =
  | { readonly kind: 'so-far'; readonly soFar: SoFar }
  | { readonly kind: 'completed'; readonly completion: Completion }
  | { readonly kind: 'compared-one'; readonly degree: ComparedDegree }
  | { readonly kind: 'compared'; readonly degrees: readonly ComparedDegree[] }
  | { readonly kind: 'failed' };

/** Answers one request. Better answers are told as they are found, each once. */
export function answerRequest(request: CompletionRequest, reply: (reply: CompletionReply) => void): void {
  try {
    switch (request.kind) {
      case 'complete': {
        let last = '';
        const tell = (soFar: SoFar): true => {
          const now = JSON.stringify(soFar);
          if (now !== last) reply({ kind: 'so-far', soFar });
          last = now;
          return true;
        };
        const completion = completePlan(request.input, tell, request.longer ? patient : undefined);
        reply({ kind: 'completed', completion });
        break;
      }
      case 'compare': {
        const degrees = compareDegrees(request.input, (degree) => {
          reply({ kind: 'compared-one', degree });
          return true;
        });
        reply({ kind: 'compared', degrees });
        break;
      }
    }
  } catch (error) {
    console.error(error);
    reply({ kind: 'failed' });
  }
}

/** What is needed of a worker. */
export type WorkerLike = {
  postMessage: (request: CompletionRequest) => void;
  onmessage: ((event: { readonly data: CompletionReply }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  terminate: () => void;
};

/** Told of everything until the answer, or until it failed. After `cancel()` nothing more is told. */
export type Listener = (reply: CompletionReply) => void;

/** One search at a time: a new request cancels the one before. `make` makes a worker. */
export class CompletionSearch {
  private readonly make: () => WorkerLike;
  private worker: WorkerLike | undefined;
  private isRunning = false;

  constructor(make: () => WorkerLike) {
    this.make = make;
  }

  ask(request: CompletionRequest, tell: Listener): void {
    this.cancel();
    const worker = (this.worker ??= this.make());
    this.isRunning = true;
    const end = (): void => {
      this.isRunning = false;
    };
    worker.onmessage = ({ data }) => {
      if (data.kind !== 'so-far' && data.kind !== 'compared-one') end();
      tell(data);
    };
    worker.onerror = () => {
      this.stop();
      tell({ kind: 'failed' });
    };
    worker.postMessage(request);
  }

  /** Ends a search that runs. An idle worker stays for the next request. */
  cancel(): void {
    if (this.isRunning) this.stop();
  }

  private stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.isRunning = false;
  }
}
