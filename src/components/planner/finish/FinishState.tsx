import { longerWords, searchingWords, withoutSolverWords } from '../../../planner/finish/wording-completion.ts';
import type { Completions } from './use-completions.ts';
import { useSeconds } from './use-seconds.ts';

/** Id of the sentence that says how the search goes: it stays when the button that was pressed goes. */
export const stateId = 'finish-state';

type Props = {
  readonly completions: Completions;
  /** True where a longer search may find a better plan. */
  readonly mayBeBetter: boolean;
  readonly onStop: () => void;
  readonly onLonger: () => void;
  readonly onAgain: () => void;
};

/** How the search goes, and what can be done about it. */
export function FinishState({ completions: { state, withoutSolver }, mayBeBetter, onStop, onLonger, onAgain }: Props) {
  const looking = typeof state === 'object' ? state : undefined;
  const seconds = useSeconds(looking?.longer ? looking.lookingFor : undefined);
  return (
    <div class="finish-state no-print">
      <p id={stateId} tabIndex={-1}>
        {typeof state === 'object'
          ? searchingWords(state.lookingFor, state.soFar, state.longer ? seconds : undefined)
          : stateWords[state]}
      </p>
      {withoutSolver && <p class="note">{withoutSolverWords[withoutSolver]}</p>}
      {looking ? (
        <button class="button button-quiet" type="button" onClick={onStop}>
          Stop
        </button>
      ) : (
        <>
          {mayBeBetter && (
            <button class="button" type="button" aria-describedby="finish-longer" onClick={onLonger}>
              Look longer for better plans
            </button>
          )}
          <button class="button button-quiet" type="button" onClick={onAgain}>
            Work it out again
          </button>
          {mayBeBetter && (
            <p class="quiet small" id="finish-longer">
              {longerWords}
            </p>
          )}
        </>
      )}
    </div>
  );
}

const stateWords: Readonly<Record<Extract<Completions['state'], string>, string>> = {
  'not-begun': '',
  done: 'Each plan is made from the courses of the catalog with a known price. The school decides.',
  cancelled: 'You stopped the search.',
  failed: 'This page could not work it out. The mistake is in this page, not in your plan.',
};
