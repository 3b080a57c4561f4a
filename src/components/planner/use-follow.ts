import { useLayoutEffect, useState } from 'preact/hooks';
import { afterPaint, type When } from './when.ts';

/** The value, one painted frame late: for what stands far from what was pressed, and may follow it. */
export function useFollow<T>(value: T, atFirst = value, when: When = afterPaint): T {
  const [shown, show] = useState(atFirst);
  useLayoutEffect(() => when(() => show(value)), [value]);
  return shown;
}
