/**
 * HiGHS, a solver in WebAssembly: by far the largest thing this site can fetch, and so only when someone asks to look
 * longer. It comes from this site's own address. A worker has no policy but what its host sends with it, so that no page
 * has to allow WebAssembly.
 */
import wasmAddress from 'highs/runtime?url';
import type { LoadSolver } from '../../../planner/finish/completion-worker.ts';
import { highsSolver } from '../../../planner/finish/highs-solver.ts';

/** For one plan. */
const mostSeconds = 60;

/** A solver with memory of its own, which goes when it is let go. */
export const loadHighsSolver: LoadSolver = async () => {
  const { default: loadHighs } = await import('highs');
  return highsSolver(await loadHighs({ locateFile: () => wasmAddress }), mostSeconds);
};
