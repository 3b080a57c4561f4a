/** Values by a key, with their text to compare them by. */
export type Kept<V> = ReadonlyMap<string, { readonly value: V; readonly text: string }>;

/** The new values, but the old object where the two are alike: what shows it need not be drawn again. */
export function keepEqual<V>(before: Kept<V>, now: ReadonlyMap<string, V>): Kept<V> {
  return new Map(
    [...now].map(([key, value]) => {
      const text = JSON.stringify(value);
      const old = before.get(key);
      return [key, old?.text === text ? old : { value, text }];
    }),
  );
}
