import { useEffect, useRef, useState } from 'preact/hooks';
import type { Aim, Completion, CompletionInput } from '../../engine/completion.ts';
import { CompletionSearch, type SoFar } from '../../planner/completion-worker.ts';
import { makeCompletionWorker } from './make-completion-worker.ts';

/** What plans may be best at, in the order in which they are looked for. */
export const aims: readonly Aim[] = ['cheapest', 'fastest', 'safest'];

/** The plans found so far, and how the search goes. */
export type Completions = {
  readonly found: ReadonlyMap<Aim, Completion>;
  readonly state: 'not-begun' | 'done' | 'cancelled' | 'failed' | { readonly lookingFor: Aim; readonly soFar?: SoFar };
};

const nothing: Completions = { found: new Map(), state: 'not-begun' };

/** Looks for the three plans one after another, in a worker. A new search ends the one before. */
export function useCompletions(onDone: (found: Completions['found']) => void) {
  const [completions, setCompletions] = useState(nothing);
  const search = useRef<CompletionSearch>();
  const told = useRef(onDone);
  told.current = onDone;
  useEffect(() => () => search.current?.cancel(), []);

  const begin = (inputFor: (aim: Aim) => CompletionInput) => {
    const searching = (search.current ??= new CompletionSearch(makeCompletionWorker));
    const found = new Map<Aim, Completion>();
    const show = (state: Completions['state']) => setCompletions({ found: new Map(found), state });
    const lookFor = ([aim, ...others]: readonly Aim[]) => {
      if (aim === undefined) {
        show('done');
        return told.current(found);
      }
      show({ lookingFor: aim });
      searching.ask({ kind: 'complete', input: inputFor(aim) }, (reply) => {
        if (reply.kind === 'so-far') show({ lookingFor: aim, soFar: reply.soFar });
        if (reply.kind === 'failed') show('failed');
        if (reply.kind !== 'completed') return;
        found.set(aim, reply.completion);
        lookFor(others);
      });
    };
    lookFor(aims);
  };
  const cancel = () => {
    search.current?.cancel();
    setCompletions(({ found }) => ({ found, state: 'cancelled' }));
  };
  return { completions, begin, cancel };
}
