/** Which course a line means, and what of the line was part of its title. */
import { expect, test } from 'vitest';
import { courseNames, findCourse } from '../../../src/planner/import/find-courses.ts';
import { readLine } from '../../../src/planner/import/read-line.ts';
import { catalog, linesOf, readText } from './import-example.ts';

const first = async (text: string) => {
  const { text: _, providers: __, ending: ___, ...read } = linesOf(await readText(text))[0]!;
  return read;
};

const endings: [line: string, read: object][] = [
  ['Calculus 2 4.00 A', { title: 'Calculus 2', hours: 4, grade: 'A', found: 'straighterline/calculus-2' }],
  [
    'Calculus 2 4.00 B-',
    {
      title: 'Calculus 2',
      hours: 4,
      grade: 'B-',
      found: 'straighterline/calculus-2',
    },
  ],
  ['Calculus 2 A', { title: 'Calculus 2', grade: 'A', found: 'straighterline/calculus-2' }],
  ['CompTIA A+ 3.0', { title: 'CompTIA A+', hours: 3, found: 'comptia/a-plus' }],
  ['Programming in C 3', { title: 'Programming in C', hours: 3, found: 'study-com/c-programming' }],
  ['Programming in C 2.5', { title: 'Programming in C', hours: 2.5, found: 'study-com/c-programming' }],
  [
    'Introduction to Ethics 3.0 B',
    { title: 'Introduction to Ethics', hours: 3, grade: 'B', found: 'sophia/introduction-to-ethics' },
  ],
];

test.for(endings)('of "%s", what belongs to the title is neither hours nor a grade', async ([line, read]) => {
  expect(await first(line)).toStrictEqual(read);
});

const choices: [line: string, found: string | string[] | undefined][] = [
  ['College Algebra', ['clep/college-algebra', 'sophia/college-algebra']],
  ['DSST College Algebra', undefined],
  ['MATH1051 College Algebra', ['clep/college-algebra', 'sophia/college-algebra']],
  ['Sophia MATH1051', 'sophia/college-algebra'],
  ['Sophia MATH 1051 Basket Weaving', undefined],
  ['SOPH-0001 Algebra', 'sophia/college-algebra'],
  ['SOPH-0001 Underwater Basket Weaving', undefined],
  ['CLEP SOPH-0001 College Algebra', ['clep/college-algebra', 'sophia/college-algebra']],
  ['Sophia the Introduction to Ethics', 'sophia/introduction-to-ethics'],
  ['Anatomy & Physiology II', 'sophia/anatomy-2'],
  ['studycom Programming in C', 'study-com/c-programming'],
  ['Intro to Ethics ✅ done 12/03/2025', ['sophia/introduction-to-ethics']],
  ['Programming in C#', ['study-com/c-programming', 'study-com/cpp-programming']],
  ['CompTIA A+ (220-1101 and 220-1102)', ['comptia/a-plus']],
  ['CompTIA A+ 220-1101 and 220-1102', ['comptia/a-plus']],
  ['Accounting 1 (once Bookkeeping, Payroll and Ledgers for Shopkeepers)', ['straighterline/accounting-1']],
  ['Accounting 1 [once Bookkeeping (Payroll, Ledgers)] for Shopkeepers', ['straighterline/accounting-1']],
  ['Accounting 1 (once Bookkeeping, Payroll and Ledgers for', ['straighterline/accounting-1']],
];

test.for(choices)('"%s" means %j', async ([line, found]) => {
  expect((await first(line)).found).toEqual(found);
});

test('under a heading, titles of others are offered where none of its own is near', async () => {
  const lines = linesOf(await readText('Sophia\nGoogle Data Analytics cert\nstraighterline Ethics\nDSST Accounting 1'));
  expect(lines.slice(1).map(({ found }) => found)).toEqual([
    ['coursera/google-data-analytics'],
    ['sophia/introduction-to-ethics'],
    undefined,
  ]);
});

test('who gives no course of the catalog is not looked for among those who do', () => {
  const names = courseNames({
    ...catalog,
    providers: { ...catalog.providers, prep: { name: 'Modern States', kind: 'course-provider', alsoCalled: [] } },
  });
  const line = { ...readLine('modern states college algebra'), providers: ['prep'] };
  expect(findCourse(names, line).found).toEqual({
    kind: 'several',
    courses: ['clep/college-algebra', 'sophia/college-algebra'],
  });
});

test('at most six courses are offered, those no longer given last', () => {
  const courses = Array.from({ length: 8 }, (_, i) => ({
    ...catalog.courses[0]!,
    id: `clep/pottery-${i}`,
    title: `Pottery for Potters ${'bcdefghk'[i]}`,
    ...(i === 0 ? { withdrawn: true as const } : {}),
  }));
  const offered = (some: typeof courses) => {
    const { found } = findCourse(courseNames({ ...catalog, courses: some }), {
      ...readLine('Pottery for Potters'),
      providers: [],
    });
    return found.kind === 'several' ? found.courses : [];
  };
  expect(offered(courses)).toEqual([1, 2, 3, 4, 5, 6].map((i) => `clep/pottery-${i}`));
  expect(offered(courses.slice(0, 3))).toEqual(['clep/pottery-1', 'clep/pottery-2', 'clep/pottery-0']);
});
