/**
 * The way out: put in place of the worker, it takes everything kept from the device and then itself. Open pages are not
 * reloaded; they ask the server from then on. Plans are not touched.
 */
import { isOurs } from './generations.ts';
import type { WorkerScope } from './worker-events.ts';

const worker = self as unknown as WorkerScope;

worker.addEventListener('install', (event) => event.waitUntil(Promise.all([forget(), worker.skipWaiting()])));
worker.addEventListener('activate', (event) => {
  event.waitUntil(forget());
  // Not waited for: a page that is being opened waits for this event, and leaving may wait for the page.
  void worker.registration.unregister();
});

async function forget(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => isOurs(worker.registration.scope, name)).map((name) => caches.delete(name)));
}
