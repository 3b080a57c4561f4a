import { describe, expect, test } from 'vitest';
import { quick } from '../../../src/engine/complete/complete-plan.ts';
import { likelySearch } from '../../../src/engine/complete/likely-search.ts';
import { searchCourses, type Found } from '../../../src/engine/complete/search.ts';
import type { ProgramInput } from '../../../src/engine/complete/program.ts';
import { completePlan, type CompletionInput } from '../../../src/engine/completion.ts';
import { countedMarket } from './counted-markets.ts';

/** The first answer from likely courses, that from all, and what both were asked for. */
function firstAnswers(input: CompletionInput): { likely: Found; all: Found; program: ProgramInput } {
  const found: { likely: Found; all: Found; program: ProgramInput }[] = [];
  completePlan(input, undefined, quick, undefined, (program, limits, progress) => {
    const likely = likelySearch(input.degree)(program, limits, progress);
    found.push({ likely, all: searchCourses(program, limits, progress), program });
    return likely;
  });
  return found[0]!;
}

describe('the first answer from the cheapest courses of each block', () => {
  test.for([
    [60, 4, 588],
    [60, 5, 861],
    [90, 6, 420],
    [90, 7, 368],
    [120, 8, 436],
  ] as const)('of %i courses (%i) fills all that can be filled, for at most $%i', ([courses, seed, mostUsd]) => {
    const { likely, program } = firstAnswers(countedMarket(seed, courses, {}));
    expect(likely.best.hours).toBe(36);
    expect(likely.best.cents).toBeLessThanOrEqual(mostUsd * 100);
    expect(likely.proven).toBe(false);
    expect(likely.bound).toBe(36 * program.weights.hour);
  });

  test('is not enough where hours stay open that other courses might fill: then all are looked at', () => {
    const { likely, all, program } = firstAnswers(countedMarket(10, 6, {}));
    expect(likely.best.value).toBeGreaterThanOrEqual(all.best.value);
    expect(likely.bound).toBe(all.bound);
    expect(likely.bound).toBeLessThan(36 * program.weights.hour);
  });

  test.for([{ aim: 'fastest' }, { aim: 'safest' }, { leastSureHours: 12 }] as const)(
    'is the one from all courses where more than money counts: %j',
    (wishes) => {
      const { likely, all } = firstAnswers(countedMarket(4, 30, wishes));
      expect(likely.bound).toBe(all.bound);
      expect(likely.best.value).toBe(all.best.value);
    },
  );
});
