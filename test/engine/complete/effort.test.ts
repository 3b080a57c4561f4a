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
      [14, 1, 36, 973, 36, 1047, 14, 4000],
      [14, 2, 36, 872, 36, 1043, 76, 8700],
      [14, 3, 36, 740, 36, 802, 94, 4200],
      [22, 1, 36, 793, 36, 852, 27, 9700],
      [22, 2, 36, 812, 36, 926, 67, 7000],
      [30, 2, 36, 812, 36, 926, 65, 9000],
      [30, 3, 36, 496, 36, 568, 260, 18_000],
    ],
  },
  fastest: {
    wishes: { aim: 'fastest' },
    rows: [
      [14, 1, 36, 973, 36, 973, 14, 3000],
      [14, 2, 36, 877, 36, 937, 88, 6900],
      [14, 3, 36, 740, 36, 893, 52, 9500],
      [22, 1, 36, 793, 36, 793, 27, 3600],
      [30, 1, 36, 628, 36, 899, 38, 11_000],
    ],
  },
  safest: {
    wishes: { aim: 'safest' },
    rows: [
      [14, 1, 36, 1289, 33, 1063, 47, 9700],
      [14, 2, 36, 985, 0, 0, 30, 2900],
      [14, 3, 36, 972, 36, 1002, 41, 2900],
      [22, 1, 36, 1181, 35, 1123, 230, 15_000],
    ],
  },
  sure: {
    wishes: { leastSureHours: 12 },
    rows: [
      [14, 2, 36, 872, 34, 866, 78, 6500],
      [22, 2, 36, 812, 34, 866, 33, 12_000],
      [30, 1, 36, 628, 31, 559, 54, 7800],
    ],
  },
  leaving: {
    wishes: { keepForSchool: 10 },
    rows: [
      [14, 1, 26, 537, 26, 595, 17, 4700],
      [14, 3, 26, 448, 26, 564, 99, 5600],
      [22, 1, 26, 488, 26, 546, 20, 6300],
      [30, 1, 26, 384, 26, 536, 220, 12_000],
    ],
  },
  slow: {
    wishes: { hoursAWeek: 4 },
    rows: [
      [14, 1, 36, 2084, 36, 2728, 75, 7400],
      [14, 2, 36, 1364, 36, 1364, 26, 2900],
      [14, 3, 36, 1012, 36, 1044, 30, 3700],
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
  [14, 2, 4300, 925, 872],
  [22, 2, 3500, 894, 860],
  [30, 2, 4500, 914, 872],
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
