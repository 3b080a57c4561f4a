import { expect, test } from 'vitest';
import type { CatalogCourse, CatalogCourses } from '../../../src/planner/catalog/catalog.ts';
import type { Equivalency } from '../../../src/schemas/equivalency.ts';
import { indexCourses, searchCourses } from '../../../src/planner/catalog/course-search.ts';

const course = (id: string, title: string, code?: string, more: Partial<CatalogCourse> = {}): CatalogCourse => ({
  id,
  title,
  provider: id.split('/')[0] ?? '',
  kind: 'course',
  area: 'other',
  recommendations: [],
  ...(code === undefined ? {} : { code }),
  ...more,
});

const catalog: CatalogCourses = {
  providers: {
    clep: { name: 'CLEP', kind: 'exam-program', alsoCalled: ['College-Level Examination Program'] },
    'study-com': { name: 'Study.com', kind: 'course-provider', alsoCalled: ['SDC'] },
    sophia: { name: 'Sophia Learning', kind: 'course-provider', alsoCalled: [] },
  },
  courses: [
    course('clep/introductory-psychology', 'Introductory Psychology'),
    course('study-com/english-104', 'College Composition I', 'English 104'),
    course('study-com/english-105', 'College Composition II', 'English 105'),
    course('sophia/psychology', 'Introduction to Psychology', 'PSY1001'),
    course('sophia/statistics', 'Introduction to Statistics', 'STAT1001'),
    course('sophia/old-statistics', 'Introduction to Statistics', 'STAT1000', { withdrawn: true }),
    course('sophia/spanish', 'Español I'),
    course('sophia/ethics', 'Introduction to Ethics'),
    course('clep/history-of-the-united-states-1', 'History of the United States I'),
    course('sophia/anatomy', 'Anatomy and Physiology I', 'SCIE1050', {
      recommendations: [{ by: 'ACE', parts: [], atMost: false, exhibit: 'SOPH-0073' }],
    }),
  ],
};
const equivalencies: readonly Equivalency[] = [
  {
    course: 'study-com/english-104',
    becomes: [{ kind: 'direct-course', schoolCourse: 'ENC-1010', title: 'English Composition I' }],
    basis: 'decided',
    sources: [{ title: 'A table', says: 'It becomes this', checkedOn: '2026-11', confidence: 'primary' }],
  },
];
const index = indexCourses(catalog, equivalencies);
const find = (query: string) => searchCourses(index, query).found.map(({ id }) => id);

const first: [query: string, id: string][] = [
  ['english 104', 'study-com/english-104'],
  ['ENGLISH104', 'study-com/english-104'],
  ['college composition 2', 'study-com/english-105'],
  ['composition ii', 'study-com/english-105'],
  ['psycholgy clep', 'clep/introductory-psychology'],
  ['phsychology sophia', 'sophia/psychology'],
  ['sdc english', 'study-com/english-104'],
  ['studycom english', 'study-com/english-104'],
  ['study.com english', 'study-com/english-104'],
  ['psych 101 sophia', 'sophia/psychology'],
  ['espanol', 'sophia/spanish'],
  ['stat sophia', 'sophia/statistics'],
  ['  Introduction, to: ETHICS! ', 'sophia/ethics'],
  ['college level examination program psych', 'clep/introductory-psychology'],
  ['stat1001', 'sophia/statistics'],
  ['us history', 'clep/history-of-the-united-states-1'],
  ['statistcs', 'sophia/statistics'],
  ['soph stats', 'sophia/statistics'],
  ['english comp', 'study-com/english-104'],
  ['ENC-1010', 'study-com/english-104'],
  ['enc1010', 'study-com/english-104'],
  ['SOPH-0073', 'sophia/anatomy'],
  ['soph 0073', 'sophia/anatomy'],
  ['scie1050 physiology', 'sophia/anatomy'],
];

test.for(first)('"%s" finds %s first', ([query, id]) => {
  expect(find(query)[0]).toBe(id);
});

test.for(['', '   ', '???', 'astronaut', 'constructor', '__proto__', 'enc-9999', 'english 999', 'x'.repeat(10_000)])(
  '"%s" finds nothing',
  (query) => {
    expect(find(query)).toEqual([]);
  },
);

test('a course that is no longer offered comes after one that is', () => {
  expect(find('introduction to statistics')).toEqual(['sophia/statistics', 'sophia/old-statistics']);
});

test('the order does not depend on the catalog’s order', () => {
  const turned = indexCourses({ ...catalog, courses: [...catalog.courses].reverse() }, equivalencies);
  for (const [query] of first) {
    expect(searchCourses(turned, query)).toEqual(searchCourses(index, query));
  }
});

test('the total counts what is not shown', () => {
  expect(searchCourses(index, 'introduction', 2)).toMatchObject({ total: 4, found: { length: 2 } });
});

const ranked: [query: string, courses: CatalogCourse[]][] = [
  // The title asked for, then one that begins so, then those with the same words anywhere, also in a code.
  [
    'art history',
    [
      course('sophia/z', 'Art History'),
      course('sophia/y', 'Art History of the World'),
      course('sophia/x', 'Studies in World Art History', 'ART 100'),
      course('sophia/w', 'History of Western Art'),
      course('sophia/v', 'A Longer History of Ancient and Western Art'),
    ],
  ],
  ['modern art', [course('sophia/z', 'Modern Art since 1900'), course('sophia/a', 'Art, Modern', 'ART 100')]],
  ['english 104', [course('sophia/z', 'Composition', 'English 104'), course('sophia/a', 'English 104')]],
  ['ethics', [course('sophia/z', 'Basic Ethics'), course('sophia/a', 'A Course for Ethicists')]],
  ['psych', [course('sophia/z', 'Law and Psychology'), course('sophia/a', 'Psyc')]],
  ['sophia', [course('sophia/z', 'Thoughts of Sophia'), course('sophia/a', 'Law')]],
  ['clep law', [course('clep/z', 'Business Law'), course('sophia/a', 'Law of a Clip')]],
  ['algebra', [course('sophia/z', 'An Algebra'), course('sophia/a', 'An Algebra', undefined, { withdrawn: true })]],
  ['algebra', [course('sophia/b', 'An Algebra'), course('sophia/a', 'My Algebra')]],
  ['algebra', [course('clep/z', 'Algebra'), course('sophia/a', 'Algebra')]],
];

test.for(ranked)('of what "%s" finds, the nearest comes first', ([query, courses]) => {
  const ids = courses.map(({ id }) => id);
  for (const order of [courses, [...courses].reverse()]) {
    expect(searchCourses(indexCourses({ ...catalog, courses: order }), query).found.map(({ id }) => id)).toEqual(ids);
  }
});

test('a course is found by every word of its own: code, area, address, also where its provider is not listed', () => {
  const law = course('nobody/torts', 'Business Law', 'LAW 200', { area: 'business', withdrawn: true });
  const only = indexCourses({ ...catalog, courses: [law] });
  for (const query of ['law200', 'law 200', 'l a w 2 0 0', 'torts', 'nobody', 'busines law', 'bsiness', 'the law'])
    expect(searchCourses(only, query).found).toEqual([law]);
  expect(searchCourses(only, 'business 300').found).toEqual([]);
});

test('a course that becomes several at the school is found by the code of each', () => {
  const source = equivalencies[0]!.sources;
  const becomes = (...codes: string[]): Equivalency => ({
    course: 'sophia/ethics',
    becomes: codes.map((schoolCourse) => ({ kind: 'direct-course', schoolCourse, title: 'Ethics' })),
    basis: 'decided',
    sources: source,
  });
  const some = indexCourses(catalog, [becomes('PHI-1010', 'PHI-1020'), becomes('REL-3000')]);
  for (const code of ['PHI-1010', 'phi 1020', 'REL3000'])
    expect(searchCourses(some, code).found.map(({ id }) => id)).toEqual(['sophia/ethics']);
});

test('20 courses are shown unless more are asked for', () => {
  const many = indexCourses({
    ...catalog,
    courses: Array.from({ length: 25 }, (_, i) => course(`sophia/c${i}`, `Topic ${i}`)),
  });
  expect(searchCourses(many, 'topic')).toMatchObject({ total: 25, found: { length: 20 } });
  expect(searchCourses(many, 'topic', 30)).toMatchObject({ total: 25, found: { length: 25 } });
});

test('a search of 500 courses looks at each of their words once for each word typed, slips and all', () => {
  const many = indexCourses({
    ...catalog,
    courses: Array.from({ length: 500 }, (_, i) =>
      course(`sophia/c${i}`, `Introduction to Topic ${i} and Applications`),
    ),
  });
  let looks = 0;
  const words = many.words.map(({ word, weights }) => ({
    weights,
    get word() {
      looks++;
      return word;
    },
  }));
  expect(searchCourses({ ...many, words }, 'introductoin aplications topic')).toMatchObject({ total: 500 });
  expect(looks).toBe(3 * words.length);
});
