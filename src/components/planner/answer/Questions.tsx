import type { SaveState } from '../../../planner/keeping/save-state.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { coursesWords } from '../../../planner/wording.ts';
import { Panel } from '../Panel.tsx';

type Props = {
  readonly plan: Plan | undefined;
  readonly saveState: SaveState;
  /** A plan from a file that would replace this one. */
  readonly offered: Plan | undefined;
  /** True where a link asked for another degree. */
  readonly otherDegree: boolean | undefined;
  readonly onKeepThis: () => void;
  readonly onUseOther: () => void;
  readonly onReplace: (replace: 'yes' | 'no' | 'keep-both') => void;
  readonly onSwitch: (toNew: boolean) => void;
};

/** Questions that only the student can answer. Nothing of the plan changes before. */
export function Questions({ plan, saveState, offered, otherDegree, ...on }: Props) {
  const have = plan?.credits.length ?? 0;
  return (
    <>
      {saveState.kind === 'changed-elsewhere' && (
        <Panel
          id="conflict-title"
          title={saveState.other ? 'Your plan was changed in another tab' : 'Your plan is no longer on this device'}
          actions={[
            { words: 'Keep this one', main: true, go: on.onKeepThis },
            { words: saveState.other ? 'Use the other tab’s plan' : 'Let it go', go: on.onUseOther },
          ]}
        >
          <p>
            {saveState.other
              ? `Both tabs changed the same thing. The other tab’s plan has ${coursesWords(saveState.other.credits.length)}; this one has ${have}. `
              : 'It was removed in another tab, or the browser’s data was cleared. It is still on this screen. '}
            Nothing is saved until you choose.
          </p>
        </Panel>
      )}
      {offered && (
        <Panel
          id="replace-title"
          title="Replace your plan?"
          actions={[
            { words: 'Keep my plan', main: true, go: () => on.onReplace('no') },
            { words: 'Keep both', go: () => on.onReplace('keep-both') },
            { words: 'Replace my plan', go: () => on.onReplace('yes') },
          ]}
        >
          <p>
            The other plan has {coursesWords(offered.credits.length)}. Yours has {have}. Keep both, and the other one is
            put beside yours. Replace yours, and Undo brings it back.
          </p>
        </Panel>
      )}
      {otherDegree && (
        <Panel
          id="switch-title"
          title="Use another degree for your plan?"
          actions={[
            { words: 'Keep my degree', main: true, go: () => on.onSwitch(false) },
            { words: 'Use the new degree', go: () => on.onSwitch(true) },
          ]}
        >
          <p>The link you followed is for another degree. Your courses stay in your plan either way.</p>
        </Panel>
      )}
    </>
  );
}
