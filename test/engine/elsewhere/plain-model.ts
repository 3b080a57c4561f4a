/**
 * A problem as any solver takes it: variables that are 0 or 1, rows that bound sums of them, one sum to make large or
 * small. And what an answer is worth, counted here and not by the solver that gave it.
 */

/** `lb` ≤ the sum of `coef` times the variables `idx` ≤ `ub`. Either bound may be infinite. */
export type Row = {
  readonly lb: number;
  readonly ub: number;
  readonly idx: readonly number[];
  readonly coef: readonly number[];
};

export type PlainModel = {
  readonly name: string;
  readonly sense: 'max' | 'min';
  readonly nvars: number;
  readonly obj: readonly number[];
  readonly rows: readonly Row[];
};

/** What a solver says. Without `x` it found nothing. */
export type PlainAnswer = {
  readonly x?: readonly number[] | undefined;
  /** The solver says that nothing is better. */
  readonly proven: boolean;
  /** The solver says that nothing is better than this. */
  readonly bound?: number | undefined;
};

/** What the answer is really worth; `undefined` if a value is not whole or a row is broken. */
export function worthOf(model: PlainModel, x: readonly number[]): number | undefined {
  if (x.length !== model.nvars) return undefined;
  const whole = x.map(Math.round);
  if (whole.some((value, index) => value < 0 || value > 1 || Math.abs(value - x[index]!) > 1e-6)) return undefined;
  const sum = (idx: readonly number[], coef: readonly number[]): number =>
    idx.reduce((total, variable, index) => total + coef[index]! * whole[variable]!, 0);
  for (const { lb, ub, idx, coef } of model.rows) {
    const total = sum(idx, coef);
    if (total < lb - 1e-6 || total > ub + 1e-6) return undefined;
  }
  return sum(
    whole.map((_, index) => index),
    model.obj,
  );
}

/** How much better `a` is than `b`, in the model's sense. */
export function better(model: PlainModel, a: number, b: number): number {
  return model.sense === 'max' ? a - b : b - a;
}
