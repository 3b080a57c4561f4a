/**
 * A linear program that can be changed and solved again: the largest value of non-negative amounts under "at most" rows.
 *
 * Simplex on a condensed tableau: one column for each amount that is zero for now. Added rows are repaired from where the
 * last answer stood, which takes a few pivots and not a new start. The value has two parts, and the first outweighs the
 * second however small the difference, so no weight has to be large enough.
 */

/** An amount's or a row's number. Rows have one too: their slack is an amount. */
export type Name = number;
type Row = Float64Array<ArrayBuffer>;
export type Term = readonly [of: Name, times: number];
/** An amount to be: the rows it weighs on, by the names `addRow` gave, and what one of it is worth. */
export type Amount = { readonly rows: readonly Term[]; readonly first: number; readonly second: number };

const tiny = 1e-9;
const zero = 1e-11;

export class Tableau {
  /** Each row: what is left of it, then one entry a column. */
  private rows: Row[] = [];
  private first: Row = new Float64Array(1);
  private second: Row = new Float64Array(1);
  /** The amount that each row holds, and the one each column stands for. */
  private held: Name[] = [];
  private column: Name[] = [-1];
  /** Values smaller than this are noise of the arithmetic. */
  private noise = tiny;
  /** True if rounding errors kept a solution from being found: then where the program stands means nothing. */
  stuck = false;
  /** Table entries worked on since it was made. */
  work = 0;
  /** Of each name: its row, or the bitwise complement of its column. `gone`: dropped, zero for good. */
  private place: number[] = [];

  /** The value's parts where the program stands. */
  get value(): { first: number; second: number } {
    return { first: -this.first[0]!, second: -this.second[0]! };
  }

  /** An amount's value. */
  amount(name: Name): number {
    const at = this.place[name]!;
    return at >= 0 && at !== gone ? this.rows[at]![0]! : 0;
  }

  /** How much the first value changes with one more of an amount that is zero; 0 for one that is not. */
  lossOf(name: Name): number {
    const at = this.place[name]!;
    return at < 0 ? this.first[~at]! : 0;
  }

  copy(): Tableau {
    const other = new Tableau();
    other.rows = this.rows.map((row) => row.slice());
    other.first = this.first.slice();
    other.second = this.second.slice();
    other.held = [...this.held];
    other.column = [...this.column];
    other.place = [...this.place];
    other.noise = this.noise;
    other.stuck = this.stuck;
    return other;
  }

  /** New amounts, zero for now. Call `improve()` if one may gain. */
  addAmounts(amounts: readonly Amount[]): Name[] {
    const from = this.column.length;
    this.rows = this.rows.map((row) => longer(row, amounts.length));
    this.first = longer(this.first, amounts.length);
    this.second = longer(this.second, amounts.length);
    return amounts.map(({ rows, first, second }, index) => {
      const column = from + index;
      this.noise = Math.max(this.noise, 1e-11 * Math.abs(first), 1e-11 * Math.abs(second));
      this.first[column] = first;
      this.second[column] = second;
      for (const [row, times] of rows) this.addToColumn(column, this.place[row]!, times);
      this.column.push(this.place.length);
      return this.place.push(~column) - 1;
    });
  }

  private addToColumn(column: number, place: number, times: number): void {
    if (place >= 0) {
      this.rows[place]![column]! += times;
      return;
    }
    for (const row of this.rows) row[column]! += times * row[~place]!;
    this.first[column]! += times * this.first[~place]!;
    this.second[column]! += times * this.second[~place]!;
  }

  /** A new "at most" row over amounts. Call `repair()` if it may be broken where the program stands. */
  addRow(terms: readonly Term[], atMost: number): Name {
    const row = new Float64Array(this.column.length);
    row[0] = atMost;
    for (const [name, times] of terms) {
      const at = this.place[name]!;
      if (at === gone) continue;
      if (at < 0) {
        row[~at]! += times;
      } else {
        const other = this.rows[at]!;
        for (let index = 0; index < row.length; index++) row[index]! -= times * other[index]!;
      }
    }
    const name = this.place.push(this.rows.length) - 1;
    this.rows.push(row);
    this.held.push(name);
    return name;
  }

  /** Forgets amounts that are zero and will stay so. */
  drop(names: readonly Name[]): void {
    const dropped = new Set(
      names
        .map((name) => this.place[name]!)
        .filter((at) => at < 0)
        .map((at) => ~at),
    );
    if (!dropped.size) return;
    const stay = this.column.map((_, index) => index).filter((index) => !dropped.has(index));
    const shortened = (row: Row): Row => Float64Array.from(stay, (index) => row[index]!);
    for (const index of dropped) this.place[this.column[index]!] = gone;
    this.rows = this.rows.map(shortened);
    this.first = shortened(this.first);
    this.second = shortened(this.second);
    this.column = stay.map((index) => this.column[index]!);
    this.column.forEach((name, index) => {
      if (index > 0) this.place[name] = ~index;
    });
  }

  /** Goes to the largest value from where no row is broken. */
  improve(): void {
    let stalled = 0;
    for (let count = 0; ; count++) {
      if (count > this.patience()) {
        this.stuck = true;
        return;
      }
      const entering = this.gainsMost(stalled > this.rows.length);
      if (!entering) return;
      const leaving = this.firstExhausted(entering);
      if (leaving < 0) throw new Error('tableau: an amount is in no row, so it has no bound');
      stalled = this.rows[leaving]![0]! > tiny ? 0 : stalled + 1;
      this.pivot(leaving, entering);
    }
  }

  /** Goes to the largest value from where nothing gains but rows may be broken. False: no amounts keep the rows. */
  repair(): boolean {
    for (let count = 0; ; count++) {
      if (count > this.patience()) this.stuck = true;
      if (this.stuck) return true;
      const leaving = this.mostBroken(count > 4 * this.rows.length);
      if (leaving < 0) return true;
      const entering = this.cheapest(leaving);
      if (!entering) return false;
      this.pivot(leaving, entering);
    }
  }

  /** Pivots after which a solution won't come any more. Solutions take about as many as there are rows. */
  private patience(): number {
    return 200 + 20 * (this.rows.length + this.column.length);
  }

  /** The column that gains most, or by Bland's rule the lowest name that gains, which cannot cycle. 0: none gains. */
  private gainsMost(bland: boolean): number {
    let best = 0;
    for (let index = 1; index < this.column.length; index++) {
      const first = this.first[index]!;
      const gains = first > this.noise || (first >= -this.noise && this.second[index]! > this.noise);
      if (!gains) continue;
      const better = bland
        ? this.column[index]! < this.column[best]!
        : first > this.first[best]! + this.noise ||
          (first >= this.first[best]! - this.noise && this.second[index]! > this.second[best]! + this.noise);
      if (!best || better) best = index;
    }
    return best;
  }

  private firstExhausted(entering: number): number {
    let leaving = -1;
    let least = Infinity;
    for (let index = 0; index < this.rows.length; index++) {
      const row = this.rows[index]!;
      if (row[entering]! <= tiny) continue;
      const ratio = row[0]! / row[entering]!;
      if (ratio < least - tiny || (ratio <= least + tiny && this.held[index]! < this.held[leaving]!)) {
        leaving = index;
        least = Math.min(ratio, least);
      }
    }
    return leaving;
  }

  private mostBroken(bland: boolean): number {
    let worst = -1;
    for (let index = 0; index < this.rows.length; index++) {
      const left = this.rows[index]![0]!;
      if (left >= -tiny) continue;
      const worse = bland ? this.held[index]! < this.held[worst]! : left < (this.rows[worst]?.[0] ?? 0) - tiny;
      if (worst < 0 || worse) worst = index;
    }
    return worst;
  }

  /** The column that mends the row at the least loss of value. */
  private cheapest(leaving: number): number {
    const row = this.rows[leaving]!;
    let best = 0;
    let bestFirst = 0;
    let bestSecond = 0;
    for (let index = 1; index < row.length; index++) {
      const entry = row[index]!;
      if (entry >= -tiny) continue;
      const first = this.first[index]! / entry;
      const second = this.second[index]! / entry;
      const less =
        first < bestFirst - this.noise ||
        (first <= bestFirst + this.noise &&
          (second < bestSecond - this.noise ||
            (second <= bestSecond + this.noise && this.column[index]! < this.column[best]!)));
      if (!best || less) [best, bestFirst, bestSecond] = [index, first, second];
    }
    return best;
  }

  private pivot(leaving: number, entering: number): void {
    const row = this.rows[leaving]!;
    const inverse = 1 / row[entering]!;
    const touched: number[] = [];
    for (let index = 0; index < row.length; index++) {
      if (row[index] === 0) continue;
      row[index]! *= inverse;
      if (index !== entering) touched.push(index);
    }
    row[entering] = inverse;
    this.work += touched.length * this.rows.length;
    for (let index = 0; index < this.rows.length; index++) {
      if (index !== leaving) subtract(this.rows[index]!, row, entering, inverse, touched);
    }
    subtract(this.first, row, entering, inverse, touched);
    subtract(this.second, row, entering, inverse, touched);
    const [entered, left] = [this.column[entering]!, this.held[leaving]!];
    this.held[leaving] = entered;
    this.column[entering] = left;
    this.place[entered] = leaving;
    this.place[left] = ~entering;
  }
}

/** The place of a dropped amount: a row that never is. */
const gone = Number.MAX_SAFE_INTEGER;

function subtract(
  from: Float64Array,
  row: Float64Array,
  entering: number,
  inverse: number,
  touched: readonly number[],
): void {
  const factor = from[entering]!;
  if (factor === 0) return;
  for (const index of touched) {
    const value = from[index]! - factor * row[index]!;
    from[index] = value < zero && value > -zero ? 0 : value;
  }
  from[entering] = -factor * inverse;
}

function longer(row: Row, by: number): Row {
  const copy = new Float64Array(row.length + by);
  copy.set(row);
  return copy;
}
