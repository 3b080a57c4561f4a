/**
 * What is kept, by build. Each build has a cache of its own, and counts only once a note says that all it needs has
 * arrived: a page is answered from one generation, never from two.
 */
import { seal, sealOf, unseal } from './sealed.ts';

/** The browser's caches, as far as they are needed: a test brings its own. */
export type Caches = Pick<CacheStorage, 'open' | 'keys' | 'delete'>;

/** What is noted beside the files of a build. */
export type Notes = {
  /** When its core had arrived, in milliseconds. Absent: not all of it is here. */
  readonly arrived?: number;
  /** True where the whole site of this build is here. */
  readonly whole?: boolean;
};

const notesPath = 'offline/notes.json';

/** What is kept of one build. Reading never rejects: what can't be read is not here. */
export class Generation {
  readonly build: string;
  private readonly cache: Cache;
  private readonly scope: string;

  constructor(build: string, cache: Cache, scope: string) {
    this.build = build;
    this.cache = cache;
    this.scope = scope;
  }

  async read(path: string): Promise<Response | undefined> {
    return unseal(await this.find(path)).catch(() => undefined);
  }

  /** The fingerprint under which a file is kept, without reading all of it. */
  async hash(path: string): Promise<string | undefined> {
    return sealOf(await this.find(path));
  }

  /**
   * Keeps a response, and gives its fingerprint. Where another is wanted, nothing is kept and the answer is `undefined`.
   * Rejects where the body breaks off or there is no room.
   */
  async write(path: string, response: Response, wanted?: string): Promise<string | undefined> {
    const { sealed, hash } = await seal(response);
    if (wanted !== undefined && hash !== wanted) return undefined;
    await this.cache.put(this.scope + path, sealed);
    return hash;
  }

  async remove(path: string): Promise<void> {
    await this.cache.delete(this.scope + path);
  }

  /** The paths of all files here. */
  async paths(): Promise<string[]> {
    const requests = await this.cache.keys();
    return requests.map(({ url }) => url.slice(this.scope.length)).filter((path) => path !== notesPath);
  }

  async notes(): Promise<Notes> {
    const noted = await this.read(notesPath);
    return noted ? ((await noted.json()) as Notes) : {};
  }

  async note(notes: Notes): Promise<void> {
    await this.write(notesPath, Response.json({ ...(await this.notes()), ...notes }));
  }

  private find(path: string): Promise<Response | undefined> {
    return this.cache.match(this.scope + path).catch(() => undefined);
  }
}

/** A build with its notes: what is decided by. */
export type Known = { readonly build: string; readonly notes: Notes };

/** All that is kept for the site below one address. */
export class Generations {
  private readonly caches: Caches;
  private readonly scope: string;

  constructor(caches: Caches, scope: string) {
    this.caches = caches;
    this.scope = scope;
  }

  async of(build: string): Promise<Generation> {
    return new Generation(build, await this.caches.open(cacheName(this.scope, build)), this.scope);
  }

  async known(): Promise<Known[]> {
    const builds = (await this.caches.keys()).flatMap((name) => buildOf(this.scope, name) ?? []);
    const known = builds.map(async (build) => ({ build, notes: await (await this.of(build)).notes() }));
    return newestFirst(await Promise.all(known));
  }

  async remove(build: string): Promise<void> {
    await this.caches.delete(cacheName(this.scope, build));
  }

  /** A file from the first generation, of these or of all, that has it. */
  async find(path: string, among?: readonly Known[]): Promise<{ build: string; response: Response } | undefined> {
    for (const { build } of among ?? (await this.known())) {
      const response = await (await this.of(build)).read(path);
      if (response) return { build, response };
    }
    return undefined;
  }
}

const prefix = (scope: string) => `credit-map ${new URL(scope).pathname} `;

/** The name of a build's cache. Sites below other folders of the same host have theirs. */
export function cacheName(scope: string, build: string): string {
  return `${prefix(scope)}build ${build}`;
}

/** The build that a cache belongs to. Nothing for caches of anything else. */
export function buildOf(scope: string, name: string): string | undefined {
  const start = `${prefix(scope)}build `;
  return name.startsWith(start) ? name.slice(start.length) : undefined;
}

/** True for every cache of the site at this address. */
export function isOurs(scope: string, name: string): boolean {
  return name.startsWith(prefix(scope));
}

/** The name of the cache in which the worker remembers what it needs itself. */
export function memoryName(scope: string): string {
  return `${prefix(scope)}memory`;
}

/** Complete ones first, the newest of them first. */
export function newestFirst(known: readonly Known[]): Known[] {
  return [...known].sort((a, b) => (b.notes.arrived ?? -1) - (a.notes.arrived ?? -1));
}

/**
 * The builds whose files can go when `own` takes over: all but it, the complete one before it, and the newest whole
 * site where its own is not whole. Open pages of the build before still find their parts.
 */
export function outdated(own: string, known: readonly Known[]): string[] {
  const complete = newestFirst(known).filter(({ notes }) => notes.arrived !== undefined);
  const before = complete.find(({ build }) => build !== own);
  const whole = complete.find(({ notes }) => notes.whole);
  const stays = new Set([own, before?.build, whole?.build]);
  return known.map(({ build }) => build).filter((build) => !stays.has(build));
}

/** True where the whole site is kept, but not that of the newest complete build. */
export function wholeIsBehind(known: readonly Known[]): boolean {
  const [newest, ...before] = newestFirst(known);
  return !newest?.notes.whole && before.some(({ notes }) => notes.whole);
}
