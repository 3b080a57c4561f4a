/**
 * What whole items can count at most under one cap. Of a 6-hour block, a 4-hour item and two thirds of a 3-hour one count
 * all 6 hours, and the last third counts elsewhere; whole ones can't do that. The inequality found here (a flow cover,
 * where it is a known one) says how many hours so many items can count, and not more than mixtures of whole choices can.
 *
 * A small linear program mixes whole choices into the fractional amounts; its prices are the inequality. Dynamic
 * programming finds the whole choice that it still lacks.
 */
import { Tableau, type Name } from './tableau.ts';

/** Items of which as many hours can count under the cap. */
export type Counting = { readonly hours: number; readonly most: number; readonly amount: number };

/** Hours that count are at most `base`, and for each item of a size its `perItem` more. */
export type Envelope = { readonly base: number; readonly perItem: readonly number[] };

const little = 1e-4;
const rounds = 60;

/** The inequality that fractional amounts break when so many of their hours count; or none. */
export function envelope(cap: number, sizes: readonly Counting[], counted: number): Envelope | undefined {
  const program = new Tableau();
  const ofSize = sizes.map(({ amount }) => program.addRow([], amount));
  const one = program.addRow([], 1);
  const price = (row: Name): number => Math.max(0, -program.lossOf(row));
  for (let round = 0; round < rounds; round++) {
    const base = price(one);
    const perItem = ofSize.map(price);
    const { counts, gain } = bestChoice(cap, sizes, perItem);
    if (gain <= base + 1e-6) {
      const sum = sizes.reduce((total, { amount }, index) => total + amount * perItem[index]!, gain);
      return sum < counted - little ? { base: gain, perItem } : undefined;
    }
    const reached = sizes.reduce((total, { hours }, index) => total + hours * counts[index]!, 0);
    const rows = counts.map((count, index) => [ofSize[index]!, count] as const).filter(([, count]) => count > 0);
    program.addAmounts([{ rows: [...rows, [one, 1]], first: Math.min(cap, reached), second: 0 }]);
    program.improve();
    if (program.stuck || program.value.first >= counted - little) return undefined;
  }
  return undefined;
}

/** The whole choice that counts the most hours beyond its price. */
function bestChoice(
  cap: number,
  sizes: readonly Counting[],
  perItem: readonly number[],
): { counts: number[]; gain: number } {
  const end = cap + Math.max(0, ...sizes.map(({ hours }) => hours));
  const cheapest = new Float64Array(end).fill(Infinity);
  cheapest[0] = 0;
  const chosen = sizes.map(({ hours, most }, index) => {
    const counts = new Int32Array(end);
    for (let sum = end - 1; sum >= hours; sum--) {
      for (let count = 1; count <= most && count * hours <= sum; count++) {
        const costs = cheapest[sum - count * hours]! + count * perItem[index]!;
        if (costs >= cheapest[sum]! - 1e-12) continue;
        cheapest[sum] = costs;
        counts[sum] = count;
      }
    }
    return counts;
  });
  let best = 0;
  for (let sum = 1; sum < end; sum++) {
    if (Math.min(cap, sum) - cheapest[sum]! > Math.min(cap, best) - cheapest[best]! + 1e-12) best = sum;
  }
  const gain = Math.min(cap, best) - cheapest[best]!;
  const counts = sizes.map(() => 0);
  for (let index = sizes.length - 1, sum = best; index >= 0; index--) {
    counts[index] = chosen[index]![sum]!;
    sum -= counts[index]! * sizes[index]!.hours;
  }
  return { counts, gain };
}
