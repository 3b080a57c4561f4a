/**
 * The aims, in order, as two values that add up over (class, bin) pairs:
 * first, most hours of the degree met, then the surest hours in the most demanding blocks;
 * second, demanding blocks before electives, then fewest credits used.
 * Each value is whole, so a bound that is less than one better is no better.
 */
import type { Classes } from './classes.ts';
import type { AssignmentProblem, Pair } from './problem.ts';

/** The most one hour can be worth for its certainty: the surest in the most demanding bin. */
const surest = 4 * (3 + 1);

export type Aims = {
  /** Value of one counted hour of this option. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** The options, the most valuable first. */
  readonly order: readonly number[];
  /** The pair where an option's hours may count that stick out, and their value there; by option. */
  readonly excess: readonly (Excess | undefined)[];
  /** Taken off the second value for each item used. */
  readonly perItem: number;
  /** First value of one hour, whatever its certainty. */
  readonly perHour: number;
};

export type Excess = { readonly caps: readonly number[]; readonly first: number; readonly second: number };

/** The values, for a problem in which at most `hours` can count. */
export function aimsOf(problem: AssignmentProblem, { classes, options }: Classes, hours: number): Aims {
  const perHour = surest * hours + 1;
  const itemCount = classes.reduce((sum, { items }) => sum + items.length, 0);
  const first = (certainty: number, { demand }: Pair): number => perHour + certainty * (demand + 1);
  const second = ({ demand }: Pair): number => demand * (itemCount + 1);
  const firsts = Float64Array.from(options, ({ class: index, pair }) => first(classes[index]!.certainty, pair));
  return {
    first: firsts,
    order: [...options.keys()].sort((a, b) => firsts[b]! - firsts[a]! || a - b),
    second: Float64Array.from(options, ({ pair }) => second(pair)),
    excess: options.map(({ class: index, pair: { bin } }) => {
      const { items, certainty } = classes[index]!;
      const pair = items[0]!.pairs.find((one) => one.bin === problem.excessBin);
      if (!pair || bin === problem.excessBin) return undefined;
      return { caps: pair.caps, first: first(certainty, pair), second: second(pair) };
    }),
    perItem: 1,
    perHour,
  };
}
