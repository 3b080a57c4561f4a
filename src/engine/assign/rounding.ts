/** Whole answers near a fractional one. */
import { noise, type Fractional, type Setting } from './relaxation.ts';

/** By option: whole items, the hours that count there, and those that count in the excess bin. */
export type Whole = {
  readonly items: Int32Array;
  readonly counted: Float64Array;
  readonly spilled: Float64Array;
  readonly first: number;
  readonly second: number;
};

/** The fractional answer with its split items put in whole where they fit; and with none of them. */
export function roundings(setting: Setting, fractional: Fractional): Whole[] {
  return [true, false].map((up) => round(setting, fractional, up)).filter((whole) => whole !== undefined);
}

function round(setting: Setting, fractional: Fractional, up: boolean): Whole | undefined {
  const { aims } = setting;
  const { classes, options } = setting.classes;
  const items = new Int32Array(options.length);
  const take = taker(setting, items);
  for (const index of aims.order) {
    for (let count = Math.floor(fractional.items[index]! + noise); count > 0; count--) take(index);
  }
  if (up) {
    const rest = (index: number): number => fractional.items[index]! - items[index]!;
    const split = aims.order.filter((index) => rest(index) > noise).sort((a, b) => rest(b) - rest(a) || a - b);
    for (const index of split) take(index);
  }
  // A pinned item that is not in its place is no answer.
  if (options.some(({ pinned }, index) => items[index]! < pinned)) return undefined;

  const counted = new Float64Array(options.length);
  const spilled = new Float64Array(options.length);
  let first = 0;
  let second = 0;
  for (const [index, count] of items.entries()) {
    if (!count) continue;
    const hours = classes[options[index]!.class]!.hours * count;
    const excess = aims.excess[index];
    counted[index] = Math.floor(Math.min(fractional.counted[index]!, hours) + noise);
    spilled[index] = excess ? Math.floor(Math.min(fractional.spilled[index]!, hours - counted[index]) + noise) : 0;
    first += counted[index] * aims.first[index]! + spilled[index] * (excess?.first ?? 0);
    second += counted[index] * aims.second[index]! + spilled[index] * (excess?.second ?? 0);
    second -= aims.perItem * count;
  }
  return { items, counted, spilled, first, second };
}

/** Puts one more item of an option in, if its class, its limits and its choices still allow it. */
function taker({ problem, classes: { classes, options } }: Setting, items: Int32Array): (index: number) => void {
  const left = classes.map((one) => one.items.length);
  const limits = problem.limits.map(({ hours }) => hours);
  const used = problem.choices.map(() => new Set<string>());
  return (index) => {
    const { class: ofClass, pair } = options[index]!;
    const { hours } = classes[ofClass]!;
    const allowed =
      left[ofClass]! > 0 &&
      pair.limits.every((limit) => limits[limit]! >= hours) &&
      pair.choices.every(({ choice, set }) => {
        const sets = used[choice]!;
        return sets.has(set) || sets.size < problem.choices[choice]!.atMost;
      });
    if (!allowed) return;
    left[ofClass]!--;
    for (const limit of pair.limits) limits[limit]! -= hours;
    for (const { choice, set } of pair.choices) used[choice]!.add(set);
    items[index]!++;
  };
}
