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
/** Entries smaller than this are not divided by. */
const small = 1e-7;

/** Room for so many more columns or rows is made at once. */
const spare = 8;
/** The rows of the value's parts come before the others. What is left of them is the value, less than 0. */
export const values = 2;

export class Tableau {
  /** Row after row: what is left of each, then one entry a column, then unused room up to `stride`. */
  protected entries: Row;
  protected stride: number;
  /** The amount that each row holds, and the one each column stands for. */
  protected held: Name[];
  protected column: Name[];
  /** Of each name: its row, or the bitwise complement of its column. `gone`: dropped, zero for good. */
  protected place: number[];
  /** First and second values smaller than these are noise of the arithmetic. */
  protected noise: number;
  protected secondNoise: number;
  /** True if rounding errors kept a solution from being found: then where the program stands means nothing. */
  stuck: boolean;
  protected work: number;

  /** One without amounts and rows, or a copy. */
  constructor(like?: Tableau) {
    this.stride = like?.stride ?? 1 + spare;
    this.entries =
      like?.entries.slice(0, (like.held.length + spare) * like.stride) ?? new Float64Array(spare * this.stride);
    this.held = like?.held.slice() ?? [-1, -1];
    this.column = like?.column.slice() ?? [-1];
    this.place = like?.place.slice() ?? [];
    this.noise = like?.noise ?? tiny;
    this.secondNoise = like?.secondNoise ?? tiny;
    this.stuck = like?.stuck ?? false;
    this.work = like ? this.entries.length : 0;
  }

  /** The value's parts where the program stands. */
  get value(): { first: number; second: number } {
    return { first: -this.entries[0]!, second: -this.entries[this.stride]! };
  }

  /** An amount's value. */
  amount(name: Name): number {
    const at = this.place[name]!;
    return at >= 0 && at !== gone ? this.entries[at * this.stride]! : 0;
  }

  /** How much the first value changes with one more of an amount that is zero; 0 for one that is not. */
  lossOf(name: Name): number {
    const at = this.place[name]!;
    return at < 0 ? this.entries[~at]! : 0;
  }

  /** Table entries worked on since it was made, or since this was asked. */
  takeWork(): number {
    const { work } = this;
    this.work = 0;
    return work;
  }

  /** New amounts, zero for now. Call `improve()` if one may gain. */
  addAmounts(amounts: readonly Amount[]): Name[] {
    const from = this.column.length;
    if (from + amounts.length > this.stride) {
      const stay = Array.from({ length: from }, (_, index) => index);
      this.lay(stay, from + amounts.length + spare);
    }
    return amounts.map(({ rows, first, second }, index) => {
      const column = from + index;
      this.noise = Math.max(this.noise, 1e-11 * Math.abs(first));
      this.secondNoise = Math.max(this.secondNoise, 1e-11 * Math.abs(second));
      this.entries[column] = first;
      this.entries[this.stride + column] = second;
      for (const term of rows) this.addToColumn(column, this.place[term[0]]!, term[1]);
      this.column.push(this.place.length);
      return this.place.push(~column) - 1;
    });
  }

  private addToColumn(column: number, place: number, times: number): void {
    const { entries, stride } = this;
    if (place === gone) return;
    if (place >= 0) {
      entries[place * stride + column]! += times;
      return;
    }
    const end = this.held.length * stride;
    for (let at = 0; at < end; at += stride) entries[at + column]! += times * entries[at + ~place]!;
  }

  /** A new "at most" row over amounts. Call `repair()` if it may be broken where the program stands. */
  addRow(terms: readonly Term[], atMost: number): Name {
    const { stride } = this;
    const start = this.held.length * stride;
    if (start + stride > this.entries.length) {
      const larger = new Float64Array(start + spare * stride);
      larger.set(this.entries);
      this.entries = larger;
    }
    this.entries[start] = atMost;
    this.express(terms, this.entries, start);
    const name = this.place.push(this.held.length) - 1;
    this.held.push(name);
    return name;
  }

  /** Adds the amounts' sum to a row, by what they are where the program stands. */
  private express(terms: readonly Term[], row: Row, start: number): void {
    const width = this.column.length;
    for (const term of terms) {
      const times = term[1];
      const at = this.place[term[0]]!;
      if (at === gone) continue;
      if (at < 0) {
        row[start + ~at]! += times;
        continue;
      }
      const other = at * this.stride;
      for (let index = 0; index < width; index++) row[start + index]! -= times * this.entries[other + index]!;
    }
  }

  /** What it costs of the first value, at least, to have one less of these amounts together; and one more. */
  pricesOf(terms: readonly Term[]): { less: number; more: number } {
    const row = new Float64Array(this.column.length);
    this.express(terms, row, 0);
    let less = Infinity;
    let more = Infinity;
    for (let index = 1; index < row.length; index++) {
      const price = -this.entries[index]! / row[index]!;
      if (row[index]! < -small) less = Math.min(less, -price);
      else if (row[index]! > small) more = Math.min(more, price);
    }
    return { less, more };
  }

  /** Forgets amounts that are zero and will stay so. */
  drop(names: readonly Name[]): void {
    const dropped = new Set(names.map((name) => this.place[name]!).filter((at) => at < 0));
    if (!dropped.size) return;
    for (const at of dropped) this.place[this.column[~at]!] = gone;
    const stay = this.column.map((_, index) => index).filter((index) => !dropped.has(~index));
    this.column = stay.map((index) => this.column[index]!);
    this.lay(stay, stay.length + spare);
    this.column.forEach((name, index) => {
      if (index > 0) this.place[name] = ~index;
    });
  }

  /** Forgets those of these rows that bound nothing where the program stands. Returns the others. */
  dropSlack(rows: readonly Name[]): Name[] {
    const slack = new Set(rows.filter((name) => this.place[name]! >= 0));
    const { entries, stride } = this;
    let to = 0;
    for (const [row, name] of this.held.entries()) {
      if (slack.has(name)) {
        this.place[name] = gone;
        continue;
      }
      if (row >= values) this.place[name] = to;
      if (to !== row) entries.copyWithin(to * stride, row * stride, (row + 1) * stride);
      this.held[to++] = name;
    }
    entries.fill(0, to * stride, this.held.length * stride);
    this.held.length = to;
    return rows.filter((name) => !slack.has(name));
  }

  /** Lays the table out anew with these of its columns, and room for more. */
  private lay(stay: readonly number[], stride: number): void {
    const rows = this.held.length;
    const entries = new Float64Array((rows + spare) * stride);
    for (let row = 0; row < rows; row++) {
      const [from, to] = [row * this.stride, row * stride];
      for (let index = 0; index < stay.length; index++) entries[to + index] = this.entries[from + stay[index]!]!;
    }
    this.entries = entries;
    this.stride = stride;
  }

  /**
   * Goes to the largest value from where no row is broken: by the amounts that gain most, or that gain most for what they take
   * of the row they take most of, which takes fewer pivots where some take much more than others.
   */
  improve(byShare = false): void {
    const { entries, stride, held } = this;
    const shares = this.column.map((_, index) => {
      let most = 1;
      for (let row = values; byShare && row < held.length; row++) {
        most = Math.max(most, entries[row * stride + index]!);
      }
      return 1 / most;
    });
    this.climb(this.patience(), shares);
  }

  /** The same, by these shares. Stuck where it takes more pivots than this, or where there is no largest value. */
  private climb(mostPivots: number, shares: number[] = []): void {
    let stalled = 0;
    for (let count = 0; !this.stuck; count++) {
      const entering = this.gainsMost(stalled > this.held.length, shares);
      if (!entering) return;
      const leaving = this.firstExhausted(entering);
      this.stuck = leaving < 0 || count > mostPivots;
      if (this.stuck) return;
      stalled = this.entries[leaving * this.stride]! > tiny ? 0 : stalled + 1;
      this.pivot(leaving, entering);
      shares[entering] = 1;
    }
  }

  /**
   * Goes to the largest value from where nothing gains but rows may be broken. False: no amounts keep the rows. Stuck
   * also if it takes more work than this.
   */
  repair(mostWork = Infinity): boolean {
    const end = this.work + mostWork;
    const weights = new Float64Array(this.held.length).fill(1);
    let most = Infinity;
    for (let count = 0; ; count++) {
      // A value that can only become less has become twice as large: by rounding errors.
      const { first } = this.value;
      if (count > this.patience() || this.work > end || first > 2 * most) this.stuck = true;
      most = Math.abs(first);
      if (this.stuck) return true;
      const leaving = this.mostBroken(weights);
      if (leaving < 0) break;
      const entering = this.cheapest(leaving);
      if (!entering) return false;
      this.pivot(leaving, entering, weights);
    }
    // What entries too small to divide by have left may gain.
    this.climb(this.held.length);
    return true;
  }

  /** Pivots after which a solution won't come any more. Solutions take about as many as there are rows. */
  private patience(): number {
    return 200 + 20 * (this.held.length + this.column.length);
  }

  /** The column that gains most by its share, or by Bland's rule the lowest name that gains, which cannot cycle. 0: none gains. */
  private gainsMost(bland: boolean, shares: readonly number[]): number {
    const { entries, stride, column, noise, secondNoise } = this;
    let best = 0;
    let most = 0;
    for (let index = 1; index < column.length; index++) {
      const first = entries[index]!;
      const second = entries[stride + index]!;
      if (first <= noise && (first < -noise || second <= secondNoise)) continue;
      const gain = first * (shares[index] ?? 1);
      const better = bland
        ? column[index]! < column[best]!
        : gain > most + noise || (gain >= most - noise && second > entries[stride + best]! + secondNoise);
      if (!best || better) [best, most] = [index, gain];
    }
    return best;
  }

  private firstExhausted(entering: number): number {
    const { entries, stride, held } = this;
    let leaving = -1;
    let least = Infinity;
    for (let row = values, at = values * stride; row < held.length; row++, at += stride) {
      const entry = entries[at + entering]!;
      if (entry <= small) continue;
      const ratio = entries[at]! / entry;
      if (ratio < least - tiny || (ratio <= least + tiny && held[row]! < held[leaving]!)) {
        leaving = row;
        least = Math.min(ratio, least);
      }
    }
    return leaving;
  }

  /** The row that is broken most for its weight. */
  private mostBroken(weights: Float64Array): number {
    const { entries, stride } = this;
    let worst = -1;
    let most = 0;
    for (let row = values; row < weights.length; row++) {
      const left = entries[row * stride]!;
      if (left >= -tiny) continue;
      const broken = (left * left) / weights[row]!;
      if (broken > most) [worst, most] = [row, broken];
    }
    return worst;
  }

  /** The column that mends the row at the least loss of value. */
  private cheapest(leaving: number): number {
    const { entries, stride, column, noise, secondNoise } = this;
    const start = leaving * stride;
    let best = 0;
    let bestFirst = 0;
    let bestSecond = 0;
    let bestEntry = 0;
    for (let index = 1; index < column.length; index++) {
      const entry = entries[start + index]!;
      if (entry >= -small) continue;
      const first = entries[index]! / entry;
      const second = entries[stride + index]! / entry;
      // Of equal ones the largest entry: small ones make rounding errors large.
      const less =
        first < bestFirst - noise ||
        (first <= bestFirst + noise &&
          (second < bestSecond - secondNoise || (second <= bestSecond + secondNoise && entry < bestEntry - small)));
      if (best && !less) continue;
      best = index;
      bestFirst = first;
      bestSecond = second;
      bestEntry = entry;
    }
    return best;
  }

  /** Rows come to weigh about as much as their entries do, squared, by what the pivots tell of them (Devex). */
  private pivot(leaving: number, entering: number, weights?: Float64Array): void {
    const { entries, stride, column, held, place } = this;
    const start = leaving * stride;
    const inverse = 1 / entries[start + entering]!;
    if (touched.length < column.length) {
      touched = new Int32Array(2 * column.length);
      pivotRow = new Float64Array(2 * column.length);
    }
    let count = 0;
    for (let index = 0; index < column.length; index++) {
      if (entries[start + index] === 0) continue;
      entries[start + index]! *= inverse;
      if (index === entering) continue;
      pivotRow[count] = entries[start + index]!;
      touched[count++] = index;
    }
    entries[start + entering] = inverse;
    const weight = (weights?.[leaving] ?? 0) * inverse * inverse;
    for (let row = 0; row < held.length; row++) {
      const at = row * stride;
      const entry = entries[at + entering]!;
      if (at === start || entry === 0) continue;
      if (weights) weights[row] = Math.max(weights[row]!, entry * entry * weight);
      subtract(entries, at, start, entering, count);
    }
    if (weights) weights[leaving] = Math.max(1, weight);
    this.work += count * held.length;
    const [entered, left] = [column[entering]!, held[leaving]!];
    held[leaving] = entered;
    column[entering] = left;
    place[entered] = leaving;
    place[left] = ~entering;
  }
}

/** The place of what is dropped: a row that never is. */
const gone = 0x3fffffff;

/** The columns in which the pivot's row is not zero, the entering one aside. */
let touched = new Int32Array(64);
let pivotRow = new Float64Array(64);

/** Takes so much of the pivot's row off another that nothing is left of it in the entering column. */
function subtract(entries: Row, at: number, start: number, entering: number, count: number): void {
  const factor = entries[at + entering]!;
  for (let next = 0; next < count; next++) {
    const place = at + touched[next]!;
    const value = entries[place]! - factor * pivotRow[next]!;
    entries[place] = value < zero && value > -zero ? 0 : value;
  }
  entries[at + entering] = -factor * entries[start + entering]!;
}
