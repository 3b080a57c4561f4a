/**
 * The aims, in order, as two values that add up: first, most hours met, then, where bins share, most hours of all uses, or
 * of first ones where all uses are what is met; then the surest hours in the most demanding blocks; second, demanding
 * blocks before electives, then most of the courses that blocks ask for, then fewest credits used.
 */
import type { Worth } from './model.ts';
import { isSecond, type AssignmentProblem, type Pair } from './problem.ts';

/** The most one hour can be worth for its certainty: the surest in the most demanding bin. */
const surest = 4 * (3 + 1);

export type Aims = {
  /** What one hour of this certainty is worth that counts in this bin, in a first use of a credit or again. */
  readonly hour: (certainty: number, pair: Pair, isAgain: boolean) => Worth;
  /** What using one item is worth: less than not using it, unless its bin asks for a number of courses. */
  readonly item: (isCourse: boolean, isAgain: boolean) => Worth;
  /** First value of one hour met, whatever its certainty. */
  readonly perHour: number;
  /** What of that only first uses have. */
  readonly once: number;
};

/** The values for the items of a problem. */
export function aimsOf({ items: all, total }: AssignmentProblem): Aims {
  // What fits nowhere changes nothing.
  const items = all.filter(({ pairs }) => pairs.length > 0);
  const hours = sum(items.map((item) => item.hours));
  const again = sum(items.map((item) => (isSecond(item) ? item.hours : 0)));
  const used = surest * hours + 1;
  const [everyUse, once] = total
    ? [used, used * (again + total.beyond)]
    : again > 0
      ? [used * (hours + 1), used]
      : [used, 0];
  // More than all credits used.
  const perCourse = items.length + 1;
  return {
    hour: (certainty, { demand }, isAgain) => ({
      first: everyUse + (isAgain ? 0 : once) + certainty * (demand + 1),
      second: demand * perCourse ** 2,
    }),
    item: (isCourse, isAgain) => ({ first: 0, second: (isCourse ? perCourse : 0) - (isAgain ? 0 : 1) }),
    perHour: total ? everyUse + once : everyUse,
    once,
  };
}

function sum(hours: readonly number[]): number {
  return hours.reduce((all, some) => all + some, 0);
}
