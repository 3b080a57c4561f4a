/** Items and where they may land, for tests of the landings. */
import type { Item, Pair } from '../../../src/engine/assign/problem.ts';

/** A bin that an item may land in. */
export const pair = (bin: number, more: Partial<Pair> = {}): Pair => ({
  bin,
  demand: 1,
  caps: [bin],
  limits: [],
  choices: [],
  ...more,
});

/** Credit that stays, all of it sure. */
export const held = (id: string, hours: number, pairs: readonly Pair[], more: Partial<Item> = {}): Item => ({
  id,
  hours,
  certainty: 3,
  pairs,
  ...more,
});
