/** Rows that most answers keep anyway. Only what an answer broke goes into its tableau, which stays small. */
import type { Term } from '../assign/tableau.ts';
import type { Later, Stand } from './program.ts';

export type RowInMind = { readonly terms: readonly Term[]; readonly atMost: number };

/** What is broken by less is noise of the arithmetic. */
const noise = 1e-7;

export class RowsInMind {
  private readonly rows: RowInMind[];
  /** By amount, what one of it weighs on which rows. */
  private readonly weights: Term[][] = [];
  /** Of rows that came in since: what a later amount weighs on each. */
  private readonly ofLater = new Map<number, (later: Later) => number>();

  constructor(rows: readonly RowInMind[]) {
    this.rows = [...rows];
    for (const index of this.rows.keys()) this.weigh(index);
  }

  /** Keeps one row more in mind. `ofLater`: what a later amount weighs on it. */
  add(row: RowInMind, ofLater: (later: Later) => number): void {
    const index = this.rows.push(row) - 1;
    this.weigh(index);
    this.ofLater.set(index, ofLater);
  }

  /** Those that are not in the tableau and are broken there. */
  brokenIn({ tableau, held, later }: Stand): number[] {
    const { rows, weights } = this;
    const sums = new Float64Array(rows.length);
    tableau.forAmounts((name, amount) => addTo(sums, weights[name] ?? none, amount));
    for (const one of later) addTo(sums, this.weightsOf(one), tableau.amount(one.name));
    const broken: number[] = [];
    for (let index = 0; index < rows.length; index++) {
      if (sums[index]! > rows[index]!.atMost + noise && !held.has(index)) broken.push(index);
    }
    return broken;
  }

  /** Puts one of them into the tableau. */
  hold(index: number, { tableau, held, later }: Stand): void {
    const { terms, atMost } = this.rows[index]!;
    const ofLater = later.flatMap((one) =>
      this.weightsOf(one).flatMap(([row, times]): Term[] => (row === index ? [[one.name, times]] : [])),
    );
    held.set(index, tableau.addRow([...terms, ...ofLater], atMost));
  }

  /** Takes those out of the tableau that bound nothing where it stands. */
  letGo({ tableau, held }: Stand): void {
    const bounding = new Set(tableau.dropSlack([...held.values()]));
    for (const [index, name] of held) if (!bounding.has(name)) held.delete(index);
  }

  /** What one of a later amount weighs on which rows. */
  weightsOf(later: Later): readonly Term[] {
    const added = [...this.ofLater].map(([index, weight]): Term => [index, weight(later)]);
    return [...later.onMind, ...added.filter(([, times]) => times !== 0)];
  }

  private weigh(index: number): void {
    for (const [name, times] of this.rows[index]!.terms) (this.weights[name] ??= []).push([index, times]);
  }
}

const none: readonly Term[] = [];

/** Adds what so much weighs on each row. */
function addTo(sums: Float64Array, rows: readonly Term[], amount: number): void {
  for (const term of rows) sums[term[0]]! += term[1] * amount;
}
