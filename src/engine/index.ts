/** The only door. */
export { auditDegree } from './audit.ts';
export { articulateCredit } from './articulate.ts';
export type * from './types.ts';
