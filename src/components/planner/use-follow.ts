import { useEffect, useState } from 'preact/hooks';

/** The value, one painted frame late: for what stands far from what was pressed, and may follow it. */
export function useFollow<T>(value: T): T {
  const [shown, show] = useState(value);
  useEffect(() => show(value), [value]);
  return shown;
}

/** True from the frame after the first: for what stands below what was pressed for, and takes long to draw. */
export function useNextFrame(): boolean {
  const [here, come] = useState(false);
  useEffect(() => come(true), []);
  return here;
}
