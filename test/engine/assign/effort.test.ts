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
    [4, 49, 1, 36],
    [9, 48, 1, 59],
    [10, 46, 4, 60],
    [18, 44, 1, 60],
    [19, 47, 1, 37],
  ],
  'blocks of whole items': [
    [2, 38, 3, 29],
    [3, 56, 1, 69],
    [11, 45, 1, 65],
    [14, 43, 1, 75],
    [18, 41, 1, 46],
    [16, 46, 1, 34],
  ],
  'blocks of upper-division hours': [
    [2, 53, 15, 5000],
    [4, 55, 8, 933],
    [5, 57, 1, 652],
    [7, 60, 5, 3639],
    [9, 54, 94, 13_751],
    [10, 52, 2, 738],
  ],
  'blocks of one or two subjects': [
    [1, 44, 4, 242],
    [3, 56, 6, 493],
    [5, 50, 6, 177],
    [6, 54, 3, 209],
    [7, 54, 6, 557],
    [10, 37, 185, 5704],
  ],
  'blocks beside electives': [
    [2, 35, 2, 68],
    [5, 40, 3, 85],
    [6, 46, 4, 61],
    [9, 34, 4, 202],
    [11, 35, 1, 109],
    [15, 39, 5, 344],
  ],
  'blocks that share': [
    [3, 45, 4, 150],
    [9, 36, 5, 95],
    [10, 32, 4, 150],
    [14, 37, 4, 78],
    [16, 39, 1, 60],
    [17, 40, 4, 109],
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
