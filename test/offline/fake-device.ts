/** A device with caches in memory, and a server that is deployed to, cut off and broken by a test. */
import { Answers } from '../../src/offline/answers.ts';
import { bringCore } from '../../src/offline/arrival.ts';
import { Generations } from '../../src/offline/generations.ts';
import { Memory } from '../../src/offline/memory.ts';
import { hashOf } from '../../src/offline/sealed.ts';
import { answerPath, wholePath, type SiteBuild } from '../../src/offline/site-build.ts';

export const scope = 'https://site.example/map/';

type Kept = { bytes: ArrayBuffer; headers: [string, string][]; status: number };

/** The browser's caches, as far as the worker uses them. A device that is full refuses every write. */
export class FakeCaches {
  readonly stored = new Map<string, Map<string, Kept>>();
  full = false;

  open(name: string): Promise<Cache> {
    const files = this.stored.get(name) ?? new Map<string, Kept>();
    this.stored.set(name, files);
    const put = async (url: string, response: Response) => {
      if (this.full) throw new DOMException('', 'QuotaExceededError');
      files.set(url, {
        bytes: await response.arrayBuffer(),
        headers: [...response.headers],
        status: response.status,
      });
    };
    const cache = {
      match: (url: string) => {
        const kept = files.get(url);
        return Promise.resolve(kept && new Response(kept.bytes, { status: kept.status, headers: kept.headers }));
      },
      put,
      delete: (url: string) => Promise.resolve(files.delete(url)),
      keys: () => Promise.resolve([...files.keys()].map((url) => ({ url }))),
    };
    return Promise.resolve(cache as unknown as Cache);
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.stored.keys()]);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.stored.delete(name));
  }

  /** Every kept file with this path, whatever its build. */
  spoil(path: string): void {
    for (const files of this.stored.values()) {
      const kept = files.get(scope + path);
      if (kept) kept.bytes = new TextEncoder().encode('spoilt').buffer;
    }
  }
}

export const corePaths = ['planner/', 'offline/', '_astro/planner.js', 'catalog/index.json', 'catalog/courses.json'];
const moreFiles = ['guides/one/', 'guides/two/', 'catalog/schools/a.json', 'catalog/degrees/a/ba.json'];

/** The files of a build: each says which build it is of. */
export function filesOf(build: string): Map<string, string> {
  return new Map([...corePaths, ...moreFiles].map((path) => [path, `${build} ${path}`]));
}

export async function siteBuildOf(build: string): Promise<SiteBuild> {
  const files = filesOf(build);
  const hashes = corePaths.map(
    async (path) => [path, await hashOf(new TextEncoder().encode(files.get(path)))] as const,
  );
  return { build, core: Object.fromEntries(await Promise.all(hashes)) };
}

export class FakeServer {
  build = 'one';
  /** `unsaid`: files come, but not the answer which build they are of. */
  line: 'well' | 'cut' | 'silent' | 'unsaid' = 'well';
  /** Paths that come back with half of their bytes. */
  readonly halves = new Set<string>();
  readonly asked: string[] = [];

  fetch = async (address: Request | string): Promise<Response> => {
    const path = String(address).slice(scope.length);
    this.asked.push(path);
    if (this.line === 'cut') throw new TypeError('Failed to fetch');
    if (this.line === 'silent') return new Promise<never>(() => undefined);
    if (path === answerPath && this.line === 'unsaid') throw new TypeError('Failed to fetch');
    if (path === answerPath) return Response.json({ build: this.build });
    const files = filesOf(this.build);
    if (path === wholePath) {
      const hashes = [...files].map(async ([name, text]) => [name, await hashOf(new TextEncoder().encode(text))]);
      return Response.json({ build: this.build, files: Object.fromEntries(await Promise.all(hashes)) });
    }
    const text = files.get(path);
    if (text === undefined) return new Response('nothing here', { status: 404 });
    const type = path.endsWith('/') ? 'text/html' : 'application/json';
    const body = this.halves.has(path) ? text.slice(0, text.length / 2) : text;
    return new Response(body, { headers: { 'content-type': type } });
  };
}

/** A worker of a build on this device. It can be ended and started again at any time: make another. */
export class FakeWorker {
  readonly generations: Generations;
  readonly memory: Memory;
  readonly answers: Answers;
  readonly own: SiteBuild;
  readonly told: string[] = [];
  private readonly server: FakeServer;

  constructor(own: SiteBuild, server: FakeServer, caches: FakeCaches, patience = 60_000) {
    this.own = own;
    this.server = server;
    this.generations = new Generations(caches, scope);
    this.memory = new Memory(caches, scope);
    this.answers = new Answers({
      scope,
      own,
      generations: this.generations,
      memory: this.memory,
      fetch: server.fetch,
      patience,
      tellNewer: (client) => this.told.push(client),
    });
  }

  install(now = 1): Promise<void> {
    return bringCore({
      scope,
      own: this.own,
      generations: this.generations,
      memory: this.memory,
      fetch: this.server.fetch,
      whichBuild: () => this.answers.whichBuild(),
      now: () => now,
    });
  }

  /** What a page gets, once the work after the answer is done. `undefined` where nothing came. */
  async ask(kind: 'page' | 'data' | 'asset', client: string, path: string): Promise<Response | undefined> {
    const after: Promise<unknown>[] = [];
    const load = () => this.server.fetch(scope + path);
    const response = await this.answers[kind]({ path, client, load, later: (work) => after.push(work) }).catch(
      () => undefined,
    );
    await Promise.all(after);
    return response?.type === 'error' ? undefined : response;
  }

  async text(kind: 'page' | 'data' | 'asset', client: string, path: string): Promise<string | undefined> {
    const response = await this.ask(kind, client, path);
    return response?.ok ? response.text() : undefined;
  }
}
