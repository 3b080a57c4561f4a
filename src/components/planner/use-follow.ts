import { h, type ComponentType, type FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { memo } from './memo.ts';

/** The value, one painted frame late: for what stands far from what was pressed, and may follow it. */
export function useFollow<T>(value: T): T {
  const [shown, show] = useState(value);
  useEffect(() => show(value), [value]);
  return shown;
}

/** The component, drawn again one painted frame late: it stands far from what is pressed. */
export function following<P extends object>(View: ComponentType<P>): FunctionComponent<P> {
  const Steady = memo(View);
  return (props) => h(Steady, useFollow<P>(props));
}

/** True from the frame after the first: for what stands below what was pressed for, and takes long to draw. */
export function useNextFrame(): boolean {
  const [here, come] = useState(false);
  useEffect(() => come(true), []);
  return here;
}
