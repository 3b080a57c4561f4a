import type { When } from '../../../planner/when.ts';

/** So many milliseconds from now. */
export const after =
  (milliseconds: number): When =>
  (act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  };
