/** Tableaus of the search for courses: what is in them, and copies in the room of one that is not needed any more. */
import { describe, expect, test } from 'vitest';
import type { Name } from '../../../src/engine/assign/tableau.ts';
import { bound, SparseTableau, sumOf, without } from '../../../src/engine/complete/sparse-tableau.ts';

/** So many amounts, the first worth most, of which a row allows ten together. */
function tableauOf(count: number): { tableau: SparseTableau; names: Name[]; row: Name } {
  const tableau = new SparseTableau();
  const row = tableau.addRow([], 10);
  const names = tableau.addAmounts(
    Array.from({ length: count }, (_, at) => ({ rows: [[row, 1]], first: count - at, second: 0 })),
  );
  tableau.improve();
  return { tableau, names, row };
}
const amountsIn = (tableau: SparseTableau, names: readonly Name[]) => names.map((name) => tableau.amount(name));
/** The same tableau with another row, solved. */
function boundTo(tableau: SparseTableau, name: Name, most: number): SparseTableau {
  bound(tableau, [name], 'at most', most);
  expect(tableau.repair()).toBe(true);
  return tableau;
}

test('tells of every amount that is not zero, and of what is left of rows', () => {
  const { tableau, names, row } = tableauOf(3);
  boundTo(tableau, names[0]!, 4);
  const slack = tableau.addRow([[names[1]!, 1]], 8);
  const told = new Map<Name, number>();
  tableau.forAmounts((name, amount) => told.set(name, amount));
  expect(told).toEqual(
    new Map([
      [names[0]!, 4],
      [names[1]!, 6],
      [slack, 2],
    ]),
  );
  expect([told.has(row), sumOf(tableau, names), sumOf(tableau, [names[0]!, slack])]).toEqual([false, 10, 6]);
});

test('amounts are bound together, from above and from below', () => {
  const { tableau, names } = tableauOf(3);
  bound(tableau, [names[0]!, names[1]!], 'at most', 7);
  expect(tableau.repair()).toBe(true);
  expect(amountsIn(tableau, names)).toEqual([7, 0, 3]);
  bound(tableau, [names[1]!, names[2]!], 'at least', 5);
  expect(tableau.repair()).toBe(true);
  expect(amountsIn(tableau, names)).toEqual([5, 2, 3]);
});

test('a copy that forgets amounts has none of them, and the other keeps them', () => {
  const { tableau, names } = tableauOf(3);
  const copy = boundTo(without(tableau, [names[1]!]), names[0]!, 4);
  expect(amountsIn(copy, names)).toEqual([4, 0, 6]);
  expect(amountsIn(boundTo(tableau, names[0]!, 4), names)).toEqual([4, 6, 0]);
});

describe('a copy in the room of another', () => {
  /** One with twelve amounts and as many rows more, which bind nothing. */
  function large() {
    const { tableau, names } = tableauOf(12);
    for (const name of names) tableau.addRow([[name, 1]], 100);
    return { tableau, names };
  }
  const first = ({ tableau, names }: ReturnType<typeof large>): number[] => amountsIn(tableau, names.slice(0, 3));

  test('stands where its own stands, whatever was there before, and changes nothing of it', () => {
    const { tableau, names } = large();
    const other = boundTo(large().tableau, names[0]!, 2);
    const copy = tableau.copy(other);
    expect(copy).toBe(other);
    expect([first({ tableau: copy, names }), copy.value]).toEqual([[10, 0, 0], tableau.value]);
    boundTo(copy, names[0]!, 4);
    expect([first({ tableau: copy, names }), first({ tableau, names })]).toEqual([
      [4, 6, 0],
      [10, 0, 0],
    ]);
  });

  test('goes where a new copy goes, also by rows and amounts that are added to it', () => {
    const { tableau, names } = large();
    const used = boundTo(boundTo(large().tableau, names[2]!, 1), names[0]!, 2);
    const [old, fresh] = [tableau.copy(used), tableau.copy()].map((one) => {
      const row = one.addRow([[names[0]!, 1]], 3);
      expect(one.repair()).toBe(true);
      const [more] = one.addAmounts([{ rows: [[row, -1]], first: 1, second: 0 }]);
      bound(one, [more!], 'at most', 2);
      one.improve();
      return [...amountsIn(one, names), one.amount(more!), one.value.first];
    });
    expect(old).toEqual(fresh);
    expect(old!.slice(0, 2)).toEqual([5, 5]);
  });

  test('is as stuck as its own, and counts the entries that it holds as work', () => {
    const { tableau } = large();
    const old = large().tableau;
    old.stuck = true;
    const copy = tableau.copy(old);
    expect([copy === old, copy.stuck]).toEqual([true, false]);
    const work = copy.takeWork();
    // Two rows of values, the one of ten and those that bind nothing; the first column and twelve.
    expect(work).toBeGreaterThanOrEqual((2 + 13) * 13);
    expect(work).toBeLessThanOrEqual(tableau.copy().takeWork());
    tableau.stuck = true;
    expect(tableau.copy(copy).stuck).toBe(true);
  });

  test('is made anew where that has too little room, or much more than is needed', () => {
    const [few, many] = [tableauOf(2).tableau, large().tableau];
    expect(many.copy(few)).not.toBe(few);
    expect(few.copy(many)).not.toBe(many);
    expect(amountsIn(few.copy(many), [1, 2])).toEqual([10, 0]);
  });
});
