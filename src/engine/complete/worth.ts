/** What courses that are not in a program would be worth in it. */
import { takenOf, type Pair } from '../assign/problem.ts';
import type { Name } from '../assign/tableau.ts';
import type { GroupPart } from './groups.ts';
import type { Program, ProgramInput } from './program.ts';

/**
 * By group, what one course of it would add to the value at most where the program stands: its hours, less the price there
 * of the room that they take, less what it costs.
 */
export function worthOfGroups(
  { groups, ...input }: ProgramInput,
  program: Program,
  perHour: readonly number[],
): number[] {
  const worthOfHours = pricing(input, program);
  return groups.map(({ parts }, index) =>
    parts.reduce((sum, part) => sum + worthOfHours(part) - perHour[index]! * part.hours, 0),
  );
}

/** What the hours of a part are worth where they are worth most, less the room that they take. */
function pricing(
  { problem, weights }: Pick<ProgramInput, 'problem' | 'weights'>,
  { start, caps, limits }: Program,
): (part: GroupPart) => number {
  const price = (row: Name | undefined): number => (row === undefined ? 0 : Math.max(0, -start.tableau.lossOf(row)));
  const capPrices = caps.map(price);
  const limitPrices = limits.map((inMind) => price(start.held.get(inMind)));
  const ofHour = (under: Pair['caps']): number =>
    Math.max(
      0,
      under.reduce((left, cap) => left - capPrices[cap]!, weights.hour),
    );
  return ({ hours, pairs, second }) => {
    const spill = pairs.find(({ bin }) => bin === problem.excessBin);
    const best = (some: readonly Pair[]): number =>
      some.reduce((most, pair) => {
        const reach = Math.max(0, Math.min(hours, ...pair.caps.map((cap) => problem.caps[cap]!.hours)));
        const elsewhere = spill && spill !== pair ? (hours - reach) * ofHour(spill.caps) : 0;
        const room = pair.limits.reduce(
          (sum, limit) => sum + limitPrices[limit]! * takenOf(problem.limits[limit]!, hours),
          0,
        );
        return Math.max(most, reach * ofHour(pair.caps) + elsewhere - room);
      }, 0);
    return best(pairs) + best(second);
  };
}
