/** The door. What a page needs only after its first answer is behind another one, `explanations.ts`. */
export { articulateCredit, levelOf } from './articulate.ts';
export { auditDegree, auditInSteps } from './audit.ts';
export { withChange } from './change.ts';
export { withWaivers } from './waivers.ts';
export { gradeOrder, leavesOf, whyNotEligible } from './eligibility.ts';
export { groupedBy } from './grouped-by.ts';
export { isFinished, timing } from './in-force.ts';
export { toTheEnd } from './to-the-end.ts';
export type * from './types.ts';
