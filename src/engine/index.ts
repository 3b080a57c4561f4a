/** The only door. */
export { articulateCredit } from './articulate.ts';
export { auditDegree } from './audit.ts';
export { leavesOf, whyNotEligible } from './eligibility.ts';
export { smallestRepair, withChange } from './repair.ts';
export type * from './types.ts';
