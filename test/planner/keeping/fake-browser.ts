/** As much of a browser as the plan store touches: storage that can refuse, a small database that can fail, tabs, a page. */
import { vi } from 'vitest';

/** `localStorage` or `sessionStorage`: what it holds are its own properties, as in a browser. */
export class FakeStorage {
  [key: string]: unknown;

  constructor() {
    const refuse = () => {
      if (this.isRefused) throw new DOMException('', 'SecurityError');
    };
    const method = (value: unknown) => ({ value, enumerable: false });
    let isRefused = false;
    Object.defineProperties(this, {
      isRefused: { get: () => isRefused, set: (value: boolean) => (isRefused = value), enumerable: false },
      getItem: method((key: string) => (refuse(), this[key] ?? null)),
      setItem: method((key: string, text: string) => (refuse(), (this[key] = text))),
      removeItem: method((key: string) => (refuse(), Reflect.deleteProperty(this, key))),
    });
  }
}

type Request = { result?: unknown; onsuccess?: () => void };

/** IndexedDB with one database of one store. Every answer comes later than its question, and in their order. */
export class FakeDatabase {
  readonly values = new Map<string, unknown>();
  /** The values that were read. */
  readonly reads: string[] = [];
  /** How often it was opened, and the names under which that happened. */
  readonly opened: string[] = [];
  /** The next transactions: each begins or fails to, or ends otherwise than well. */
  readonly troubles: ({ beginning: DOMException } | { ending: DOMException | null } | 'none')[] = [];

  open(name: string) {
    const request: Request & { onupgradeneeded?: () => void } = {};
    request.result = {
      createObjectStore: (store: string) => this.opened.push(`${name}/${store}`),
      transaction: (store: string, mode: string) => this.transaction(`${name}/${store}`, mode),
    };
    queueMicrotask(() => {
      request.onupgradeneeded?.();
      request.onsuccess?.();
    });
    return request;
  }

  private transaction(store: string, mode: string) {
    if (!this.opened.includes(store)) throw new DOMException('', 'NotFoundError');
    const trouble = this.troubles.shift() ?? 'none';
    if (trouble !== 'none' && 'beginning' in trouble) throw trouble.beginning;
    const transaction: { error: unknown; oncomplete?: () => void; onabort?: () => void } = { error: null };
    const after = new Map(this.values);
    const asked: (() => void)[] = [];
    const ask = (answer: () => unknown) => {
      const request: Request = {};
      asked.push(() => {
        request.result = answer();
        request.onsuccess?.();
      });
      return request;
    };
    const change = (made: () => unknown) => {
      if (mode !== 'readwrite') throw new DOMException('', 'ReadOnlyError');
      return ask(made);
    };
    const goOn = () => {
      const next = asked.shift();
      if (next) {
        next();
        return queueMicrotask(goOn);
      }
      if (trouble !== 'none' && 'ending' in trouble) {
        transaction.error = trouble.ending;
        return transaction.onabort?.();
      }
      this.values.clear();
      after.forEach((value, key) => this.values.set(key, value));
      transaction.oncomplete?.();
    };
    queueMicrotask(goOn);
    return {
      objectStore: () => ({
        transaction,
        getAllKeys: () => ask(() => [...after.keys()]),
        get: (key: string) => ask(() => (this.reads.push(key), after.get(key))),
        put: (value: unknown, key: string) => change(() => after.set(key, value)),
        delete: (key: string) => change(() => after.delete(key)),
      }),
    };
  }
}

/** One of the tabs that hear what is said under its name; never itself. */
class FakeChannel {
  static open = new Set<FakeChannel>();
  onmessage?: (event: { data: unknown }) => void;

  constructor(private readonly name: string) {
    FakeChannel.open.add(this);
  }

  postMessage(data: unknown): void {
    if (!FakeChannel.open.has(this)) throw new DOMException('', 'InvalidStateError');
    for (const other of FakeChannel.open) if (other !== this && other.name === this.name) other.onmessage?.({ data });
  }

  close(): void {
    FakeChannel.open.delete(this);
  }
}

/** A page in a browser of its own, in place of Node's globals. */
export function openBrowser() {
  FakeChannel.open.clear();
  const page = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const location = { hash: '', pathname: '/planner/', search: '?from=guide' };
  const addresses: string[] = [];
  const browser = {
    database: new FakeDatabase(),
    localStorage: new FakeStorage(),
    sessionStorage: new FakeStorage(),
    location,
    addresses,
    /** How many tabs are listening. */
    listening: () => FakeChannel.open.size,
    /** What another tab says. */
    say: (message: unknown) => {
      const channel = new FakeChannel('credit-map');
      channel.postMessage(message);
      channel.close();
    },
    /** What is said from now on. */
    hear: () => {
      const heard: unknown[] = [];
      new FakeChannel('credit-map').onmessage = ({ data }) => heard.push(data);
      return heard;
    },
    hide: (detail?: Promise<boolean>[]) => page.dispatchEvent(new CustomEvent('pagehide', { detail })),
    show: (visibilityState: 'visible' | 'hidden') => {
      document.visibilityState = visibilityState;
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
  const globals = {
    indexedDB: browser.database,
    localStorage: browser.localStorage,
    sessionStorage: browser.sessionStorage,
    BroadcastChannel: FakeChannel,
    document,
    location,
    history: {
      state: 'kept',
      replaceState: (state: unknown, _: string, to: string) => addresses.push(`${state} ${to}`),
    },
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  return browser;
}
