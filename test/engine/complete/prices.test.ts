import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studyInMonth } from '../../../src/engine/complete/calendar.ts';
import {
  centsOf,
  cheapestLengths,
  cheapestPlans,
  feesOf,
  fromCents,
  toCents,
  type Load,
} from '../../../src/engine/complete/prices.ts';
import type { Membership } from '../../../src/engine/completion.ts';
import { usualWishes } from './random-market.ts';

const plan = (months: number, priceUsd: number) => ({ what: 'Membership', provider: 'a', months, priceUsd });
const fee = (priceUsd: number) => ({ what: 'Fee', provider: 'a', priceUsd });
const monthly = studyInMonth(usualWishes);

test('cents of dollars are whole, and dollars of cents are what was paid', () => {
  expect([toCents(19.99), toCents(0.29), fromCents(1999), fromCents(29)]).toEqual([1999, 29, 19.99, 0.29]);
});

test('a course is paid once, and each month begun where it is paid by the month', () => {
  const way = { fees: [fee(20), fee(5.5)], monthly: fee(40), unknown: [] };
  expect(feesOf(way, 2.5 * monthly, usualWishes).map(({ priceUsd, times }) => [priceUsd, times])).toEqual([
    [20, 1],
    [5.5, 1],
    [40, 3],
  ]);
  expect(centsOf(way, 2.5 * monthly, usualWishes)).toBe(2000 + 550 + 3 * 4000);
  expect(centsOf({ fees: [fee(20)], unknown: [] }, 2.5 * monthly, usualWishes)).toBe(2000);
});

test('the cheapest payments for so many months may last longer', () => {
  const membership: Membership = { id: 'a/1', provider: 'a', plans: [plan(1, 99), plan(4, 299), plan(12, 700)] };
  expect([0, 1, 2, 3, 4, 5, 8, 9, 10, 12, 13].map((months) => cheapestPlans(membership, months))).toEqual(
    [
      [[0, 0, 0], 0],
      [[1, 0, 0], 9900],
      [[2, 0, 0], 19_800],
      [[3, 0, 0], 29_700],
      [[0, 1, 0], 29_900],
      [[1, 1, 0], 39_800],
      [[0, 2, 0], 59_800],
      [[1, 2, 0], 69_700],
      [[0, 0, 1], 70_000],
      [[0, 0, 1], 70_000],
      [[1, 0, 1], 79_900],
    ].map(([times, cents]) => ({ times, cents })),
  );
});

describe('the cheapest lengths of memberships', () => {
  const memberships: readonly Membership[] = [
    { id: 'x', provider: 'a', plans: [plan(1, 50), plan(3, 120)] },
    { id: 'y', provider: 'a', plans: [plan(1, 70)] },
    { id: 'z', provider: 'a', plans: [plan(2, 60)] },
  ];
  const ids = memberships.map(({ id }) => id);

  /** Study that any of some memberships is for goes in where those that it is for together run long enough (Hall). */
  const isEnough = (loads: readonly Load[], months: readonly number[]): boolean =>
    Array.from({ length: 8 }, (_, bits) => ids.filter((__, index) => (bits >> index) & 1)).every((some) => {
      const study = loads
        .filter((load) => load.memberships.length > 0 && load.memberships.every((id) => some.includes(id)))
        .reduce((sum, { studyHours }) => sum + studyHours, 0);
      const time = some.reduce((sum, id) => sum + months[ids.indexOf(id)]! * monthly, 0);
      return study <= time + 1e-6;
    });

  test('leave time for all study, and no cheaper ones do', () => {
    const load = fc.record({
      // As providers sell them: a course that several open, is open in all of a sort.
      memberships: fc.constantFrom(['x'], ['y'], ['z'], ['x', 'y'], ids),
      studyHours: fc.integer({ min: 1, max: 8 }).map((quarters) => (quarters * monthly) / 4),
    });
    fc.assert(
      fc.property(fc.array(load, { maxLength: 4 }), (loads) => {
        const { months, cents } = cheapestLengths(loads, memberships, usualWishes);
        const found = ids.map((id) => months.get(id) ?? 0);
        const costs = (lengths: readonly number[]): number =>
          lengths.reduce((sum, length, index) => sum + cheapestPlans(memberships[index]!, length).cents, 0);
        expect(isEnough(loads, found)).toBe(true);
        expect(cents).toBe(costs(found));
        const upTo = [0, 1, 2, 3, 4, 5, 6, 7, 8];
        const all = upTo.flatMap((x) => upTo.flatMap((y) => upTo.map((z) => [x, y, z])));
        const least = Math.min(...all.filter((lengths) => isEnough(loads, lengths)).map(costs));
        expect(cents).toBe(least);
      }),
      { numRuns: 150 },
    );
  });

  test('are none where nothing is studied in one, or where there is none', () => {
    expect(cheapestLengths([{ memberships: [], studyHours: 40 }], memberships, usualWishes)).toEqual({
      months: new Map(),
      cents: 0,
    });
    expect(cheapestLengths([{ memberships: ['x'], studyHours: 40 }], [], usualWishes)).toEqual({
      months: new Map(),
      cents: 0,
    });
  });
});
