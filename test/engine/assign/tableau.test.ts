import { describe, expect, test } from 'vitest';
import { Tableau } from '../../../src/engine/assign/tableau.ts';

/** Two amounts in a row of ten, the first worth twice as much. */
function twoAmounts() {
  const tableau = new Tableau();
  const row = tableau.addRow([], 10);
  const [dear, cheap] = tableau.addAmounts([2, 1].map((first) => ({ rows: [[row, 1]], first, second: 0 })));
  tableau.improve();
  return { tableau, row, dear: dear!, cheap: cheap! };
}

test('a copy without an amount stands where the other does, and never has that amount', () => {
  const { tableau, dear, cheap } = twoAmounts();
  const copy = new Tableau(tableau);
  copy.drop([cheap]);
  expect(copy.value.first).toBe(20);
  for (const one of [tableau, copy]) {
    one.addRow([[dear, 1]], 4);
    expect(one.repair()).toBe(true);
  }
  expect(tableau.value.first).toBe(14);
  expect(copy.value.first).toBe(8);
  expect(copy.amount(cheap)).toBe(0);
});

test('an amount that is not zero is not forgotten', () => {
  const { tableau, dear, cheap } = twoAmounts();
  tableau.drop([dear]);
  expect(tableau.amount(dear)).toBe(10);
  tableau.drop([dear, cheap]);
  expect([dear, cheap].map((name) => tableau.amount(name))).toEqual([10, 0]);
  tableau.addRow([[dear, 1]], 3);
  expect(tableau.repair()).toBe(true);
  expect(tableau.value.first).toBe(6);
});

test('what is forgotten neither counts in new rows nor takes room of new amounts', () => {
  const { tableau, row, dear, cheap } = twoAmounts();
  tableau.drop([cheap]);
  const loose = tableau.addRow(
    [
      [dear, 1],
      [cheap, 5],
    ],
    12,
  );
  expect(tableau.amount(loose)).toBe(2);
  expect(tableau.dropSlack([loose])).toEqual([]);
  const [more] = tableau.addAmounts([
    {
      rows: [
        [row, 1],
        [loose, 1],
      ],
      first: 3,
      second: 0,
    },
  ]);
  tableau.improve();
  expect([dear, cheap, more!, loose].map((name) => tableau.amount(name))).toEqual([0, 0, 10, 0]);
  expect(tableau.value.first).toBe(30);
});

test('a row that binds is kept, a loose one before it is forgotten', () => {
  const { tableau, dear, cheap } = twoAmounts();
  const loose = tableau.addRow([[dear, 1]], 11);
  const binding = tableau.addRow([[dear, 1]], 4);
  tableau.repair();
  expect(tableau.dropSlack([loose, binding])).toEqual([binding]);
  tableau.addRow([[cheap, 1]], 5);
  expect(tableau.repair()).toBe(true);
  expect([dear, cheap].map((name) => tableau.amount(name))).toEqual([4, 5]);
  expect(tableau.lossOf(binding)).toBe(-2);
});

test('with an amount without a bound there is no largest value, and the program is stuck', () => {
  const tableau = new Tableau();
  tableau.addRow([], 1);
  tableau.addAmounts([{ rows: [], first: 1, second: 0 }]);
  tableau.improve();
  expect(tableau.stuck).toBe(true);
});

describe('the second value', () => {
  test('decides between equal first ones, and never against a larger one', () => {
    const tableau = new Tableau();
    const row = tableau.addRow([], 6);
    const worths = [
      [3, -9],
      [3, 2],
      [2, 50],
      [0, 4],
    ] as const;
    const names = tableau.addAmounts(worths.map(([first, second]) => ({ rows: [[row, 1]], first, second })));
    tableau.improve();
    expect(names.map((name) => tableau.amount(name))).toEqual([0, 6, 0, 0]);
    expect(tableau.value).toEqual({ first: 18, second: 12 });
    tableau.addRow([[names[1]!, 1]], 2);
    expect(tableau.repair()).toBe(true);
    expect(names.map((name) => tableau.amount(name))).toEqual([4, 2, 0, 0]);
    tableau.addRow([[names[0]!, 1]], 1);
    expect(tableau.repair()).toBe(true);
    expect(names.map((name) => tableau.amount(name))).toEqual([1, 2, 3, 0]);
  });

  test('is not lost beside first ones of many thousand millions', () => {
    const tableau = new Tableau();
    const row = tableau.addRow([], 1);
    const amounts = [0, 0.25].map((second) => ({ rows: [[row, 1]] as const, first: 3e10, second }));
    tableau.addAmounts(amounts);
    tableau.improve();
    expect(tableau.value).toEqual({ first: 3e10, second: 0.25 });
  });

  test('is increased by what is worth nothing else, and a loss of it is no gain', () => {
    const tableau = new Tableau();
    const row = tableau.addRow([], 3);
    const [loss, gain] = tableau.addAmounts([-1, 1].map((second) => ({ rows: [[row, 1]], first: 0, second })));
    tableau.improve();
    expect([loss!, gain!].map((name) => tableau.amount(name))).toEqual([0, 3]);
    expect(tableau.value.second).toBe(3);
  });
});

describe('work', () => {
  test('is counted in entries: those of a copy, and those that pivots change, once each time it is asked', () => {
    const { tableau } = twoAmounts();
    // The first column, which holds what is left, and the other amount's, in three rows.
    expect(tableau.takeWork()).toBe(2 * 3);
    expect(tableau.takeWork()).toBe(0);
    expect(new Tableau(tableau).takeWork()).toBeGreaterThanOrEqual(9);
    expect(tableau.takeWork()).toBe(0);
  });

  test('is least where what gains most is put in first', () => {
    const tableau = new Tableau();
    const row = tableau.addRow([], 10);
    const names = tableau.addAmounts([1, 5, 9, 4, 7].map((first) => ({ rows: [[row, 1]], first, second: 0 })));
    tableau.improve();
    expect(tableau.amount(names[2]!)).toBe(10);
    // One pivot of five columns and three rows.
    expect(tableau.takeWork()).toBe(5 * 3);
  });

  test('is least where the row that is broken most is mended first', () => {
    const { tableau, dear } = twoAmounts();
    for (const most of [8, 2, 5]) tableau.addRow([[dear, 1]], most);
    tableau.takeWork();
    expect(tableau.repair()).toBe(true);
    expect(tableau.amount(dear)).toBe(2);
    // One pivot of two columns that are not zero and six rows.
    expect(tableau.takeWork()).toBe(2 * 6);
  });

  test('beyond a limit ends a repair, and where the program then stands means nothing', () => {
    const { tableau, dear, cheap } = twoAmounts();
    tableau.takeWork();
    tableau.addRow([[dear, 1]], 4);
    tableau.addRow([[cheap, 1]], 2);
    const copy = new Tableau(tableau);
    expect(tableau.repair(1)).toBe(true);
    expect(tableau.stuck).toBe(true);
    expect(tableau.repair()).toBe(true);
    expect(new Tableau(tableau).stuck).toBe(true);
    copy.repair(1000);
    expect(copy.stuck).toBe(false);
    expect(copy.value.first).toBe(10);
  });

  test('ends at once where the value doubles, which a repair can only make less', () => {
    const { tableau } = twoAmounts();
    // As after rounding errors that have gone too far: nothing is said to gain, and something does.
    const [gains] = tableau.addAmounts([{ rows: [], first: 50, second: 0 }]);
    tableau.addRow([[gains!, -1]], -3);
    expect(tableau.repair()).toBe(true);
    expect(tableau.stuck).toBe(true);
  });

  test('ends where pivots would go round in a circle', () => {
    // Chvátal's example, on which the largest gain with the first row of a tie comes back to where it was.
    const tableau = new Tableau();
    const rows = [0, 0, 1].map((atMost) => tableau.addRow([], atMost));
    const columns = [
      [10, 0.5, 0.5, 1],
      [-57, -5.5, -1.5, 0],
      [-9, -2.5, -0.5, 0],
      [-24, 9, 1, 0],
    ] as const;
    const names = tableau.addAmounts(
      columns.map(([first, ...times]) => ({
        rows: times.map((one, index) => [rows[index]!, one] as const),
        first,
        second: 0,
      })),
    );
    tableau.improve();
    expect(tableau.stuck).toBe(false);
    expect(tableau.value.first).toBeCloseTo(1);
    expect(names.map((name) => tableau.amount(name))).toEqual([1, 0, 1, 0].map((one) => expect.closeTo(one, 9)));
  });
});
