/**
 * Sets of options in which the number of items is a whole number: all of one size under one bound, all of one class,
 * and each option alone. The search divides on these, the large ones first: "at most 6 items of 3 hours in this block"
 * settles at once what would take every combination of the items to settle one by one.
 */
import type { Classes } from './classes.ts';
import type { AssignmentProblem } from './problem.ts';

export type Group = {
  readonly options: readonly number[];
  /** Hours of each of its items. */
  readonly hours: number;
  /** How many items of this size there are at all. Rare sizes are settled first. */
  readonly rarity: number;
  /** The limits of which it holds all items of its size. */
  readonly limits: readonly number[];
};

/** Every group of the problem, each set of options once. */
export function groupsOf(problem: AssignmentProblem, { classes, options }: Classes): Group[] {
  const ofSize = new Map<number, number>();
  for (const { hours, items } of classes) ofSize.set(hours, (ofSize.get(hours) ?? 0) + items.length);
  const groups = new Map<string, Group>();
  const add = (indexes: readonly number[], limit?: number): void => {
    const bySize = new Map<number, number[]>();
    for (const index of indexes) {
      const { hours } = classes[options[index]!.class]!;
      bySize.set(hours, [...(bySize.get(hours) ?? []), index]);
    }
    for (const [hours, its] of bySize) {
      const key = its.join();
      const known = groups.get(key)?.limits ?? [];
      const limits = limit === undefined ? known : [...known, limit];
      groups.set(key, { options: its, hours, rarity: ofSize.get(hours)!, limits });
    }
  };
  const where = (test: (option: Classes['options'][number]) => boolean): number[] =>
    options.flatMap((option, index) => (test(option) ? [index] : []));
  for (const limit of problem.limits.keys())
    add(
      where(({ pair }) => pair.limits.includes(limit)),
      limit,
    );
  for (const cap of problem.caps.keys()) add(where(({ pair }) => pair.caps.includes(cap)));
  for (const index of classes.keys()) add(where((option) => option.class === index));
  for (const index of options.keys()) add([index]);
  return [...groups.values()].sort((a, b) => a.rarity - b.rarity || b.options.length - a.options.length);
}
