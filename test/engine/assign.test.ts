import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solveAssignment } from '../../src/engine/assign/search.ts';
import { told } from '../told.ts';
import { bestByBruteForce } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';
import { brokenRules, hoursMet, valueOf } from './value.ts';

const runs = Number(process.env['CREDIT_MAP_RUNS'] ?? 1500);
/** Each takes about a millisecond, and a busy machine may take thirty. */
const timeout = Math.max(300_000, 30 * runs);

describe('assignment of whole items', () => {
  test('equals the best of every possible answer, aim by aim, and keeps every rule', { timeout }, () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const best = bestByBruteForce(problem);
        fc.pre(best !== undefined);
        const solution = solveAssignment(problem);
        expect(brokenRules(problem, solution)).toEqual([]);
        expect(valueOf(problem, solution)).toEqual(best);
        expect(solution.proven).toBe(true);
        expect(solution.bound).toBe(solution.met);
        expect(solution.met).toBe(hoursMet(problem, best));
        expect(solution.hours).toBe(best[1]);
      }),
      { numRuns: runs, ...told('Answers against another solver', 'compared', 'different') },
    );
  });

  test('changes nothing it is given', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const before = JSON.stringify(problem);
        solveAssignment(problem);
        expect(JSON.stringify(problem)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  test('stopped early, it says that the answer is the best found, and no answer beats the bound it gives', () => {
    fc.assert(
      fc.property(randomProblem, fc.integer({ min: 1, max: 3 }), (problem, steps) => {
        const best = bestByBruteForce(problem);
        fc.pre(best !== undefined);
        const solution = solveAssignment(problem, steps);
        expect(brokenRules(problem, solution)).toEqual([]);
        expect(solution.bound).toBeGreaterThanOrEqual(hoursMet(problem, best));
        if (solution.proven) expect(valueOf(problem, solution)).toEqual(best);
      }),
      { numRuns: 500 },
    );
  });
});
