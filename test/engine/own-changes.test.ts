import { describe, expect, test } from 'vitest';
import type { AuditInput, Change, CourseFacts, Grade, PlannedCredit } from '../../src/engine/index.ts';
import { ownChanges } from '../../src/engine/own-changes.ts';
import type { Equivalency } from '../../src/schemas/equivalency.ts';
import { auditInput, courses, degree, school } from './example-university.ts';

const today = '2026-11-22';
const id = 'example/changing';
const sources = [
  { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' as const },
];
type Term = Partial<CourseFacts['recommendations'][number]>;

/** What may be changed about the credit, of a course with these recommendations. */
function changesOf(credit: Partial<PlannedCredit>, terms: readonly Term[] = [{}], input: Partial<AuditInput> = {}) {
  const course: CourseFacts = {
    ...courses.get('example/art')!,
    id,
    recommendations: terms.map((term) => ({ by: 'ACE', parts: [{ semesterHours: 3 }], atMost: false, ...term })),
  };
  const all = { ...auditInput([]), courses: new Map([[id, course]]), ...input };
  return ownChanges(all, { id: 'c1', course: id, status: 'planned', ...credit });
}
const scores = (...all: readonly number[]) =>
  all.map((score): Change => ({ kind: 'reach-score', credit: 'c1', score }));
const dated = (completedOn: string, dates: { from?: string; to?: string } = {}): Change => ({
  kind: 'finish-in-time',
  credit: 'c1',
  completedOn,
  ...dates,
});

test('of a credit of which nothing is said nothing is to be changed', () => {
  expect(changesOf({}, [{ minimumScore: 50 }])).toEqual([]);
  expect(changesOf({ course: 'gone/away', score: 40 })).toEqual([]);
  expect(changesOf({ pins: [] })).toEqual([]);
});

test('its pins can be taken back', () => {
  const pins = [{ part: 0, block: 'major', use: false }];
  expect(changesOf({ pins })).toEqual([[{ kind: 'release-pins', credit: 'c1' }]]);
});

test('a score can be raised to each higher one that counts, the lowest first', () => {
  const terms = [{ minimumScore: 63 }, { minimumScore: 50 }, {}, { minimumScore: 40 }, { minimumScore: 50 }];
  expect(changesOf({ score: 40 }, terms)).toEqual([scores(50, 63)]);
  expect(changesOf({ score: 63 }, terms)).toEqual([]);
});

test('the scores of the school’s own list count, those of one student’s plan do not', () => {
  const row = (minimumScore: number, basis: Equivalency['basis']): Equivalency => ({
    course: id,
    becomes: [{ kind: 'direct-course', schoolCourse: 'ART-1010', title: 'Art' }],
    basis,
    minimumScore,
    sources,
  });
  const equivalencies = [row(60, 'decided'), row(55, 'student-plan')];
  expect(changesOf({ score: 40 }, [{ minimumScore: 50 }], { equivalencies })).toEqual([scores(50, 60)]);
});

test('a grade can be raised step by step', () => {
  const grades = (...all: readonly Grade[]) =>
    all.map((grade): Change => ({ kind: 'reach-grade', credit: 'c1', grade }));
  expect(changesOf({ grade: 'F' })).toEqual([grades('D-', 'D', 'C-', 'C', 'B', 'A')]);
  expect(changesOf({ grade: 'C' })).toEqual([grades('B', 'A')]);
  expect(changesOf({ grade: 'C-' })).toEqual([grades('C', 'B', 'A')]);
  expect(changesOf({ grade: 'C+' })).toEqual([grades('B', 'A')]);
  expect(changesOf({ grade: 'A' })).toEqual([]);
});

describe('it can be finished', () => {
  const done = { status: 'completed' } as const;
  test.for<[string, Partial<PlannedCredit>, Term, readonly Change[]]>([
    [
      'before a recommendation ends',
      {},
      { effectiveFrom: '2020-01-01', effectiveTo: '2027-05-31' },
      [dated('2027-05-31', { to: '2027-05-31' })],
    ],
    ['today, where it ends today', {}, { effectiveTo: today }, [dated(today, { to: today })]],
    ['no more once it has ended', {}, { effectiveTo: '2026-11-21' }, []],
    [
      'once a recommendation has begun',
      { completedOn: '2026-12-01' },
      { effectiveFrom: '2027-01-01' },
      [dated('2027-01-01', { from: '2027-01-01' })],
    ],
    [
      'within both its dates',
      { completedOn: '2026-12-01' },
      { effectiveFrom: '2027-01-01', effectiveTo: '2027-05-31' },
      [dated('2027-05-31', { from: '2027-01-01', to: '2027-05-31' })],
    ],
    ['at any day where it holds at its own', { completedOn: '2026-12-01' }, { effectiveTo: '2027-05-31' }, []],
    ['in time, if it was', done, { effectiveTo: '2023-12-31' }, [dated('2023-12-31', { to: '2023-12-31' })]],
    [
      'in time, if it was, by today',
      done,
      { effectiveFrom: '2020-01-01', effectiveTo: '2027-05-31' },
      [dated(today, { from: '2020-01-01', to: '2027-05-31' })],
    ],
    ['never before it has begun', done, { effectiveFrom: '2027-01-01' }, []],
    ['not on another day than it was', { ...done, completedOn: '2024-06-01' }, { effectiveTo: '2023-12-31' }, []],
  ])('%s', ([, credit, term, changes]) => {
    expect(changesOf(credit, [term]).flat()).toEqual(changes);
  });

  test('recently enough for each rule about age, where nobody knows when it was', () => {
    const strict = {
      school: { ...school, creditAge: [{ atMostYears: 10, of: {}, says: 'No old credit.', sources }] },
      degree: {
        ...degree,
        qualifiers: [
          { id: 'new', kind: 'max-age' as const, years: 5, says: 'New only.' },
          { id: 'few', kind: 'at-most' as const, semesterHours: 9, of: {}, says: 'Few only.' },
        ],
        blocks: degree.blocks.map((block) => ({
          ...block,
          qualifiers: [{ id: `new-${block.id}`, kind: 'max-age' as const, years: 20, says: 'Not too old.' }],
        })),
      },
    };
    expect(changesOf(done, [{}], strict)).toEqual([
      [
        dated(today, { from: '2006-11-22' }),
        dated(today, { from: '2016-11-22' }),
        dated(today, { from: '2021-11-22' }),
      ],
    ]);
    expect(changesOf({}, [{}], strict)).toEqual([]);
    expect(changesOf({ ...done, completedOn: '2001-01-01' }, [{}], strict)).toEqual([]);
    expect(changesOf(done, [{ effectiveTo: '2023-12-31' }], strict)[0]?.slice(-3)).toEqual([
      dated('2023-12-31', { from: '2006-11-22', to: '2023-12-31' }),
      dated('2023-12-31', { from: '2016-11-22', to: '2023-12-31' }),
      dated('2023-12-31', { from: '2021-11-22', to: '2023-12-31' }),
    ]);
  });
});
