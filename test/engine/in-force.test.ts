import { describe, expect, test } from 'vitest';
import { ageOf, forScore, isBelowScore, isEarly, isFinished, timing } from '../../src/engine/in-force.ts';
import type { PlannedCredit } from '../../src/engine/index.ts';
import type { Recommendation } from '../../src/schemas/course.ts';

const today = '2026-11-22';
type Status = PlannedCredit['status'];
const credit = (status: Status, completedOn?: string): PlannedCredit => ({
  id: 'c1',
  course: 'example/art',
  status,
  ...(completedOn === undefined ? {} : { completedOn }),
});

test.for<[Status, boolean]>([
  ['considering', false],
  ['planned', false],
  ['in-progress', false],
  ['completed', true],
  ['transcript-sent', true],
  ['evaluated', true],
])('a course that is %s is behind the student: %s', ([status, answer]) => {
  expect(isFinished({ status })).toBe(answer);
});

describe('dates of a recommendation', () => {
  const from = { effectiveFrom: '2020-01-01' };
  const to = { effectiveTo: '2023-12-31' };
  const later = { effectiveTo: '2027-12-31' };

  test.for<[Pick<Recommendation, 'effectiveFrom' | 'effectiveTo'>, Status, string | undefined, string]>([
    // With a day, the day alone decides.
    [{ ...from, ...to }, 'completed', '2020-01-01', 'in'],
    [{ ...from, ...to }, 'completed', '2019-12-31', 'out'],
    [{ ...from, ...to }, 'completed', '2023-12-31', 'in'],
    [{ ...from, ...to }, 'completed', '2024-01-01', 'out'],
    [{ ...from, ...to }, 'planned', '2022-05-05', 'in'],
    [from, 'planned', '2019-12-31', 'out'],
    [to, 'planned', '1999-01-01', 'in'],
    [{}, 'completed', '1999-01-01', 'in'],
    // Finished, but nobody says when.
    [{}, 'completed', undefined, 'in'],
    [from, 'evaluated', undefined, 'undated'],
    [later, 'transcript-sent', undefined, 'undated'],
    // Still ahead: it may be over by then, or is over.
    [{}, 'planned', undefined, 'in'],
    [from, 'planned', undefined, 'in'],
    [later, 'planned', undefined, 'undated'],
    [{ effectiveTo: today }, 'planned', undefined, 'undated'],
    [{ effectiveFrom: today }, 'planned', undefined, 'in'],
    [{ effectiveFrom: '2026-11-23' }, 'planned', undefined, 'undated'],
    [{ effectiveFrom: '2026-11-23' }, 'in-progress', '2026-11-23', 'in'],
    [to, 'in-progress', undefined, 'out'],
  ])('%j of a course that is %s on %s: %s', ([window, status, completedOn, answer]) => {
    expect(timing(window, credit(status, completedOn), today)).toBe(answer);
  });

  test('begin before or after the course is, or would be, finished', () => {
    expect(isEarly({}, credit('planned'), today)).toBe(false);
    expect(isEarly({ effectiveFrom: '2026-11-23' }, credit('planned'), today)).toBe(true);
    expect(isEarly({ effectiveFrom: today }, credit('planned'), today)).toBe(false);
    expect(isEarly({ effectiveFrom: '2026-11-23' }, credit('planned', '2026-12-01'), today)).toBe(false);
    expect(isEarly(from, credit('completed', '2019-12-31'), today)).toBe(true);
  });
});

test.for<[Status, string | undefined, number | 'not-known' | undefined]>([
  ['planned', undefined, undefined],
  ['completed', undefined, 'not-known'],
  ['completed', '2026-11-22', 0],
  ['completed', '2025-11-22', 1],
  ['completed', '2025-11-21', 2],
  ['completed', '2025-11-23', 1],
  ['completed', '2016-11-22', 10],
  ['completed', '2016-01-31', 11],
  ['planned', '2027-03-01', 0],
])('a course that is %s on %s was finished within %s years', ([status, completedOn, years]) => {
  expect(ageOf(credit(status, completedOn), today)).toBe(years);
});

describe('scores', () => {
  test('are too low where one was entered below what is asked for', () => {
    const scored = (score: number) => ({ ...credit('completed'), score });
    expect(isBelowScore(scored(49), 50)).toBe(true);
    expect(isBelowScore(scored(50), 50)).toBe(false);
    expect(isBelowScore(scored(0), undefined)).toBe(false);
    expect(isBelowScore(credit('completed'), 50)).toBe(false);
  });

  test('earn the highest recommendation they reach, and none yet the lowest there is', () => {
    const at = (minimumScore?: number): Recommendation => ({
      by: 'ACE',
      parts: [],
      atMost: false,
      ...(minimumScore === undefined ? {} : { minimumScore }),
    });
    const all = [at(63), at(), at(50)];
    const scores = (some: readonly Recommendation[]) => some.map(({ minimumScore }) => minimumScore);
    expect(scores(forScore(all, undefined))).toEqual([undefined, 50, 63]);
    expect(scores(forScore(all, 63))).toEqual([63, 50, undefined]);
    expect(scores(forScore(all, 62))).toEqual([50, undefined]);
    expect(scores(forScore(all, 10))).toEqual([undefined]);
  });
});
