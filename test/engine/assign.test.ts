import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssignmentProblem, Solution } from '../../src/engine/assign/problem.ts';
import { solveAssignment } from '../../src/engine/assign/search.ts';
import { bestByBruteForce, type Value } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';

const runs = Number(process.env['CREDIT_MAP_RUNS'] ?? 1500);

function valueOf(problem: AssignmentProblem, { placements }: Solution): Value {
  const value: [number, number, number, number] = [0, 0, 0, problem.items.length - placements.length];
  for (const { item: id, bin, counted, spilled } of placements) {
    const item = problem.items.find((one) => one.id === id)!;
    const { demand } = item.pairs.find((pair) => problem.bins[pair.bin] === bin)!;
    const sink = item.pairs.find((pair) => pair.bin === problem.excessBin);
    const demanding = counted * demand + spilled * (sink?.demand ?? 0);
    value[0] += counted + spilled;
    value[1] += item.certainty * (demanding + counted + spilled);
    value[2] += demanding;
  }
  return value;
}

/** Every rule the answer breaks, in words. */
function brokenRules(problem: AssignmentProblem, { placements }: Solution): string[] {
  const broken: string[] = [];
  const caps = problem.caps.map(() => 0);
  const limits = problem.limits.map(() => 0);
  const sets = problem.choices.map(() => new Set<string>());
  const seen = new Set<string>();
  for (const { item: id, bin, counted, excess, spilled } of placements) {
    if (seen.has(id)) broken.push(`${id} is used twice`);
    seen.add(id);
    const item = problem.items.find((one) => one.id === id)!;
    const pair = item.pairs.find((one) => problem.bins[one.bin] === bin);
    if (!pair) {
      broken.push(`${id} may not be in ${bin}`);
      continue;
    }
    if (item.pinnedTo !== undefined && item.pinnedTo !== pair.bin) broken.push(`${id} is not where it is pinned`);
    if (Math.abs(counted + excess - item.hours) > 1e-9 || counted < 0) broken.push(`${id} is not whole`);
    for (const cap of pair.caps) caps[cap]! += counted;
    const sink = item.pairs.find((one) => one.bin === problem.excessBin);
    if (spilled < 0 || spilled > excess || (spilled > 0 && !sink)) broken.push(`${id} spills what it does not have`);
    for (const cap of sink?.caps ?? []) caps[cap]! += spilled;
    for (const limit of pair.limits) limits[limit]! += item.hours;
    for (const { choice, set } of pair.choices) sets[choice]!.add(set);
  }
  problem.caps.forEach(({ id, hours }, index) => caps[index]! > hours + 1e-9 && broken.push(`cap ${id}`));
  problem.limits.forEach(({ id, hours }, index) => limits[index]! > hours && broken.push(`limit ${id}`));
  problem.choices.forEach(({ id, atMost }, index) => sets[index]!.size > atMost && broken.push(`choice ${id}`));
  return broken;
}

describe('assignment of whole items', () => {
  test('equals the best of every possible answer, aim by aim, and keeps every rule', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        const best = bestByBruteForce(problem);
        fc.pre(best !== undefined);
        const solution = solveAssignment(problem);
        expect(brokenRules(problem, solution)).toEqual([]);
        expect(valueOf(problem, solution)).toEqual(best);
        expect(solution.proven).toBe(true);
        expect(solution.bound).toBe(solution.hours);
      }),
      { numRuns: runs },
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
        expect(solution.bound).toBeGreaterThanOrEqual(best[0]);
        if (solution.proven) expect(valueOf(problem, solution)).toEqual(best);
      }),
      { numRuns: 500 },
    );
  });
});
