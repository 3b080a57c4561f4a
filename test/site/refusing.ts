/** What happens to a page in a browser that does not save. Each runs in the page, most before anything of its own does. */

/** Refuses storage, and even to be asked for it. */
export function refuseStorage(): void {
  const refuse = () => {
    throw new DOMException('Refused for the test', 'SecurityError');
  };
  Object.defineProperty(IDBFactory.prototype, 'open', { value: refuse });
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, { get: refuse });
}

/** Has no room for a single write. A full disk ends the transaction, and the reason stands in it. */
export function leaveNoRoom(): void {
  Object.defineProperty(IDBTransaction.prototype, 'error', {
    get: () => new DOMException('Full for the test', 'QuotaExceededError'),
  });
  const ended = new WeakSet<IDBTransaction>();
  Object.defineProperty(IDBObjectStore.prototype, 'put', {
    value(this: IDBObjectStore) {
      const { transaction } = this;
      if (ended.has(transaction)) return;
      ended.add(transaction);
      queueMicrotask(() => transaction.abort());
    },
  });
}

/** Keeps the database busy until the page ends: whatever else asks it gets no answer. */
export function keepBusy(): Promise<void> {
  return new Promise((resolve) => {
    const open = indexedDB.open('credit-map');
    open.onsuccess = () => {
      const store = open.result.transaction('plan', 'readwrite').objectStore('plan');
      const ask = () => {
        store.count().onsuccess = ask;
      };
      ask();
      resolve();
    };
  });
}
