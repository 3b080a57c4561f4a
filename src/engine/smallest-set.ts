/** The fewest of some things that are enough for something: found by trying. */

/** `smallest`: false if patience ended before every smaller set was tried. Even then, none of the set can be spared. */
export type SmallestSet<T> = { readonly set: readonly T[]; readonly smallest: boolean };

/**
 * The first of the smallest sets that are enough, or `undefined` if all together are not. What is enough must stay so
 * with more. Pauses after each trial, so that a page can do it bit by bit.
 */
export function* findSmallestSet<T>(
  all: readonly T[],
  isEnough: (some: readonly T[]) => boolean,
  patience = 200,
): Generator<undefined, SmallestSet<T> | undefined> {
  let tries = 0;
  function* trial(some: readonly T[]): Generator<undefined, boolean> {
    yield;
    tries++;
    return isEnough(some);
  }
  if (yield* trial([])) return { set: [], smallest: true };
  if (!(yield* trial(all))) return undefined;
  const needed: T[] = [];
  for (const one of all) if (!(yield* trial(all.filter((other) => other !== one)))) needed.push(one);
  const rest = all.filter((one) => !needed.includes(one));
  for (let count = 0; count <= rest.length; count++) {
    for (const more of setsOf(rest, count)) {
      if (tries > patience) return { set: yield* without(rest), smallest: false };
      if (yield* trial([...needed, ...more])) return { set: [...needed, ...more], smallest: true };
    }
  }
  return { set: all, smallest: true };

  function* without(spare: readonly T[]): Generator<undefined, readonly T[]> {
    let left: readonly T[] = [...needed, ...spare];
    // What stands last is spared first.
    for (const one of spare.toReversed()) {
      const fewer = left.filter((other) => other !== one);
      if (yield* trial(fewer)) left = fewer;
    }
    return left;
  }
}

/** Every set of so many, in order. */
export function* setsOf<T>(all: readonly T[], count: number, from = 0): Generator<T[]> {
  if (count === 0) return yield [];
  for (let index = from; index <= all.length - count; index++) {
    for (const rest of setsOf(all, count - 1, index + 1)) yield [all[index]!, ...rest];
  }
}
