/** The little of a service worker's world that the worker uses: the browser's own types cannot stand beside a page's. */
export type WorkerEvent = Event & { readonly waitUntil: (work: Promise<unknown>) => void };

export type FetchEvent = WorkerEvent & {
  readonly request: Request;
  /** The page that asks; for a page being opened, the one it was opened from. */
  readonly clientId: string;
  /** The page, or its own worker, that this request begins. */
  readonly resultingClientId: string;
  readonly preloadResponse?: Promise<Response | undefined>;
  readonly respondWith: (response: Promise<Response>) => void;
};

export type WorkerMessage<T> = WorkerEvent & {
  readonly data: T;
  readonly ports: readonly MessagePort[];
  readonly source: Client | null;
};

export type Client = { readonly id: string; readonly postMessage: (message: unknown) => void };

type Registration = {
  readonly scope: string;
  readonly navigationPreload?: { readonly enable: () => Promise<void> };
  readonly unregister: () => Promise<boolean>;
};

export type WorkerScope = {
  readonly registration: Registration;
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly get: (id: string) => Promise<Client | undefined>;
    readonly matchAll: (which: { includeUncontrolled: boolean }) => Promise<readonly Client[]>;
  };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
    (type: 'fetch', listener: (event: FetchEvent) => void): void;
    (type: 'message', listener: (event: WorkerMessage<never>) => void): void;
  };
};
