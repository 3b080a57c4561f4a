/** The third door: which courses finish a degree. It is asked for on its own, and works best in a worker. */
export { compareDegrees } from './complete/compare-degrees.ts';
export type {
  AcceptedCounts,
  ComparedDegree,
  ComparedPlan,
  ComparisonInput,
  DegreeToCompare,
} from './complete/compare-degrees.ts';
export { completePlan, keptCredits, patient } from './complete/complete-plan.ts';
export { monthsFor } from './complete/calendar.ts';
export { cheapestPlans } from './complete/prices.ts';
export { rankDegrees } from './complete/rank-degrees.ts';
export type { DegreeOrder } from './complete/rank-degrees.ts';
export { tuitionFor, tuitionToward, withSums } from './complete/tuition.ts';
export { searchWith } from './complete/whole-search.ts';
export type { SearchLimits } from './complete/search.ts';
export type { WholeQuestion, WholeSolver } from './complete/whole-search.ts';
export type * from './complete/types.ts';
