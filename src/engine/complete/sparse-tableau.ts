/** A tableau of hundreds of amounts, of which a few dozen are not zero: tells which, and takes the place of one no longer needed. */
import { Tableau, values, type Name, type Term } from '../assign/tableau.ts';

export class SparseTableau extends Tableau {
  /** Tells of every amount that is not zero, what is left of rows among them. */
  forAmounts(tell: (name: Name, amount: number) => void): void {
    const { entries, stride, held } = this;
    for (let row = values, at = values * stride; row < held.length; row++, at += stride) {
      const amount = entries[at]!;
      if (amount !== 0) tell(held[row]!, amount);
    }
  }

  /** A copy, in the room of one that is not needed any more. */
  copy(old?: SparseTableau): SparseTableau {
    if (!old) return new SparseTableau(this);
    const used = this.held.length * this.stride;
    // Much more room than is needed is left to whoever needs it.
    if (old.entries.length < used || old.entries.length > 2 * used) return new SparseTableau(this);
    old.entries.set(this.entries.subarray(0, used));
    old.entries.fill(0, used);
    old.stride = this.stride;
    old.held = this.held.slice();
    old.column = this.column.slice();
    old.place = this.place.slice();
    old.noise = this.noise;
    old.secondNoise = this.secondNoise;
    old.stuck = this.stuck;
    old.work = used;
    return old;
  }
}

/** At most so much of these amounts together, or at least: a new row. */
export function bound(
  tableau: SparseTableau,
  names: readonly Name[],
  how: 'at most' | 'at least',
  count: number,
): Name {
  const times = how === 'at most' ? 1 : -1;
  return tableau.addRow(
    names.map((name): Term => [name, times]),
    times * count,
  );
}

/** A copy that forgets these amounts. */
export function without(tableau: SparseTableau, names: readonly Name[]): SparseTableau {
  const copy = tableau.copy();
  copy.drop(names);
  return copy;
}

/** What these amounts add up to. */
export function sumOf(tableau: SparseTableau, names: readonly Name[]): number {
  return names.reduce((sum, name) => sum + tableau.amount(name), 0);
}
