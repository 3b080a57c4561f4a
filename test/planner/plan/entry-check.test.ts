import { expect, test } from 'vitest';
import {
  checkDate,
  checkHours,
  checkProgress,
  checkScore,
  checkTypedCourse,
  checkTypedOver,
  dateParts,
  scoreRange,
  typedFields,
} from '../../../src/planner/plan/entry-check.ts';
import { isRealDate } from '../../../src/planner/plan/entry-limits.ts';
import { problemWords } from '../../../src/planner/plan/wording-problems.ts';

const hours: [typed: string, expected: number | string][] = [
  ['3', 3],
  [' 3 ', 3],
  ['3.0', 3],
  ['3,0', 3],
  ['1.5', 1.5],
  ['3,5', 3.5],
  ['3 hours', 3],
  ['3 semester hours', 3],
  ['2.67', 2.67],
  ['30', 30],
  ['', 'hours-missing'],
  ['   ', 'hours-missing'],
  ['three', 'hours-not-a-number'],
  ['1e9', 'hours-not-a-number'],
  ['1.000,5', 'hours-not-a-number'],
  ['NaN', 'hours-not-a-number'],
  ['Infinity', 'hours-not-a-number'],
  ['0x3', 'hours-not-a-number'],
  ['3 4', 'hours-not-a-number'],
  ['0', 'hours-not-above-zero'],
  ['-0', 'hours-not-above-zero'],
  ['-3', 'hours-not-above-zero'],
  ['30.01', 'hours-too-many'],
  ['1000000000', 'hours-too-many'],
  ['9'.repeat(400), 'hours-not-a-number'],
  ['2.666', 'hours-too-exact'],
];

test.for(hours)('semester hours typed as "%s" are %s', ([typed, expected]) => {
  expect(checkHours(typed)).toEqual(typeof expected === 'number' ? { value: expected } : { problem: expected });
});

const dates: [day: string, month: string, year: string, expected: string | undefined][] = [
  ['22', '11', '2026', '2026-11-22'],
  ['1', '2', '2026', '2026-02-01'],
  [' 7 ', 'November', '2026', '2026-11-07'],
  ['29', '2', '2028', '2028-02-29'],
  ['', '', '', undefined],
  ['29', '2', '2026', 'date-not-real'],
  ['31', '4', '2026', 'date-not-real'],
  ['0', '1', '2026', 'date-not-real'],
  ['1', '13', '2026', 'date-not-real'],
  ['first', '1', '2026', 'date-not-real'],
  ['1', '1', '26', 'date-too-far'],
  ['1', '1', '3026', 'date-too-far'],
  ['1', '', '2026', 'date-incomplete'],
  ['', '', '2026', 'date-incomplete'],
];

test.for(dates)('day "%s", month "%s", year "%s" is %s', ([day, month, year, expected]) => {
  const problem = expected?.startsWith('date-');
  expect(checkDate({ day, month, year })).toEqual(problem ? { problem: expected } : { value: expected });
});

test('a date goes into its three fields and out again', () => {
  expect(checkDate(dateParts('2026-02-01'))).toEqual({ value: '2026-02-01' });
  expect(dateParts(undefined)).toEqual({ day: '', month: '', year: '' });
});

test.for([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2026-2-1', false],
  ['2026-11-22T00:00', false],
  ['', false],
] as const)('%s is a real date: %s', ([date, real]) => {
  expect(isRealDate(date)).toBe(real);
});

const scores: [provider: string, typed: string, expected: number | string | undefined][] = [
  ['clep', '50', 50],
  ['clep', ' 52 ', 52],
  ['clep', '', undefined],
  ['clep', '81', 'score-out-of-range'],
  ['clep', '19', 'score-out-of-range'],
  ['clep', 'fifty', 'score-not-a-number'],
  ['dsst', '400', 400],
  ['dsst', '52', 'score-out-of-range'],
  ['sophia', '85 %', 85],
  ['sophia', '-1', 'score-out-of-range'],
];

test.for(scores)('a %s score typed as "%s" is %s', ([provider, typed, expected]) => {
  const wrong = typeof expected === 'string';
  expect(checkScore(typed, scoreRange(provider))).toEqual(wrong ? { problem: expected } : { value: expected });
});

const typed = { title: ' Calculus  I ', hours: '4', level: 'not-known', subject: 'mat', source: 'foreign' };

test('a typed course is read with its spaces put in order', () => {
  expect(checkTypedCourse(typed)).toEqual({
    course: { title: 'Calculus I', semesterHours: 4, level: 'lower-division', subject: 'MAT', source: 'foreign' },
  });
  for (const code of ['PSY-1010', 'psy1010', ' psy 1010 ']) {
    const checked = checkTypedCourse({ ...typed, subject: code });
    expect('course' in checked && checked.course).toMatchObject({ subject: 'PSY', schoolCourse: 'PSY-1010' });
  }
  expect(checkTypedCourse({ ...typed, subject: '' })).toEqual({
    course: { title: 'Calculus I', semesterHours: 4, level: 'lower-division', source: 'foreign' },
  });
});

test('a course typed over keeps a code that the form would not take, until another is typed', () => {
  const before = { title: 'Algebra', semesterHours: 3, level: 'lower-division', source: 'college' } as const;
  const coded = { ...before, subject: 'MATH', schoolCourse: 'MATH*1010' };
  const fields = typedFields(coded);
  expect(checkTypedOver(coded, { ...fields, hours: '4' })).toEqual({ course: { ...coded, semesterHours: 4 } });
  expect(checkTypedOver(coded, { ...fields, subject: 'mat 1020' })).toEqual({
    course: { ...before, subject: 'MAT', schoolCourse: 'MAT-1020' },
  });
  expect(checkTypedOver(coded, { ...fields, subject: '' })).toEqual({ course: before });
  expect(checkTypedOver(before, typedFields(before))).toEqual({ course: before });
  expect(checkTypedOver(coded, { ...fields, title: '' })).toMatchObject({ problems: [{ field: 'title' }] });
});

test('every field’s mistake is named, in the form’s order', () => {
  const checked = checkTypedCourse({ title: '', hours: 'x', level: '', subject: '12', source: 'shop' });
  expect(checked).toEqual({
    problems: [
      { field: 'title', problem: 'title-missing' },
      { field: 'hours', problem: 'hours-not-a-number' },
      { field: 'level', problem: 'level-missing' },
      { field: 'subject', problem: 'subject-not-a-prefix' },
      { field: 'source', problem: 'source-missing' },
    ],
  });
  expect(checkTypedCourse({ ...typed, title: 'x'.repeat(201) })).toEqual({
    problems: [{ field: 'title', problem: 'title-too-long' }],
  });
});

test('progress keeps only what was entered', () => {
  const empty = { status: 'planned' as const, score: '', grade: '', day: '', month: '', year: '' };
  expect(checkProgress(empty, scoreRange('clep'))).toEqual({ progress: { status: 'planned' } });
  expect(checkProgress({ ...empty, score: '9', day: '1' }, scoreRange('clep'))).toEqual({
    problems: [
      { field: 'score', problem: 'score-out-of-range' },
      { field: 'date', problem: 'date-incomplete' },
    ],
  });
  expect(checkProgress({ ...empty, grade: 'B', score: '60' }, scoreRange('clep'))).toEqual({
    progress: { status: 'planned', score: 60, grade: 'B' },
  });
});

test('mistakes are worded for the field, with its own range, and never apologise', () => {
  expect(problemWords('hours-not-a-number')).toBe('Semester hours must be a number, like 3');
  expect(problemWords('score-out-of-range', { from: 20, to: 80 })).toBe('Score must be between 20 and 80');
});
