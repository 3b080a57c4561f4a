/** The browser's database and the other tabs: the one file that touches them. */
import { createStore, type UseStore } from 'idb-keyval';
import { PlanSaving, type SaveState, type TabMessage } from './plan-saving.ts';
import type { Plan } from './plan.ts';
import type { Decided, KeyValue, Stored } from './stored-plan.ts';

const database = 'credit-map';

/** Saving in this browser, with a function that lets go of it. Where the browser refuses, the state says so. */
export function openPlanStore(on: {
  readonly state: (state: SaveState) => void;
  readonly replaced: (plan: Plan) => void;
}): { readonly saving: PlanSaving; readonly close: () => void } {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(database);
  const saving = new PlanSaving({
    keyValue: browserKeyValue(),
    writer: Math.random().toString(36).slice(2),
    tellTabs: (message) => channel?.postMessage(message),
    onState: on.state,
    onReplaced: on.replaced,
  });
  if (channel) channel.onmessage = ({ data }: MessageEvent<TabMessage>) => hear(saving, data);
  const onHide = () => void saving.flush();
  const onVisibility = () => void (document.visibilityState === 'hidden' ? saving.flush() : saving.look());
  addEventListener('pagehide', onHide);
  document.addEventListener('visibilitychange', onVisibility);
  const close = () => {
    removeEventListener('pagehide', onHide);
    document.removeEventListener('visibilitychange', onVisibility);
    channel?.close();
  };
  return { saving, close };
}

function hear(saving: PlanSaving, message: TabMessage): void {
  if (message === 'forgotten') saving.forgottenElsewhere();
  else void saving.look();
}

/** IndexedDB as one small store. A lost connection is opened once more: iOS drops them. */
function browserKeyValue(): KeyValue {
  let store: UseStore | undefined;
  return {
    transact: async (decide) => {
      try {
        return await transactIn((store ??= createStore(database, 'plan')), decide);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'QuotaExceededError') throw error;
        store = createStore(database, 'plan');
        return transactIn(store, decide);
      }
    },
  };
}

function transactIn<R>(useStore: UseStore, decide: (stored: Stored) => Decided<R>): Promise<R> {
  return useStore(
    'readwrite',
    (store) =>
      new Promise<R>((resolve, reject) => {
        const { transaction } = store;
        const keys = store.getAllKeys();
        const values = store.getAll();
        let decided: Decided<R> | undefined;
        values.onsuccess = () => {
          decided = decide(new Map(keys.result.map((key, i) => [String(key), values.result[i]])));
          writeAll(store, decided.write);
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
