/**
 * The fractional problem: items may be split between bins. No whole answer is worth more, and it is quick to solve.
 *
 * For each option it holds how many items go there; and, where items may stick out of a cap, the hours that don't count.
 */
import type { Aims } from './aims.ts';
import type { Classes } from './classes.ts';
import type { AssignmentProblem } from './problem.ts';
import { Tableau, type Amount, type Name, type Term } from './tableau.ts';

export const noise = 1e-6;

/** The names of the problem's rows and amounts in every tableau made from it. */
export type Names = {
  readonly classRows: readonly Name[];
  readonly capRows: readonly Name[];
  readonly limitRows: readonly Name[];
  /** How many items of each option. */
  readonly items: readonly Name[];
};

/** Where one part of the search stands. `sticks` and `spills`: the amounts of the options that have them. */
export type Relaxation = {
  readonly tableau: Tableau;
  readonly sticks: ReadonlyMap<number, Name>;
  readonly spills: ReadonlyMap<number, Name>;
};

/** The whole problem's relaxation, solved; with the pins' items where they must be. Undefined: the pins can't all hold. */
export function relaxProblem(
  problem: AssignmentProblem,
  classes: Classes,
  aims: Aims,
): { names: Names; relaxation: Relaxation } | undefined {
  const tableau = new Tableau();
  const classRows = classes.classes.map(({ items }) => tableau.addRow([], items.length));
  const capRows = problem.caps.map(({ hours }) => tableau.addRow([], hours));
  const limitRows = problem.limits.map(({ hours }) => tableau.addRow([], hours));
  const amounts = classes.options.map(({ class: ofClass, pair }, index): Amount => {
    const { hours } = classes.classes[ofClass]!;
    const reach = classes.reach[index]!;
    return {
      rows: [
        [classRows[ofClass]!, 1],
        ...pair.caps.map((cap): Term => [capRows[cap]!, reach]),
        ...pair.limits.map((limit): Term => [limitRows[limit]!, hours]),
      ],
      first: reach * aims.first[index]!,
      second: reach * aims.second[index]! - aims.perItem,
    };
  });
  const items = tableau.addAmounts(amounts);
  const names: Names = { classRows, capRows, limitRows, items };
  let relaxation: Relaxation = { tableau, sticks: new Map(), spills: new Map() };
  for (const [index, { pinned }] of classes.options.entries()) {
    if (pinned > 0 || aims.excess[index]) relaxation = letStickOut(classes, aims, names, relaxation, index);
  }
  tableau.improve();
  for (const [index, { pinned }] of classes.options.entries()) {
    if (pinned > 0) tableau.addRow([[items[index]!, -1]], -pinned);
  }
  return tableau.repair() ? { names, relaxation } : undefined;
}

/** Lets hours of this option stick out. Needed only once items must be there, or count elsewhere. Changes the tableau. */
export function letStickOut(
  classes: Classes,
  aims: Aims,
  names: Names,
  { tableau, sticks, spills }: Relaxation,
  index: number,
): Relaxation {
  if (sticks.has(index)) return { tableau, sticks, spills };
  const onCaps = (caps: readonly number[], times: number): Term[] => caps.map((cap) => [names.capRows[cap]!, times]);
  const [stick] = tableau.addAmounts([
    { rows: onCaps(classes.options[index]!.pair.caps, -1), first: -aims.first[index]!, second: -aims.second[index]! },
  ]) as [Name];
  tableau.addRow(
    [
      [stick, 1],
      [names.items[index]!, -classes.reach[index]!],
    ],
    0,
  );
  const withStick = new Map(sticks).set(index, stick);
  const excess = aims.excess[index];
  if (!excess) return { tableau, sticks: withStick, spills };
  const [spill] = tableau.addAmounts([
    { rows: onCaps(excess.caps, 1), first: excess.first, second: excess.second },
  ]) as [Name];
  tableau.addRow(
    [
      [spill, 1],
      [stick, -1],
    ],
    0,
  );
  return { tableau, sticks: withStick, spills: new Map(spills).set(index, spill) };
}
