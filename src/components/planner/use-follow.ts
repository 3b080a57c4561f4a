import { useLayoutEffect, useState } from 'preact/hooks';
import { afterPaint } from './when.ts';

/** The value, one painted frame late: for what stands far from what was pressed, and may follow it. */
export function useFollow<T>(value: T, atFirst = value): T {
  const [shown, show] = useState(atFirst);
  useLayoutEffect(() => afterPaint(() => show(value)), [value]);
  return shown;
}

/** True from the frame after the first: for what stands below what was pressed for, and takes long to draw. */
export function useNextFrame(): boolean {
  return useFollow(true, false);
}
