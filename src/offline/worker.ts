/** The service worker: hears what the browser says and passes it on. What it decides is in the files beside it. */
import { Answers, type Ask } from './answers.ts';
import { bringCore, removeAllButCore } from './arrival.ts';
import { Generations, outdated } from './generations.ts';
import { Memory } from './memory.ts';
import type { ToPage, ToWorker, Which } from './messages.ts';
import { kindOf, pagePath, pathWithin } from './requests.ts';
import type { SiteBuild } from './site-build.ts';
import type { FetchEvent, WorkerMessage, WorkerScope } from './worker-events.ts';

/** Written in front of this script by the build. */
declare const siteBuild: SiteBuild;

const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;
const ask: typeof fetch = (request, how) => fetch(request, how);
const generations = new Generations(caches, scope);
const memory = new Memory(caches, scope);
const answers = new Answers({
  scope,
  own: siteBuild,
  generations,
  memory,
  fetch: ask,
  patience: 3000,
  tellNewer: (client) => {
    const message: ToPage = { kind: 'newer' };
    void worker.clients.get(client).then((page) => page?.postMessage(message));
  },
});

worker.addEventListener('install', (event) => {
  const arrived = bringCore({
    scope,
    own: siteBuild,
    generations,
    memory,
    fetch: ask,
    whichBuild: () => answers.whichBuild(),
    now: Date.now,
  });
  event.waitUntil(arrived);
});

worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function takeOver(): Promise<void> {
  const known = await generations.known();
  await Promise.all(outdated(siteBuild.build, known).map((build) => generations.remove(build)));
  // Asking for one client would wait for a page that is being opened, and that page waits for this.
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  await memory.tidy(new Set(open.map(({ id }) => id)), Date.now());
  await worker.registration.navigationPreload?.enable();
  // The first visit: what the open page asks for from here on is kept.
  if (known.length === 1) await worker.clients.claim();
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const navigates = request.mode === 'navigate';
  const { method, url, cache } = request;
  const kind = kindOf({ method, url, cache, navigates, partial: request.headers.has('range') }, scope);
  if (kind === 'other') return;
  if (kind === 'page') {
    return respond(event, 'page', event.resultingClientId, async () => (await event.preloadResponse) ?? ask(request));
  }
  // A page's own worker belongs to the build of its page.
  if (event.resultingClientId && event.resultingClientId !== event.clientId) {
    event.waitUntil(passPin(event));
  }
  const load = kind === 'data' ? () => ask(request.url, { cache: 'no-cache' }) : () => ask(request);
  respond(event, kind, event.clientId, load);
});

async function passPin({ clientId, resultingClientId }: FetchEvent): Promise<void> {
  const pin = await memory.pin(clientId);
  if (pin !== undefined) await memory.setPin(resultingClientId, pin);
}

function respond(event: FetchEvent, kind: 'page' | 'data' | 'asset', client: string, load: Ask['load']): void {
  const path = pathWithin(scope, event.request.url) ?? '';
  const own = kind === 'page' ? pagePath(path) : path;
  const asked: Ask = {
    path: own,
    readdressed: own !== path,
    client,
    load,
    later: (work) => event.waitUntil(work),
  };
  event.respondWith(answers[kind](asked).catch(() => ask(event.request)));
}

worker.addEventListener('message', (event: WorkerMessage<ToWorker>) => event.waitUntil(hear(event)));

async function hear({ data, ports, source }: WorkerMessage<ToWorker>): Promise<void> {
  const client = source?.id ?? '';
  const reply = (answer: unknown) => ports[0]?.postMessage(answer);
  switch (data.kind) {
    case 'opened':
      await Promise.all(data.paths.map((path) => keepOpened(client, path)));
      return reply(true);
    case 'which': {
      const which: Which = { build: await memory.pin(client), origin: answers.origins.get(client) };
      return reply(which);
    }
    case 'own':
      return reply(siteBuild.build);
    case 'remove':
      await removeAllButCore(generations, memory, siteBuild);
      return reply(true);
  }
}

/** A part of the catalog that a page loaded before it had a worker. */
async function keepOpened(client: string, path: string): Promise<void> {
  const after: Promise<unknown>[] = [];
  if (!path.startsWith('catalog/')) return;
  const load = () => ask(scope + path, { cache: 'no-cache' });
  await answers.data({ path, client, load, later: (work) => after.push(work) }).catch(() => undefined);
  await Promise.all(after);
}
