/**
 * The way out: put in place of the worker, it takes everything kept from the device and then itself. Open pages are not
 * reloaded; they ask the server from then on. Plans are not touched.
 */
import { isOurs } from './generations.ts';
import type { WorkerScope } from './worker-events.ts';

const worker = self as unknown as WorkerScope;

// It need not take over: a registration that is gone has no say in the next page, and open pages are left alone.
for (const step of ['install', 'activate'] as const) {
  worker.addEventListener(step, (event) => {
    event.waitUntil(forget());
    // Not waited for: leaving comes after this event.
    void worker.registration.unregister();
  });
}

async function forget(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => isOurs(worker.registration.scope, name)).map((name) => caches.delete(name)));
}
