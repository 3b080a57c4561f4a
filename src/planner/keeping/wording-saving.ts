/** How saving stands, in words. */
import type { SaveProblem, SaveState } from './save-state.ts';

/** Why nothing is saved, and what to do. */
export const saveProblemWords: Readonly<Record<SaveProblem, string>> = {
  full: 'This device has no space left, so your plan is not saved. Save it to a file.',
  blocked:
    'This browser does not let the page save, so your plan is not kept here. Save it to a file before you leave.',
  'no-answer': 'The browser does not answer, so your plan may not be saved. Save it to a file before you leave.',
  failed: 'Your plan could not be saved on this device. Save it to a file before you leave.',
  'newer-version':
    'Your saved plan is from a newer version of this page. Reload the page to see it. Nothing is saved over it.',
};

const savedWords = {
  whole: 'Saved on this device',
  'was-gone': 'Your plan was gone from this device: its data was cleared. It is saved again. A file is a safe copy.',
  'plan-only': 'Saved on this device. It is almost full, so older versions and undo steps are not kept.',
};

/** One line on how saving stands. */
export function saveStateWords(state: SaveState): string {
  switch (state.kind) {
    case 'nothing-to-save':
      return 'Nothing is saved yet';
    case 'saving':
      return 'Saving on this device…';
    case 'saved':
      return savedWords[state.but ?? 'whole'];
    case 'cannot-save':
      return saveProblemWords[state.problem];
    case 'changed-elsewhere':
      return state.other
        ? 'Your plan was changed in another tab. Choose which one to keep.'
        : 'Your plan is no longer on this device. Choose whether to keep this one.';
  }
}
