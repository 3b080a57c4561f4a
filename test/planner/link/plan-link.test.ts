import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeOrder } from '../../../src/engine/index.ts';
import type { RequirementBlock } from '../../../src/schemas/degree.ts';
import { addDays } from '../../../src/planner/days.ts';
import { toLetters } from '../../../src/planner/link/letters.ts';
import { courseBits, isUnknown, namesIn } from '../../../src/planner/link/link-names.ts';
import {
  degreeOfLink,
  linkInHash,
  longestLink,
  openLinkedPlan,
  planToLink,
  readLink,
} from '../../../src/planner/link/plan-link.ts';
import { newPlan } from '../../../src/planner/plan/plan-changes.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { digest, shortNameOf } from '../../../src/planner/link/short-names.ts';
import { loadData } from '../../../scripts/load-data.ts';
import { anyPlan, examplePlan } from '../example-plan.ts';
import { ownTime, workOf } from '../../own-time.ts';

const runs = Number(process.env['CREDIT_MAP_RUNS'] ?? 2000);

const { courses, degrees } = loadData();
const courseIds = courses.map(({ id }) => id);
const degreeIds = degrees.map(({ id }) => id);
const idsOf = ({ id, children = [] }: RequirementBlock): string[] => [id, ...children.flatMap(idsOf)];
const blocksOf = new Map(degrees.map(({ id, record }) => [id, [...new Set(record.blocks.flatMap(idsOf))]]));
const catalogOf = (degree: string, more: readonly string[] = []) =>
  namesIn({ courses: [...courseIds, ...more], degrees: degreeIds, blocks: blocksOf.get(degree) ?? [], moved: {} });
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

const statuses = ['considering', 'planned', 'in-progress', 'completed', 'transcript-sent', 'evaluated'] as const;
const sixtyOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 60, maxLength: 60 });

/** What a student may enter of a course: any of six statuses. */
const statusOnly = fc.record({ status: fc.constantFrom(...statuses) });
/** All that a student may enter of a course, none of it likelier than another, in the last ten years. */
const allOfIt = fc.record({
  status: fc.constantFrom(...statuses),
  score: fc.nat(100),
  grade: fc.constantFrom('A', 'B', 'C', 'D', 'F'),
  completedOn: fc.nat(3652).map((days) => addDays('2026-11-28', -days)),
});

/** A student's plan of the real catalog: 60 courses with this entered of each, eight of them moved. */
function sixtyCourses(entered: fc.Arbitrary<Pick<Plan['credits'][number], 'status'>>): fc.Arbitrary<Plan> {
  return fc.constantFrom(...degreeIds).chain((degree) => {
    const pin = fc.record({
      part: fc.nat(2),
      block: fc.constantFrom(...(blocksOf.get(degree) ?? [])),
      use: fc.boolean(),
    });
    return fc
      .record({
        ids: fc.uniqueArray(fc.constantFrom(...courseIds), { minLength: 60, maxLength: 60 }),
        entered: sixtyOf(entered),
        pins: sixtyOf(pin),
      })
      .map(({ ids, entered, pins }) => ({
        ...newPlan('shared', degree.split('/')[0] ?? '', degree, '2026-11-29'),
        credits: ids.map((course, i) => ({
          id: `c${i + 1}`,
          course,
          status: 'planned' as const,
          ...entered[i],
          ...(i % 7 === 0 && i < 56 ? { pins: pins.slice(i, i + 1) } : {}),
        })),
      }));
  });
}

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
    { numRuns: runs },
  );
});

test('60 courses of the catalog with statuses and eight pins make a link of at most 600 characters', () => {
  fc.assert(
    fc.property(sixtyCourses(statusOnly), (plan) => {
      const names = catalogOf(plan.degree);
      const link = linkTo(plan, names);
      expect(`https://example.org/planner/shared/#p=${link}`.length).toBeLessThanOrEqual(450);
      expect(openLink(link, names)).toEqual({ plan, notices: [] });
    }),
    { numRuns: runs / 4 },
  );
});

test('60 courses with a score, a grade, a status and a date each, and eight pins, are at most 600 characters after the #', () => {
  fc.assert(
    fc.property(sixtyCourses(allOfIt), (plan) => {
      const names = catalogOf(plan.degree);
      const link = linkTo(plan, names);
      expect(`p=${link}`.length).toBeLessThanOrEqual(600);
      expect(openLink(link, names)).toEqual({ plan, notices: [] });
    }),
    { numRuns: runs / 4 },
  );
});

test('where those grades have signs, any of them as likely, they take at most 20 characters more', () => {
  const signed = allOfIt.chain((all) => fc.constantFrom(...gradeOrder).map((grade) => ({ ...all, grade })));
  fc.assert(
    fc.property(sixtyCourses(signed), (plan) => {
      const names = catalogOf(plan.degree);
      const link = linkTo(plan, names);
      expect(`p=${link}`.length).toBeLessThanOrEqual(620);
      expect(openLink(link, names)).toEqual({ plan, notices: [] });
    }),
    { numRuns: runs / 4 },
  );
});

test('a link opens the same plan in a catalog that has grown to 40,000 courses since', () => {
  const grown = Array.from({ length: 40_000 - courseIds.length }, (_, i) => `made-up/course-${i}`);
  const [degree = ''] = degreeIds;
  const [small, large] = [catalogOf(degree), catalogOf(degree, grown)];
  // Every course of today that a later one shares its short name with, in one plan.
  const shared = courseIds.filter((id) => large.courses.ids.get(shortNameOf(id, courseBits))!.length > 1);
  const credits = [...new Set([...shared, ...courseIds])]
    .slice(0, 60)
    .map((course, i) => ({ id: `c${i + 1}`, course, status: 'planned' as const }));
  const plan = { ...newPlan('shared', degree.split('/')[0] ?? '', degree), credits };
  expect(openLink(linkTo(plan, small), large)).toEqual({ plan, notices: [] });
});

test('no two blocks of a degree have one short name', () => {
  for (const [degree, blocks] of blocksOf) expect(catalogOf(degree).blocks.ids.size, degree).toBe(blocks.length);
});

// People have sent links. None of those in the folder is ever changed; a new version of the link adds its own.
const folder = 'test/planner/link/saved-links';

test.for(readdirSync(folder))('a link made earlier still opens: %s', (file) => {
  const { link, opened } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { link: string; opened: Plan };
  expect(openLink(link, catalogOf(opened.degree))).toEqual({ plan: opened, notices: [] });
});

test('the newest of them are what a link to the same plan is today', () => {
  const newest = readdirSync(folder).filter((file) => file.startsWith('3-'));
  expect(newest.length).toBeGreaterThan(2);
  for (const file of newest) {
    const { link, opened } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { link: string; opened: Plan };
    expect(linkTo(opened, catalogOf(opened.degree)), file).toBe(link);
  }
});

// Found by search.
const twins = ['made-up/course-1732', 'made-up/course-6365'] as const;
const named = (...courses: string[]) => namesIn({ courses, degrees: [examplePlan.degree], blocks: [], moved: {} });
const planOf = (...courses: string[]): Plan => ({
  ...examplePlan,
  credits: courses.map((course, i) => ({ id: `c${i + 1}`, course, status: 'planned' as const })),
});

test('a link says which facts the plan was made with, where the plan does', () => {
  const seen = { ...examplePlan, factsSeenOn: '2026-11-25' };
  expect(openLink(linkTo(seen))).toMatchObject({ plan: { factsSeenOn: '2026-11-25' } });
  expect(openLink(linkTo(examplePlan))).not.toHaveProperty('plan.factsSeenOn');
});

test('two courses with one short name are both written whole', () => {
  expect(shortNameOf(twins[0], courseBits)).toBe(shortNameOf(twins[1], courseBits));
  const plan = planOf(...twins);
  const names = named(...twins, 'clep/biology');
  expect(openLink(linkTo(plan, names), names)).toEqual({ plan: carried(plan), notices: [] });
  expect(openLink(linkTo(plan, names), nothing)).toMatchObject({ plan: { credits: carried(plan).credits } });
});

test('a course is not taken for one that has come to the catalog with the same short name', () => {
  for (const course of twins) {
    const plan = planOf(course, 'clep/biology');
    const link = linkTo(plan, named(course, 'clep/biology'));
    expect(openLink(link, named(...twins, 'clep/biology'))).toEqual({ plan: carried(plan), notices: [] });
  }
});

/** So many pairs of made-up courses that have one short name each. */
function pairsOf(count: number): readonly (readonly [string, string])[] {
  const first = new Map<number, string>();
  const pairs: (readonly [string, string])[] = [];
  for (let i = 0; pairs.length < count; i += 1) {
    const [id, name] = [`made-up/course-${i}`, shortNameOf(`made-up/course-${i}`, courseBits)];
    const other = first.get(name);
    if (other !== undefined) pairs.push([other, id]);
    first.set(name, id);
  }
  return pairs;
}

test.for([
  ['the first of each', 3, () => 0],
  ['the second of each', 3, () => 1],
  ['one or the other', 5, (at: number) => at % 2],
  ['the last of 256 choices', 8, () => 1],
] as const)('of many courses that share their short names, those meant are found: %s', ([, count, which]) => {
  const pairs = pairsOf(count);
  const meant = pairs.map((pair, at) => pair[which(at)]!);
  const opened = openLink(linkTo(planOf(...meant), named(...meant)), named(...pairs.flat()));
  expect(opened).toEqual({ plan: carried(planOf(...meant)), notices: [] });
});

test('after 256 choices the search ends, and the courses are not known', () => {
  const pairs = pairsOf(9);
  const meant = pairs.map(([, second]) => second);
  const opened = openLink(linkTo(planOf(...meant), named(...meant)), named(...pairs.flat()));
  if (!('plan' in opened)) throw new Error(opened.reason);
  expect(opened.plan.credits.every(({ course = '' }) => isUnknown(course))).toBe(true);
});

test('a course that is not known does not make the others unknown', () => {
  const link = linkTo(planOf('clep/biology', 'sophia/ethics'), named('clep/biology', 'sophia/ethics'));
  const opened = openLink(link, named('clep/biology'));
  if (!('plan' in opened)) throw new Error(opened.reason);
  expect(opened.plan.credits.map(({ course = '' }) => isUnknown(course))).toEqual([false, true]);
  expect(opened.plan.credits[0]?.course).toBe('clep/biology');
});

test('where a course beside it is not known, a course of which there are two is not known either', () => {
  const link = linkTo(planOf(twins[0], 'clep/biology'), named(twins[0], 'clep/biology'));
  const opened = openLink(link, named(...twins));
  if (!('plan' in opened)) throw new Error(opened.reason);
  expect(opened.plan.credits.map(({ course = '' }) => isUnknown(course))).toEqual([true, true]);
  const again = linkTo(opened.plan, named(...twins));
  expect(openLink(again, named(twins[0], 'clep/biology'))).toMatchObject({
    plan: { credits: planOf(twins[0], 'clep/biology').credits },
  });
});

test('a course that came to the catalog later is not taken for another one: the page says that it is too old', () => {
  const link = linkTo(planOf(twins[0]), named(twins[0]));
  expect(openLink(link, named(twins[1]))).toEqual({ reason: 'newer-version' });
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
] as const)('%s is refused', async ([, link, reason]) => {
  const { answer, milliseconds } = await workOf(100, () => readLink(link));
  expect(['cut', reason]).toContain((answer as { reason: string }).reason);
  expect(milliseconds).toBeLessThan(100);
});

/** What another version, or someone with bad intentions, would send: a frame that is right around any letters. */
function framed(packed: string, version: number): string {
  const checksum = digest(`${version} ${packed.length} ${packed}`) % 2 ** 30;
  return toLetters(version, 1) + toLetters(packed.length, 3) + toLetters(checksum, 5) + packed;
}

test('a link of a newer version says so', () => {
  expect(readLink(framed('whatever', 4))).toEqual({ reason: 'newer-version' });
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
  // Signs without any order, so that none of them is likely.
  const title = (i: number) =>
    Array.from({ length: 200 }, (_, at) => String.fromCodePoint(0x4e00 + (digest(`${i} ${at}`) % 20_000))).join('');
  const credits = Array.from({ length: 500 }, (_, i) => ({
    id: `c${i + 1}`,
    typed: { title: title(i), semesterHours: 3, level: 'graduate', source: 'college' } as const,
    status: 'planned' as const,
  }));
  expect(planToLink({ ...examplePlan, credits }, ofExample)).toBeUndefined();
  const part = { ...examplePlan, credits: credits.slice(0, 150) };
  expect(linkTo(part).length).toBeLessThan(longestLink);
  expect(openLink(linkTo(part))).toEqual({ plan: carried(part), notices: [] });
});

test('a few letters that say there are very many of something are refused at once', () => {
  // Nothing but zeros, nothing but ones, and plans that begin like one and go on like these.
  const begin = linkTo(planOf('clep/biology')).slice(9, 20);
  for (const letter of alphabet.slice(0, 64)) {
    for (const packed of [letter.repeat(5000), begin + letter.repeat(5000), letter.repeat(90_000)]) {
      const began = ownTime();
      const opened = openLink(framed(packed, 3));
      expect(ownTime() - began, `${packed.slice(0, 20)}…`).toBeLessThan(2000);
      expect('plan' in opened || 'reason' in opened).toBe(true);
    }
  }
});

const version = fc.constantFrom(1, 2, 3);
const earlier = 'BAA6m2D2WpD3g9sTPyAWekpfqZH6i4DL3zZDrRiaE7Ulr4uCGwtjG6tjq59BMyagqgA';
const letters = fc.string({ unit: fc.constantFrom(...alphabet.slice(0, 64)), maxLength: 400 });

test('10,000 texts are refused or opened, each in less than 100 ms, and none throws', async () => {
  const whole = linkTo(examplePlan);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ maxLength: 300 }),
        letters,
        fc.tuple(letters, version).map(([text, version]) => framed(text, version)),
        fc.tuple(fc.nat(whole.length), letters).map(([at, text]) => framed(whole.slice(9, 9 + at) + text, 3)),
        fc.tuple(fc.nat(earlier.length), letters).map(([at, text]) => framed(earlier.slice(9, 9 + at) + text, 1)),
        fc.tuple(fc.nat(whole.length), fc.string()).map(([at, text]) => whole.slice(0, at) + text + whole.slice(at)),
      ),
      async (text) => {
        const { answer: opened, milliseconds } = await workOf(100, () => openLink(linkInHash(`#p=${text}`)));
        expect(milliseconds).toBeLessThan(100);
        expect('plan' in opened || 'reason' in opened).toBe(true);
        if ('plan' in opened) expect(openLink(linkTo(opened.plan))).toMatchObject({ plan: carried(opened.plan) });
      },
    ),
    { numRuns: 10_000 },
  );
});
