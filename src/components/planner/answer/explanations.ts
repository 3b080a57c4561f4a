/** What explains answers, in one part that is loaded after the first answer. */
export * from '../../../planner/audit/explanations.ts';
export { askForObstacles } from './ask-for-obstacles.ts';
