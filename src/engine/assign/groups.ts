/**
 * Sets of options in which the number of items is a whole number: all of one size under one bound, and each option alone.
 * The search divides on these: "at most 6 items of 3 hours in this block" settles at once what would take every
 * combination of the items to settle one by one.
 */
import type { Model } from './model.ts';

/** Every such set of options, each once, in a fixed order. */
export function groupsOf({ options }: Model): number[][] {
  const named = new Map<string, number[]>();
  for (const [index, { takes, caps, hours }] of options.entries()) {
    const names = [`${index}`, ...caps.map((cap) => `cap ${cap} ${hours}`)];
    for (const [limit, amount] of takes) if (amount > 0) names.push(`limit ${limit} ${amount}`);
    for (const name of names) {
      const group = named.get(name);
      if (group) group.push(index);
      else named.set(name, [index]);
    }
  }
  return [...new Map([...named.values()].map((group) => [group.join(), group])).values()];
}
