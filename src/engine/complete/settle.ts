/** A program solved again, with those rows that most answers keep anyway and this one does not. */
import type { Term } from '../assign/tableau.ts';
import type { Program, Stand, Weight } from './program.ts';

/**
 * Goes to the largest value again after new rows, and puts into the tableau what that breaks. False: nothing keeps the
 * rows.
 */
export function settle({ tableau, held, later }: Stand, { inMind, weights }: Program): boolean {
  const sums = new Float64Array(inMind.length);
  for (;;) {
    if (!tableau.repair()) return false;
    if (tableau.stuck) return true;
    sums.fill(0);
    tableau.forAmounts((name, amount) => addTo(sums, weights[name] ?? [], amount));
    for (const { name, rows } of later) addTo(sums, rows, tableau.amount(name));
    let broken = 0;
    for (let index = 0; index < sums.length; index++) {
      const { terms, atMost } = inMind[index]!;
      if (sums[index]! <= atMost + 1e-7 || held.has(index)) continue;
      held.set(index, tableau.addRow([...terms, ...laterOn(index, later)], atMost));
      broken++;
    }
    if (!broken) return true;
  }
}

/** Adds what so much weighs on each row. */
function addTo(sums: Float64Array, rows: readonly Term[], amount: number): void {
  for (const term of rows) sums[term[0]]! += term[1] * amount;
}

/** What amounts that were added later weigh on a row kept in mind. */
function laterOn(index: number, later: readonly Weight[]): Term[] {
  return later.flatMap(({ name, rows }) =>
    rows.flatMap(([row, times]): Term[] => (row === index ? [[name, times]] : [])),
  );
}
