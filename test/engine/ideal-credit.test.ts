/** Of every sort that the rules of a degree tell apart there is one ideal credit. */
import { describe, expect, test } from 'vitest';
import { idealCredit } from '../../src/engine/ideal-credit.ts';
import type { CreditSource } from '../../src/schemas/school.ts';
import type { Degree, RequirementBlock } from '../../src/schemas/degree.ts';
import type { Fits } from '../../src/schemas/fits.ts';
import { degree as exampleDegree, school as exampleSchool } from './example-university.ts';

type Rules = NonNullable<RequirementBlock['qualifiers']>;
const school = { ...exampleSchool, maximums: [], areas: [], courses: [] };
const degreeOf = (fits: Fits, qualifiers: Rules = [], more: Partial<RequirementBlock>[] = []): Degree => ({
  ...exampleDegree,
  semesterHours: 12,
  blocks: [{ fits, qualifiers }, ...more].map((one, index) => ({
    id: `b${index}`,
    title: 'A block',
    semesterHours: 6,
    ...one,
  })),
  qualifiers: [],
});

/** The sorts of lower-division credit from one source, as text: subject, areas, provider, recommender. */
function sorts(degree: Degree, plan: Parameters<typeof idealCredit>[3] = []): string[] {
  return idealCredit(degree, school, ['alternative'], plan)
    .filter(({ level }) => level === 'lower-division')
    .map(({ schoolCourse, subject, areas, provider, recommender }) =>
      [schoolCourse, subject, ...areas, provider, recommender].filter((one) => one !== undefined).join(' '),
    )
    .sort();
}
const atLeast = (of: Fits): Rules => [{ id: 'least', kind: 'at-least', semesterHours: 3, of, says: 'At least 3.' }];
const perSubject: Rules = [{ id: 'few', kind: 'at-most-per-subject', semesterHours: 3, says: 'Few of each.' }];
const different: Rules = [{ id: 'two', kind: 'at-least-subjects', subjects: 2, says: 'Two subjects.' }];

describe('there is a sort', () => {
  test.for<[what: string, degree: Degree, sorts: string[]]>([
    ['of credit at all', degreeOf({}), ['']],
    ['of one subject, where no rule tells those of a list apart', degreeOf({ subjects: ['PHI', 'ART'] }), ['ART']],
    [
      'of each subject that another rule names',
      degreeOf({ subjects: ['ART', 'PHI', 'ZOO'] }, atLeast({ subjects: ['PHI'] })),
      ['ART', 'PHI'],
    ],
    [
      'of each area that another rule names, and of both at once',
      degreeOf({ areas: ['a', 'b', 'c'] }, atLeast({ areas: ['b'] })),
      ['a', 'a b', 'b'],
    ],
    [
      'of each subject that is left out, and one that is not',
      degreeOf({ subjects: ['ART', 'PHI', 'ZOO'], except: { subjects: ['PHI'] } }),
      ['ART', 'PHI'],
    ],
    ['of an area in subjects as many as must differ', degreeOf({ areas: ['a'] }, different), ['a', '~0 a', '~1 a']],
    [
      'of as many subjects as it takes where each may have so many hours, and one more',
      degreeOf({ subjects: ['ART', 'BIO', 'PHI', 'ZOO'] }, perSubject),
      ['ART', 'BIO', 'PHI'],
    ],
    ['of the first number that counts', degreeOf({ numbers: { from: 1200, to: 1999 } }), ['~-1200']],
    [
      'of a subject with the first number that counts',
      degreeOf({ subjects: ['PHI'], numbers: { from: 1200, to: 1999 } }),
      ['PHI-1200 PHI'],
    ],
    ['of as many subjects as must differ', degreeOf({ subjects: ['ART', 'PHI', 'ZOO'] }, different), ['ART', 'PHI']],
    [
      'of each provider and each recommender',
      degreeOf({ providers: ['x', 'y'], recommenders: ['ACE'] }),
      ['x ACE', 'y ACE'],
    ],
    [
      'that is of a block and of what the block asks so much of',
      degreeOf({ providers: ['x'] }, atLeast({ providers: ['x'], subjects: ['PHI'] })),
      ['PHI x', 'x'],
    ],
    [
      'of no two providers at once',
      degreeOf({ providers: ['x'] }, atLeast({ providers: ['y'], subjects: ['PHI'] })),
      ['x'],
    ],
    [
      'of the courses that a block names, and of nothing else there',
      degreeOf({ courses: ['ENG-1010'] }),
      ['ENG-1010 ENG'],
    ],
    [
      'of a block and one that it shares with',
      degreeOf({ areas: ['a'] }, [], [{ fits: { subjects: ['PHI'] }, mayShareWith: ['b0'] }]),
      ['PHI', 'PHI a', 'a'],
    ],
  ])('%s', ([, degree, expected]) => {
    expect(sorts(degree)).toEqual(expected);
  });

  test('of each subject of the plan, where all must be in one', () => {
    const plan = [{ subject: 'ZOO' }, { subject: 'XYZ' }, {}] as unknown as Parameters<typeof idealCredit>[3];
    const oneSubject: Rules = [{ id: 'one', kind: 'one-subject', says: 'All in one subject.' }];
    expect(sorts(degreeOf({}, oneSubject), plan)).toEqual(['', 'XYZ', 'ZOO']);
    expect(sorts(degreeOf({}), plan)).toEqual(['']);
  });
});

test('courses that a block names are sorts of their own where their level or area is, and one for all others', () => {
  const course = (code: string, level: 'lower-division' | 'upper-division') => ({
    code,
    title: code,
    semesterHours: 3,
    level,
  });
  const named = {
    ...school,
    courses: [
      course('AAA-100', 'lower-division'),
      course('BBB-200', 'lower-division'),
      course('CCC-300', 'upper-division'),
      course('DDD-200', 'lower-division'),
    ],
    areas: [{ id: 'a', title: 'A', courses: ['DDD-200'], sources: [] }],
  };
  const codes = named.courses.map(({ code }) => code);
  const inArea = { fits: { areas: ['a'] } };
  const found = idealCredit(degreeOf({ courses: codes }, [], [inArea]), named, ['exam']).flatMap(
    ({ schoolCourse, level, areas }) =>
      schoolCourse === undefined ? [] : [`${schoolCourse} ${level} ${areas.join()}`],
  );
  expect(found).toEqual(['AAA-100 lower-division ', 'CCC-300 upper-division ', 'DDD-200 lower-division a']);
});

describe('a credit', () => {
  test('is as large as the degree, of each level, and sure of nothing', () => {
    const all = idealCredit(degreeOf({}), school, ['exam']);
    expect(all.map(({ level }) => level).sort()).toEqual(['lower-division', 'upper-division']);
    expect(all.map(({ hours }) => hours)).toEqual([0, 1].map(() => ({ least: 0, likely: 12, most: 12 })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(2);
  });

  test('of a level that only a rule names is there too', () => {
    const levels = idealCredit(degreeOf({ level: 'graduate' }), school, ['exam']).map(({ level }) => level);
    expect(levels.sort()).toEqual(['graduate', 'lower-division', 'upper-division']);
  });
});

describe('of the sources', () => {
  const from = (degree: Degree, sources: CreditSource[], maximums: (typeof exampleSchool)['maximums'] = []) => [
    ...new Set(idealCredit(degree, { ...school, maximums }, sources).map(({ source }) => source)),
  ];
  const [maximum] = exampleSchool.maximums;

  test('the first is enough where no rule tells them apart, and the school itself is as good as any', () => {
    expect(from(degreeOf({}), ['exam', 'alternative'])).toEqual(['exam']);
    expect(from(degreeOf({}), ['school', 'exam'])).toEqual(['school']);
  });

  test('each that a rule names is there, with the first that it does not name', () => {
    expect(from(degreeOf({ from: ['exam'] }), ['exam', 'alternative', 'college'])).toEqual(['exam', 'alternative']);
  });

  test('one that a maximum counts gives way to one that it does not', () => {
    expect(from(degreeOf({}), ['exam', 'alternative'], [maximum!])).toEqual(['alternative']);
    expect(from(degreeOf({}), ['alternative', 'exam'], [maximum!])).toEqual(['alternative']);
    const { counts: _, ...ofAll } = maximum!;
    expect(from(degreeOf({}), ['school', 'exam'], [ofAll])).toEqual(['school']);
  });
});
