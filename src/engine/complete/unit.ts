/** By how much the values of different answers differ at least. */
import type { ProgramInput } from './program.ts';

/** The largest amount that all values are multiples of: the common divisor of all prices, and of the weights. */
export function unitOf({ groups, memberships, weights }: ProgramInput): number {
  const cents = [
    ...groups.flatMap(({ prices }) => prices.map((price) => price.cents)),
    ...memberships.flatMap(({ plans }) => plans.map(({ priceUsd }) => Math.round(priceUsd * 100))),
  ];
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const all = [...cents.map((one) => one * weights.cent), weights.hour, weights.sureHour, weights.study];
  return Math.max(1, all.filter((one) => one > 0).reduce(divisor, 0));
}
