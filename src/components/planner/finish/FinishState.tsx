import { searchWords, withoutSolverWords } from '../../../planner/finish/wording-completion.ts';
import { SearchProgress } from './SearchProgress.tsx';
import type { Completions } from './use-completions.ts';
import { useSeconds } from './use-seconds.ts';

type Props = {
  readonly completions: Completions;
  /** True where every plan found is proven: none is better. */
  readonly allProven: boolean;
  /** True where a longer search may find a better plan. */
  readonly mayBeBetter: boolean;
  readonly onStop: () => void;
  readonly onLonger: () => void;
  readonly onAgain: () => void;
  readonly onSay: (words: string) => void;
};

/** How the search for plans goes, and what can be done about it. */
export function FinishState({ completions, allProven, mayBeBetter, onStop, onLonger, onAgain, onSay }: Props) {
  const { state, withoutSolver } = completions;
  const soFar = typeof state === 'object' ? state.soFar : undefined;
  const seconds = useSeconds(soFar?.longer ? soFar.aim : undefined);
  return (
    <>
      <SearchProgress
        state={state}
        words={searchWords(state, { allProven, mayBeBetter, seconds })}
        again={state === 'done' && mayBeBetter ? undefined : 'Work it out again'}
        onStop={onStop}
        onAgain={onAgain}
        onSay={onSay}
      >
        {mayBeBetter && (
          <button key="longer" class="button" type="button" onClick={onLonger}>
            Look longer for better plans
          </button>
        )}
      </SearchProgress>
      {withoutSolver && <p class="note">{withoutSolverWords[withoutSolver]}</p>}
    </>
  );
}
