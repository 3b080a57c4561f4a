import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { outdated } from '../../src/offline/generations.ts';
import type { SiteBuild } from '../../src/offline/site-build.ts';
import { corePaths, FakeCaches, FakeServer, FakeWorker, siteBuildOf } from './fake-device.ts';

let caches: FakeCaches;
let server: FakeServer;
let one: SiteBuild;
let two: SiteBuild;
const worker = (own: SiteBuild) => new FakeWorker(own, server, caches);
beforeEach(async () => {
  caches = new FakeCaches();
  server = new FakeServer();
  [one, two] = await Promise.all([siteBuildOf('one'), siteBuildOf('two')]);
});

describe('a page', () => {
  test('comes from the server while it answers', async () => {
    const here = worker(one);
    await here.install();
    server.build = 'two';
    expect(await here.text('page', 'tab', 'planner/')).toBe('two planner/');
    expect(here.answers.origins.get('tab')).toBe('network');
  });

  test.for(['cut', 'silent'] as const)('comes from the device where the line is %s', async (line) => {
    await worker(one).install();
    server.line = line;
    const here = new FakeWorker(one, server, caches, line === 'silent' ? 10 : undefined);
    expect(await here.text('page', 'tab', 'planner/')).toBe('one planner/');
    expect(here.answers.origins.get('tab')).toBe('kept');
  });

  test('that was never opened is the page that says what is here', async () => {
    await worker(one).install();
    server.line = 'cut';
    const here = worker(one);
    expect(await here.text('page', 'tab', 'guides/one/')).toBe('one offline/');
    expect(here.answers.origins.get('tab')).toBe('missing');
  });

  test('that was never opened is that page, too, where the browser asked early and says in an answer that nothing came', async () => {
    await worker(one).install();
    server.line = 'cut';
    const { answers } = worker(one);
    const load = () => Promise.resolve(Response.error());
    const answer = await answers.page({ path: 'guides/one/', client: 'tab', load, later: () => undefined });
    expect(await answer.text()).toBe('one offline/');
  });

  test('that is not there is not there: the server has the say', async () => {
    const here = worker(one);
    await here.install();
    expect((await here.ask('page', 'tab', 'guides/none/'))?.status).toBe(404);
  });

  test('of which it is not known what build it is of gives way to one that is kept', async () => {
    await worker(one).install();
    server.build = 'two';
    server.line = 'unsaid';
    expect(await worker(one).text('page', 'tab', 'planner/')).toBe('one planner/');
  });

  test('is there without any cache, as long as the server answers', async () => {
    caches.full = true;
    expect(await worker(one).text('page', 'tab', 'planner/')).toBe('one planner/');
    expect(await worker(one).text('data', 'tab', 'catalog/index.json')).toBe('one catalog/index.json');
  });
});

describe('an open page', () => {
  test('is not handed a file of the next build, but told of it', async () => {
    const here = worker(one);
    await here.install();
    await here.ask('page', 'tab', 'planner/');
    server.build = 'two';
    expect(await here.text('data', 'tab', 'catalog/index.json')).toBe('one catalog/index.json');
    expect((await here.ask('data', 'tab', 'catalog/schools/a.json'))?.status).toBe(409);
    expect(here.told).toEqual(['tab']);
  });

  test('keeps its build when the next one takes over', async () => {
    const before = worker(one);
    await before.install();
    await before.ask('page', 'tab', 'planner/');
    server.build = 'two';
    await worker(two).install(2);
    const after = worker(two);
    expect(await after.text('data', 'tab', 'catalog/courses.json')).toBe('one catalog/courses.json');
    expect(await after.text('page', 'tab after reload', 'planner/')).toBe('two planner/');
    expect(await after.text('data', 'tab after reload', 'catalog/courses.json')).toBe('two catalog/courses.json');
  });

  test('from before there was a worker asks which build there is, once', async () => {
    const here = worker(one);
    await here.install();
    server.asked.length = 0;
    await Promise.all(['catalog/index.json', 'catalog/courses.json'].map((path) => here.ask('data', 'tab', path)));
    expect(server.asked).toEqual(['offline/build.json']);
  });

  test('finds a spoilt file at the server', async () => {
    const here = worker(one);
    await here.install();
    caches.spoil('_astro/planner.js');
    caches.spoil('catalog/index.json');
    expect(await here.text('asset', 'tab', '_astro/planner.js')).toBe('one _astro/planner.js');
    expect(await here.text('data', 'tab', 'catalog/index.json')).toBe('one catalog/index.json');
    server.line = 'cut';
    expect(await here.text('data', 'tab', 'catalog/index.json')).toBe('one catalog/index.json');
  });
});

const runs = Number(process.env.CREDIT_MAP_RUNS ?? 0) / 20 || 400;
const tabs = ['a', 'b', 'c'];
const step = fc.oneof(
  fc.record({
    do: fc.constant('open' as const),
    tab: fc.constantFrom(...tabs),
    path: fc.constantFrom('planner/', 'guides/one/'),
  }),
  fc.record({
    do: fc.constant('read' as const),
    tab: fc.constantFrom(...tabs),
    path: fc.constantFrom(
      'catalog/index.json',
      'catalog/courses.json',
      'catalog/schools/a.json',
      'catalog/degrees/a/ba.json',
    ),
  }),
  fc.record({ do: fc.constant('deploy' as const) }),
  fc.record({
    do: fc.constant('install' as const),
    takesOver: fc.boolean(),
    fails: fc.option(fc.constantFrom(...corePaths)),
  }),
  fc.record({
    do: fc.constant('line' as const),
    is: fc.constantFrom('well' as const, 'cut' as const, 'unsaid' as const),
  }),
  fc.record({ do: fc.constant('end the worker' as const) }),
  fc.record({ do: fc.constant('spoil' as const), path: fc.constantFrom(...corePaths) }),
);

test('whatever happens, a page is of one build, and the planner opens without a line once it was here', async () => {
  const builds = await Promise.all(Array.from({ length: 12 }, (_, i) => siteBuildOf(`b${i}`)));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      caches = new FakeCaches();
      server = new FakeServer();
      let at = 0;
      let clock = 0;
      server.build = 'b0';
      let running = worker(builds[0]!);
      let arrived = false;
      let spoilt = false;
      /** Each opening of a tab is a page of its own, with the build that its first answer was of. */
      const pages = new Map<string, { client: string; build?: string }>();
      const meet = (tab: string, text: string | undefined) => {
        const page = pages.get(tab);
        if (!page || text === undefined) return;
        const [build = ''] = text.split(' ');
        expect(build, `${text} on a page of ${String(page.build)}`).toBe((page.build ??= build));
      };
      for (const one of steps) {
        if (one.do === 'open') {
          const client = `${one.tab} ${(clock += 1)}`;
          pages.set(one.tab, { client });
          const text = await running.text('page', client, one.path);
          meet(one.tab, text);
          // With nothing kept to give instead, it is as it would be without a worker.
          if (server.line === 'unsaid' && running.answers.origins.get(client) === 'network') pages.delete(one.tab);
          if (arrived && !spoilt && one.path === 'planner/') expect(text).toMatch(/planner\/$/);
        } else if (one.do === 'read') {
          const page = pages.get(one.tab);
          if (page) meet(one.tab, await running.text('data', page.client, one.path));
        } else if (one.do === 'deploy' && at + 1 < builds.length) server.build = `b${(at += 1)}`;
        else if (one.do === 'install') {
          const next = worker(builds[at]!);
          server.halves.clear();
          if (one.fails) server.halves.add(one.fails);
          const here = await next.install((clock += 1)).then(
            () => true,
            () => false,
          );
          server.halves.clear();
          arrived ||= here;
          if (!here || !one.takesOver) continue;
          running = next;
          const goes = outdated(next.own.build, await next.generations.known());
          await Promise.all(goes.map((build) => next.generations.remove(build)));
        } else if (one.do === 'line') server.line = one.is;
        else if (one.do === 'end the worker') running = worker(running.own);
        else if (one.do === 'spoil') {
          caches.spoil(one.path);
          spoilt = true;
        }
      }
    }),
    { numRuns: runs },
  );
});
