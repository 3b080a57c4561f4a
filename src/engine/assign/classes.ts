/**
 * Items that no rule tells apart are one class: the search counts how many of them go where, not which.
 * That takes away the symmetry that would make it try the same plan in every order.
 */
import type { AssignmentProblem, Item, Pair } from './problem.ts';

export type ItemClass = { readonly hours: number; readonly certainty: number; readonly items: readonly Item[] };

/** One class in one bin: what the search decides on. */
export type Option = {
  readonly class: number;
  readonly pair: Pair;
  /** How many a pin puts here. */
  readonly pinned: number;
};

export type Classes = {
  readonly classes: readonly ItemClass[];
  readonly options: readonly Option[];
  /** The most hours one item of an option can count: a 4-hour item in a 3-hour bin counts 3. */
  readonly reach: Float64Array;
};

/** The problem's items by class, in the order of their first items. */
export function classify(problem: AssignmentProblem): Classes {
  const groups = new Map<string, Item[]>();
  for (const item of problem.items) {
    if (item.hours <= 0 || !item.pairs.length) continue;
    const key = JSON.stringify([item.hours, item.certainty, item.pinnedTo, item.pairs]);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const classes: ItemClass[] = [];
  const options: Option[] = [];
  for (const items of groups.values()) {
    const { hours, certainty, pairs, pinnedTo } = items[0]!;
    for (const pair of pairs) {
      if (pinnedTo === undefined && pair.caps.some((cap) => problem.caps[cap]!.hours <= 0)) continue;
      if (pinnedTo !== undefined && pair.bin !== pinnedTo) continue;
      options.push({ class: classes.length, pair, pinned: pinnedTo === undefined ? 0 : items.length });
    }
    classes.push({ hours, certainty, items });
  }
  const reach = Float64Array.from(options, ({ class: index, pair }) => {
    const { hours } = classes[index]!;
    // What sticks out may count elsewhere, so a whole item is worth all its hours.
    if (problem.excessBin !== undefined) return hours;
    return Math.min(hours, ...pair.caps.map((cap) => problem.caps[cap]!.hours));
  });
  return { classes, options, reach };
}
