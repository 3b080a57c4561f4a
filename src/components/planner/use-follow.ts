import { useEffect, useState } from 'preact/hooks';

/** The value, one painted frame late: for what stands far from what was pressed, and may follow it. */
export function useFollow<T>(value: T): T {
  const [shown, show] = useState(value);
  useEffect(() => show(value), [value]);
  return shown;
}
