/**
 * What is said to the worker that completes plans, and what it says back. A search can't hear anything while it runs: it is
 * cancelled by ending its worker, and the next request makes a new one.
 */
import {
  compareDegrees,
  completePlan,
  patient,
  searchWith,
  type Aim,
  type ComparedDegree,
  type ComparisonInput,
  type Completion,
  type CompletionInput,
  type WholeSolver,
} from '../../engine/completion.ts';
import type { WorkerLike } from '../worker-like.ts';

/** What the worker is asked. */
export type CompletionRequest =
  /** `longer`: with a solver that is loaded for it, until it is proven or a minute is over. */
  | { readonly kind: 'complete'; readonly input: CompletionInput; readonly longer?: boolean }
  | { readonly kind: 'compare'; readonly input: ComparisonInput };

/** How far a search is. */
export type SoFar = { readonly hours: number; readonly costUsd: number; readonly courses: number };

/** Why a search goes on without the solver: it could not be loaded, or broke off. */
export type WithoutSolver = 'not-loaded' | 'broke-off';

/** What the worker says. */
export type CompletionReply =
  | { readonly kind: 'so-far'; readonly soFar: SoFar }
  | { readonly kind: 'without-solver'; readonly why: WithoutSolver }
  | { readonly kind: 'completed'; readonly completion: Completion }
  | { readonly kind: 'compared-one'; readonly degree: ComparedDegree }
  /** Each degree was told of: of one that was told of twice, the last word holds. */
  | { readonly kind: 'compared' }
  | { readonly kind: 'failed' };

/** How a search goes, as it is shown: what it has so far while it runs, or how it ended. */
export type SearchState<Found> = { readonly soFar: Found } | 'not-begun' | 'done' | 'cancelled' | 'failed';

/** What is shown while plans are looked for. `longer`: for one better than the plan that is there. */
export type PlanSoFar = { readonly aim: Aim; readonly longer: boolean; readonly best?: SoFar };

/** What is shown while degrees are compared. */
export type DegreesSoFar = { readonly compared: number; readonly of: number };

/** Fetches a solver, or fails. */
export type LoadSolver = () => Promise<WholeSolver>;

/** Answers one request. Better answers are told as they are found, each once. */
export async function answerRequest(
  request: CompletionRequest,
  reply: (reply: CompletionReply) => void,
  loadSolver: LoadSolver,
): Promise<void> {
  try {
    switch (request.kind) {
      case 'complete': {
        const tell = teller(reply);
        const completion = request.longer
          ? await completeLonger(request.input, tell, reply, loadSolver)
          : completePlan(request.input, tell);
        reply({ kind: 'completed', completion });
        break;
      }
      case 'compare': {
        compareDegrees(request.input, (degree) => {
          reply({ kind: 'compared-one', degree });
          return true;
        });
        reply({ kind: 'compared' });
        break;
      }
    }
  } catch (error) {
    console.error(error);
    reply({ kind: 'failed' });
  }
}

function teller(reply: (reply: CompletionReply) => void): (soFar: SoFar) => true {
  let last = '';
  return (soFar) => {
    const now = JSON.stringify(soFar);
    if (now !== last) reply({ kind: 'so-far', soFar });
    last = now;
    return true;
  };
}

/** With the solver; without it, with more patience. */
async function completeLonger(
  input: CompletionInput,
  tell: (soFar: SoFar) => true,
  reply: (reply: CompletionReply) => void,
  loadSolver: LoadSolver,
): Promise<Completion> {
  let why: WithoutSolver = 'not-loaded';
  try {
    const solver = await loadSolver();
    why = 'broke-off';
    return completePlan(input, tell, undefined, undefined, searchWith(solver));
  } catch (error) {
    console.warn(error);
    reply({ kind: 'without-solver', why });
    return completePlan(input, tell, patient);
  }
}

/** The worker, as it is asked. */
export type CompletionWorker = WorkerLike<CompletionRequest, CompletionReply>;

/** Told of everything until the answer, or until it failed. After `cancel()` nothing more is told. */
export type Listener = (reply: CompletionReply) => void;

/** One search at a time: a new request cancels the one before. `make` makes a worker. */
export class CompletionSearch {
  private readonly make: () => CompletionWorker;
  private worker: CompletionWorker | undefined;
  private isRunning = false;

  constructor(make: () => CompletionWorker) {
    this.make = make;
  }

  ask(request: CompletionRequest, tell: Listener): void {
    this.cancel();
    const worker = (this.worker ??= this.make());
    this.isRunning = true;
    let isSpent = false;
    worker.onmessage = ({ data }) => {
      // A worker may not ask again for a script that did not come, nor get memory back: the next request has a new one.
      if (data.kind === 'without-solver') isSpent = true;
      if (!['so-far', 'without-solver', 'compared-one'].includes(data.kind)) {
        this.isRunning = false;
        if (isSpent) this.stop();
      }
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
