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
    [2, 44, 1, 38],
    [4, 49, 1, 23],
    [9, 48, 1, 77],
    [10, 46, 3, 47],
    [18, 44, 1, 45],
    [19, 47, 1, 29],
  ],
  'blocks of whole items': [
    [2, 38, 3, 39],
    [3, 56, 1, 99],
    [11, 45, 1, 83],
    [14, 43, 1, 88],
    [18, 41, 1, 74],
    [16, 46, 1, 48],
  ],
  'blocks of upper-division hours': [
    [2, 53, 26, 2400],
    [4, 55, 9, 330],
    [5, 57, 1, 110],
    [7, 60, 1, 140],
    [9, 54, 18, 1200],
    [10, 52, 5, 180],
  ],
  'blocks of one or two subjects': [
    [1, 44, 4, 170],
    [3, 56, 9, 170],
    [5, 50, 10, 580],
    [6, 54, 3, 71],
    [7, 54, 4, 590],
    [10, 37, 7, 380],
  ],
  'blocks beside electives': [
    [2, 35, 2, 57],
    [5, 40, 3, 96],
    [6, 46, 5, 42],
    [9, 34, 30, 760],
    [11, 35, 1, 79],
    [15, 39, 11, 510],
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
