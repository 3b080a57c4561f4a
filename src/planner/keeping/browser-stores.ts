/** What the browser keeps things in: its database, and the small store that answers at once. */
import { createStore, type UseStore } from 'idb-keyval';
import type { Decided, KeyValue, Stored, Wants } from './key-value.ts';
import { savingLeftFirst, type QuickStore } from './left-unsaved.ts';

/** The name of the database, and of what tabs tell each other about it. */
export const database = 'credit-map';

const unsavedPrefix = 'credit-map-unsaved ';

/** What pages left behind, in `localStorage`. It is asked when a page is left or the database is, never while one types. */
export const browserQuickStore: QuickStore = {
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
export function browserKeyValue(): KeyValue {
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
          try {
            decided = decide(stored);
            writeAll(store, decided.write);
          } catch (error) {
            // Thrown on, it would end the transaction too, but not say why.
            reject(error);
            transaction.abort();
          }
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
