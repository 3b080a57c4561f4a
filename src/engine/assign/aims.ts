/**
 * The aims, in order, as two values that add up: first, most hours met, then, where blocks share, most hours of first uses,
 * which are those the degree counts, then the surest hours in the most demanding blocks; second, demanding blocks before
 * electives, then fewest credits used.
 */
import type { Worth } from './model.ts';
import type { Pair } from './problem.ts';

/** The most one hour can be worth for its certainty: the surest in the most demanding bin. */
const surest = 4 * (3 + 1);

export type Aims = {
  /** What one hour of this certainty is worth that counts in this bin, in a first use of a credit or `again`. */
  readonly hour: (certainty: number, pair: Pair, again: boolean) => Worth;
  /** What using one item is worth: less than not using it. */
  readonly item: Worth;
  /** First value of one hour, whatever its certainty and use. */
  readonly perHour: number;
};

/** The values, where at most `hours` can count, of so many items, of which some may be used again. */
export function aimsOf(hours: number, items: number, isShared: boolean): Aims {
  const firstUse = isShared ? surest * hours + 1 : 0;
  const perHour = isShared ? firstUse * (hours + 1) : surest * hours + 1;
  return {
    hour: (certainty, { demand }, again) => ({
      first: perHour + (again ? 0 : firstUse) + certainty * (demand + 1),
      second: demand * (items + 1),
    }),
    item: { first: 0, second: -1 },
    perHour,
  };
}
