import { useMemo, useRef } from 'preact/hooks';
import { keepEqual, type Kept } from '../../planner/audit/keep-equal.ts';

/** The values found, made again when `since` changes: each is the one from before where nothing in it changed. */
export function useKept<V>(find: () => ReadonlyMap<string, V>, since: readonly unknown[]): ReadonlyMap<string, V> {
  const before = useRef<Kept<V>>(new Map());
  return useMemo(() => {
    before.current = keepEqual(before.current, find());
    return new Map([...before.current].map(([key, { value }]) => [key, value]));
  }, since);
}

/** One function for as long as the component lives. It does what the newest one given does. */
export function useLatest<A extends readonly unknown[], R>(act: (...given: A) => R): (...given: A) => R {
  const latest = useRef(act);
  latest.current = act;
  return useMemo(
    () =>
      (...given: A) =>
        latest.current(...given),
    [],
  );
}
