/**
 * What whole items under one limit can do at most together. Of a limit of 3 hours, half of a 3-hour item and one of 1
 * hour take no more than there is, yet no mixture of whole choices is like that: either goes, not both. The inequality
 * found here says so, and the fractional answer has to give way.
 *
 * This is Boyd's way (Fenchel cutting planes, 1993): weights, such that no whole choice weighs more than 1, and the
 * fractional one as much more as can be. A small linear program proposes weights, and dynamic programming finds the
 * whole choice that weighs most by them, until that one weighs no more than 1. Only sizes used in part take part in that.
 * Those of which all items are used, or none, get their weights one after the other: the most or the least that no whole
 * choice is too heavy with.
 */
import { Tableau, type Term } from './tableau.ts';

/** Items of one size under the limit. */
export type Size = {
  /** What one of them takes of the limit: a whole number above 0. */
  readonly takes: number;
  /** How many there are. */
  readonly most: number;
  /** How many of them the fractional answer uses. */
  readonly amount: number;
};

const little = 1e-4;
/** Weights that cut off less than this share make rows that are nearly those already there, and large rounding errors. */
const least = 1e-2;
const rounds = 60;

/** Weights by size, that every whole choice within the limit keeps to 1 and the amounts do not; or none. */
export function separate(limit: number, sizes: readonly Size[]): number[] | undefined {
  const used = sizes.filter(({ amount, takes }) => amount > 1e-7 && takes <= limit);
  const full = used.filter(({ amount, most }) => amount >= most - 1e-7);
  const split = used.filter(({ amount, most }) => amount < most - 1e-7);
  let room = full.reduce((left, { takes, most }) => left - takes * most, limit);
  if (room < 0 || !split.length) return undefined;

  const proposed = proposeWeights(room, split);
  if (!proposed) return undefined;
  const weightOf = new Map(split.map((size, index) => [size, proposed[index]!]));
  const heaviest = new Float64Array(limit + 1);
  for (const size of split) extend(heaviest, size, weightOf.get(size)!);
  let most = heaviest[room]!;
  for (const size of full) {
    const weight = weightOfFull(heaviest, room, size, most);
    weightOf.set(size, weight);
    extend(heaviest, size, weight);
    room += size.takes * size.most;
    most += weight * size.most;
  }
  most = Math.max(most, heaviest[limit]!);
  const excess = used.reduce((sum, size) => sum + weightOf.get(size)! * size.amount, -most);
  if (excess <= least * most) return undefined;
  return sizes.map((size) => {
    const known = weightOf.get(size);
    if (known !== undefined) return known / most;
    const weight = weightOfUnused(heaviest, size, most);
    extend(heaviest, size, weight);
    return weight / most;
  });
}

/** The weights that cut the amounts off by the most, if any do. */
function proposeWeights(room: number, sizes: readonly Size[]): number[] | undefined {
  const fitting = sizes.map(({ takes, most }) => Math.min(most, Math.floor(room / takes)));
  // What does not fit at all can't be there in part.
  if (fitting.includes(0)) return fitting.map((count) => (count === 0 ? 1 : 0));
  if (sizes.reduce((sum, { amount }, index) => sum + amount / fitting[index]!, 0) <= 1 + little) return undefined;
  const program = new Tableau();
  const alone = sizes.map(() => program.addRow([], 1));
  const names = program.addAmounts(
    sizes.map(({ amount }, index) => ({ rows: [[alone[index]!, fitting[index]!]], first: amount, second: 0 })),
  );
  program.improve();
  for (let round = 0; round < rounds && program.value.first > 1 + little; round++) {
    const weights = names.map((name) => program.amount(name));
    const { counts, weighs } = heaviestChoice(room, sizes, weights);
    if (weighs <= 1 + 1e-6) return weights;
    program.addRow(
      counts.map((count, index): Term => [names[index]!, count]),
      1,
    );
    if (!program.repair() || program.stuck) return undefined;
  }
  return undefined;
}

/** How many of each size the heaviest whole choice has. */
function heaviestChoice(
  limit: number,
  sizes: readonly Size[],
  weights: readonly number[],
): { counts: number[]; weighs: number } {
  const heaviest = new Float64Array(limit + 1);
  const chosen = sizes.map((size, index) => {
    const counts = new Int32Array(limit + 1);
    extend(heaviest, size, weights[index]!, counts);
    return counts;
  });
  const counts = sizes.map(() => 0);
  for (let index = sizes.length - 1, room = limit; index >= 0; index--) {
    counts[index] = chosen[index]![room]!;
    room -= counts[index]! * sizes[index]!.takes;
  }
  return { counts, weighs: heaviest[limit]! };
}

/**
 * Lets choices have items of one more size. `heaviest`: what the heaviest one weighs, by how much it may take. `counts`:
 * how many of the items it has.
 */
function extend(heaviest: Float64Array, { takes, most }: Size, weight: number, counts?: Int32Array): void {
  if (weight <= 0) return;
  for (let room = heaviest.length - 1; room >= takes; room--) {
    for (let count = 1; count <= most && count * takes <= room; count++) {
      const weighs = heaviest[room - count * takes]! + count * weight;
      if (weighs <= heaviest[room]! + 1e-12) continue;
      heaviest[room] = weighs;
      if (counts) counts[room] = count;
    }
  }
}

/** The least that items of a size must weigh, so that fewer of them make no choice heavier than `atMost` and all of them. */
function weightOfFull(heaviest: Float64Array, room: number, { takes, most }: Size, atMost: number): number {
  let weight = 0;
  for (let fewer = 1; fewer <= most; fewer++) {
    weight = Math.max(weight, (heaviest[room + fewer * takes]! - atMost) / fewer);
  }
  return weight;
}

/** The most that items of a size may weigh that is not used so far. */
function weightOfUnused(heaviest: Float64Array, { takes, most }: Size, atMost: number): number {
  const limit = heaviest.length - 1;
  let weight = Infinity;
  for (let count = 1; count <= most && count * takes <= limit; count++) {
    weight = Math.min(weight, (atMost - heaviest[limit - count * takes]!) / count);
  }
  return weight > 1e-9 && weight < Infinity ? weight : 0;
}
