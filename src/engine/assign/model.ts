/**
 * What the search decides on, in numbers alone: how many items of which class are used in which way.
 *
 * An *option* puts items of one class to one use: into one bin. A used item takes room under *limits*, whole; and up to
 * so many of its hours count there, as far as *caps* leave room. Hours that stick out may count elsewhere, as spilled
 * hours. Values have two parts, of which the first outweighs the second however small the difference. All are whole.
 */

export type Worth = { readonly first: number; readonly second: number };

/** Of one item, the hours that count in its bin, and those that count where sticking-out hours go. */
export type Way = { readonly counted: number; readonly spilled: number };

export type Option = {
  /** Items of this class. */
  readonly class: number;
  /** What one item takes of each limit. Less than 0: it makes room. */
  readonly takes: readonly (readonly [limit: number, amount: number])[];
  /** What one used item is worth, whatever counts of it. */
  readonly item: Worth;
  /** The hours of one item. 0 where nothing but its use counts. */
  readonly hours: number;
  /** The most of them that can count in the bin. */
  readonly reach: number;
  /** What one hour is worth that counts in the bin, and the caps on such hours. */
  readonly hour: Worth;
  readonly caps: readonly number[];
  /** The same for hours that stick out, where they count. */
  readonly spill?: { readonly hour: Worth; readonly caps: readonly number[] };
  /** Of each choice it belongs to, its set. */
  readonly choices: readonly { readonly choice: number; readonly set: string }[];
  /** How many items must be used this way. */
  readonly pinned: number;
};

export type Model = {
  /** How many items there are of each class. */
  readonly classes: readonly number[];
  readonly options: readonly Option[];
  readonly caps: readonly number[];
  readonly limits: readonly number[];
  /** Of each choice, how many of its sets may be used. */
  readonly choices: readonly number[];
};

/** By option: whole items, the hours that count there, and those that count elsewhere. */
export type Whole = Worth & {
  readonly items: Int32Array;
  readonly counted: Float64Array;
  readonly spilled: Float64Array;
};

/** The best found, if any. `bound`: no whole answer is worth more of the first value. */
export type Found = { readonly best: Whole | undefined; readonly proven: boolean; readonly bound: number };

/**
 * The ways of using one item that, with using it for nothing, all others are mixtures of: as much as can counts here; and
 * the rest of it elsewhere; or all of it elsewhere.
 */
export function waysOf({ hours, reach, spill }: Option): Way[] {
  const ways: Way[] = [{ counted: reach, spilled: 0 }];
  if (!spill) return ways;
  if (reach < hours && reach > 0) ways.push({ counted: reach, spilled: hours - reach });
  ways.push({ counted: 0, spilled: hours });
  return ways;
}

/** What one item used this way is worth. */
export function worthOf({ item, hour, spill }: Option, { counted, spilled }: Way): Worth {
  const elsewhere = spill?.hour ?? { first: 0, second: 0 };
  return {
    first: item.first + counted * hour.first + spilled * elsewhere.first,
    second: item.second + counted * hour.second + spilled * elsewhere.second,
  };
}

/** True if one item used makes room for others. */
export function makesRoom({ takes }: Option): boolean {
  return takes.some(([, amount]) => amount < 0);
}

/** True if using one item is worth something, even if nothing of it counts. */
export function isWorthUse({ item }: Option): boolean {
  return item.first > 0 || item.second > 0;
}

/**
 * The way of using one item for the least that answers use it for: for one hour; or for nothing, where it must be used, its
 * use is worth something, it makes room for others or counts elsewhere, too. All uses are mixtures of this way and of those
 * above.
 */
export function leastWayOf(option: Option): Way {
  const { reach, spill, pinned } = option;
  const forNothing = pinned > 0 || spill || reach < 1 || isWorthUse(option) || makesRoom(option);
  return { counted: forNothing ? 0 : 1, spilled: 0 };
}
