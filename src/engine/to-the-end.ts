/** Work that can be done bit by bit, done at once. */
export function toTheEnd<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
