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
  ['espanol', 'sophia/spanish'],
  ['stat sophia', 'sophia/statistics'],
  ['  Introduction, to: ETHICS! ', 'sophia/ethics'],
  ['college level examination program psych', 'clep/introductory-psychology'],
  ['stat1001', 'sophia/statistics'],
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

test('a search looks at each of 500 courses once for each word typed, slips and all', () => {
  const many = indexCourses({
    ...catalog,
    courses: Array.from({ length: 500 }, (_, i) =>
      course(`sophia/c${i}`, `Introduction to Topic ${i} and Applications`),
    ),
  });
  let looks = 0;
  const entries = many.entries.map((entry) => ({
    ...entry,
    get words() {
      looks++;
      return entry.words;
    },
  }));
  expect(searchCourses({ entries }, 'introductoin aplications topic')).toMatchObject({ total: 500 });
  expect(looks).toBe(3 * 500);
});
