import { useRef } from 'preact/hooks';

/** The value as it was when it was last whole: what is shown stays until all of what comes next is here. */
export function useLastWhole<T>(value: T, isWhole: boolean): T | undefined {
  const last = useRef<T>();
  if (isWhole) last.current = value;
  return last.current;
}
