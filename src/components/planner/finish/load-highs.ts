/**
 * HiGHS, a solver in WebAssembly: by far the largest thing this site can fetch, and so only when someone asks to look
 * longer. It comes from this site's own address. A worker has no policy but what its host sends with it, so that no page
 * has to allow WebAssembly.
 */
import wasmAddress from 'highs/runtime?url';
import { highsSolver } from '../../../planner/finish/highs-solver.ts';
import type { LoadSolver } from '../../../planner/finish/completion-worker.ts';

/** For one plan. */
const mostSeconds = 60;

let compiled: WebAssembly.Module | undefined;

/** A solver with memory of its own, which goes when it is let go. It is fetched and compiled once. */
export const loadHighsSolver: LoadSolver = async () => {
  const compiling = compiled ? Promise.resolve(compiled) : compile();
  const [{ default: loadHighs }, wasmModule] = await Promise.all([import('highs'), compiling]);
  compiled = wasmModule;
  return highsSolver(await loadHighs({ wasmModule }), mostSeconds);
};

async function compile(): Promise<WebAssembly.Module> {
  const response = await fetch(wasmAddress);
  if (!response.ok) throw new Error(`The solver was not found: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
