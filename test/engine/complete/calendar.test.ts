import { expect, test } from 'vitest';
import {
  dayAfterStudy,
  daysAfter,
  daysBetween,
  firstDayIn,
  monthsAfter,
  monthsBetween,
  monthsFor,
  studyBetween,
  studyInMonth,
} from '../../../src/engine/complete/calendar.ts';

const tenAWeek = { hoursAWeek: 10 };
const millisecondsADay = 86_400_000;
const dateOf = (number: number): string => new Date(number * millisecondsADay).toISOString().slice(0, 10);

test('days are counted as in the calendar of dates, over leap years and centuries', () => {
  const from = Date.UTC(1896, 1, 27) / millisecondsADay;
  const to = Date.UTC(2404, 2, 2) / millisecondsADay;
  const numbers = Array.from({ length: Math.floor((to - from) / 13) }, (_, at) => from + at * 13);
  expect(numbers.filter((number) => daysBetween('1896-02-27', dateOf(number)) !== number - from)).toEqual([]);
  expect(numbers.filter((number) => daysAfter('1896-02-27', number - from) !== dateOf(number))).toEqual([]);
});

test.for([
  ['2000-02-28', 1, '2000-02-29'],
  ['2100-02-28', 1, '2100-03-01'],
  ['2400-02-29', 1, '2400-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['0999-12-31', 1, '1000-01-01'],
  ['0998-12-31', 1, '0999-01-01'],
] as const)('%s and %i days is %s', ([day, days, after]) => {
  expect(daysAfter(day, days)).toBe(after);
});

test('part of a day is counted whole, what rounding leaves is not', () => {
  expect([0.5, 1, 1.01, 1 + 1e-9].map((days) => daysAfter('2026-01-01', days))).toEqual([
    '2026-01-02',
    '2026-01-02',
    '2026-01-03',
    '2026-01-02',
  ]);
});

test('study takes as many weeks as its hours ask, and no time gives none', () => {
  expect(dayAfterStudy('2026-01-01', 20, tenAWeek)).toBe('2026-01-15');
  expect(studyBetween('2026-01-01', '2026-01-15', tenAWeek)).toBe(20);
  expect(studyBetween('2026-01-15', '2026-01-01', tenAWeek)).toBe(0);
});

test('a month is a twelfth of a year: 43 hours and a half at ten a week', () => {
  expect(studyInMonth(tenAWeek)).toBeCloseTo(43.482, 3);
  const month = studyInMonth(tenAWeek);
  expect([0, 1, month, month + 1, 2 * month].map((hours) => monthsFor(hours, tenAWeek))).toEqual([1, 1, 1, 2, 2]);
  expect(monthsAfter('2026-01-01', 1)).toBe('2026-02-01');
  expect(monthsAfter('2026-01-01', 12)).toBe('2027-01-02');
  expect(monthsBetween('2026-01-01', '2026-02-16')).toBe(1.5);
});

test.for([
  [undefined, '2026-11-25', '2026-11-25'],
  [[], '2026-11-25', '2026-11-25'],
  [[11], '2026-11-25', '2026-11-25'],
  [[12], '2026-11-25', '2026-12-01'],
  [[5, 10], '2026-11-25', '2027-05-01'],
  [[10], '2026-09-30', '2026-10-01'],
] as const)('of the months %j the first day from %s is %s', ([months, day, first]) => {
  expect(firstDayIn(months, day)).toBe(first);
});
