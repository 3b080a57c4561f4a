/**
 * Sets of options in which the number of items is a whole number: all of one size under one bound, all of one class,
 * and each option alone. The search divides on these, the large ones first: "at most 6 items of 3 hours in this block"
 * settles at once what would take every combination of the items to settle one by one.
 */
import type { Model } from './model.ts';

/** Every such set of options, each once, in the order in which the search tries them. */
export function groupsOf({ classes, options }: Model): number[][] {
  const ofSize = new Map<number, number>();
  const sizes = classes.map(() => 0);
  for (const { class: index, hours } of options) sizes[index] = hours;
  for (const [index, count] of classes.entries()) ofSize.set(sizes[index]!, (ofSize.get(sizes[index]!) ?? 0) + count);
  const rarity = (group: readonly number[]): number => ofSize.get(options[group[0]!]!.hours)!;

  const named = new Map<string, number[]>();
  for (const [index, { class: ofClass, takes, caps, hours }] of options.entries()) {
    const names = [`class ${ofClass}`, `option ${index}`, ...caps.map((cap) => `cap ${cap} ${hours}`)];
    for (const [limit, amount] of takes) if (amount > 0) names.push(`limit ${limit} ${amount}`);
    for (const name of names) {
      const group = named.get(name);
      if (group) group.push(index);
      else named.set(name, [index]);
    }
  }
  const distinct = new Map([...named.values()].map((group) => [group.join(), group]));
  return [...distinct.values()].sort((a, b) => rarity(a) - rarity(b) || b.length - a.length || compare(a, b));
}

/** An order of groups of one length, whatever they were found by. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((index, position) => index !== b[position]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
