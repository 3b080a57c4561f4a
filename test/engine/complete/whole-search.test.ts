/** What a solver of whole numbers adds to our own search, beside the referee, which has a model of its own. */
import fc from 'fast-check';
import loadHighs from 'highs';
import { expect, test } from 'vitest';
import {
  completePlan,
  searchWith,
  type Completion,
  type CompletionInput,
  type WholeSolver,
  type Wishes,
} from '../../../src/engine/completion.ts';
import { highsSolver } from '../../../src/planner/finish/highs-solver.ts';
import { allHours, auditOf } from './audited.ts';
import { catalogDegrees, forAll } from './catalog-input.ts';
import { randomMarket, secondUseMarket } from './random-market.ts';
import { bestCompletion } from './referee.ts';

const highs = await loadHighs();
const firstAnswer = { parts: 0, work: 0 };

/** From the first answer of our own search, so that the solver has something to do. */
const completeWith = (input: CompletionInput, solve: WholeSolver): Completion =>
  completePlan(input, undefined, firstAnswer, undefined, searchWith(solve));
const complete = (input: CompletionInput): Completion => completeWith(input, highsSolver(highs, 30));

test('the cheapest plan is proven, and is the referee’s', () => {
  fc.assert(
    fc.property(randomMarket(9), (input) => {
      const plan = complete(input);
      expect(plan.proven).toBe(true);
      expect({ hours: allHours(input, plan), cents: Math.round(plan.costUsd * 100) }).toEqual(bestCompletion(input));
    }),
    { numRuns: 40 },
  );
});

test('a course is taken for its second use where the first can count nothing', () => {
  const plan = complete(secondUseMarket);
  expect(plan).toMatchObject({ proven: true, costUsd: 50 });
  expect(plan.courses).toHaveLength(1);
});

const wishes: fc.Arbitrary<Partial<Wishes>> = fc.record(
  {
    aim: fc.constantFrom('cheapest' as const, 'fastest' as const, 'safest' as const),
    leastSureHours: fc.integer({ min: 1, max: 12 }),
    finishBy: fc.constantFrom('2027-02-01', '2027-04-15'),
    keepForSchool: fc.integer({ min: 1, max: 6 }),
    without: fc.record({ providers: fc.subarray(['a', 'b', 'c']), exams: fc.boolean() }),
  },
  { requiredKeys: ['aim'] },
);

test('whatever is wished, it is what our own search has proven', () => {
  fc.assert(
    fc.property(randomMarket(8), wishes, (market, some) => {
      const input = { ...market, wishes: { ...market.wishes, ...some } };
      const ours = completePlan(input);
      const plan = complete(input);
      if (!ours.proven || !plan.proven) return;
      const worth = (one: Completion) => [
        allHours(input, one),
        ...(some.aim === 'safest' ? [Math.min(some.leastSureHours ?? Infinity, one.sureHours)] : []),
        ...(some.aim === 'fastest' ? [one.studyHours] : []),
        one.costUsd,
      ];
      expect(worth(plan)).toEqual(worth(ours));
      if (some.finishBy !== undefined)
        expect(plan.courses.every(({ finishOn }) => finishOn <= some.finishBy!)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test.for([
  'charter-oak/bs-psychology-2026-27',
  'wgu/bs-computer-science-2025',
  'tesu/bs-information-technology-2026-27',
])('the cheapest plan for %s is the referee’s', (id) => {
  const input: CompletionInput = { ...forAll, ...catalogDegrees.find((degree) => degree.id === id)! };
  const plan = complete(input);
  expect(plan.proven).toBe(true);
  expect({ hours: allHours(input, plan), cents: Math.round(plan.costUsd * 100) }).toEqual(bestCompletion(input));
});

const wrong: Readonly<Record<string, WholeSolver>> = {
  'takes every course': ({ amounts }, tell) => {
    tell(amounts.map(({ most }) => (Number.isFinite(most) ? most : 99)));
    return Infinity;
  },
  'answers with less than numbers': ({ amounts }, tell) => {
    tell(amounts.map(() => NaN));
    tell([]);
    return NaN;
  },
  'promises more than there is': (_, tell) => {
    tell([1, 2, 3]);
    return 1e12;
  },
};

test.for(Object.keys(wrong))('a solver that %s changes no plan, and proves nothing', (name) => {
  fc.assert(
    fc.property(randomMarket(9), (input) => {
      const before = completePlan(input, undefined, firstAnswer);
      const plan = completeWith(input, wrong[name]!);
      expect(allHours(input, plan)).toBeGreaterThanOrEqual(allHours(input, before));
      if (allHours(input, plan) === allHours(input, before)) expect(plan.costUsd).toBeLessThanOrEqual(before.costUsd);
      expect(auditOf(input, plan).met).toEqual(plan.met);
      expect(plan.proven).toBe(before.proven);
    }),
    { numRuns: 20 },
  );
});
