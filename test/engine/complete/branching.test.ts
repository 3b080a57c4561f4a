/** Where the search divides: on the fraction of which both halves lose most. */
import { expect, test } from 'vitest';
import { Branching } from '../../../src/engine/complete/branching.ts';
import { Draft } from '../../../src/engine/complete/draft.ts';
import type { Fraction } from '../../../src/engine/complete/fractions.ts';
import { Parts } from '../../../src/engine/complete/parts.ts';
import type { Program } from '../../../src/engine/complete/program.ts';

/**
 * Amounts worth so much each, with room for one and a half of each. Room for half of one more costs what one is worth: so at
 * most one of it, and at least two, both lose half of what one is worth.
 */
function amountsWorth(...worths: readonly number[]) {
  const draft = new Draft();
  const drafted = worths.map((worth) => {
    const [room, more] = [draft.row(3), draft.row(1)];
    draft.amount({ rows: [[room, -1], [more, 1]], first: -worth }); // prettier-ignore
    return draft.amount({ rows: [[room, 2]], first: worth });
  });
  const { tableau, inMind, nameOf } = draft.layOut();
  const start = { tableau, held: new Map(), later: [] };
  const parts = new Parts({ start, inMind, months: [], landings: [] } as unknown as Program, () => false);
  const fractions = drafted.map((amount, of): Fraction => ({
    of,
    names: [nameOf(amount)],
    floor: 1,
    up: 0.5,
    promise: 1,
  }));
  const whole = parts.whole();
  const branching = new Branching(parts);
  const lossOf = (some: readonly Fraction[]): number[] => {
    const part = { ...whole, tableau: whole.tableau.copy() };
    return branching.halvesOf(part, some, whole.bound).map(({ bound }) => whole.bound - bound);
  };
  return { fractions, lossOf };
}

test('a part is divided where both halves lose most', () => {
  const { fractions, lossOf } = amountsWorth(2, 10, 4);
  expect(lossOf(fractions)).toEqual([5, 5]);
  expect(lossOf(fractions.toSpliced(1, 1))).toEqual([2, 2]);
});

test('the most promising are tried first, and four of them', () => {
  const { fractions, lossOf } = amountsWorth(1, 2, 3, 4, 10);
  expect(lossOf(fractions)).toEqual([2, 2]);
  const promising = fractions.map((one, index) => ({ ...one, promise: index }));
  expect(amountsWorth(1, 2, 3, 4, 10).lossOf(promising)).toEqual([5, 5]);
});

test('what lost more before is tried before what lost less, and what was never tried in its turn', () => {
  const { fractions, lossOf } = amountsWorth(0, 0, 0, 0, 0, 10);
  const losses = Array.from({ length: 3 }, () => lossOf(fractions)[0]!);
  expect(losses).toEqual([0, 5, 5]);
});

test('a half in which there is nothing is left out', () => {
  const { fractions, lossOf } = amountsWorth(2, 10);
  expect(lossOf([{ ...fractions[0]!, floor: 2, up: 0.5 }])).toEqual([0]);
});
