/**
 * What whole items can fill of one limit. Under 6 hours a 4-hour item and two thirds of a 3-hour one fill all 6; whole ones
 * can't do that. The inequality found here (a knapsack cover, where it is a known one) lets no amounts pass that are not
 * mixtures of whole choices.
 *
 * A small linear program mixes whole choices into the fractional amounts; its prices are the inequality. Dynamic
 * programming finds the whole choice that it still lacks.
 */
import { Tableau, type Name, type Term } from './tableau.ts';

/** Items that take the same of a limit. */
export type Alike = {
  /** What one of them takes. */
  readonly hours: number;
  /** How many there are. */
  readonly most: number;
  /** How many of them the fractional answer uses. */
  readonly amount: number;
};

/** For each size, by how much its items' hours count for less than their own; and the most that whole choices then count. */
type Prices = { readonly base: number; readonly perItem: readonly number[] };

const little = 1e-4;
const rounds = 60;
/** Prices are good enough that cut off so large a share of what any can. */
const enough = 0.5;

/**
 * Weights by size, that every whole choice within the limit keeps to 1 and the amounts do not; or none. Sizes that are not
 * used weigh as much as they may beside the others.
 */
export function separate(limit: number, sizes: readonly Alike[]): number[] | undefined {
  const used = sizes.filter(({ amount, hours }) => amount > 1e-7 && hours <= limit);
  const choices = new Choices(limit, used);
  const found = pricesFor(choices, used);
  if (!found) return undefined;
  const { base, perItem } = found;
  const priceOf = new Map(used.map((size, index) => [size, perItem[index]!]));
  return sizes.map((size) => {
    const weight = size.hours - (priceOf.get(size) ?? choices.lift(size, base));
    return weight > 1e-9 ? weight / base : 0;
  });
}

function pricesFor(choices: Choices, sizes: readonly Alike[]): Prices | undefined {
  const taken = sizes.reduce((sum, { hours, amount }) => sum + hours * amount, 0);
  const program = new Tableau();
  const ofSize = sizes.map(({ amount }) => program.addRow([], amount));
  const one = program.addRow([], 1);
  const price = (row: Name): number => Math.max(0, -program.lossOf(row));
  for (let round = 0; round < rounds; round++) {
    const perItem = ofSize.map(price);
    const base = choices.choose(perItem);
    const cutOff = sizes.reduce((left, { amount }, index) => left - amount * perItem[index]!, taken - base);
    if (cutOff > Math.max(little, enough * (taken - program.value.first))) return { base, perItem };
    if (base <= price(one) + 1e-6) return undefined;
    const rows: Term[] = [[one, 1]];
    choices.counts().forEach((count, index) => count > 0 && rows.push([ofSize[index]!, count]));
    program.addAmounts([{ rows, first: choices.best, second: 0 }]);
    program.improve();
    if (program.stuck || program.value.first >= taken - little) return undefined;
  }
  return undefined;
}

/** The whole choices of items within a limit. */
class Choices {
  /** The hours of the choice that was found. */
  best = 0;
  private readonly sizes: readonly Alike[];
  /** The lowest price of so many hours, and how many items of each size make them, size after size. */
  private readonly cheapest: Float64Array;
  private readonly chosen: Int32Array;

  constructor(limit: number, sizes: readonly Alike[]) {
    this.sizes = sizes;
    this.cheapest = new Float64Array(limit + 1);
    this.chosen = new Int32Array((limit + 1) * (sizes.length + 1));
  }

  /** Finds the choice that takes most hours beyond its price, and says how many beyond. */
  choose(perItem: readonly number[]): number {
    const { cheapest } = this;
    cheapest.fill(Infinity);
    cheapest[0] = 0;
    this.chosen.fill(0);
    perItem.forEach((price, index) => this.add(this.sizes[index]!, price, index));
    let most = 0;
    this.best = 0;
    for (let hours = 1; hours < cheapest.length; hours++) {
      const gain = hours - cheapest[hours]!;
      if (gain > most + 1e-12) [most, this.best] = [gain, hours];
    }
    return most;
  }

  /** How many items of each size the choice has. */
  counts(): number[] {
    let left = this.best;
    const counts = this.sizes.map(() => 0);
    for (let index = counts.length - 1; index >= 0; index--) {
      counts[index] = this.chosen[index * this.cheapest.length + left]!;
      left -= counts[index]! * this.sizes[index]!.hours;
    }
    return counts;
  }

  /** The lowest price of items of one more size, with which no choice gains more than the base. */
  lift(size: Alike, base: number): number {
    const { cheapest } = this;
    const { hours, most } = size;
    let price = hours < cheapest.length ? 0 : hours;
    for (let count = 1; count <= most; count++) {
      for (let sum = count * hours; sum < cheapest.length; sum++) {
        price = Math.max(price, (sum - cheapest[sum - count * hours]! - base) / count);
      }
    }
    this.add(size, price, this.sizes.length);
    return price;
  }

  /** Lets choices have items of this size, too. */
  private add({ hours, most }: Alike, price: number, index: number): void {
    const { cheapest, chosen } = this;
    const start = index * cheapest.length;
    for (let sum = cheapest.length - 1; sum >= hours; sum--) {
      const fitting = Math.min(most, Math.floor(sum / hours));
      for (let count = 1; count <= fitting; count++) {
        const costs = cheapest[sum - count * hours]! + count * price;
        if (costs >= cheapest[sum]! - 1e-12) continue;
        cheapest[sum] = costs;
        chosen[start + sum] = count;
      }
    }
  }
}
