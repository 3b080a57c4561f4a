/**
 * From items and bins to the numbers of the search. Items that no rule tells apart are one class: the search counts how
 * many of them go where, not which. That takes away the symmetry that would make it try the same plan in every order.
 */
import { groupedBy } from '../grouped-by.ts';
import { aimsOf } from './aims.ts';
import type { Model, Option, Whole } from './model.ts';
import {
  countsItems,
  isSecond,
  takenOf,
  type AssignmentProblem,
  type Item,
  type Pair,
  type Placement,
} from './problem.ts';

/** Items that no rule tells apart, in the problem's order. */
export type ItemClass = { readonly items: readonly Item[]; readonly hours: number };

/** The model of a problem, with what it takes to read an answer out again. */
export type Classified = {
  readonly model: Model;
  readonly classes: readonly ItemClass[];
  /** Of each option, its bin. */
  readonly bins: readonly number[];
  /** First value of one hour met, whatever its certainty. */
  readonly perHour: number;
  /** First value of the room beyond the total, if nothing goes there. */
  readonly spare: number;
};

type Taking = [limit: number, amount: number];
/** An option to which second uses still add bounds. */
type Draft = Option & {
  readonly takes: Taking[];
  readonly caps: number[];
  readonly spill?: Option['spill'] & { readonly caps: number[] };
};

/** The numbers of a problem. Items that fit nowhere are left out. */
export function classify(problem: AssignmentProblem): Classified {
  const classes = classesOf(problem);
  const shared = new Set(problem.items.map(({ secondUseOf }) => secondUseOf));
  const aims = aimsOf(problem);
  const limits = problem.limits.map(({ hours }) => hours);
  const { hours: enough = 0, beyond = 0, caps: soft = [] } = problem.total ?? {};
  const caps = problem.caps.map(({ hours }, index) => hours + (soft.includes(index) ? beyond : 0));
  const all = beyond > 0 ? [caps.push(enough + beyond) - 1] : [];
  const options: Draft[] = [];
  const bins: number[] = [];
  for (const [index, { items, hours }] of classes.entries()) {
    const { certainty, pairs, pinnedTo } = items[0]!;
    const again = isSecond(items[0]!);
    const ofFirst = again ? [] : all;
    const sink = pairs.find(({ bin }) => bin === problem.excessBin);
    for (const pair of pairs) {
      const { bin, choices } = pair;
      const room = Math.min(hours, ...pair.caps.map((cap) => caps[cap]!));
      const takes = pair.limits.map((limit): Taking => [limit, takenOf(problem.limits[limit]!, hours)]);
      // What counts for nothing here may still lie beside its second use, which counts.
      const counts = room > 0 || shared.has(items[0]!.id);
      const fits = counts && takes.every(([limit, amount]) => amount <= limits[limit]!);
      if (pinnedTo === undefined ? !fits : bin !== pinnedTo) continue;
      const isCourse = room > 0 && countsItems(pair, problem);
      const spills = sink && sink !== pair && !again;
      bins.push(bin);
      options.push({
        class: index,
        takes,
        item: aims.item(isCourse, again),
        hours,
        reach: Math.max(0, room),
        hour: aims.hour(certainty, pair, again),
        caps: [...pair.caps, ...ofFirst],
        ...(spills ? { spill: { hour: aims.hour(certainty, sink, false), caps: [...sink.caps, ...ofFirst] } } : {}),
        choices,
        pinned: pinnedTo === undefined ? 0 : items.length,
      });
    }
  }
  linkSecondUses(classes, options, bins, limits, caps);
  const sizes = classes.map(({ items }) => items.length);
  // Room that nothing goes beyond is worth as much as the hours that would be lost there: one more item fills it.
  if (beyond > 0) {
    const none = { first: 0, second: 0 };
    const spare = {
      takes: [],
      item: none,
      hour: { first: aims.once, second: 0 },
      caps: [...soft, ...all],
      choices: [],
    };
    options.push({ ...spare, class: sizes.push(1) - 1, hours: beyond, reach: beyond, pinned: 0 });
  }
  const model: Model = {
    classes: sizes,
    options,
    caps,
    limits,
    choices: problem.choices.map(({ atMost }) => atMost),
  };
  return { model, classes, bins, perHour: aims.perHour, spare: aims.once * beyond };
}

function classesOf({ items }: AssignmentProblem): ItemClass[] {
  const shared = new Set(items.flatMap(({ id, secondUseOf }) => (secondUseOf === undefined ? [] : [id, secondUseOf])));
  const places = new Map<readonly Pair[], string>();
  const alike = groupedBy(
    items.filter(({ hours, pairs }) => hours > 0 && pairs.length),
    ({ id, hours, certainty, pinnedTo, pairs }) => {
      const text = places.get(pairs) ?? JSON.stringify(pairs);
      places.set(pairs, text);
      return [hours, certainty, pinnedTo, shared.has(id) ? id : '', text].join(' ');
    },
  );
  return [...alike.values()].map((group) => ({ items: group, hours: group[0]!.hours }));
}

/**
 * A second use needs its first one in a bin beside it: a limit of none, in which the first use makes room for it. What
 * sticks out of the first and counts elsewhere does not count in the second: a cap of the item's own hours.
 */
function linkSecondUses(
  classes: readonly ItemClass[],
  options: readonly Draft[],
  bins: readonly number[],
  limits: number[],
  caps: number[],
): void {
  const itemOf = (option: Draft): Item => classes[option.class]!.items[0]!;
  const owns = new Map<number, number>();
  for (const [at, second] of options.entries()) {
    const { secondUseOf, pairs, hours } = itemOf(second);
    if (secondUseOf === undefined) continue;
    const { besides = [] } = pairs.find(({ bin }) => bin === bins[at])!;
    const link = limits.push(0) - 1;
    second.takes.push([link, 1]);
    const known = owns.get(second.class);
    const own = known ?? caps.push(hours) - 1;
    owns.set(second.class, own);
    second.caps.push(own);
    for (const [first, option] of options.entries()) {
      if (itemOf(option).id !== secondUseOf) continue;
      if (besides.includes(bins[first]!)) option.takes.push([link, -1]);
      if (known === undefined) option.spill?.caps.push(own);
    }
  }
}

/** Says which items the whole answer puts where. Items of one class go in order. */
export function placementsOf(
  { bins: names }: AssignmentProblem,
  { model, classes, bins }: Classified,
  { items, counted: hours, spilled: spills }: Whole,
): Placement[] {
  const placements: Placement[] = [];
  const next = classes.map(() => 0);
  for (const index of bins.keys()) {
    const option = model.options[index]!;
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
