/** The second door: what explains an answer. A page loads it after the first answer, or when it is asked for. */
export { acceptedCourses, fittingCourses } from './fitting.ts';
export { findObstacles, findPinsToRelease, obstaclesOf, pinsToRelease } from './obstacles.ts';
export { findRepair, smallestRepair } from './repair.ts';
