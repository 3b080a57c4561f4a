/**
 * A change that a page had no time to save as it was left. The database may answer too late for a page that ends; a
 * small store answers at once. There the change waits, and whichever page next asks the database saves it before anything
 * else, as the page that was left would have.
 */
import { historyToText, openHistory, type History } from '../plan/history.ts';
import { decideSave } from './decide-save.ts';
import type { KeyValue } from './key-value.ts';
import { openPlanFile, planToText } from './plan-file.ts';
import { copyPrefix, wantsPlan } from './stored-plan.ts';
import { record, text, type Reader } from './untrusted.ts';

/** A store that answers at once: the browser's `localStorage`, or a test's. No method throws. */
export type QuickStore = {
  /** Everything that was put into it. */
  readonly texts: () => ReadonlyMap<string, string>;
  /** False where there is no room, or the browser refuses. */
  readonly put: (key: string, text: string) => boolean;
  readonly remove: (key: string) => void;
};

/** A change on its way to the device. */
export type Unsaved = {
  readonly history: History;
  /** The stored text that the tab last saw or wrote. */
  readonly base: string | undefined;
  /** The tab. It has at most one change put aside. */
  readonly writer: string;
  /** When, for the student to read. */
  readonly on: string;
};

const longest = 4_000_000;
const readUnsaved: Reader<{ plan: string; steps: string; writer: string; on: string; base?: string }> = record(
  { plan: text(longest), steps: text(longest), writer: text(100), on: text(40) },
  { base: text(longest) },
);

/** Puts the change where the next page finds it; without what can be undone where there is little room. */
export function putAside(quick: QuickStore, { history, base, writer, on }: Unsaved): void {
  const put = (steps: string) =>
    quick.put(writer, JSON.stringify({ plan: planToText(history.present), steps, writer, on, base }));
  if (!put(historyToText(history))) put('');
}

/** The store, saving what was put aside before each transaction of its own. */
export function savingLeftFirst(keyValue: KeyValue, quick: QuickStore): KeyValue {
  return {
    transact: async (wants, decide) => {
      for (const [key, left] of quick.texts()) {
        const isSaved = await saveLeft(keyValue, key, left).catch(() => false);
        // The tab may have put a later change there.
        if (isSaved && quick.texts().get(key) === left) quick.remove(key);
      }
      return keyValue.transact(wants, decide);
    },
  };
}

/** Whether it lies on the device now: in its plan, or as a copy where another tab changed the same or it can't be read. */
async function saveLeft(keyValue: KeyValue, key: string, left: string): Promise<boolean> {
  const copyKey = copyPrefix + key;
  const unsaved = readUnsaved(parsed(left));
  const file = openPlanFile(unsaved?.plan ?? '');
  if (unsaved && 'plan' in file) {
    const { steps, base, writer, on } = unsaved;
    const history = openHistory(file.plan, steps);
    const result = await keyValue.transact(wantsPlan(file.plan.id), (stored) =>
      decideSave(stored, { history, base, writer, copyKey, on, givenUp: 'nothing' }),
    );
    return result !== 'newer-version';
  }
  if ('reason' in file && file.reason === 'newer-version') return false;
  await keyValue.transact(
    () => false,
    () => ({ write: { [copyKey]: unsaved?.plan ?? left }, result: undefined }),
  );
  return true;
}

function parsed(left: string): unknown {
  try {
    return JSON.parse(left);
  } catch {
    return undefined;
  }
}
