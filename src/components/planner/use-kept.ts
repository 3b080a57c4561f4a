import { useMemo, useRef } from 'preact/hooks';
import { keepEqual } from '../../planner/audit/keep-equal.ts';

/** The values found, made again when `since` changes: each is the one from before where nothing in it changed. */
export function useKept<V>(find: () => ReadonlyMap<string, V>, since: readonly unknown[]): ReadonlyMap<string, V> {
  const before = useRef<ReadonlyMap<string, V>>(new Map());
  return useMemo(() => (before.current = keepEqual(before.current, find())), since);
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
