/**
 * Where the answer to a request comes from.
 *
 * A page and everything it asks for afterwards are of one build. Which one is decided when the page is opened: the
 * build that the server says it holds, or, without the server, the newest one that is complete on this device. From then
 * on the page is given files of that build only. Where the server has moved on and a file is not here, the page is told
 * so instead of being handed a file of another build.
 */
import type { Generations } from './generations.ts';
import type { Memory, Pin } from './memory.ts';
import { fileHeaders } from './sealed.ts';
import { answerPath, offlinePath, type BuildAnswer, type SiteBuild } from './site-build.ts';

export type Surroundings = {
  readonly scope: string;
  readonly own: SiteBuild;
  readonly generations: Generations;
  readonly memory: Memory;
  readonly fetch: (request: Request | string, how?: RequestInit) => Promise<Response>;
  /** Milliseconds to wait for the server where a kept page can stand in. */
  readonly patience: number;
  /** Tells an open page that the server holds another build than its own. */
  readonly tellNewer: (client: string) => void;
};

export type Ask = {
  readonly path: string;
  /** True where the page was asked for under another address than its own: "/guides" for "/guides/". */
  readonly readdressed?: boolean;
  /** The page that asks, or that is being opened. */
  readonly client: string;
  /** Asks the server for just this. */
  readonly load: () => Promise<Response>;
  /** Work that goes on after the answer. */
  readonly later: (work: Promise<unknown>) => void;
};

/** How a page was answered: the page itself asks, to say so. */
export type PageOrigin = 'network' | 'kept' | 'missing';

const nothing: [undefined, undefined] = [undefined, undefined];

export class Answers {
  private readonly around: Surroundings;
  /** How the pages of this half minute were answered. */
  readonly origins = new Map<string, PageOrigin>();

  constructor(around: Surroundings) {
    this.around = around;
  }

  /** A page: from the server, unless it does not answer in time and the page is here. */
  async page({ path, readdressed, client, load, later }: Ask): Promise<Response> {
    const { generations, memory, patience } = this.around;
    const asked = this.whichBuild();
    const loading = load();
    // Until someone waits for it, a failure must not count as forgotten.
    loading.catch(() => undefined);
    const kept = await generations.find(path);
    const fromServer = Promise.all([kept ? loading.then(complete) : loading, asked]);
    const [response, build] = await (kept ? inTime(fromServer, patience) : fromServer).catch(() => nothing);
    // Without knowing its build, what the page asks for next could be of another one.
    // Firefox hands on a page asked for early that did not come as an answer of this type.
    const came = response && response.type !== 'error';
    if (came && (!kept || (response.status < 500 && build !== undefined))) {
      this.origins.set(client, 'network');
      if (build !== undefined) await memory.setPin(client, build);
      if (build && isPage(response)) {
        later(kept?.build === build ? this.use(path) : this.keep(build, path, response.clone(), true));
      }
      return response;
    }
    const found = kept ?? (await generations.find(offlinePath));
    if (!found) return response ?? Response.error();
    if (kept && readdressed) return Response.redirect(this.around.scope + path);
    this.origins.set(client, kept ? 'kept' : 'missing');
    await memory.setPin(client, found.build);
    return found.response;
  }

  /** A file of the page's own build: from this device, or from the server as long as it still holds that build. */
  async data({ path, client, load, later }: Ask): Promise<Response> {
    const { generations, memory, tellNewer } = this.around;
    const build = await memory.decide(client, () => this.buildAtHand());
    if (build === null) return load();
    const kept = build === undefined ? undefined : await (await generations.of(build)).read(path);
    if (kept) {
      later(this.use(path));
      return kept;
    }
    const [response, now] = await Promise.all([load(), this.whichBuild()]);
    if (now === null || !response.ok) return response;
    if (now === undefined) return new Response(null, { status: 503 });
    if (build !== undefined && now !== build) {
      tellNewer(client);
      return new Response(null, { status: 409 });
    }
    later(this.keep(now, path, response.clone(), true));
    return response;
  }

  /** A file that is the same in every build that has it: from this device first. */
  async asset({ path, client, load, later }: Ask): Promise<Response> {
    const { generations, memory, own } = this.around;
    const kept = await generations.find(path);
    if (kept) return kept.response;
    const response = await load();
    if (response.ok) later(this.keep((await memory.pin(client)) ?? own.build, path, response.clone(), false));
    return response;
  }

  /** The build the server holds: `null` for none, `undefined` where it does not say. */
  async whichBuild(): Promise<Pin | undefined> {
    const { fetch, scope, patience } = this.around;
    try {
      const response = await inTime(fetch(scope + answerPath, { cache: 'no-store' }), patience);
      if (response.status === 404) return null;
      if (!response.ok) return undefined;
      const { build } = (await inTime(response.json(), patience)) as BuildAnswer;
      return typeof build === 'string' || build === null ? build : undefined;
    } catch {
      return undefined;
    }
  }

  /** For a page that was opened before there was a worker. */
  private async buildAtHand(): Promise<Pin | undefined> {
    const now = await this.whichBuild();
    if (now !== undefined) return now;
    const [newest] = await this.around.generations.known();
    return newest?.notes.arrived === undefined ? undefined : newest.build;
  }

  /** A device without room keeps nothing more; the page itself is not touched by that. */
  private async keep(build: string, path: string, response: Response, opened: boolean): Promise<void> {
    try {
      const { generations, own } = this.around;
      const wanted = build === own.build ? own.core[path] : undefined;
      await (await generations.of(build)).write(path, response, wanted);
      if (opened) await this.use(path);
    } catch {
      // It is asked for again next time.
    }
  }

  private async use(path: string): Promise<void> {
    const { own, memory, generations } = this.around;
    if (path in own.core) return;
    const dropped = await memory.use(path);
    if (dropped.length === 0) return;
    const generation = await generations.of(own.build);
    if ((await generation.notes()).whole) return;
    await Promise.all(dropped.filter((old) => !(old in own.core)).map((old) => generation.remove(old)));
  }
}

function isPage(response: Response): boolean {
  return (
    response.status === 200 && !response.redirected && /text\/html/.test(response.headers.get('content-type') ?? '')
  );
}

/** The response once all of it is here: a page cut off half way is no page. Others pass as they are. */
async function complete(response: Response): Promise<Response> {
  if (!isPage(response)) return response;
  return new Response(await response.arrayBuffer(), { headers: fileHeaders(response) });
}

/** Rejects where it takes longer. */
async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long.')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
