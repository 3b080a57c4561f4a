/** So many of the list, drawn at random. The same seed draws the same ones of the same list. */
export function draw<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  const drawn = [...list];
  let state = seed >>> 0;
  // A linear congruential generator (Numerical Recipes) is even enough to draw a sample.
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  for (let at = 0; at < Math.min(count, drawn.length); at++) {
    const other = at + next(drawn.length - at);
    [drawn[at], drawn[other]] = [drawn[other]!, drawn[at]!];
  }
  return drawn.slice(0, count);
}
