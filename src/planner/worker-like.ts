/** What is needed of a worker: less than one is, so that a test can have its own. */
export type WorkerLike<Request, Reply> = {
  postMessage: (request: Request) => void;
  onmessage: ((event: { readonly data: Reply }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  terminate: () => void;
};
