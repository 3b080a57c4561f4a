/** What the worker has to remember itself: the browser ends it after half a minute of rest, and pages outlive it. */
import { memoryName, type Caches } from './generations.ts';

/** A page belongs to this build. `null`: to none, because keeping is switched off at the server. */
export type Pin = string | null;

type Dated = { readonly pin: Pin; readonly at: number };
const day = 86_400_000;

/** Files that were opened and are not in every build's core: this many are brought along to the next build. */
export const mostUsed = 150;

export class Memory {
  private readonly caches: Caches;
  private readonly scope: string;
  private readonly pins = new Map<string, Promise<Pin | undefined>>();
  private usedPaths: Promise<string[]> | undefined;

  constructor(caches: Caches, scope: string) {
    this.caches = caches;
    this.scope = scope;
  }

  /** The build that an open page belongs to. */
  pin(client: string): Promise<Pin | undefined> {
    const pin = this.pins.get(client) ?? this.readPin(client);
    this.pins.set(client, pin);
    return pin;
  }

  /** Decides for an open page: once, even where two of its files are asked for at the same time. */
  async decide(client: string, decide: () => Promise<Pin | undefined>): Promise<Pin | undefined> {
    if (client === '') return decide();
    const before = this.pins.get(client) ?? this.readPin(client);
    const decided = before.then(async (pin) => {
      if (pin !== undefined) return pin;
      const found = await decide();
      if (found !== undefined) await this.writePin(client, found);
      return found;
    });
    this.pins.set(client, decided);
    return decided;
  }

  async setPin(client: string, pin: Pin): Promise<void> {
    if (client === '') return;
    this.pins.set(client, Promise.resolve(pin));
    await this.writePin(client, pin);
  }

  /** What was opened, the newest last. */
  async used(): Promise<readonly string[]> {
    this.usedPaths ??= this.read<string[]>('used').then((paths) => paths ?? []);
    return this.usedPaths;
  }

  /** Notes that a file was opened, and gives the paths that fall off the list. */
  async use(path: string): Promise<readonly string[]> {
    const before = await this.used();
    if (before.at(-1) === path) return [];
    const paths = [...before.filter((known) => known !== path), path];
    const dropped = paths.splice(0, Math.max(0, paths.length - mostUsed));
    this.usedPaths = Promise.resolve(paths);
    await this.write('used', paths);
    return dropped;
  }

  async forgetUsed(): Promise<void> {
    this.usedPaths = Promise.resolve([]);
    await this.write('used', []);
  }

  /** Forgets the pins of pages that are gone. A page left behind can come back for a while: pins stay a day. */
  async tidy(open: ReadonlySet<string>, now: number): Promise<void> {
    const cache = await this.open();
    const start = this.address('pins/');
    for (const { url } of await cache.keys()) {
      if (!url.startsWith(start) || open.has(url.slice(start.length))) continue;
      const kept = await this.read<Dated>(url.slice(this.address('').length));
      if (!kept || now - kept.at > day) await cache.delete(url);
    }
  }

  private async readPin(client: string): Promise<Pin | undefined> {
    return (await this.read<Dated>(`pins/${client}`))?.pin;
  }

  private writePin(client: string, pin: Pin): Promise<void> {
    const dated: Dated = { pin, at: Date.now() };
    return this.write(`pins/${client}`, dated);
  }

  private async read<T>(name: string): Promise<T | undefined> {
    try {
      const kept = await (await this.open()).match(this.address(name));
      return kept ? ((await kept.json()) as T) : undefined;
    } catch {
      return undefined;
    }
  }

  /** A full device may refuse; the page then asks again which build it belongs to. */
  private async write(name: string, value: unknown): Promise<void> {
    try {
      await (await this.open()).put(this.address(name), Response.json(value));
    } catch {
      // Nothing to do: it is still in this object.
    }
  }

  private open(): Promise<Cache> {
    return this.caches.open(memoryName(this.scope));
  }

  private address(name: string): string {
    return `${this.scope}offline/memory/${name}`;
  }
}
