/** The third door: which courses finish a degree. It is asked for on its own, and works best in a worker. */
export { completePlan } from './complete/complete-plan.ts';
export type * from './complete/types.ts';
