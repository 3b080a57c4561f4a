import { expect, test } from 'vitest';
import {
  askedWords,
  earnedBy,
  findableWords,
  inOrder,
  letterOf,
  marksOf,
  scoreOf,
  shardsFor,
  shardsWith,
  type Directory,
  type ListedCourse,
} from '../../src/planner/course-list.ts';

const course = (id: string, more: Partial<ListedCourse> = {}): ListedCourse => ({
  id,
  provider: id.split('/')[0]!,
  title: 'Introduction to Statistics',
  area: 'mathematics',
  kind: 'course',
  earns: ['ace'],
  ...more,
});
const clep = { id: 'clep', name: 'CLEP', alsoCalled: ['College-Level Examination Program'], outsideUs: 'test-centers' };
const sophia = { id: 'sophia', name: 'Sophia Learning', alsoCalled: [], outsideUs: 'yes' };
const asked = (more: object = {}) => ({ provider: '', marks: [], words: [], ...more });

test.for([
  ['an ACE recommendation', 'course', 'sophia', [{ by: 'ACE' }], ['ace']],
  ['an exam that ACE recommends', 'exam', 'clep', [{ by: 'ACE' }], ['exam']],
  ['credit of a university through edX', 'course', 'edx', [{ by: 'university' }], ['edx']],
  ['credit of a university', 'course', 'someone', [{ by: 'university' }], ['university']],
  ['both reviewers', 'course', 'someone', [{ by: 'NCCRS' }, { by: 'ACE' }], ['ace', 'nccrs']],
  ['a recommendation that has lapsed', 'course', 'saylor', [{ by: 'ACE', effectiveTo: '2023-12-31' }], []],
  ['a recommendation on its last day', 'course', 'saylor', [{ by: 'ACE', effectiveTo: '2026-11-25' }], ['ace']],
  ['nobody', 'course', 'someone', [], []],
] as const)('what a course can earn: %s', ([, kind, provider, recommendations, earns]) => {
  const facts = {
    kind,
    provider,
    recommendations: recommendations.map((one) => ({ parts: [], atMost: false, ...one })),
  };
  expect(earnedBy(facts, '2026-11-25')).toEqual(earns);
});

test('a price up to 50 is also one up to 100 and 200; an unknown price is none of them', () => {
  const prices = (priceUsd?: number) =>
    marksOf(course('a', priceUsd === undefined ? {} : { priceUsd }), undefined).filter((mark) => /^price/.test(mark));
  expect(prices(40)).toEqual(['price:50', 'price:100', 'price:200']);
  expect(prices(0)).toEqual(['price:free', 'price:50', 'price:100', 'price:200']);
  expect(prices()).toEqual([]);
});

test('a place that only a student hopes for is not a known place, and a refusal is none', () => {
  const marks = marksOf(course('a', { at: { tesu: 'published', wgu: 'hint', nyu: 'refused' } }), 'yes');
  expect(marks.filter((mark) => mark.startsWith('at:'))).toEqual(['at:tesu', 'at:tesu:published', 'at:wgu:hint']);
});

test('it is found by parts of words, slips, its provider’s other names and the school courses it becomes', () => {
  const one = course('clep/statistics', { becomes: ['STA-2010'] });
  for (const typed of ['stat', 'statistcs', 'STATISTICS', 'clep stat', 'college-level', 'STA-2010', 'sta 2010'])
    expect(scoreOf(one, asked({ words: askedWords(typed) }), clep), typed).toBeGreaterThan(0);
  for (const typed of ['biology', 'STA-2011', 'statistics sophia'])
    expect(scoreOf(one, asked({ words: askedWords(typed) }), clep), typed).toBe(0);
});

test('a word leads to every shard that holds a course it finds', () => {
  const listed = [course('a/1'), course('b/1', { title: 'Biology' }), course('b/2', { title: 'Business Statistics' })];
  const shards = [[listed[0]!], [listed[1]!, listed[2]!]];
  const words: Record<string, Record<string, number[]>> = {};
  shards.forEach((its, index) => {
    for (const word of new Set(its.flatMap((one) => findableWords(one, clep)))) {
      ((words[letterOf(word)] ??= {})[word] ??= []).push(index);
    }
  });
  for (const typed of ['statistcs', 'biology', 'business', 'clep', 'zoology']) {
    for (const word of askedWords(typed)) {
      const led = shardsWith(word, words[letterOf(word)] ?? {});
      shards.forEach((its, index) => {
        const found = its.some((one) => scoreOf(one, asked({ words: [word] }), clep) > 0);
        if (found) expect(led.has(index), `${word} in shard ${index}`).toBe(true);
      });
    }
  }
});

test('only shards that may hold what is asked are read', () => {
  const directory: Directory = {
    total: 2,
    providers: [clep, sophia],
    schools: [],
    letters: [],
    shards: [
      { file: '1', providers: ['clep'], count: 1, marks: ['area:history', 'kind:exam'] },
      { file: '2', providers: ['sophia'], count: 1, marks: ['area:history', 'kind:course'] },
    ],
  };
  expect(shardsFor(directory, asked(), [])).toEqual([0, 1]);
  expect(shardsFor(directory, asked({ provider: 'sophia' }), [])).toEqual([1]);
  expect(shardsFor(directory, asked({ marks: ['area:history', 'kind:exam'] }), [])).toEqual([0]);
  expect(shardsFor(directory, asked(), [new Set([1]), new Set([0, 1])])).toEqual([1]);
});

test('what is not known comes last in every order', () => {
  const found = [
    { course: course('a', { title: 'A' }), score: 1 },
    { course: course('b', { title: 'B', priceUsd: 90, hours: 3, at: { tesu: 'reported' } }), score: 5 },
    { course: course('c', { title: 'C', priceUsd: 5, hours: 6, at: { tesu: 'published' } }), score: 5 },
  ];
  const order = (by: Parameters<typeof inOrder>[1]) =>
    inOrder(found, by, 'tesu')
      .map(({ course: { id } }) => id)
      .join('');
  expect(order('price')).toBe('cba');
  expect(order('hours')).toBe('cba');
  expect(order('sure')).toBe('cba');
  expect(order('title')).toBe('abc');
  expect(order('best')).toBe('bca');
});
