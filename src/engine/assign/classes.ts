/**
 * From items and bins to the numbers of the search. Items that no rule tells apart are one class: the search counts how
 * many of them go where, not which. That takes away the symmetry that would make it try the same plan in every order.
 */
import { aimsOf } from './aims.ts';
import type { Model, Option, Whole } from './model.ts';
import { takenOf, type AssignmentProblem, type Item, type Placement } from './problem.ts';

/** Items that no rule tells apart, in the problem's order. */
export type ItemClass = { readonly items: readonly Item[]; readonly hours: number };

/** The model of a problem, with what it takes to read an answer out again. */
export type Classified = {
  readonly model: Model;
  readonly classes: readonly ItemClass[];
  /** Of each option, its bin. */
  readonly bins: readonly number[];
  /** First value of one hour, whatever its certainty and use. */
  readonly perHour: number;
};

/** The numbers of a problem. Items that fit nowhere are left out. */
export function classify(problem: AssignmentProblem): Classified {
  const classes = classesOf(problem);
  const supply = problem.items.reduce((sum, { hours }) => sum + hours, 0);
  // Where none is shared, `undefined` alone is in it.
  const shared = new Set(problem.items.map(({ secondUseOf }) => secondUseOf));
  const aims = aimsOf(supply, problem.items.length, shared.size > 1);
  const limits = problem.limits.map(({ hours }) => hours);
  const options: Option[] = [];
  const bins: number[] = [];
  for (const [index, { items, hours }] of classes.entries()) {
    const { certainty, pairs, pinnedTo, secondUseOf } = items[0]!;
    const again = secondUseOf !== undefined;
    const sink = pairs.find(({ bin }) => bin === problem.excessBin);
    for (const pair of pairs) {
      const { bin, caps, choices } = pair;
      const room = Math.min(hours, ...caps.map((cap) => problem.caps[cap]!.hours));
      const takes = pair.limits.map((limit) => [limit, takenOf(problem.limits[limit]!, hours)] as const);
      // What counts for nothing here may still lie beside its second use, which counts.
      const counts = room > 0 || shared.has(items[0]!.id);
      const fits = counts && takes.every(([limit, amount]) => amount <= limits[limit]!);
      if (pinnedTo === undefined ? !fits : bin !== pinnedTo) continue;
      const spill = sink && sink !== pair ? { hour: aims.hour(certainty, sink, again), caps: sink.caps } : undefined;
      bins.push(bin);
      options.push({
        class: index,
        takes,
        item: again ? { first: 0, second: 0 } : aims.item,
        hours,
        reach: Math.max(0, room),
        hour: aims.hour(certainty, pair, again),
        caps,
        ...(spill ? { spill } : {}),
        choices,
        pinned: pinnedTo === undefined ? 0 : items.length,
      });
    }
  }
  const model: Model = {
    classes: classes.map(({ items }) => items.length),
    options: linkSecondUses(classes, options, bins, limits),
    caps: problem.caps.map(({ hours }) => hours),
    limits,
    choices: problem.choices.map(({ atMost }) => atMost),
  };
  return { model, classes, bins, perHour: aims.perHour };
}

function classesOf({ items }: AssignmentProblem): ItemClass[] {
  const shared = new Set(items.flatMap(({ id, secondUseOf }) => (secondUseOf === undefined ? [] : [id, secondUseOf])));
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { id, hours, certainty, pinnedTo, pairs } = item;
    if (hours <= 0 || !pairs.length) continue;
    const key = JSON.stringify([hours, certainty, pinnedTo, pairs, shared.has(id) ? id : '']);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].map((group) => ({ items: group, hours: group[0]!.hours }));
}

/** A second use needs its first one in a bin beside it: a limit of none, in which the first use makes room for it. */
function linkSecondUses(
  classes: readonly ItemClass[],
  options: readonly Option[],
  bins: readonly number[],
  limits: number[],
): Option[] {
  const takes = options.map((option) => [...option.takes]);
  const classOf = new Map(classes.flatMap(({ items }, index) => items.map(({ id }) => [id, index] as const)));
  for (const [second, { class: ofClass }] of options.entries()) {
    const { secondUseOf, pairs } = classes[ofClass]!.items[0]!;
    if (secondUseOf === undefined) continue;
    const { besides = [] } = pairs.find(({ bin }) => bin === bins[second])!;
    const link = limits.push(0) - 1;
    takes[second]!.push([link, 1]);
    for (const [first, option] of options.entries()) {
      if (option.class === classOf.get(secondUseOf) && besides.includes(bins[first]!)) takes[first]!.push([link, -1]);
    }
  }
  return options.map((option, index) => ({ ...option, takes: takes[index]! }));
}

/** Says which items the whole answer puts where. Items of one class go in order. */
export function placementsOf(
  { bins: names }: AssignmentProblem,
  { model, classes, bins }: Classified,
  { items, counted: hours, spilled: spills }: Whole,
): Placement[] {
  const placements: Placement[] = [];
  const next = classes.map(() => 0);
  for (const [index, option] of model.options.entries()) {
    let left = Math.round(hours[index]!);
    let spill = Math.round(spills[index]!);
    for (let count = items[index]!; count > 0; count--) {
      const counted = Math.min(left, option.reach);
      const spilled = Math.min(spill, option.hours - counted);
      left -= counted;
      spill -= spilled;
      const { id } = classes[option.class]!.items[next[option.class]!++]!;
      placements.push({ item: id, bin: names[bins[index]!]!, counted, excess: option.hours - counted, spilled });
    }
  }
  return placements;
}
