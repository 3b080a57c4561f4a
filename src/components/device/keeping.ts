/** Puts the tools on the device, and says how the line and the version stand. */
import { bringWhole } from '../../offline/arrival.ts';
import { Generations, isOurs, wholeIsBehind } from '../../offline/generations.ts';
import type { ToPage, Which } from '../../offline/messages.ts';
import { answerPath, offlinePath, type BuildAnswer } from '../../offline/site-build.ts';
import { pathWithin } from '../../offline/requests.ts';
import { askWorker } from '../../offline/talk.ts';
import '../site/trusted-types.ts';
import { hideNote, isShown, showNote } from './device-note.ts';
import { offer, offerWaiting } from './new-version.ts';
import { watchEdits } from './open-edit.ts';
import { siteFolder } from './site-folder.ts';

const hour = 3_600_000;
const hiddenKey = 'credit-map-offline-note';

/** A browser without workers, or one that refuses them, shows the site as it always did. */
export async function begin(): Promise<void> {
  watchEdits();
  addEventListener('offline', () => sayOffline('You are offline.'));
  addEventListener('online', () => hideNote('offline'));
  if (!navigator.onLine) sayOffline('You are offline.');
  const { serviceWorker } = navigator;
  const first = serviceWorker.controller === null;
  // To register again would keep an old worker that has not made way yet.
  if (await isSwitchedOff().catch(() => false)) return leave();
  const registration = (await serviceWorker.register(`${siteFolder}sw.js`, {
    scope: siteFolder,
    updateViaCache: 'none',
  })) as ServiceWorkerRegistration | undefined;
  if (!registration) return;
  if (first) await handOver(await serviceWorker.ready);
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    if (data.kind === 'newer') offer('There is a new version of Credit Map. This page needs it to go on.');
  });
  await watchVersions(registration);
  if (first || !serviceWorker.controller) return;
  const which = await askWorker<Which>(serviceWorker.controller, { kind: 'which' });
  if (which?.origin === 'kept' && navigator.onLine) sayOffline('The site could not be reached.');
  else if (navigator.onLine) await renewWhole();
}

function sayOffline(words: string): void {
  if (isShown('new-version') || sessionStorage.getItem(hiddenKey)) return;
  const hide = () => {
    hideNote('offline');
    sessionStorage.setItem(hiddenKey, 'yes');
  };
  const more = [siteFolder + offlinePath, 'What is on this device'] as const;
  showNote('offline', `${words} Your plan and what you opened are here.`, [['Hide', hide]], more);
}

async function isSwitchedOff(): Promise<boolean> {
  const response = await fetch(siteFolder + answerPath, { cache: 'no-store' });
  return response.status === 404 || ((await response.json()) as BuildAnswer).build === null;
}

/** Keeping is switched off at the server: what is here goes. */
async function leave(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(siteFolder);
  await registration?.unregister();
  const names = (await caches.keys()).filter((name) => isOurs(siteFolder, name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The parts of the catalog that this page loaded before there was a worker are kept too. */
async function handOver({ active }: ServiceWorkerRegistration): Promise<void> {
  if (!active) return;
  const paths = performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => pathWithin(siteFolder, name) ?? [])
    .filter((path) => path.startsWith('catalog/'));
  await askWorker(active, { kind: 'opened', paths: [...new Set(paths)] });
}

/** Looks for a new version when someone comes back to the page, and offers it once all of it is here. */
async function watchVersions(registration: ServiceWorkerRegistration): Promise<void> {
  let looked = Date.now();
  const look = () => {
    looked = Date.now();
    void registration.update().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - looked > hour) look();
  });
  addEventListener('pageshow', ({ persisted }) => persisted && look());
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => void offerWaiting(registration));
  });
  await offerWaiting(registration);
}

/** Who keeps the whole site gets that of the new version too: in one tab, and only what has changed. */
async function renewWhole(): Promise<void> {
  const generations = new Generations(caches, siteFolder);
  if (!wholeIsBehind(await generations.known())) return;
  await navigator.locks.request('credit-map-whole', { ifAvailable: true }, async (lock) => {
    if (lock) await bringWhole({ scope: siteFolder, generations, fetch: (...asked) => fetch(...asked), now: Date.now });
  });
}
