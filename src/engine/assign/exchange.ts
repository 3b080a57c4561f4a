/**
 * A better whole answer where every item lies under one limit and nothing else is asked: jobs and agents, made to be hard.
 * Degrees are not like that, so they don't carry this.
 *
 * Moves one item, or exchanges two, whatever gains most, again and again, even if it is a loss. What lies over a limit has
 * a price that rises while the limit is broken and falls while none is; what was just left is not taken again for a while.
 */
import type { Model } from './model.ts';
import type { Improve } from './search.ts';

const rounds = 24_000;
/** Only ways of use are tried that cost less than this share of what is still to be gained. */
const promising = 0.15;
const [dearer, cheaper] = [1.005, 0.998];

/** By class and place: a limit, or none. */
type Table = {
  readonly option: Int32Array;
  readonly worth: Float64Array;
  readonly takes: Float64Array;
  /** The round from which an item may go there. */
  readonly from: Int32Array;
};

type Move = { gain: number; item: number; place: number; other: number };

/** Better items by option, if any are found. */
export const exchange: Improve = (model, start, losses, most) => {
  if (!isOfPlaces(model)) return undefined;
  const { classes, limits } = model;
  const none = limits.length;
  const width = none + 1;
  const table = tableOf(model, start, losses, promising * most);
  const { option, worth, takes, from } = table;
  const at = classes.map((_, item) => placeOf(table, start, item * width, none));
  const room = Float64Array.from([...limits, Infinity]);
  const price = new Float64Array(width).fill(1);
  let value = 0;
  const put = (item: number, place: number, times: 1 | -1): void => {
    room[place]! -= times * takes[item * width + place]!;
    value += times * worth[item * width + place]!;
  };
  at.forEach((place, item) => put(item, place, 1));

  let best = value;
  let bestAt: number[] | undefined;
  for (let round = 1; round <= rounds; round++) {
    const { gain, item, place, other } = bestMove(table, at, room, price, round);
    if (gain === -Infinity) continue;
    const left = at[item]!;
    for (const [mover, to] of other < 0
      ? [[item, place] as const]
      : ([
          [item, place],
          [other, left],
        ] as const)) {
      from[mover * width + at[mover]!] = round + 3 + (round % 5);
      put(mover, at[mover]!, -1);
      put(mover, to, 1);
      at[mover] = to;
    }
    let isBroken = false;
    for (let limit = 0; limit < none; limit++) {
      if (room[limit]! < 0) isBroken = true;
      price[limit]! *= room[limit]! < 0 ? dearer : cheaper;
    }
    if (isBroken || value <= best) continue;
    best = value;
    bestAt = [...at];
  }
  const items = bestAt && new Int32Array(model.options.length);
  bestAt?.forEach((place, item) => place < none && (items![option[item * width + place]!] = 1));
  return { items, work: (rounds * classes.length * (width + classes.length / 2)) | 0 };
};

function isOfPlaces({ classes, options }: Model): boolean {
  const isPlain = options.every(
    ({ takes, hours, choices, pinned }) =>
      takes.length === 1 && takes[0]![1] > 0 && hours === 0 && !choices.length && !pinned,
  );
  const names = new Set(options.map(({ class: item, takes }) => item + takes[0]![0] * classes.length));
  return isPlain && names.size === options.length && classes.every((count) => count === 1);
}

function tableOf({ classes, options, limits }: Model, start: Int32Array, losses: Float64Array, most: number): Table {
  const width = limits.length + 1;
  const size = classes.length * width;
  const table = {
    option: new Int32Array(size).fill(-1),
    worth: new Float64Array(size),
    takes: new Float64Array(size),
    from: new Int32Array(size).fill(rounds + 1),
  };
  classes.forEach((_, item) => (table.from[item * width + limits.length] = 0));
  for (const [index, { class: item, takes, item: worth }] of options.entries()) {
    const [limit, amount] = takes[0]!;
    const at = item * width + limit;
    table.option[at] = index;
    table.worth[at] = worth.first;
    table.takes[at] = amount;
    if (start[index]! > 0 || -losses[index]! < most) table.from[at] = 0;
  }
  return table;
}

/** Where an item lies at the start. */
function placeOf({ option }: Table, start: Int32Array, row: number, none: number): number {
  for (let place = 0; place < none; place++) {
    const index = option[row + place]!;
    if (index >= 0 && start[index]! > 0) return place;
  }
  return none;
}

/** The move that gains most in this round, by worth and by what lies over limits. */
function bestMove(
  { worth, takes, from }: Table,
  at: readonly number[],
  room: Float64Array,
  price: Float64Array,
  round: number,
): Move {
  const width = room.length;
  const over = room.map((left, place) => overPrice(left, price[place]!));
  const move: Move = { gain: -Infinity, item: 0, place: 0, other: 0 };
  for (let item = 0, row = 0; item < at.length; item++, row += width) {
    const here = at[item]!;
    const left = room[here]! + takes[row + here]!;
    const kept = over[here]! - worth[row + here]!;
    const moved = kept - overPrice(left, price[here]!);
    for (let place = 0; place < width; place++) {
      if (place === here || from[row + place]! > round) continue;
      const there = overPrice(room[place]! - takes[row + place]!, price[place]!);
      const gain = moved + worth[row + place]! + over[place]! - there;
      if (gain > move.gain) note(move, gain, item, place, -1);
    }
    for (let other = item + 1, otherRow = row + width; other < at.length; other++, otherRow += width) {
      const place = at[other]!;
      if (place === here || from[row + place]! > round || from[otherRow + here]! > round) continue;
      const there = room[place]! + takes[otherRow + place]! - takes[row + place]!;
      const gain =
        kept +
        (over[place]! - worth[otherRow + place]!) +
        (worth[row + place]! - overPrice(there, price[place]!)) +
        (worth[otherRow + here]! - overPrice(left - takes[otherRow + here]!, price[here]!));
      if (gain > move.gain) note(move, gain, item, place, other);
    }
  }
  return move;
}

function note(move: Move, gain: number, item: number, place: number, other: number): void {
  move.gain = gain;
  move.item = item;
  move.place = place;
  move.other = other;
}

/** The price of what lies over a limit with so much room left. */
function overPrice(left: number, price: number): number {
  return left < 0 ? -left * price : 0;
}
