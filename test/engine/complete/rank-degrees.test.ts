import { expect, test } from 'vitest';
import { inAllOf } from '../../../src/engine/complete/rank-degrees.ts';
import {
  rankDegrees,
  type ComparedDegree,
  type DegreeOrder,
  type TuitionPart,
} from '../../../src/engine/completion.ts';
import type { Tuition } from '../../../src/schemas/school.ts';
import { today, usualWishes } from './random-market.ts';

const byTheHour = (priceUsd: number, semesterHours: number): TuitionPart => ({
  line: { what: 'Online', priceUsd, per: 'semester-hour', current: true, sources: [] },
  totalUsd: priceUsd * semesterHours,
});
const perTerm: TuitionPart = { line: { ...byTheHour(4000, 0).line, per: 'term' satisfies Tuition['per'] } };

/** A degree of 120 hours from nothing, whose courses leave so many for the school. */
function degree(id: string, costUsd: number, finishOn: string, left: number, tuition: TuitionPart[]): ComparedDegree {
  const residence = { semesterHours: left, tuition };
  const outlook = {
    semesterHours: 120,
    costUsd,
    costs: [],
    sureHours: 0,
    months: 0,
    studyHours: 0,
    finishOn,
    open: [],
  };
  return {
    id,
    stillNeeded: { sure: 120, likely: 120 },
    plan: {
      ...outlook,
      residence,
      inAll: inAllOf({ costUsd, finishOn, residence }, { wishes: usualWishes, today }),
      courses: [],
      before: { likely: 0 },
      met: { likely: 120 - left },
      counts: { accepted: 0, notKnown: 0, notAccepted: 0 },
    },
  };
}

const degrees = [
  degree('no-course', 0, today, 120, [byTheHour(300, 120)]),
  degree('half', 1000, '2027-05-25', 60, [byTheHour(250, 60), byTheHour(300, 60)]),
  degree('nearly', 2000, '2027-11-25', 30, [byTheHour(300, 30)]),
  degree('whole', 4000, '2028-02-25', 0, [perTerm]),
  degree('term', 0, today, 120, [perTerm]),
  degree('half-a-term', 1500, '2027-05-25', 60, []),
];
const ids = (order?: DegreeOrder) => rankDegrees(degrees, order).map(({ id }) => id);

test('all of a degree costs its courses and the dearest price by the hour of what is left; without one it is not known', () => {
  const costs = Object.fromEntries(degrees.map(({ id, plan }) => [id, plan.inAll.costUsd]));
  expect(costs).toEqual({
    'no-course': 36_000,
    half: 19_000,
    nearly: 11_000,
    whole: 4000,
    term: undefined,
    'half-a-term': undefined,
  });
});

test('all of a degree takes the time of its courses, and then that of what is left at as many hours a week', () => {
  const months = Object.fromEntries(degrees.map(({ id, plan }) => [id, plan.inAll.months]));
  // 15 hours of study for an hour of credit, 10 a week: 120 take 180 weeks.
  expect(months).toMatchObject({ 'no-course': 41.4, half: 26.6, nearly: 22.3, whole: 15 });
});

test('a degree that no course is for comes after those that courses make cheaper, whatever the order', () => {
  expect(ids('cost')).toEqual(['whole', 'nearly', 'half', 'no-course', 'half-a-term', 'term']);
  expect(ids('time')).toEqual(['whole', 'nearly', 'half', 'half-a-term', 'no-course', 'term']);
  expect(ids('left-for-school')).toEqual(['whole', 'nearly', 'half', 'half-a-term', 'no-course', 'term']);
  expect(ids()).toEqual(['whole', 'nearly', 'half', 'no-course', 'half-a-term', 'term']);
});

test('the order does not depend on the one before', () => {
  for (const order of ['still-needed', 'left-for-school', 'cost', 'time'] as const)
    expect(rankDegrees(degrees.toReversed(), order)).toEqual(rankDegrees(degrees, order));
});
