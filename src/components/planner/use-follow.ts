import { useLayoutEffect, useState } from 'preact/hooks';
import type { When } from '../../planner/when.ts';
import { afterNextPaint } from './when.ts';

/**
 * The value, by itself one painted frame late: for what stands far from what was pressed, and may follow it. Before the first
 * one comes there is `atFirst`.
 */
export function useFollow<T>(value: T, atFirst = value, when: When = afterNextPaint): T {
  const [shown, show] = useState(atFirst);
  useLayoutEffect(() => when(() => show(value)), [value]);
  return shown;
}
