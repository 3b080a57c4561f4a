/** The page "On this device": what is here, and the whole site by choice. */
import { bringWhole } from '../../offline/arrival.ts';
import { Generations, wholeIsBehind, type Known } from '../../offline/generations.ts';
import { answerPath, offlinePath, type BuildAnswer } from '../../offline/site-build.ts';
import { askWorker } from '../../offline/talk.ts';
import { keptPages } from './kept-pages.ts';
import { siteFolder } from './site-folder.ts';

const part = <T extends HTMLElement>(id: string) => document.querySelector<T>(`#${id}`);
const says = part('keep-says');
const keep = part<HTMLButtonElement>('keep-site');
const stop = part<HTMLButtonElement>('keep-stop');
const remove = part<HTMLButtonElement>('keep-remove');
const progress = part<HTMLProgressElement>('keep-progress');
const size = part('keep-size');

/** "7 MB": what someone can compare with their own allowance. */
const megabytes = (bytes: number): string => `${Math.max(1, Math.ceil(bytes / 1_000_000))} MB`;

/** The answer of the server, or nothing without it. */
async function answerOfServer(): Promise<BuildAnswer | undefined> {
  try {
    const response = await fetch(siteFolder + answerPath, { cache: 'no-store' });
    return response.ok ? ((await response.json()) as BuildAnswer) : undefined;
  } catch {
    return undefined;
  }
}

if (says && keep && stop && remove && progress && size) {
  const generations = new Generations(caches, siteFolder);
  const say = (words: string): void => {
    says.textContent = words;
  };
  let running: AbortController | undefined;

  const show = (known: readonly Known[]) => {
    const whole = known.some(({ notes }) => notes.whole);
    keep.hidden = running !== undefined || (whole && !wholeIsBehind(known));
    stop.hidden = progress.hidden = running === undefined;
    remove.hidden = running !== undefined || !known.some(({ notes }) => notes.arrived !== undefined || notes.whole);
    return whole;
  };
  const list = () => keptPages(generations, part('kept-pages'), part('kept-none'));

  const sayState = async () => {
    const known = await generations.known();
    const whole = show(known);
    const answer = await answerOfServer();
    if (answer) {
      const { files, download, room } = answer.whole;
      size.textContent = `${files.toLocaleString('en-US')} files. About ${megabytes(download)} to download, and ${megabytes(room)} of room on your device.`;
      size.hidden = false;
    }
    if (answer?.build === null) {
      keep.hidden = true;
      say('Keeping pages is switched off at the moment. The site works online.');
    } else if (whole) {
      say(
        wholeIsBehind(known)
          ? 'The whole site is on this device, in the version before. The new one comes while you use the site online.'
          : 'The whole site is on this device.',
      );
    } else if (!answer) say('You are offline. The whole site can be kept when you are online again.');
  };

  // Safari has all of it from 17 on.
  const storage = navigator.storage as Partial<StorageManager> | undefined;

  /** How much room the browser still gives, where it says so. */
  const roomLeft = async (): Promise<number> => {
    const { quota, usage = 0 } = (await storage?.estimate?.()) ?? {};
    return quota === undefined ? Infinity : quota - usage;
  };

  const bring = async () => {
    const room = (await answerOfServer())?.whole.room;
    if (room === undefined) return say('The site could not be reached. Try again when you are online.');
    const left = await roomLeft();
    if (left < room) {
      return say(
        `The site needs ${megabytes(room)}, and your browser has room for ${megabytes(left)}. Free some room first.`,
      );
    }
    running = new AbortController();
    show(await generations.known());
    stop.focus();
    say('Keeping the whole site. You can go on using it meanwhile, but leave this page open.');
    progress.value = 0;
    // Asked for here only: a browser may ask its reader in turn, and nothing waits for that.
    let lasting = false;
    void storage?.persist?.().then(
      (granted) => (lasting = granted),
      () => undefined,
    );
    try {
      await bringWhole({
        scope: siteFolder,
        generations,
        fetch: (...asked) => fetch(...asked),
        signal: running.signal,
        onFile: (arrived, all) => {
          progress.max = all;
          progress.value = arrived;
          if (arrived % 250 === 0)
            say(`${arrived.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} files are here.`);
        },
        now: Date.now,
      });
      say(
        `The whole site is on this device. ${
          lasting
            ? 'Your browser keeps it until you remove it.'
            : 'Your browser may clear it when the device is full, or when you do not come back for a long time.'
        }`,
      );
    } catch {
      say(
        running.signal.aborted
          ? 'Stopped. What has arrived stays here, and the rest can follow later.'
          : 'Not all of it arrived. Check your connection and the room on your device, then go on.',
      );
    }
    running = undefined;
    show(await generations.known());
    keep.textContent = 'Keep the rest';
    (keep.hidden ? remove : keep).focus();
    await list();
  };

  keep.addEventListener('click', () => void bring());
  stop.addEventListener('click', () => running?.abort());
  remove.addEventListener('click', () => {
    const { controller } = navigator.serviceWorker;
    if (!controller) return say('Load this page again, then remove it.');
    void askWorker(controller, { kind: 'remove' }, 60_000).then(async (done) => {
      show(await generations.known());
      keep.textContent = 'Keep the whole site';
      keep.focus();
      say(done ? 'Removed. The planner, the tools and your plans stay.' : 'Not all of it could be removed. Try again.');
      await list();
    });
  });

  // Shown in place of a page that is not here, this page is at that page's address.
  const inPlace = part('not-here');
  if (inPlace && location.href.split(/[?#]/)[0] !== siteFolder + offlinePath) inPlace.hidden = false;
  void sayState().then(list, () => say('Your browser keeps no pages in this window. The site works online.'));
}
