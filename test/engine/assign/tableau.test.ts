import { expect, test } from 'vitest';
import { Tableau } from '../../../src/engine/assign/tableau.ts';

/** Two amounts in a row of ten, the first worth twice as much. */
function twoAmounts() {
  const tableau = new Tableau();
  const row = tableau.addRow([], 10);
  const [dear, cheap] = tableau.addAmounts([2, 1].map((first) => ({ rows: [[row, 1]], first, second: 0 })));
  tableau.improve();
  return { tableau, dear: dear!, cheap: cheap! };
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
  const { tableau, dear } = twoAmounts();
  tableau.drop([dear]);
  expect(tableau.amount(dear)).toBe(10);
});
