import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildOf,
  cacheName,
  Generations,
  isOurs,
  memoryName,
  newestFirst,
  outdated,
  wholeIsBehind,
  type Known,
} from '../../src/offline/generations.ts';
import { seal, unseal } from '../../src/offline/sealed.ts';
import { FakeCaches, scope } from './fake-device.ts';

const builds = fc.uniqueArray(
  fc.record({
    build: fc.string({ minLength: 1, maxLength: 3 }),
    arrived: fc.option(fc.nat(99), { nil: undefined }),
    whole: fc.boolean(),
  }),
  { selector: ({ build }) => build, maxLength: 8 },
);
const knownBuilds = builds.map((all): Known[] =>
  all.map(({ build, arrived, whole }) => ({ build, notes: arrived === undefined ? {} : { arrived, whole } })),
);

test('when a build takes over, it stays, and so do the complete one before it and the newest whole site', () => {
  fc.assert(
    fc.property(knownBuilds, fc.nat(7), (known, i) => {
      const own = known[i % Math.max(1, known.length)]?.build ?? 'own';
      const stays = known.map(({ build }) => build).filter((build) => !outdated(own, known).includes(build));
      const complete = newestFirst(known).filter(({ notes }) => notes.arrived !== undefined);
      const before = complete.find(({ build }) => build !== own);
      const whole = complete.find(({ notes }) => notes.whole);
      const needed = [...new Set([own, before?.build, whole?.build])].filter((build) => stays.includes(build ?? ''));
      expect(stays.sort()).toEqual(needed.sort());
      if (before) expect(stays).toContain(before.build);
      if (whole) expect(stays).toContain(whole.build);
    }),
  );
});

test('complete builds come first, the newest of them first', () => {
  const known = [
    { build: 'half', notes: {} },
    { build: 'old', notes: { arrived: 1 } },
    { build: 'new', notes: { arrived: 2 } },
  ];
  expect(newestFirst(known).map(({ build }) => build)).toEqual(['new', 'old', 'half']);
});

test('a whole site is behind when the newest complete build is not whole', () => {
  expect(wholeIsBehind([])).toBe(false);
  expect(wholeIsBehind([{ build: 'a', notes: { arrived: 1, whole: true } }])).toBe(false);
  expect(
    wholeIsBehind([
      { build: 'a', notes: { arrived: 1, whole: true } },
      { build: 'b', notes: { arrived: 2 } },
    ]),
  ).toBe(true);
});

test('caches of other sites on the same host are not ours', () => {
  fc.assert(fc.property(fc.string(), (build) => buildOf(scope, cacheName(scope, build)) === build));
  const neighbour = 'https://site.example/other/';
  expect(buildOf(neighbour, cacheName(scope, 'a'))).toBeUndefined();
  expect(isOurs(neighbour, cacheName(scope, 'a'))).toBe(false);
  expect(isOurs(scope, memoryName(scope))).toBe(true);
  expect(buildOf(scope, memoryName(scope))).toBeUndefined();
});

test('a kept file is given back as it came, or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (bytes, at, by) => {
        const { sealed } = await seal(new Response(bytes.slice(), { headers: { 'content-type': 'a/b' } }));
        const headers = sealed.headers;
        const back = await unseal(new Response(bytes.slice(), { headers }));
        expect(new Uint8Array(await back!.arrayBuffer())).toEqual(bytes);
        expect(back!.headers.get('content-type')).toBe('a/b');
        if (bytes.length === 0) return;
        const other = bytes.slice();
        other[at % bytes.length]! ^= by;
        expect(await unseal(new Response(other, { headers }))).toBeUndefined();
        expect(await unseal(new Response(bytes.slice(0, -1), { headers }))).toBeUndefined();
      },
    ),
  );
});

test('a spoilt file is looked for in the generation before', async () => {
  const caches = new FakeCaches();
  const generations = new Generations(caches, scope);
  for (const [build, arrived] of [
    ['a', 1],
    ['b', 2],
  ] as const) {
    const generation = await generations.of(build);
    await generation.write('x.js', new Response(build));
    await generation.note({ arrived });
  }
  expect(await (await generations.find('x.js'))?.response.text()).toBe('b');
  caches.stored.get(cacheName(scope, 'b'))!.get(`${scope}x.js`)!.bytes = new ArrayBuffer(3);
  expect(await (await generations.find('x.js'))?.response.text()).toBe('a');
});
