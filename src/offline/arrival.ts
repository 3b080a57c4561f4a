/** How a build arrives on this device: nothing of it is used before all it needs is here, byte for byte. */
import type { Generation, Generations } from './generations.ts';
import type { Memory, Pin } from './memory.ts';
import { wholePath, type SiteBuild, type WholeSite } from './site-build.ts';

type Fetch = (address: string, how?: RequestInit) => Promise<Response>;
type Source = { readonly scope: string; readonly generations: Generations; readonly fetch: Fetch };

/** Enough at once to fill a slow line, few enough to leave some of it to the page. */
const atOnce = 6;

/** Said where the server's files are not those of the list: it has another build, or half of one. */
export class BuildChanged extends Error {}

/**
 * Brings a build's core, and what was opened in the build before. Rejects, and notes nothing, where any of it does not
 * arrive: what is here already stays for the next try.
 */
export async function bringCore(
  source: Source & {
    readonly own: SiteBuild;
    readonly memory: Memory;
    readonly whichBuild: () => Promise<Pin | undefined>;
    readonly now: () => number;
  },
): Promise<void> {
  const { own, generations, memory } = source;
  const into = await generations.of(own.build);
  const others = await otherGenerations(generations, own.build);
  await each(Object.entries(own.core), ([path, hash]) => bring(source, into, others, path, hash));
  const used = (await memory.used()).filter((path) => !(path in own.core));
  await each(used, (path) => bringUsed(source, into, path));
  if ((await source.whichBuild()) !== own.build) throw new BuildChanged('The server holds another build by now.');
  await into.note({ arrived: source.now() });
}

/** Brings the whole site of the build that the server holds. It can be broken off and goes on where it was. */
export async function bringWhole(
  source: Source & {
    readonly signal?: AbortSignal;
    readonly onFile?: (arrived: number, all: number) => void;
    readonly now: () => number;
  },
): Promise<void> {
  const { scope, generations, signal, onFile } = source;
  const list = await source.fetch(scope + wholePath, { cache: 'no-cache', ...(signal ? { signal } : {}) });
  if (!list.ok) throw new Error(`${list.status} ${wholePath}`);
  const { build, files } = (await list.json()) as WholeSite;
  const into = await generations.of(build);
  const others = await otherGenerations(generations, build);
  const entries = Object.entries(files);
  let arrived = 0;
  await each(entries, async ([path, hash]) => {
    signal?.throwIfAborted();
    await bring(source, into, others, path, hash, signal);
    onFile?.((arrived += 1), entries.length);
  });
  const { arrived: before } = await into.notes();
  await into.note({ arrived: before ?? source.now(), whole: true });
}

/** Takes everything from this device that the planner and the tools do not need. */
export async function removeAllButCore(generations: Generations, memory: Memory, own: SiteBuild): Promise<void> {
  for (const { build, notes } of await generations.known()) {
    const generation = await generations.of(build);
    if (notes.whole) await generation.note({ whole: false });
    // Pages of the build before may still be open: their scripts stay.
    const goes = (await generation.paths()).filter((path) => !(path in own.core) && !path.startsWith('_astro/'));
    await each(goes, (path) => generation.remove(path));
  }
  await memory.forgetUsed();
}

async function otherGenerations(generations: Generations, build: string): Promise<Generation[]> {
  const known = await generations.known();
  return Promise.all(known.filter((other) => other.build !== build).map((other) => generations.of(other.build)));
}

/** One file with these bytes: kept already, or in another generation, or from the server. */
async function bring(
  { scope, fetch }: Source,
  into: Generation,
  others: readonly Generation[],
  path: string,
  hash: string,
  signal?: AbortSignal,
): Promise<void> {
  if ((await into.hash(path)) === hash) return;
  for (const other of others) {
    if ((await other.hash(path)) !== hash) continue;
    const kept = await other.read(path);
    if (kept && (await into.write(path, kept, hash)) === hash) return;
  }
  // What the page has just loaded need not come again; only where it differs is the browser's own copy passed over.
  for (const cache of [path.startsWith('_astro/') ? 'force-cache' : 'no-cache', 'reload'] as const) {
    const response = await fetch(scope + path, { cache, ...(signal ? { signal } : {}) });
    if (response.ok && (await into.write(path, response, hash)) === hash) return;
  }
  throw new BuildChanged(`${path} is not the file of this build.`);
}

/** A file that was opened before. A page that does not come can be done without, a part of the catalog can't. */
async function bringUsed({ scope, fetch }: Source, into: Generation, path: string): Promise<void> {
  if ((await into.hash(path)) !== undefined) return;
  try {
    const response = await fetch(scope + path, { cache: 'no-cache' });
    if (response.ok && !response.redirected) await into.write(path, response);
    else if (response.status >= 500) throw new Error(`${response.status} ${path}`);
  } catch (error) {
    if (path.startsWith('catalog/')) throw error;
  }
}

/** Does the work for each, a few at a time. The first failure ends it. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  let failed = false;
  const hand = async () => {
    for (const one of waiting) {
      if (failed) return;
      await work(one).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}
