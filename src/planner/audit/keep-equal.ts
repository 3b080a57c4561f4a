import { sameValue } from '../plan/same-value.ts';

/** The new values by their keys, but the one from before where the two say the same: what shows it need not be drawn again. */
export function keepEqual<V>(before: ReadonlyMap<string, V>, now: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  return new Map(
    [...now].map(([key, value]) => {
      const old = before.get(key);
      return [key, old !== undefined && sameValue(old, value) ? old : value];
    }),
  );
}
