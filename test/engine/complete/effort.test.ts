/**
 * How much the search for a plan has to do, on courses of one's own make: what its first answer costs, how many parts it looks
 * at until it is proven, and how many thousands of table entries it works on. All are the same on every machine. A change of
 * the search that needs more for one of these is named here; whether it is worth that, the bench says.
 */
import { describe, expect, test } from 'vitest';
import { completePlan, type Wishes } from '../../../src/engine/completion.ts';
import { allHours } from './audited.ts';
import { countedMarket } from './counted-markets.ts';

/** Hours count in all uses. */
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
      [14, 1, 36, 733, 36, 842, 10, 9121],
      [14, 2, 36, 752, 36, 883, 412, 16_570],
      [14, 3, 36, 544, 36, 604, 71, 9059],
      [22, 1, 36, 635, 36, 682, 38, 4829],
      [22, 2, 36, 692, 36, 853, 80, 11_699],
      [30, 2, 36, 692, 36, 853, 119, 13_930],
      [30, 3, 36, 352, 36, 416, 3, 3685],
    ],
  },
  fastest: {
    wishes: { aim: 'fastest' },
    rows: [
      [14, 1, 36, 776, 36, 1201, 9, 13_459],
      [14, 2, 36, 757, 36, 781, 245, 17_852],
      [14, 3, 36, 544, 36, 604, 73, 13_527],
      [22, 1, 36, 635, 36, 635, 42, 3670],
      [30, 1, 36, 460, 36, 704, 60, 10_011],
    ],
  },
  safest: {
    wishes: { aim: 'safest' },
    rows: [
      [14, 1, 36, 1289, 36, 1063, 47, 9272],
      [14, 2, 36, 985, 0, 0, 30, 2963],
      [14, 3, 36, 972, 36, 1002, 40, 3107],
      [22, 1, 36, 1181, 36, 1123, 250, 11_556],
    ],
  },
  sure: {
    wishes: { leastSureHours: 12 },
    rows: [
      [14, 2, 36, 752, 35, 832, 242, 12_373],
      [22, 2, 36, 692, 35, 772, 108, 16_852],
      [30, 1, 36, 460, 28, 320, 46, 11_559],
    ],
  },
  leaving: {
    wishes: { keepForSchool: 10 },
    rows: [
      [14, 1, 32, 755, 31, 640, 268, 9734],
      [14, 3, 32, 448, 32, 468, 79, 4379],
      [22, 1, 32, 488, 32, 775, 47, 9278],
      [30, 1, 32, 384, 32, 484, 149, 10_109],
    ],
  },
  slow: {
    wishes: { hoursAWeek: 4 },
    rows: [
      [14, 1, 36, 1454, 36, 1768, 23, 4979],
      [14, 2, 36, 1124, 36, 1409, 72, 14_687],
      [14, 3, 36, 652, 36, 684, 12, 2333],
      [22, 3, 36, 480, 36, 544, 33, 4099],
      [30, 3, 36, 476, 36, 540, 39, 5531],
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
