/**
 * How much the search has to do: parts it looks at, and thousands of table entries it works on. Both are the same on every
 * machine. A change of the search that needs more for one of these problems is named here; whether it is worth that, the
 * bench says.
 */
import { describe, expect, test } from 'vitest';
import { solveAssignment } from '../../../src/engine/assign/search.ts';
import { brokenRules } from '../value.ts';
import { countedProblem, type Kind } from './counted-problems.ts';

/** Of each kind: seeds, with the hours of the best answer, and the parts and thousands of entries that are enough. */
const enough: Readonly<
  Record<Kind, readonly (readonly [seed: number, hours: number, parts: number, thousands: number])[]>
> = {
  'blocks of mixed hours': [
    [2, 44, 2, 160],
    [4, 49, 1, 35],
    [9, 48, 1, 57],
    [10, 46, 4, 58],
    [18, 44, 1, 58],
    [19, 47, 1, 36],
  ],
  'blocks of whole items': [
    [2, 38, 3, 28],
    [3, 56, 1, 67],
    [11, 45, 1, 63],
    [14, 43, 1, 72],
    [18, 41, 1, 45],
    [16, 46, 1, 33],
  ],
  'blocks of upper-division hours': [
    [2, 53, 15, 4900],
    [4, 55, 8, 910],
    [5, 57, 1, 640],
    [7, 60, 5, 3600],
    [9, 54, 94, 14_000],
    [10, 52, 2, 720],
  ],
  'blocks of one or two subjects': [
    [1, 44, 4, 240],
    [3, 56, 6, 480],
    [5, 50, 6, 180],
    [6, 54, 3, 210],
    [7, 54, 6, 550],
    [10, 37, 190, 5600],
  ],
  'blocks beside electives': [
    [2, 35, 2, 66],
    [5, 40, 3, 82],
    [6, 46, 4, 60],
    [9, 34, 4, 200],
    [11, 35, 1, 110],
    [15, 39, 5, 340],
  ],
};

describe.for(Object.entries(enough))('%s', ([kind, rows]) => {
  test.for(rows)(
    'problem %i counts %i hours, found in %i parts and %i thousand entries',
    ([seed, hours, parts, thousands]) => {
      const problem = countedProblem(kind as Kind, seed);
      const solution = solveAssignment(problem, parts, thousands * 1000);
      expect(solution.proven).toBe(true);
      expect(brokenRules(problem, solution)).toEqual([]);
      expect(solution.hours).toBe(hours);
    },
  );
});
