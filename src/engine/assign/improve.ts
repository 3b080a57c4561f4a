/**
 * Better whole answers near a good one, for problems that are hard. An item moves to another use; where that breaks a
 * bound, an item under the bound moves on, and so a few times. Moves that lose a little are taken too, ever less of them:
 * that leads out of answers that no one move makes better. Moves are drawn, but from the same numbers each time.
 */
import { waysOf, worthOf, type Model, type Option, type Way } from './model.ts';

/** An item of an option used in one way: its worth, and how much it takes of which limits and caps. */
type Use = {
  readonly option: number;
  readonly first: number;
  readonly bounds: readonly number[];
  readonly amounts: readonly number[];
};
/** An item with the uses it may have, and the one it has. */
type Item = { readonly uses: readonly Use[]; use: Use };

const unused: Use = { option: -1, first: 0, bounds: [], amounts: [] };
/** Items that move for one another. */
const longest = 4;

/** Moves that are tried, times the items: each looks through many of them. About as much work as so many table entries. */
export const effort = 600_000;

/**
 * By option, the items of the best answer found from a start. `among`: the only options to move to, beside those used.
 * `slack`: what moves may lose at first. Another `seed` draws other moves. Choices stay as they are.
 */
export function improve(
  model: Model,
  start: Int32Array,
  among: (option: number) => boolean,
  slack: number,
  seed: number,
): Int32Array {
  const best = Int32Array.from(start);
  const { items, room } = layOut(model, start, among);
  const moves = Math.floor(effort / Math.max(1, items.length));
  let state = seed;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };

  /** Items that moved, and the uses they had. */
  const moved: number[] = [];
  const before: Use[] = [];
  let gain = 0;
  const move = (at: number, use: Use): void => {
    const item = items[at]!;
    gain += use.first - item.use.first;
    take(room, item.use, -1);
    take(room, use, 1);
    item.use = use;
  };
  const brokenBound = (): number => {
    for (let index = 0; index < moved.length; index++) {
      for (const bound of items[moved[index]!]!.use.bounds) if (room[bound]! < 0) return bound;
      for (const bound of before[index]!.bounds) if (room[bound]! < 0) return bound;
    }
    return -1;
  };
  /** An item that takes of the bound, or -1. */
  const under = (bound: number): number => {
    const from = draw(items.length);
    for (let count = 0; count < items.length; count++) {
      const at = (from + count) % items.length;
      const { bounds, amounts } = items[at]!.use;
      const index = bounds.indexOf(bound);
      if (index >= 0 && amounts[index]! > 0 && !moved.includes(at)) return at;
    }
    return -1;
  };
  /** The use that is worth most of those there is room for, or else any. */
  const nextOf = ({ uses, use: old }: Item): Use => {
    let next = uses[draw(uses.length)]!;
    if (!moved.length) return next;
    take(room, old, -1);
    let most = -Infinity;
    for (const use of uses) {
      if (use === old || use.first <= most || !fits(room, use)) continue;
      next = use;
      most = use.first;
    }
    take(room, old, 1);
    return next;
  };

  let value = 0;
  let most = 0;
  for (let count = 0; items.length && count < moves; count++) {
    moved.length = before.length = gain = 0;
    let bound = -1;
    for (let at = draw(items.length); at >= 0 && moved.length < longest; at = under(bound)) {
      const item = items[at]!;
      const next = nextOf(item);
      moved.push(at);
      before.push(item.use);
      move(at, next);
      bound = brokenBound();
      if (bound < 0) break;
    }
    if (bound >= 0 || gain < -slack * (1 - count / moves)) {
      for (let index = moved.length - 1; index >= 0; index--) move(moved[index]!, before[index]!);
      continue;
    }
    value += gain;
    if (value <= most) continue;
    most = value;
    best.fill(0);
    for (const { use } of items) if (use !== unused) best[use.option]!++;
  }
  return best;
}

/** The items one by one, and the room that they leave under each limit and then under each cap. */
function layOut(
  model: Model,
  start: Int32Array,
  among: (option: number) => boolean,
): { items: Item[]; room: number[] } {
  const { classes, options, limits, caps } = model;
  const setsOf = (option: Option): string[] => option.choices.map(({ choice, set }) => `${choice}\n${set}`);
  const sets = new Set(options.flatMap((option, index) => (start[index]! > 0 ? setsOf(option) : [])));
  const usesOf = classes.map(() => [unused]);
  const items: Item[] = [];
  const left = [...classes];
  const room = [...limits, ...caps];
  for (const [index, option] of options.entries()) {
    const count = start[index]!;
    if (!count && !(among(index) && setsOf(option).every((set) => sets.has(set)))) continue;
    const [use, ...others] = waysOf(option).map((way) => useOf(model, index, way));
    const uses = usesOf[option.class]!;
    uses.push(use!, ...others);
    left[option.class]! -= count;
    for (let item = 0; item < count; item++) {
      items.push({ uses: item < option.pinned ? [use!] : uses, use: use! });
      take(room, use!, 1);
    }
  }
  for (const [index, count] of left.entries()) {
    for (let item = 0; item < count; item++) items.push({ uses: usesOf[index]!, use: unused });
  }
  // What sticks out of caps now may go on doing so.
  return { items, room: room.map((hours) => Math.max(0, hours)) };
}

function useOf({ options, limits }: Model, index: number, way: Way): Use {
  const option = options[index]!;
  const limit = (cap: number): number => limits.length + cap;
  const takes = [
    ...option.takes,
    ...option.caps.map((cap) => [limit(cap), way.counted] as const),
    ...(option.spill?.caps ?? []).map((cap) => [limit(cap), way.spilled] as const),
  ].filter(([, amount]) => amount !== 0);
  return {
    option: index,
    first: worthOf(option, way).first,
    bounds: takes.map(([bound]) => bound),
    amounts: takes.map(([, amount]) => amount),
  };
}

/** Takes the room that so many items used this way need. */
function take(room: number[], { bounds, amounts }: Use, times: number): void {
  for (let index = 0; index < bounds.length; index++) room[bounds[index]!]! -= times * amounts[index]!;
}

function fits(room: readonly number[], { bounds, amounts }: Use): boolean {
  for (let index = 0; index < bounds.length; index++) if (room[bounds[index]!]! < amounts[index]!) return false;
  return true;
}
