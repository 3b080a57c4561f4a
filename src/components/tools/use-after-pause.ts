import { useEffect, useRef } from 'preact/hooks';
import { useLatest } from '../planner/use-kept.ts';

/** How long nothing more may come, in milliseconds. */
const pause = 600;

/** Does it with the last of several things given in a row, as when someone types. */
export function useAfterPause<T>(act: (given: T) => void): (given: T) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useLatest(act);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (given) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(latest, pause, given);
  };
}
