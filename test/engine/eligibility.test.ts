import { describe, expect, test } from 'vitest';
import { auditDegree, type AcceptedCredit, type Grade } from '../../src/engine/index.ts';
import {
  courseNumber,
  demandOf,
  fits,
  isBelow,
  leavesOf,
  subjectOf,
  whyNotEligible,
  whyTooOld,
} from '../../src/engine/eligibility.ts';
import type { Degree } from '../../src/schemas/degree.ts';
import type { Fits } from '../../src/schemas/fits.ts';
import { auditInput, degree } from './example-university.ts';

const { accepted } = auditDegree(auditInput([{ id: 'c1', course: 'example/art', status: 'planned' }])).outcomes[0]!;
/** Art of the humanities at the lower division, from an alternative provider, that ACE recommends. */
const art: AcceptedCredit = {
  ...accepted,
  schoolCourse: 'ART-1010',
  subject: 'ART',
  areas: ['humanities'],
  level: 'lower-division',
  levelKnown: true,
  source: 'alternative',
  provider: 'example',
  recommender: 'ACE',
};
const { schoolCourse: _, subject: __, provider: ___, recommender: ____, ...nameless } = art;

test.for<[Fits, boolean]>([
  [{}, true],
  [{ courses: ['ART-1010'] }, true],
  [{ courses: ['ART-2010'] }, false],
  [{ courses: ['ART-2010'], subjects: ['ART'] }, true],
  [{ courses: ['ART-2010'], level: 'lower-division' }, true],
  [{ courses: ['ART-1010'], level: 'upper-division' }, true],
  [{ subjects: ['ART', 'PHI'] }, true],
  [{ subjects: ['PHI'] }, false],
  [{ areas: ['humanities'] }, true],
  [{ areas: ['science'] }, false],
  [{ subjects: ['PHI'], areas: ['humanities'] }, true],
  [{ level: 'upper-division' }, false],
  [{ numbers: { from: 1010, to: 1999 } }, true],
  [{ numbers: { from: 1000, to: 1010 } }, true],
  [{ numbers: { from: 1011, to: 1999 } }, false],
  [{ numbers: { from: 1000, to: 1009 } }, false],
  [{ from: ['exam', 'alternative'] }, true],
  [{ from: ['exam'] }, false],
  [{ providers: ['example'] }, true],
  [{ providers: ['another'] }, false],
  [{ recommenders: ['ACE'] }, true],
  [{ recommenders: ['NCCRS'] }, false],
  [{ except: { subjects: ['ART'] } }, false],
  [{ except: { courses: ['ART-1010'] } }, false],
  [{ except: { areas: ['humanities'] } }, false],
  [{ except: { subjects: ['PHI'] } }, true],
  [{ courses: ['ART-1010'], except: { courses: ['ART-1010'] } }, false],
])('the rule %j means this credit: %s', ([rule, answer]) => {
  expect(fits(art, rule)).toBe(answer);
});

test.for<Fits>([
  { courses: ['ART-1010'] },
  { subjects: ['ART'] },
  { numbers: { from: 0, to: 9999 } },
  { providers: ['example'] },
  { recommenders: ['ACE'] },
])(
  'credit of which the course, the subject, the provider and the recommender are not known is not meant by %j',
  (rule) => {
    expect(fits(nameless, rule)).toBe(false);
  },
);

test('credit of an unknown level has no level', () => {
  expect(fits({ ...art, levelKnown: false }, { level: 'lower-division' })).toBe(false);
});

test('a code has a number and a subject', () => {
  expect(['PSY-1010', 'ENG 130', 'ART1', 'PSY', undefined].map(courseNumber)).toEqual([
    1010,
    130,
    1,
    undefined,
    undefined,
  ]);
  expect(['PSY-1010', 'ENG 130', '101', 'psy-ART'].map(subjectOf)).toEqual(['PSY', 'ENG', '', '']);
});

test('a grade is below another that is nearer to A, and no grade is below none', () => {
  expect((['A', 'C', 'D', undefined] as const).map((grade) => isBelow(grade, 'C'))).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

test('a minus puts a grade below its letter, and a plus does not put it below', () => {
  const below = (grade: Grade) => (['A', 'B', 'C', 'C-', 'D', 'D-'] as const).filter((least) => isBelow(grade, least));
  expect(below('A+')).toEqual([]);
  expect(below('A-')).toEqual(['A']);
  expect(below('B+')).toEqual(['A']);
  expect(below('C+')).toEqual(['A', 'B']);
  expect(below('C-')).toEqual(['A', 'B', 'C']);
  expect(below('D-')).toEqual(['A', 'B', 'C', 'C-', 'D']);
  expect(below('F')).toEqual(['A', 'B', 'C', 'C-', 'D', 'D-']);
});

test('credit is too old once it is older than the years; what is ahead never is', () => {
  const why = (age: AcceptedCredit['age']) => whyTooOld({ ...art, ...(age !== undefined && { age }) }, 5);
  expect([why(4), why(5), why(6), why('not-known'), why(undefined)]).toEqual([
    undefined,
    undefined,
    'too-old',
    'age-not-known',
    undefined,
  ]);
});

test.for<[Fits, number]>([
  [{}, 0],
  [{ except: { subjects: ['ART'] } }, 0],
  [{ courses: ['ART-1010'] }, 3],
  [{ courses: ['ART-1010'], level: 'upper-division' }, 1],
  [{ subjects: ['ART'] }, 2],
  [{ areas: ['humanities'], level: 'upper-division' }, 2],
  [{ level: 'upper-division' }, 1],
  [{ numbers: { from: 1, to: 2 } }, 1],
  [{ from: ['exam'] }, 1],
  [{ providers: ['example'] }, 1],
  [{ recommenders: ['ACE'] }, 1],
])('of a block that fits %j as much is asked as %d', ([rule, demand]) => {
  expect(demandOf(rule)).toBe(demand);
});

describe('a block', () => {
  const around: Degree = {
    ...degree,
    qualifiers: [{ id: 'grade', kind: 'minimum-grade', grade: 'C', says: 'C or better.' }],
    blocks: [
      {
        id: 'outer',
        title: 'Outer',
        semesterHours: 6,
        qualifiers: [{ id: 'new', kind: 'max-age', years: 5, of: { subjects: ['ART'] }, says: 'New art only.' }],
        children: [
          { id: 'art', title: 'Art', semesterHours: 3, fits: { courses: ['ART-1010', 'PHI-1010'] } },
          { id: 'here', title: 'Here', semesterHours: 3, fits: {}, inResidence: true },
        ],
      },
    ],
  };
  const why = (credit: Partial<AcceptedCredit>, block = 'art') =>
    whyNotEligible(
      { ...art, ...credit },
      leavesOf(around).find((leaf) => leaf.block.id === block)!,
      around,
    );
  const stands = { schoolCourse: 'PHI-1010', areas: [], level: 'lower-division', levelKnown: true } as const;

  test('takes what it fits, with the grade and the age that are asked for around it', () => {
    expect(why({})).toBeUndefined();
    expect(why({ grade: 'C' })).toBeUndefined();
    expect(why({ grade: 'D' })).toBe('below-minimum-grade');
    expect(why({ age: 6 })).toBe('too-old');
    expect(why({ age: 'not-known' })).toBe('age-not-known');
    expect(why({ age: 6, schoolCourse: 'PHI-1010', subject: 'PHI' })).toBeUndefined();
    expect(why({ schoolCourse: 'BIO-1010' })).toBe('no-block-fits');
  });

  test('of the school takes only its own', () => {
    expect([why({}, 'here'), why({ source: 'school' }, 'here')]).toEqual(['in-residence-only', undefined]);
  });

  test('takes what stands for a course that it names, and what the school applies there whatever it is', () => {
    expect(why({ schoolCourse: 'BIO-1010', standsFor: stands })).toBeUndefined();
    expect(why({ schoolCourse: 'BIO-1010', standsFor: { ...stands, schoolCourse: 'BIO-1040' } })).toBe('no-block-fits');
    expect(why({ schoolCourse: 'BIO-1010', standsFor: stands, grade: 'F' })).toBe('below-minimum-grade');
    expect(why({ schoolCourse: 'BIO-1010', grade: 'F', appliedHere: 'art' })).toBeUndefined();
    expect(why({ schoolCourse: 'BIO-1010', appliedHere: 'here' })).toBe('no-block-fits');
  });
});
