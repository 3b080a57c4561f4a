/** A whole answer near a fractional one. */
import { isWorthUse, makesRoom, type Model, type Option, type Whole, type Worth } from './model.ts';
import { noise, type Fractional } from './relaxation.ts';

/**
 * The fractional answer with what is whole in it, and then whatever still fits, the largest parts first: of items that can
 * count whole, then in part, then others, which may make room.
 */
export function round(model: Model, order: readonly number[], fractional: Fractional): Whole | undefined {
  const { options } = model;
  const items = new Int32Array(options.length);
  const counted = new Float64Array(options.length);
  const spilled = new Float64Array(options.length);
  const take = taker(model, items);
  const wholeOf = (hours: Float64Array, index: number): number => Math.floor(hours[index]! + noise);
  // Twice: what makes room for others may come after them.
  for (const index of [...order, ...order]) {
    while (items[index]! < wholeOf(fractional.items, index) && take(index));
  }
  const room = [...model.caps];
  const roomFor = (most: number, caps: readonly number[]): number =>
    caps.reduce((least, cap) => Math.min(least, room[cap]!), most);
  const count = (into: Float64Array, index: number, caps: readonly number[], most: number): void => {
    const more = Math.max(0, roomFor(most - into[index]!, caps));
    into[index]! += more;
    for (const cap of caps) room[cap]! -= more;
  };
  const fill = (index: number, counts = Infinity, spills = Infinity): void => {
    const { hours, reach, caps, spill } = options[index]!;
    const all = items[index]! * hours;
    count(counted, index, caps, Math.min(all - spilled[index]!, items[index]! * reach, counts));
    if (spill) count(spilled, index, spill.caps, Math.min(all - counted[index]!, spills));
  };
  for (const index of order) {
    if (items[index]) fill(index, wholeOf(fractional.counted, index), wholeOf(fractional.spilled, index));
  }
  const rest = (index: number): number => fractional.items[index]! - items[index]!;
  const split = order.filter((index) => rest(index) > noise).sort((a, b) => rest(b) - rest(a) || a - b);
  const next = [...split, ...order];
  for (const share of model.caps.length > 0 ? [1, noise, 0] : [0]) {
    for (const index of next) {
      const { reach, caps } = options[index]!;
      if (roomFor(reach, caps) >= share * reach && take(index)) fill(index);
    }
  }
  // A pinned item that is not in its place is no answer.
  if (options.some(({ pinned }, index) => items[index]! < pinned)) return undefined;
  for (const index of order) if (items[index]) fill(index);
  leaveOutUnneeded(model, { items, counted, spilled });
  return { items, counted, spilled, ...valueOf(options, items, counted, spilled) };
}

/** Puts one more item of an option in, if its class, its limits and its choices still allow it. */
function taker({ classes, options, limits, choices }: Model, items: Int32Array): (index: number) => boolean {
  const left = [...classes];
  const room = [...limits];
  const used = choices.map(() => new Set<string>());
  return (index) => {
    const { class: ofClass, takes, choices: sets } = options[index]!;
    const allowed =
      left[ofClass]! > 0 &&
      takes.every(([limit, amount]) => room[limit]! >= amount) &&
      sets.every(({ choice, set }) => used[choice]!.has(set) || used[choice]!.size < choices[choice]!);
    if (!allowed) return false;
    left[ofClass]!--;
    for (const [limit, amount] of takes) room[limit]! -= amount;
    for (const { choice, set } of sets) used[choice]!.add(set);
    items[index]!++;
    return true;
  };
}

/** Items that nothing counts of stay out, unless they are pinned, their use is worth something or others need their room. */
function leaveOutUnneeded({ options, limits }: Model, { items, counted, spilled }: Omit<Whole, keyof Worth>): void {
  const needed = (option: Option, index: number): number => {
    if (isWorthUse(option)) return items[index]!;
    const { pinned, hours, reach } = option;
    const all = Math.ceil((counted[index]! + spilled[index]!) / Math.max(1, hours));
    return Math.max(pinned, all, Math.ceil(counted[index]! / Math.max(1, reach)));
  };
  for (const [index, option] of options.entries()) {
    if (!makesRoom(option)) items[index] = Math.min(items[index]!, needed(option, index));
  }
  if (!options.some(makesRoom)) return;
  const room = [...limits];
  for (const [index, { takes }] of options.entries()) {
    for (const [limit, amount] of takes) room[limit]! -= amount * items[index]!;
  }
  for (const [index, option] of options.entries()) {
    if (!makesRoom(option)) continue;
    while (
      items[index]! > needed(option, index) &&
      option.takes.every(([limit, amount]) => room[limit]! + amount >= 0)
    ) {
      items[index]!--;
      for (const [limit, amount] of option.takes) room[limit]! += amount;
    }
  }
}

function valueOf(
  options: readonly Option[],
  items: Int32Array,
  counted: Float64Array,
  spilled: Float64Array,
): { first: number; second: number } {
  let first = 0;
  let second = 0;
  for (const [index, { item, hour, spill }] of options.entries()) {
    if (!items[index]) continue;
    first += items[index] * item.first + counted[index]! * hour.first + spilled[index]! * (spill?.hour.first ?? 0);
    second += items[index] * item.second + counted[index]! * hour.second + spilled[index]! * (spill?.hour.second ?? 0);
  }
  return { first, second };
}
