import { useEffect, useRef, useState } from 'preact/hooks';
import type { Aim, Completion, CompletionInput } from '../../../engine/completion.ts';
import {
  CompletionSearch,
  type PlanSoFar,
  type SearchState,
  type WithoutSolver,
} from '../../../planner/finish/completion-worker.ts';
import { makeCompletionWorker } from './make-completion-worker.ts';

/** What plans may be best at, in the order in which they are looked for. */
export const aims: readonly Aim[] = ['cheapest', 'fastest', 'safest'];

/** The plans found so far, and how the search goes. */
export type Completions = {
  readonly found: ReadonlyMap<Aim, Completion>;
  readonly state: SearchState<PlanSoFar>;
  /** True once a longer search with its solver has come to its end: another would find no more. */
  readonly lookedLonger: boolean;
  /** Why a longer search had to do without its solver. */
  readonly withoutSolver?: WithoutSolver | undefined;
};

const nothing: Completions = { found: new Map(), state: 'not-begun', lookedLonger: false };

/** What is told of beside what is shown. */
type Told = {
  readonly onDone: (found: Completions['found']) => void;
  readonly onWithoutSolver: (why: WithoutSolver) => void;
};

/** Looks for the three plans one after another, in a worker. A new search ends the one before. */
export function useCompletions(onTold: Told) {
  const [completions, setCompletions] = useState(nothing);
  const search = useRef<CompletionSearch>();
  const told = useRef(onTold);
  told.current = onTold;
  useEffect(() => () => search.current?.cancel(), []);

  const look = (
    all: readonly Aim[],
    before: Completions['found'],
    inputFor: (aim: Aim) => CompletionInput,
    longer = false,
  ) => {
    const searching = (search.current ??= new CompletionSearch(makeCompletionWorker));
    const found = new Map(before);
    let withoutSolver: WithoutSolver | undefined;
    const show = (state: Completions['state']) =>
      setCompletions({
        found: new Map(found),
        state,
        lookedLonger: longer && state === 'done' && !withoutSolver,
        withoutSolver,
      });
    const lookFor = ([aim, ...others]: readonly Aim[]) => {
      if (aim === undefined) {
        show('done');
        return told.current.onDone(found);
      }
      show({ soFar: { aim, longer } });
      searching.ask({ kind: 'complete', input: inputFor(aim), longer }, (reply) => {
        if (reply.kind === 'so-far') show({ soFar: { aim, longer, best: reply.soFar } });
        if (reply.kind === 'without-solver') {
          if (!withoutSolver) told.current.onWithoutSolver(reply.why);
          withoutSolver = reply.why;
          show({ soFar: { aim, longer } });
        }
        if (reply.kind === 'failed') show('failed');
        if (reply.kind !== 'completed') return;
        found.set(aim, reply.completion);
        lookFor(others);
      });
    };
    lookFor(all);
  };
  const begin = (inputFor: (aim: Aim) => CompletionInput) => look(aims, new Map(), inputFor);
  const lookLonger = (inputFor: (aim: Aim) => CompletionInput) => {
    const { found } = completions;
    look(
      [...found].flatMap(([aim, { proven }]) => (proven ? [] : [aim])),
      found,
      inputFor,
      true,
    );
  };
  const cancel = () => {
    search.current?.cancel();
    setCompletions((before) => ({ ...before, state: 'cancelled' }));
  };
  return { completions, begin, lookLonger, cancel };
}
