/** Plans of dozens of credits under every kind of rule at once: richer in rules than any degree of the catalog. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptPlan } from '../../src/engine/accepted.ts';
import { problemOf } from '../../src/engine/assign.ts';
import { solveAssignment } from '../../src/engine/assign/search.ts';
import type { AssignmentProblem } from '../../src/engine/assign/problem.ts';
import { casesOf } from '../figures.ts';
import { told } from '../told.ts';
import { auditInput } from './example-university.ts';
import { largeRandomDegree, randomCredits, randomSchool } from './random-degree.ts';
import { bestByReferee, type Verdict } from './referee.ts';
import { brokenRules, hoursMet, valueOf } from './value.ts';

const numRuns = casesOf(8, 200);
/** Either solver may take its full time. */
const timeout = numRuns * 60_000;
const from = ['school', 'college', 'exam', 'alternative', 'foreign'] as const;
const credits = fc
  .tuple(...['a', 'b', 'c', 'd'].map((prefix) => randomCredits(from, prefix, 10)))
  .map((all) => all.flat());

/** The other solver's answer, if it has one soon. */
function soonByReferee(problem: AssignmentProblem): Verdict | undefined {
  try {
    return bestByReferee(problem, 5);
  } catch {
    return undefined;
  }
}

test('an answer keeps every rule, is the best if it says so, and nothing passes its bound', { timeout }, () => {
  let compared = 0;
  fc.assert(
    fc.property(largeRandomDegree, randomSchool, credits, (degree, school, plan) => {
      const { accepted, pins } = acceptPlan(auditInput(plan, degree, school));
      const problem = problemOf(degree, school, accepted, 'likely', pins);
      const solution = solveAssignment(problem);
      expect(brokenRules(problem, solution)).toEqual([]);
      const best = soonByReferee(problem);
      if (!best) return;
      compared++;
      expect(solution.bound).toBeGreaterThanOrEqual(hoursMet(problem, best));
      if (solution.proven) expect(valueOf(problem, solution)).toEqual(best);
    }),
    // The other solver does not always end in time: what is compared is less than what is tried.
    { numRuns, endOnFailure: true, ...told('Plans under every kind of rule', 'tried', 'wrong', () => ({ compared })) },
  );
});
