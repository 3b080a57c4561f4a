/**
 * Better whole answers near a good one, for problems that are hard. A few items drawn are taken out and put back in the
 * best way, found exactly; what is worth a little less is taken too, ever less of it, which leads out of answers that no
 * such change makes better. Prices of the room under bounds say early which ways lead nowhere. Items are drawn from the
 * same numbers each time.
 */
import { waysOf, worthOf, type Model, type Option, type Way } from './model.ts';

/** What the fractional answer without cuts says of whole ones. */
export type Guide = {
  /** By option, how much one more item loses of the value. */
  readonly losses: Float64Array;
  /** What room is worth under each limit and then under each cap. */
  readonly prices: readonly number[];
};

/** An item of an option used in one way: its worth, also less the price of the room it takes, and that room. */
type Use = {
  readonly option: number;
  readonly first: number;
  readonly net: number;
  readonly bounds: readonly number[];
  readonly amounts: readonly number[];
};
/** An item with the uses it may have, the best net ones first, and the one it has. */
type Item = { readonly uses: readonly Use[]; use: Use; readonly size: number };

/** Uses that are looked at in one run, and of them, for one change. */
const looks = 5e6;
const looksAtOnce = 2_000;
/** About as much work as so many table entries. */
export const effort = 3 * looks;
/** So many options for an item are in play at least, those that lose least; in other runs up to two more. */
const leastOptions = 2;
/** How often the dearest option's loss a change may lose at first. */
const slackness = 2;
/** Items taken out at once: more after a change that was looked through whole, fewer after one that was not. */
const more = 0.05;
const fewer = 0.4;

/**
 * By option, the items of the best answer found from a start. Another `seed` draws other items. Choices stay as they are.
 */
export function improve(model: Model, start: Int32Array, { losses, prices }: Guide, seed: number): Int32Array {
  const best = Int32Array.from(start);
  const ranked = losses.slice().sort();
  const inPlay = model.classes.length * (leastOptions + (seed % 3));
  const dearest = ranked.at(-inPlay) ?? ranked[0] ?? 0;
  const { items, room } = layOut(model, start, prices, (option) => losses[option]! >= dearest);
  const movable = items.filter(({ uses }) => uses.length > 1);
  const largest = movable.length;
  let state = seed;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
  const filling = new Filling(room);
  let size = 6;
  let value = 0;
  let most = 0;
  for (let looked = 0; largest && looked < looks;) {
    const many = Math.min(Math.floor(size), largest);
    for (let to = 0; to < many; to++) {
      const from = to + draw(largest - to);
      [movable[to], movable[from]] = [movable[from]!, movable[to]!];
    }
    const forced = movable[draw(many)]!.use;
    // The largest first: small ones fit into what room those leave.
    const out = movable.slice(0, many).sort((a, b) => b.size - a.size);
    const slack = -slackness * dearest * (1 - looked / looks) * (draw(1000) / 1000);
    value += filling.again(out, prices, forced, slack);
    looked += filling.looked + 3 * many;
    size = Math.min(largest, Math.max(4, size + (filling.looked > looksAtOnce ? -fewer : more)));
    if (value <= most) continue;
    most = value;
    best.fill(0);
    for (const { use } of items) if (use.option >= 0) best[use.option]!++;
  }
  return best;
}

/** Puts items that were taken out back in, the best way there is room for. */
class Filling {
  /** Uses looked at for the last change. */
  looked = 0;
  private readonly room: Float64Array;
  private out: readonly Item[] = [];
  /** What this item and those after it are worth at most, net of the room they take. */
  private rest: number[] = [];
  private forbidden: Use | undefined;
  private readonly chosen: Use[] = [];
  private found: Use[] | undefined;
  /** What has to be passed. */
  private target = 0;

  constructor(room: Float64Array) {
    this.room = room;
  }

  /**
   * Takes items out and in again, one of them not as before, where that loses no more than the slack. Says how much is
   * gained.
   */
  again(out: readonly Item[], prices: readonly number[], forbidden: Use, slack: number): number {
    const { room } = this;
    let before = 0;
    for (const { use } of out) {
      take(room, use, -1);
      before += use.first;
    }
    this.out = out;
    this.forbidden = forbidden;
    this.rest = [0];
    for (let at = out.length - 1; at >= 0; at--) this.rest.unshift(this.rest[0]! + out[at]!.uses[0]!.net);
    this.found = undefined;
    this.looked = 0;
    this.target = before - slack - 1e-6;
    this.put(
      0,
      0,
      prices.reduce((sum, price, bound) => sum + price * room[bound]!, 0),
    );
    const found = this.found as Use[] | undefined;
    found?.forEach((use, at) => (out[at]!.use = use));
    for (const { use } of out) take(room, use, 1);
    return found ? this.target - before : 0;
  }

  /** Tries the uses of an item and of those after it. `most`: what is put in and the room that is left are worth. */
  private put(at: number, worth: number, most: number): void {
    const { out, room, chosen } = this;
    if (at === out.length) {
      if (worth <= this.target || room.some((left) => left < 0)) return;
      this.target = worth;
      this.found = chosen.slice(0, at);
      return;
    }
    const rest = this.rest[at + 1]!;
    for (const use of out[at]!.uses) {
      if (most + use.net + rest <= this.target + 1e-6 || ++this.looked > looksAtOnce) return;
      if (use === this.forbidden || !fits(room, use)) continue;
      take(room, use, 1);
      chosen[at] = use;
      this.put(at + 1, worth + use.first, most + use.net);
      take(room, use, -1);
    }
  }
}

/** The items one by one, and the room that they leave under each limit and then under each cap. */
function layOut(
  model: Model,
  start: Int32Array,
  prices: readonly number[],
  among: (option: number) => boolean,
): { items: Item[]; room: Float64Array } {
  const { classes, options, limits, caps } = model;
  const setsOf = (option: Option): string[] => option.choices.map(({ choice, set }) => `${choice}\n${set}`);
  const sets = new Set(options.flatMap((option, index) => (start[index]! > 0 ? setsOf(option) : [])));
  const usesOf = classes.map((): Use[] => [{ option: -1, first: 0, net: 0, bounds: [], amounts: [] }]);
  const now: { readonly uses: readonly Use[]; readonly use: Use }[] = [];
  const left = [...classes];
  const room = Float64Array.of(...limits, ...caps);
  for (const [index, option] of options.entries()) {
    const count = start[index]!;
    if (!count && !(among(index) && setsOf(option).every((set) => sets.has(set)))) continue;
    const [use, ...others] = waysOf(option).map((way) => useOf(model, prices, index, way));
    const uses = usesOf[option.class]!;
    uses.push(use!, ...others);
    left[option.class]! -= count;
    for (let item = 0; item < count; item++) {
      now.push({ uses: item < option.pinned ? [use!] : uses, use: use! });
      take(room, use!, 1);
    }
  }
  for (const [index, count] of left.entries()) {
    const uses = usesOf[index]!;
    for (let item = 0; item < count; item++) now.push({ uses, use: uses[0]! });
  }
  for (const uses of usesOf) uses.sort((a, b) => b.net - a.net);
  const items = now.map(({ uses, use }) => {
    const size = uses.reduce((sum, { first, net }) => sum + first - net, 0) / uses.length;
    return { uses, use, size };
  });
  // What sticks out of caps now may go on doing so.
  return { items, room: room.map((hours) => Math.max(0, hours)) };
}

function useOf({ options, limits }: Model, prices: readonly number[], index: number, way: Way): Use {
  const option = options[index]!;
  const limit = (cap: number): number => limits.length + cap;
  const takes = [
    ...option.takes,
    ...option.caps.map((cap) => [limit(cap), way.counted] as const),
    ...(option.spill?.caps ?? []).map((cap) => [limit(cap), way.spilled] as const),
  ].filter(([, amount]) => amount !== 0);
  const { first } = worthOf(option, way);
  return {
    option: index,
    first,
    net: takes.reduce((left, [bound, amount]) => left - prices[bound]! * amount, first),
    bounds: takes.map(([bound]) => bound),
    amounts: takes.map(([, amount]) => amount),
  };
}

/** Takes the room that so many items used this way need. */
function take(room: Float64Array, { bounds, amounts }: Use, times: number): void {
  for (let index = 0; index < bounds.length; index++) room[bounds[index]!]! -= times * amounts[index]!;
}

function fits(room: Float64Array, { bounds, amounts }: Use): boolean {
  for (let index = 0; index < bounds.length; index++) if (room[bounds[index]!]! < amounts[index]!) return false;
  return true;
}
