/**
 * The aims, in order, as two values that add up over (class, bin) pairs:
 * first, most hours of the degree met, then the surest hours in the most demanding blocks;
 * second, demanding blocks before electives, then fewest credits used.
 * Each value is whole, so a bound that is less than one better is no better.
 */
import type { Classes } from './classes.ts';

/** The largest certainty times the largest demand. */
const surest = 4 * 3;

export type Aims = {
  /** Value of one counted hour of this option. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Taken off the second value for each item used. */
  readonly perItem: number;
  /** First value of one hour, whatever its certainty. */
  readonly perHour: number;
};

/** The values, for a problem in which at most `hours` can count. */
export function aimsOf({ classes, options }: Classes, hours: number): Aims {
  const perHour = surest * hours + 1;
  const itemCount = classes.reduce((sum, { items }) => sum + items.length, 0);
  const first = Float64Array.from(
    options,
    ({ class: index, pair }) => perHour + classes[index]!.certainty * pair.demand,
  );
  const second = Float64Array.from(options, ({ pair }) => pair.demand * (itemCount + 1));
  return { first, second, perItem: 1, perHour };
}
