/**
 * What whole items can count at most under one bound. Of a 6-hour block, a 4-hour item and two thirds of a 3-hour one count
 * all 6 hours, and the last third counts elsewhere; whole ones can't do that. The inequality found here (a flow cover or a
 * knapsack cover, where it is a known one) says how many hours so many items can count, and not more than mixtures of whole
 * choices can.
 *
 * A small linear program mixes whole choices into the fractional amounts; its prices are the inequality. Dynamic
 * programming finds the whole choice that it still lacks.
 */
import { Tableau, type Name, type Term } from './tableau.ts';

/** Items of which as many hours can count under the bound. */
export type Counting = {
  readonly hours: number;
  /** How many there are. */
  readonly most: number;
  /** How many of them the fractional answer uses. */
  readonly amount: number;
};

/** Hours that count are at most `base`, and for each item of a size its `perItem` more. */
export type Envelope = { readonly base: number; readonly perItem: readonly number[] };

const little = 1e-4;
const rounds = 60;

/**
 * The inequality that fractional amounts break when so many of their hours count under the bound, in whole choices that have
 * fewer hours than `end`; or none. Items of sizes that are not used count as much as they may beside the others.
 */
export function envelope(
  bound: number,
  end: number,
  sizes: readonly Counting[],
  counted: number,
): Envelope | undefined {
  const used = sizes.filter(({ amount, hours }) => amount > 1e-7 && hours < end);
  if (haveRoom(used, bound)) return undefined;
  const choices = new Choices(bound, end, used);
  const program = new Tableau();
  const ofSize = used.map(({ amount }) => program.addRow([], amount));
  const one = program.addRow([], 1);
  const price = (row: Name): number => Math.max(0, -program.lossOf(row));
  for (let round = 0; round < rounds; round++) {
    const prices = ofSize.map(price);
    const base = choices.choose(prices);
    // No whole choice is worth more at these prices than the mixture: they are the inequality that cuts off most.
    if (base <= price(one) + 1e-6) {
      const most = used.reduce((sum, { amount }, index) => sum + amount * prices[index]!, base);
      if (counted <= most + little) return undefined;
      return { base, perItem: sizes.map((size) => prices[used.indexOf(size)] ?? choices.lift(size, base)) };
    }
    const rows: Term[] = [[one, 1]];
    choices.counts().forEach((count, index) => count > 0 && rows.push([ofSize[index]!, count]));
    program.addAmounts([{ rows, first: choices.reached, second: 0 }]);
    program.improve();
    if (program.stuck || program.value.first >= counted - little) return undefined;
  }
  return undefined;
}

/** True if the bound has room for the items of each size rounded up: then the amounts are a mixture of whole choices. */
function haveRoom(sizes: readonly Counting[], bound: number): boolean {
  const amounts = new Map<number, number>();
  for (const { hours, amount } of sizes) amounts.set(hours, (amounts.get(hours) ?? 0) + amount);
  let room = bound;
  for (const [hours, amount] of amounts) room -= hours * Math.ceil(amount - 1e-7);
  return room >= 0;
}

/** The whole choices of items under a bound. */
class Choices {
  private readonly bound: number;
  private readonly sizes: readonly Counting[];
  /** The lowest price of so many hours, and how many items of each size make them, size after size. */
  private readonly cheapest: Float64Array;
  private readonly chosen: Int32Array;
  private best = 0;

  /** Of the hours, all below `end` may be chosen. */
  constructor(bound: number, end: number, sizes: readonly Counting[]) {
    this.bound = bound;
    this.sizes = sizes;
    this.cheapest = new Float64Array(end);
    this.chosen = new Int32Array(end * (sizes.length + 1));
  }

  /** Finds the choice that counts most hours beyond its price, and says how many. */
  choose(perItem: readonly number[]): number {
    const { bound, cheapest } = this;
    cheapest.fill(Infinity);
    cheapest[0] = 0;
    this.chosen.fill(0);
    perItem.forEach((price, index) => this.add(this.sizes[index]!, price, index));
    let most = 0;
    this.best = 0;
    for (let hours = 1; hours < cheapest.length; hours++) {
      const gain = Math.min(bound, hours) - cheapest[hours]!;
      if (gain > most + 1e-12) [most, this.best] = [gain, hours];
    }
    return most;
  }

  /** The hours that count of the choice. */
  get reached(): number {
    return Math.min(this.bound, this.best);
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
  lift(size: Counting, base: number): number {
    const { cheapest } = this;
    const { hours, most } = size;
    let price = hours < cheapest.length ? 0 : hours;
    for (let count = 1; count <= most; count++) {
      for (let sum = count * hours; sum < cheapest.length; sum++) {
        price = Math.max(price, (Math.min(this.bound, sum) - cheapest[sum - count * hours]! - base) / count);
      }
    }
    this.add(size, price, this.sizes.length);
    return price;
  }

  /** Lets choices have items of this size, too. */
  private add({ hours, most }: Counting, price: number, index: number): void {
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
