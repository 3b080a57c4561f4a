/**
 * The rows and amounts of a program while they are collected, numbered from 0. They are laid out at once in the end: a
 * tableau that grew with each would be copied over and over.
 */
import type { Worth } from '../assign/model.ts';
import type { Name, Term } from '../assign/tableau.ts';
import { RowsInMind, type RowInMind } from './in-mind.ts';
import { SparseTableau } from './sparse-tableau.ts';

/** What an amount is to be. Of no worth where that is not said. */
export type DraftAmount = { readonly rows: readonly Term[] } & Partial<Worth>;

/** A program laid out, and solved but for the rows in mind. */
export type LaidOut = {
  readonly tableau: SparseTableau;
  readonly inMind: RowsInMind;
  /** The amount with this number. */
  readonly nameOf: (amount: Name) => Name;
  /** Where the row with this number is: by its name in the tableau, or by its index among those in mind. */
  readonly placeOf: (row: Name) => number;
  /** What an amount weighs on rows in the tableau, and on those in mind. */
  readonly apart: (rows: readonly Term[]) => { inTableau: Term[]; onMind: Term[] };
};

export class Draft {
  private readonly rows: { readonly atMost: number; readonly inMind: boolean }[] = [];
  private readonly amounts: { rows: Term[]; first: number; second: number }[] = [];

  /** A new row. `inMind`: most answers keep it anyway. */
  row(atMost: number, inMind = false): Name {
    return this.rows.push({ atMost, inMind }) - 1;
  }

  amount({ rows, first = 0, second = 0 }: DraftAmount): Name {
    return this.amounts.push({ rows: [...rows], first, second }) - 1;
  }

  /** Lets an amount weigh on one row more. */
  weigh(amount: Name, row: Name, times: number): void {
    this.amounts[amount]!.rows.push([row, times]);
  }

  layOut(): LaidOut {
    const tableau = new SparseTableau();
    const inMind: number[] = [];
    const places = this.rows.map((row, index) =>
      row.inMind ? inMind.push(index) - 1 : tableau.addRow([], row.atMost),
    );
    const apart: LaidOut['apart'] = (its) => {
      const inTableau: Term[] = [];
      const onMind: Term[] = [];
      for (const term of its) {
        const row = term[0];
        (this.rows[row]!.inMind ? onMind : inTableau).push([places[row]!, term[1]]);
      }
      return { inTableau, onMind };
    };
    const laid = this.amounts.map(({ rows }) => apart(rows));
    const names = tableau.addAmounts(
      this.amounts.map(({ first, second }, index) => ({ rows: laid[index]!.inTableau, first, second })),
    );
    const terms = inMind.map((): Term[] => []);
    laid.forEach(({ onMind }, index) => {
      for (const term of onMind) terms[term[0]]!.push([names[index]!, term[1]]);
    });
    tableau.improve();
    return {
      tableau,
      inMind: new RowsInMind(
        inMind.map((row, index): RowInMind => ({ terms: terms[index]!, atMost: this.rows[row]!.atMost })),
      ),
      nameOf: (amount) => names[amount]!,
      placeOf: (row) => places[row]!,
      apart,
    };
  }
}
