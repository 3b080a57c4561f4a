import { beforeEach, expect, test } from 'vitest';
import { BuildChanged, bringWhole, removeAllButCore } from '../../src/offline/arrival.ts';
import { mostUsed } from '../../src/offline/memory.ts';
import type { SiteBuild } from '../../src/offline/site-build.ts';
import { corePaths, FakeCaches, FakeServer, FakeWorker, filesOf, scope, siteBuildOf } from './fake-device.ts';

let caches: FakeCaches;
let server: FakeServer;
const worker = (own: SiteBuild) => new FakeWorker(own, server, caches);
const arrived = async (build: SiteBuild) => {
  const known = await worker(build).generations.known();
  return known.filter(({ notes }) => notes.arrived !== undefined).map(({ build: name }) => name);
};
const whole = (own: SiteBuild, more: Partial<Parameters<typeof bringWhole>[0]> = {}) => {
  const { generations } = worker(own);
  return bringWhole({ scope, generations, fetch: server.fetch, now: () => 9, ...more });
};
beforeEach(() => {
  caches = new FakeCaches();
  server = new FakeServer();
});

test('a build counts once all of its core is here', async () => {
  const one = await siteBuildOf('one');
  await worker(one).install();
  expect(await arrived(one)).toEqual(['one']);
});

test.for(corePaths)('half of %s, or none of it, and the build does not count', async (path) => {
  const [one, two] = await Promise.all([siteBuildOf('one'), siteBuildOf('two')]);
  await worker(one).install();
  server.build = 'two';
  server.halves.add(path);
  await expect(worker(two).install()).rejects.toThrow(BuildChanged);
  expect(await arrived(two)).toEqual(['one']);
  server.halves.clear();
  await worker(two).install(2);
  expect(await arrived(two)).toEqual(['two', 'one']);
});

test('a try that was broken off goes on where it was', async () => {
  const one = await siteBuildOf('one');
  server.halves.add(corePaths.at(-1)!);
  await worker(one)
    .install()
    .catch(() => undefined);
  server.halves.clear();
  server.asked.length = 0;
  await worker(one).install();
  expect(server.asked).toEqual([corePaths.at(-1), 'offline/build.json']);
});

test('a build that the server has left meanwhile does not count', async () => {
  const one = await siteBuildOf('one');
  const { fetch } = server;
  server.fetch = (address) => {
    if (server.asked.length === corePaths.length) server.build = 'two';
    return fetch(address);
  };
  await expect(worker(one).install()).rejects.toThrow(BuildChanged);
  expect(await arrived(one)).toEqual([]);
});

test('a device without room keeps the build it has', async () => {
  const [one, two] = await Promise.all([siteBuildOf('one'), siteBuildOf('two')]);
  await worker(one).install();
  server.build = 'two';
  caches.full = true;
  await expect(worker(two).install()).rejects.toThrow();
  expect(await arrived(two)).toEqual(['one']);
});

test('what was opened in the build before comes along', async () => {
  const [one, two] = await Promise.all([siteBuildOf('one'), siteBuildOf('two')]);
  const before = worker(one);
  await before.install();
  await before.ask('page', 'tab', 'guides/one/');
  await before.ask('data', 'tab', 'catalog/degrees/a/ba.json');
  server.build = 'two';
  await worker(two).install(2);
  server.line = 'cut';
  const after = worker(two);
  expect(await after.text('page', 'new tab', 'guides/one/')).toBe('two guides/one/');
  expect(await after.text('data', 'new tab', 'catalog/degrees/a/ba.json')).toBe('two catalog/degrees/a/ba.json');
});

test('what falls off the list of opened files leaves the device', async () => {
  const one = await siteBuildOf('one');
  const here = worker(one);
  await here.install();
  await here.ask('page', 'tab', 'guides/one/');
  for (let i = 1; i < mostUsed; i += 1) await here.memory.use(`guides/${i}/`);
  expect(await (await here.generations.of('one')).paths()).toContain('guides/one/');
  await here.ask('page', 'tab', 'guides/two/');
  expect(await (await here.generations.of('one')).paths()).not.toContain('guides/one/');
  expect((await here.memory.used()).length).toBe(mostUsed);
});

test('the whole site comes once, tells how far it is, and can be broken off', async () => {
  const one = await siteBuildOf('one');
  await worker(one).install();
  const ended = new AbortController();
  const told: number[] = [];
  const onFile = (number: number) => {
    told.push(number);
    if (number === 3) ended.abort();
  };
  await expect(whole(one, { onFile, signal: ended.signal })).rejects.toThrow();
  expect(told.slice(0, 3)).toEqual([1, 2, 3]);
  await whole(one);
  const [known] = await worker(one).generations.known();
  expect(known?.notes.whole).toBe(true);
  server.asked.length = 0;
  await whole(one);
  expect(server.asked).toEqual(['offline/files.json']);
  server.line = 'cut';
  for (const [path, text] of filesOf('one')) {
    const kind = path.startsWith('catalog/') ? 'data' : path.endsWith('/') ? 'page' : 'asset';
    expect(await worker(one).text(kind, `of ${path}`, path)).toBe(text);
  }
});

test('removing the whole site leaves the core', async () => {
  const one = await siteBuildOf('one');
  const here = worker(one);
  await here.install();
  await whole(one);
  await removeAllButCore(here.generations, here.memory, one);
  expect((await (await here.generations.of('one')).paths()).sort()).toEqual([...corePaths].sort());
  expect((await here.generations.known())[0]?.notes).toEqual({ arrived: 1, whole: false });
});
