/**
 * How much the search for a plan has to do, on courses of one's own make: what its first answer costs, how many parts it looks
 * at until it is proven, and how many thousands of table entries it works on. All are the same on every machine. A change of
 * the search that needs more for one of these is named here; whether it is worth that, the bench says.
 */
import { describe, expect, test } from 'vitest';
import { completePlan, type Wishes } from '../../../src/engine/completion.ts';
import { allHours } from './audited.ts';
import { countedMarket } from './counted-markets.ts';

type Row = readonly [
  courses: number,
  seed: number,
  hours: number,
  costUsd: number,
  firstHours: number,
  firstUsd: number,
  parts: number,
  thousands: number,
];

const enough: Readonly<Record<string, { readonly wishes: Partial<Wishes>; readonly rows: readonly Row[] }>> = {
  cheapest: {
    wishes: {},
    rows: [
      [14, 1, 36, 973, 36, 1047, 1, 2100],
      [14, 2, 36, 872, 36, 1043, 17, 6100],
      [14, 3, 36, 740, 36, 802, 5, 3400],
      [22, 1, 36, 793, 36, 852, 13, 6100],
      [22, 2, 36, 812, 36, 1083, 11, 7400],
      [30, 2, 36, 812, 36, 926, 15, 6400],
      [30, 3, 36, 496, 36, 568, 23, 9900],
    ],
  },
  fastest: {
    wishes: { aim: 'fastest' },
    rows: [
      [14, 1, 36, 973, 36, 973, 1, 2200],
      [14, 2, 36, 877, 36, 937, 21, 4800],
      [14, 3, 36, 740, 36, 893, 5, 5800],
      [22, 1, 36, 793, 36, 793, 10, 3300],
      [30, 1, 36, 628, 36, 899, 5, 13_000],
    ],
  },
  safest: {
    wishes: { aim: 'safest' },
    rows: [
      [14, 1, 36, 1289, 33, 1063, 25, 6700],
      [14, 2, 36, 985, 0, 0, 13, 2200],
      [14, 3, 36, 972, 36, 1002, 21, 3200],
      [22, 1, 36, 1181, 35, 1123, 56, 11_000],
      [22, 3, 36, 636, 32, 532, 116, 15_000],
    ],
  },
  sure: {
    wishes: { leastSureHours: 12 },
    rows: [
      [14, 2, 36, 872, 34, 866, 29, 8500],
      [22, 2, 36, 812, 36, 926, 13, 6100],
      [30, 1, 36, 628, 31, 559, 10, 17_000],
    ],
  },
  leaving: {
    wishes: { keepForSchool: 10 },
    rows: [
      [14, 1, 26, 537, 26, 595, 1, 2100],
      [14, 3, 26, 448, 26, 564, 3, 4800],
      [22, 1, 26, 488, 26, 546, 3, 5500],
      [30, 1, 26, 384, 26, 536, 7, 5500],
    ],
  },
  slow: {
    wishes: { hoursAWeek: 4 },
    rows: [
      [14, 1, 36, 2084, 36, 2728, 40, 9400],
      [14, 2, 36, 1364, 36, 1364, 2, 2600],
      [14, 3, 36, 1012, 36, 1044, 2, 2600],
      [22, 2, 36, 1176, 36, 1232, 68, 12_000],
      [22, 3, 36, 648, 36, 768, 13, 6400],
      [30, 1, 36, 1084, 36, 1084, 7, 4500],
    ],
  },
};

describe.for(Object.entries(enough))('the plan that is %s', ([, { wishes, rows }]) => {
  test.for(rows)(
    'of %i courses (%i) counts %i hours for $%i; the first answer %i for $%i; %i parts, %i thousand entries',
    ([courses, seed, hours, costUsd, firstHours, firstUsd, parts, thousands]) => {
      const input = countedMarket(seed, courses, wishes);
      const plan = completePlan(input, undefined, { parts, work: thousands * 1000 });
      expect(plan).toMatchObject({ proven: true, costUsd });
      expect(allHours(input, plan)).toBe(hours);
      const first = completePlan(input, undefined, { parts: 0, work: 0 });
      expect(allHours(input, first)).toBeGreaterThanOrEqual(firstHours);
      if (allHours(input, first) === firstHours) expect(first.costUsd).toBeLessThanOrEqual(firstUsd);
    },
  );
});

test.for([
  [14, 2, 1500, 1043, 925],
  [22, 1, 2000, 852, 804],
  [30, 1, 3000, 917, 628],
] as const)(
  'of %i courses (%i), %i thousand entries find a plan for $%i, and more while that is far from the bound one for $%i',
  ([courses, seed, thousands, costUsd, costWhereFar]) => {
    const input = countedMarket(seed, courses, {});
    const limits = { parts: 60_000, work: thousands * 1000 };
    expect(completePlan(input, undefined, limits)).toMatchObject({ proven: false, costUsd });
    const plan = completePlan(input, undefined, { ...limits, workWhereFar: 10 * limits.work });
    expect(plan).toMatchObject({ proven: false, costUsd: costWhereFar });
  },
);
