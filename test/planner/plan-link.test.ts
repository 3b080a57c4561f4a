import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RequirementBlock } from '../../src/schemas/degree.ts';
import { Bits } from '../../src/planner/packing.ts';
import {
  degreeOfLink,
  isUnknown,
  linkInHash,
  longestLink,
  namesIn,
  openLinkedPlan,
  planToLink,
  readLink,
} from '../../src/planner/plan-link.ts';
import { newPlan } from '../../src/planner/plan-changes.ts';
import type { Plan } from '../../src/planner/plan.ts';
import { digest, shortNameOf, shortNamesOf } from '../../src/planner/short-names.ts';
import { loadData } from '../../scripts/load-data.ts';
import { anyPlan, examplePlan } from './example-plan.ts';

const { courses, degrees } = loadData();
const courseIds = courses.map(({ id }) => id);
const degreeIds = degrees.map(({ id }) => id);
const idsOf = ({ id, children = [] }: RequirementBlock): string[] => [id, ...children.flatMap(idsOf)];
const blocksOf = new Map(degrees.map(({ id, record }) => [id, [...new Set(record.blocks.flatMap(idsOf))]]));
const catalogOf = (degree: string) =>
  namesIn({ courses: courseIds, degrees: degreeIds, blocks: blocksOf.get(degree) ?? [], moved: {} });
const nothing = namesIn({ courses: [], degrees: [], blocks: [], moved: {} });
const ofExample = namesIn({
  courses: ['clep/biology', 'sophia/ethics'],
  degrees: ['example-u/ba-2026-27'],
  blocks: ['humanities'],
  moved: {},
});

function linkTo(plan: Plan, names = ofExample): string {
  const link = planToLink(plan, names);
  if (link === undefined) throw new Error('The plan is too long for a link.');
  return link;
}

function openLink(link: string, names = ofExample, moved: Readonly<Record<string, string>> = {}) {
  const read = readLink(link);
  return 'reason' in read ? read : openLinkedPlan(read.linked, names, moved);
}

/** The plan as a link carries it: without its own id and revision, its credits counted anew, and nothing noted. */
const carried = ({ identity: _, startsOn: __, ...plan }: Plan): Plan => ({
  ...plan,
  id: 'shared',
  revision: 0,
  credits: plan.credits.map(({ trail: ___, ...credit }, i) => ({ ...credit, id: `c${i + 1}` })),
});

/** A student's plan of the real catalog: 60 courses with any status, eight of them moved. */
const realPlan: fc.Arbitrary<Plan> = fc.constantFrom(...degreeIds).chain((degree) => {
  const pin = fc.record({
    part: fc.nat(2),
    block: fc.constantFrom(...(blocksOf.get(degree) ?? [])),
    use: fc.boolean(),
  });
  const status = fc.constantFrom(
    ...(['considering', 'planned', 'in-progress', 'completed', 'transcript-sent', 'evaluated'] as const),
  );
  return fc
    .record({
      ids: fc.uniqueArray(fc.constantFrom(...courseIds), { minLength: 60, maxLength: 60 }),
      statuses: fc.array(status, { minLength: 60, maxLength: 60 }),
      pins: fc.array(pin, { minLength: 8, maxLength: 8 }),
    })
    .map(({ ids, statuses, pins }) => ({
      ...newPlan('shared', degree.split('/')[0] ?? '', degree),
      credits: ids.map((course, i) => ({
        id: `c${i + 1}`,
        course,
        status: statuses[i] ?? 'planned',
        ...(i % 7 === 0 && pins[i / 7] ? { pins: [pins[i / 7]!] } : {}),
      })),
    }));
});

test('any plan is the same plan after a link, whether the catalog knows its ids or not', () => {
  fc.assert(
    fc.property(anyPlan, fc.boolean(), (plan, known) => {
      const ids = (list: (string | undefined)[]) => (known ? list.filter((id) => id !== undefined) : []);
      const names = namesIn({
        courses: ids(plan.credits.map(({ course }) => course)),
        degrees: ids([plan.degree]),
        blocks: ids(plan.credits.flatMap(({ pins = [] }) => pins.map(({ block }) => block))),
        moved: {},
      });
      expect(openLink(linkTo(plan, names), names)).toEqual({ plan: carried(plan), notices: [] });
    }),
    { numRuns: 2000 },
  );
});

test('60 courses of the catalog with statuses and eight pins make a link of at most 600 characters', () => {
  fc.assert(
    fc.property(realPlan, (plan) => {
      const names = catalogOf(plan.degree);
      const link = linkTo(plan, names);
      expect(`https://example.org/planner/shared/#p=${link}`.length).toBeLessThanOrEqual(600);
      expect(openLink(link, names)).toEqual({ plan, notices: [] });
    }),
    { numRuns: 500 },
  );
});

test('no two records of the catalog have one short name', () => {
  const ids = [...courseIds, ...degreeIds];
  expect(shortNamesOf(ids).size).toBe(ids.length);
  for (const [degree, blocks] of blocksOf) expect(catalogOf(degree).size, degree).toBe(ids.length + blocks.length);
});

// People have sent links. This one changes only with a new version of the link, and the old one must open then too.
test('a link made earlier still opens', () => {
  const earlier = 'BAA6m2D2WpD3g9sTPyAWekpfqZH6i4DL3zZDrRiaE7Ulr4uCGwtjG6tjq59BMyagqgA';
  expect(openLink(earlier)).toEqual({ plan: carried(examplePlan), notices: [] });
  expect(linkTo(examplePlan)).toBe(earlier);
});

// Found by search.
const twins = ['made-up/course-267082', 'made-up/course-325645'] as const;

test('two courses with one short name are both written whole', () => {
  expect(shortNameOf(twins[0])).toBe(shortNameOf(twins[1]));
  const names = shortNamesOf([...twins, 'clep/biology']);
  expect([...names.values()]).toEqual(['clep/biology']);
  const credits = twins.map((course, i) => ({ id: `c${i + 1}`, course, status: 'planned' as const }));
  const plan = { ...examplePlan, credits };
  expect(openLink(linkTo(plan, names), names)).toEqual({ plan: carried(plan), notices: [] });
});

test('a course is not taken for one that has come to the catalog with the same short name', () => {
  const credits = [{ id: 'c1', course: twins[0], status: 'planned' as const }];
  const link = linkTo({ ...examplePlan, credits }, shortNamesOf([twins[0]]));
  expect(openLink(link, shortNamesOf(twins))).toMatchObject({
    plan: { credits: [{ course: `not-known/${shortNameOf(twins[0]).toString(36)}` }] },
  });
});

test('a course that the catalog no longer has stays in the plan, and is known again where it is', () => {
  const link = linkTo(examplePlan);
  const opened = openLink(link, nothing);
  if (!('plan' in opened)) throw new Error(opened.reason);
  expect(opened.plan.credits.map(({ course }) => course !== undefined && isUnknown(course))).toEqual([
    true,
    true,
    false,
  ]);
  expect(opened.plan.credits[2]).toEqual(examplePlan.credits[2]);
  expect(openLink(linkTo(opened.plan, nothing))).toEqual({ plan: carried(examplePlan), notices: [] });
});

test('a record that has another id today is found under it', () => {
  const moved = {
    'courses/clep/biology': 'courses/clep/life',
    'degrees/example-u/ba-2026-27': 'degrees/new-u/ba-2027',
  };
  const today = namesIn({ courses: ['clep/life', 'sophia/ethics'], degrees: ['new-u/ba-2027'], blocks: [], moved });
  const read = readLink(linkTo(examplePlan));
  if ('reason' in read) throw new Error(read.reason);
  expect(degreeOfLink(read.linked, today, moved)).toBe('new-u/ba-2027');
  expect(openLinkedPlan(read.linked, today, moved)).toMatchObject({
    plan: { degree: 'new-u/ba-2027', credits: [{ course: 'clep/life' }, { course: 'sophia/ethics' }, {}] },
  });
});

test('a link cut anywhere is told from a whole one', () => {
  const link = linkTo(examplePlan);
  expect(readLink('')).toEqual({ reason: 'no-plan' });
  for (let length = 1; length < link.length; length += 1) {
    expect(readLink(link.slice(0, length)), `${length} letters`).toEqual({ reason: 'cut' });
    expect(readLink(`${link.slice(0, length)}…`).hasOwnProperty('linked'), `${length} letters and …`).toBe(false);
  }
});

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.% ';

test('a link with any one letter altered, added or left out is refused', () => {
  const link = linkTo(examplePlan);
  for (let at = 0; at < link.length; at += 1) {
    expect(readLink(link.slice(0, at) + link.slice(at + 1)), `without letter ${at}`).toHaveProperty('reason');
    for (const letter of alphabet) {
      if (letter !== link[at])
        expect(readLink(link.slice(0, at) + letter + link.slice(at + 1)), `${letter} at ${at}`).toHaveProperty(
          'reason',
        );
      expect(readLink(link.slice(0, at) + letter + link.slice(at)), `${letter} before ${at}`).toHaveProperty('reason');
    }
  }
});

test.for(['.', ')', '…', '%E2%80%A6', '%20hello', '&utm_source=x', '\n'])(
  '%j after a link, as messengers add it, does no harm',
  (after) => {
    expect(openLink(linkInHash(`#p=${linkTo(examplePlan)}${after}`))).toHaveProperty('plan');
  },
);

test.for([
  ['a link of 1 MB', 'A'.repeat(1_000_000), 'too-large'],
  ['1 MB of markup', '<b>'.repeat(333_333), 'too-large'],
  ['markup', '<img src=x onerror=alert(1)>', 'altered'],
  ['words', 'hello, is this a plan?', 'altered'],
] as const)('%s is refused', ([, link, reason]) => {
  const began = performance.now();
  expect(['cut', reason]).toContain((readLink(link) as { reason: string }).reason);
  expect(performance.now() - began).toBeLessThan(100);
});

/** What another version, or someone with bad intentions, would send: a frame that is right around any letters. */
function framed(packed: string, version = 1): string {
  const bits = new Bits();
  bits.put(version, 6);
  bits.put(packed.length, 18);
  bits.put(digest(`${version} ${packed.length} ${packed}`) % 2 ** 30, 30);
  return bits.toLetters() + packed;
}

test('a link of a newer version says so', () => {
  expect(readLink(framed('whatever', 2))).toEqual({ reason: 'newer-version' });
  expect(readLink(framed('whatever', 0))).toEqual({ reason: 'damaged' });
});

test('markup in names and titles stays text', () => {
  const markup = '<img src=x onerror="alert(1)">';
  const plan: Plan = {
    ...examplePlan,
    name: markup,
    credits: [
      {
        id: 'c1',
        typed: { title: markup, semesterHours: 3, level: 'graduate', source: 'college' },
        status: 'planned',
      },
    ],
  };
  expect(openLink(linkTo(plan))).toEqual({ plan: carried(plan), notices: [] });
});

test('a plan too long for a link gets none', () => {
  const typed = { title: 'x'.repeat(200), semesterHours: 3, level: 'graduate', source: 'college' } as const;
  const credits = Array.from({ length: 500 }, (_, i) => ({ id: `c${i + 1}`, typed, status: 'planned' as const }));
  expect(planToLink({ ...examplePlan, credits }, ofExample)).toBeUndefined();
  expect(linkTo({ ...examplePlan, credits: credits.slice(0, 300) }).length).toBeLessThan(longestLink);
});

const letters = fc.string({ unit: fc.constantFrom(...alphabet.slice(0, 64)), maxLength: 400 });

test('10,000 texts are refused or opened, each in less than 100 ms, and none throws', () => {
  const whole = linkTo(examplePlan);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 300 }),
        letters,
        letters.map((text) => framed(text)),
        fc.tuple(fc.nat(whole.length), letters).map(([at, text]) => framed(whole.slice(9, 9 + at) + text)),
        fc.tuple(fc.nat(whole.length), fc.string()).map(([at, text]) => whole.slice(0, at) + text + whole.slice(at)),
      ),
      (text) => {
        const began = performance.now();
        const opened = openLink(linkInHash(`#p=${text}`));
        expect(performance.now() - began).toBeLessThan(100);
        expect('plan' in opened || 'reason' in opened).toBe(true);
        if ('plan' in opened) expect(openLink(linkTo(opened.plan))).toMatchObject({ plan: opened.plan });
      },
    ),
    { numRuns: 10_000 },
  );
});
