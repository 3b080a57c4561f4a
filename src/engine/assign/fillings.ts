/**
 * The best answer of hard problems in which each item goes whole under one of several limits. A *filling* is a set of items
 * that a limit has room for. Once the items have good prices, no filling of a limit is worth much more than its items cost,
 * and few are worth nearly that much; the best answer is made of those. The prices are found step by step (Lagrange
 * multipliers by a subgradient), the fillings by dynamic programming, and the answer by covering each item once.
 */
import { worthOf, type Model, type Option } from './model.ts';

/** One item under a limit. */
type Use = { readonly option: number; readonly item: number; readonly takes: number; readonly worth: number };
/**
 * A limit. `most` says what its first so many uses are worth at most beyond their items' prices, in so much room: row by row
 * for one use more, the first row for none.
 */
type Bin = { readonly room: number; readonly uses: readonly Use[]; readonly most: Float64Array };

/** How much less it is worth, beyond prices, than the best filling of its limit; and its items. */
type Filling = { readonly loss: number; readonly items: readonly number[] };
/** A limit without its filling yet, and those it may have. */
type Open = readonly [limit: number, fillings: readonly Filling[]];

/** Tables with more entries would take longer than they save. */
const largest = 5e5;
/** Fillings are listed item by item, each within the one before. */
const mostItems = 500;
/**
 * Prices move so often, by so much of what lies between the bound and the best known, and by less after each move that did
 * not make the bound lower.
 */
const rounds = 200;
const firstMove = 0.2;
const lessWhereWorse = 0.9;
/** A filling may lose so much at first, in values, which are whole; and each time more. */
const firstLoss = 1;
const moreEachTime = 1.5;
/** Listing a use of a filling, and a filling, takes as long as working on so many table entries. */
const perUse = 5;
const perFilling = 200;

/**
 * The problem by its fillings; undefined where items count in part or may be used twice under a limit, where alike ones are
 * not told apart, or where other rules hold.
 */
export function fillingsOf(model: Model): Fillings | undefined {
  const { classes, options, limits } = model;
  if (classes.length > mostItems || classes.some((count) => count !== 1) || !options.every(isPlain)) return undefined;
  const uses = limits.map((): Use[] => []);
  const ofItems = classes.map(() => 0);
  for (const [index, option] of options.entries()) {
    const [limit, takes] = option.takes[0]!;
    const { first } = worthOf(option, { counted: option.reach, spilled: 0 });
    if (uses[limit]!.some(({ item }) => item === option.class)) return undefined;
    uses[limit]!.push({ option: index, item: option.class, takes, worth: first });
    ofItems[option.class] = Math.max(ofItems[option.class]!, first);
  }
  const sizes = limits.map((room, limit) => (uses[limit]!.length + 1) * (room + 1));
  if (sizes.reduce((sum, size) => sum + size, 0) > largest) return undefined;
  const bins = limits.map((room, limit) => ({ room, uses: uses[limit]!, most: new Float64Array(sizes[limit]!) }));
  return new Fillings(bins, ofItems);
}

function isPlain({ takes, caps, spill, choices, pinned, item, hour }: Option): boolean {
  const isOneLimit = takes.length === 1 && takes[0]![1] > 0;
  return isOneLimit && !caps.length && !spill && !choices.length && !pinned && item.second === 0 && hour.second === 0;
}

export type Filled = {
  /** The options that the best answer uses; none, if it is no better than the one known. */
  readonly found: readonly number[];
  /** No answer is worth more. */
  readonly bound: number;
  /** About how many table entries were worked on. */
  readonly work: number;
};

export class Fillings {
  private bound = Infinity;
  private found: readonly number[] = [];
  private work = 0;
  private mostWork = 0;
  /** What the best known answer is worth. */
  private best = 0;
  private readonly bins: readonly Bin[];
  /** By item. */
  private prices: readonly number[];
  /** By limit. */
  private readonly chosen: Filling[] = [];
  /** By item: whether it has its place, or is left out; and in how many fillings it is. */
  private readonly placed: Uint8Array;
  private readonly counts: Int32Array;

  constructor(bins: readonly Bin[], prices: readonly number[]) {
    this.bins = bins;
    this.prices = prices;
    this.placed = new Uint8Array(prices.length);
    this.counts = new Int32Array(prices.length);
  }

  /** Looks for what is worth more than the best known, of ever more fillings, until all that matter were among them. */
  search(best: number, mostWork: number): Filled {
    this.best = best;
    this.mostWork = mostWork;
    this.movePrices();
    for (let most = firstLoss; this.budget() > 0 && this.work < mostWork; most *= moreEachTime) {
      const areAll = moreEachTime * most >= this.budget();
      const open = this.bins.map((bin, limit): Open => [limit, this.list(bin, areAll ? this.budget() : most)]);
      this.cover(open, 0);
      if (areAll && this.work < mostWork) this.bound = this.best;
    }
    return { found: this.found, bound: this.budget() > 0 ? this.bound : this.best, work: this.work };
  }

  /** How much of the bound an answer may lose that is worth more than the best: 1 more, as values are whole. */
  private budget(): number {
    return this.bound - this.best - 0.5;
  }

  /** Moves prices to where the bound is low: up for items that several limits would take, down for those that none would. */
  private movePrices(): void {
    const prices = [...this.prices];
    for (let round = 0, share = firstMove; round < rounds; round++) {
      let bound = prices.reduce((sum, price) => sum + price, 0);
      const more = prices.map(() => -1);
      for (const bin of this.bins) {
        const { room, uses, most } = bin;
        this.lay(bin, prices);
        bound += most.at(-1)!;
        let left = room;
        for (let at = uses.length; at > 0; at--) {
          const { item, takes } = uses[at - 1]!;
          if (most[at * (room + 1) + left] === most[(at - 1) * (room + 1) + left]) continue;
          more[item]!++;
          left -= takes;
        }
      }
      if (bound >= this.bound) share *= lessWhereWorse;
      else {
        this.bound = bound;
        this.prices = [...prices];
      }
      const move = (share * (this.bound - this.best)) / Math.hypot(1, ...more);
      for (const [item, times] of more.entries()) prices[item] = Math.max(0, prices[item]! + move * times);
    }
    for (const bin of this.bins) this.lay(bin, this.prices);
  }

  private lay({ room, uses, most }: Bin, prices: readonly number[]): void {
    const width = room + 1;
    for (const [at, { item, takes, worth }] of uses.entries()) {
      const gain = worth - prices[item]!;
      const from = at * width;
      for (let left = 0; left < width; left++) {
        const without = most[from + left]!;
        const beside = left < takes ? 0 : most[from + left - takes]! + gain;
        most[from + width + left] = beside > without ? beside : without;
      }
    }
    this.work += most.length;
  }

  /** The fillings of a limit that lose at most so much, those that lose least first. */
  private list({ room, uses, most: table }: Bin, most: number): Filling[] {
    const fillings: Filling[] = [];
    const items: number[] = [];
    const go = (at: number, left: number, loss: number): void => {
      if (this.work > this.mostWork) return;
      if (at === 0) {
        this.work += perFilling;
        fillings.push({ loss, items: [...items] });
        return;
      }
      this.work += perUse;
      const { item, takes, worth } = uses[at - 1]!;
      const below = (at - 1) * (room + 1) + left;
      const best = loss + table[below + room + 1]!;
      const without = best - table[below]!;
      if (without <= most) go(at - 1, left, without);
      if (takes > left) return;
      const beside = best - table[below - takes]! - worth + this.prices[item]!;
      if (beside > most) return;
      items.push(item);
      go(at - 1, left - takes, beside);
      items.pop();
    };
    go(uses.length, room, 0);
    return fillings.sort((a, b) => a.loss - b.loss);
  }

  /**
   * Tries fillings of the limits that are left, for the items that have no place yet, after so much was lost. Begins where
   * there are fewest: with an item's fillings or with a limit's.
   */
  private cover(open: readonly Open[], lost: number): void {
    const { prices, placed, counts, chosen } = this;
    const fits = ({ items }: Filling): boolean => {
      for (const item of items) if (placed[item]) return false;
      return true;
    };
    const least = open.map(([, its]) => its.find(fits)?.loss ?? Infinity);
    const left = least.reduce((rest, loss) => rest - loss, this.budget() - lost);
    if (left < 0) return;
    counts.fill(0);
    this.work += counts.length;
    const fitting = open.map(([limit, its], at): Open => {
      const fit: Filling[] = [];
      for (const one of its) {
        if (one.loss > left + least[at]!) break;
        if (!fits(one)) continue;
        fit.push(one);
        for (const item of one.items) counts[item]!++;
      }
      this.work += its.length + 4 * fit.length;
      return [limit, fit];
    });
    if (this.work > this.mostWork) return;
    let next = -1;
    for (let item = 0; item < prices.length; item++) {
      if (!placed[item] && (next < 0 || counts[item]! < counts[next]!)) next = item;
    }
    const [fewest] = fitting.sort(([, a], [, b]) => a.length - b.length);
    const ofLimit = fewest && (next < 0 || fewest[1].length < counts[next]!);
    for (const one of ofLimit ? [fewest] : fitting) {
      const [limit, its] = one;
      const others = fitting.filter((other) => other !== one);
      for (const filling of its) {
        if (!ofLimit && !filling.items.includes(next)) continue;
        chosen[limit] = filling;
        for (const item of filling.items) placed[item] = 1;
        this.cover(others, lost + filling.loss);
        for (const item of filling.items) placed[item] = 0;
      }
    }
    if (ofLimit) return;
    // The item is left out.
    if (next >= 0) {
      if (prices[next]! > left) return;
      placed[next] = 1;
      this.cover(fitting, lost + prices[next]!);
      placed[next] = 0;
      return;
    }
    this.best = Math.round(this.bound - lost);
    this.found = this.bins.flatMap(({ uses }, limit) =>
      uses.filter(({ item }) => chosen[limit]!.items.includes(item)).map(({ option }) => option),
    );
  }
}
