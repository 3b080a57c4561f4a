/** The browser's database, its memory of this tab, and the other tabs: the one file that touches them. */
import { createStore, type UseStore } from 'idb-keyval';
import type { Decided, KeyValue, Stored, Wants } from './key-value.ts';
import { savingLeftFirst, type QuickStore } from './left-unsaved.ts';
import { PlanSaving, type SaveState } from './plan-saving.ts';
import { PlanShelf, type PlanOnDevice } from './plan-shelf.ts';
import type { Plan } from '../plan/plan.ts';
import { newPlanWanted } from './stored-plan.ts';

const database = 'credit-map';
const now = () => new Date().toISOString();

/** Saving in this browser, with a function that lets go of it. Where the browser refuses, the state says so. */
export function openPlanStore(on: { readonly state: (state: SaveState) => void; readonly met: (plan: Plan) => void }): {
  readonly saving: PlanSaving;
  readonly close: () => void;
} {
  const channel = openChannel();
  const saving = new PlanSaving({
    keyValue: browserKeyValue(),
    quick: browserQuickStore,
    writer: Math.random().toString(36).slice(2),
    now,
    tellTabs: (message) => channel?.postMessage(message),
    onState: on.state,
    onMet: on.met,
  });
  if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => saving.hear(data);
  // A page that is left on purpose asks whether the plan is safe.
  const onHide = ({ detail }: CustomEventInit<Promise<boolean>[]>) => {
    saving.leave();
    const saved = saving.flush().then(() => saving.state.kind !== 'cannot-save');
    detail?.push(saved);
  };
  // A hidden page may end without another word.
  const onVisibility = () => {
    if (document.visibilityState === 'visible') return void saving.look();
    saving.leave();
    void saving.flush();
  };
  addEventListener('pagehide', onHide as EventListener);
  document.addEventListener('visibilitychange', onVisibility);
  const close = () => {
    removeEventListener('pagehide', onHide as EventListener);
    document.removeEventListener('visibilitychange', onVisibility);
    channel?.close();
  };
  return { saving, close };
}

function openChannel(): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(database);
}

let shelf: PlanShelf | undefined;

/** All plans on this device. */
export function plansHere(): PlanShelf {
  return (shelf ??= new PlanShelf({
    keyValue: browserKeyValue(),
    now,
    tellTabs: (message) => {
      const channel = openChannel();
      channel?.postMessage(message);
      channel?.close();
    },
  }));
}

/** Every plan on this device, the one changed last first. Rejects where the browser refuses. */
export function listPlans(): Promise<readonly PlanOnDevice[]> {
  return plansHere().list();
}

/** One plan, or nothing where it is not there or can't be read. Rejects where the browser refuses. */
export function readPlan(id: string): Promise<Plan | undefined> {
  return plansHere().read(id);
}

/** Puts a plan beside the others without touching the open one; resolves with its id. Rejects where there is no room. */
export function keepPlan(plan: Plan): Promise<string> {
  return plansHere().keep(plan);
}

/** Calls back whenever a tab, this one too, saved or removed a plan. Returns a function that ends it. */
export function watchPlans(changed: () => void): () => void {
  const channel = openChannel();
  if (channel) channel.onmessage = changed;
  const onVisibility = () => document.visibilityState === 'visible' && changed();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    channel?.close();
    document.removeEventListener('visibilitychange', onVisibility);
  };
}

const tabKey = 'credit-map-plan';

/**
 * The plan this tab is to show: what a link asks for after its `#` ("plan=p-1", or "plan=new"), or else what the tab
 * showed last. The link's wish is taken out of the address.
 */
export function takeWantedPlan(): string | undefined {
  const asked = new URLSearchParams(location.hash.slice(1));
  const id = asked.get('plan');
  if (id === null) return planShownHere();
  asked.delete('plan');
  const rest = asked.size > 0 ? `#${asked.toString()}` : '';
  history.replaceState(history.state, '', location.pathname + location.search + rest);
  const wanted = id === 'new' ? newPlanWanted : id.slice(0, 200);
  rememberHere(wanted);
  return wanted;
}

/** The id of the plan that this tab showed last. */
export function planShownHere(): string | undefined {
  try {
    return sessionStorage.getItem(tabKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers which plan this tab shows, for a reload. Where the browser refuses, the plan opened last stands in. */
export function rememberHere(id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(tabKey);
    else sessionStorage.setItem(tabKey, id);
  } catch {
    // Nothing to do: the plan itself is not in there.
  }
}

const unsavedPrefix = 'credit-map-unsaved ';

/** What pages left behind, in `localStorage`. It is asked when a page is left or the database is, never while one types. */
const browserQuickStore: QuickStore = {
  texts: () => {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(unsavedPrefix));
      return new Map(keys.map((key) => [key.slice(unsavedPrefix.length), localStorage.getItem(key) ?? '']));
    } catch {
      return new Map();
    }
  },
  put: (key, text) => {
    try {
      localStorage.setItem(unsavedPrefix + key, text);
      return true;
    } catch {
      return false;
    }
  },
  remove: (key) => {
    try {
      localStorage.removeItem(unsavedPrefix + key);
    } catch {
      // Nothing was put there.
    }
  },
};

/** IndexedDB as one small store, after what was left. A lost connection is opened once more: iOS drops them. */
function browserKeyValue(): KeyValue {
  let store: UseStore | undefined;
  const keyValue: KeyValue = {
    transact: async (wants, decide) => {
      try {
        return await transactIn((store ??= createStore(database, 'plan')), wants, decide);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'QuotaExceededError') throw error;
        store = createStore(database, 'plan');
        return transactIn(store, wants, decide);
      }
    },
  };
  return savingLeftFirst(keyValue, browserQuickStore);
}

function transactIn<R>(useStore: UseStore, wants: Wants, decide: (stored: Stored) => Decided<R>): Promise<R> {
  return useStore(
    'readwrite',
    (store) =>
      new Promise<R>((resolve, reject) => {
        const { transaction } = store;
        const stored = new Map<string, unknown>();
        let decided: Decided<R> | undefined;
        const finish = () => {
          decided = decide(stored);
          writeAll(store, decided.write);
        };
        const keys = store.getAllKeys();
        keys.onsuccess = () => {
          const names = keys.result.map(String);
          names.forEach((key) => stored.set(key, undefined));
          const read = names.filter(wants);
          if (read.length === 0) finish();
          // Answers come in the order of the questions.
          read.forEach((key, i) => {
            const value = store.get(key);
            value.onsuccess = () => {
              stored.set(key, value.result);
              if (i === read.length - 1) finish();
            };
          });
        };
        transaction.oncomplete = () => (decided ? resolve(decided.result) : reject(new DOMException('', 'AbortError')));
        transaction.onabort = transaction.onerror = () =>
          reject(transaction.error ?? new DOMException('', 'AbortError'));
      }),
  );
}

function writeAll(store: IDBObjectStore, write: Decided<unknown>['write']): void {
  for (const [key, value] of Object.entries(write)) {
    if (value === undefined) store.delete(key);
    else store.put(value, key);
  }
}
