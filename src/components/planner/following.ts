import { h, type ComponentType, type FunctionComponent } from 'preact';
import { memo } from './memo.ts';
import { useFollow } from './use-follow.ts';
import type { When } from '../../planner/when.ts';

/** The component, drawn again later, by itself one painted frame late: it stands far from what is pressed. */
export function following<P extends object>(View: ComponentType<P>, when?: When): FunctionComponent<P> {
  const Steady = memo(View);
  return (props) => h(Steady, useFollow<P>(props, props, when));
}
