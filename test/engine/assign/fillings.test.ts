/** Answers by fillings, beside the search that divides. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillingsOf } from '../../../src/engine/assign/fillings.ts';
import type { Model, Option } from '../../../src/engine/assign/model.ts';
import { solveModel } from '../../../src/engine/assign/solve-model.ts';
import { casesOf } from '../../figures.ts';
import { costOf, hardModel } from './hard-model.ts';

const none = { first: 0, second: 0 };
const plain = { hours: 0, reach: 0, hour: none, caps: [], choices: [], pinned: 0 };
const whole = (max: number, min = 0): fc.Arbitrary<number> => fc.integer({ min, max });

/** Items that each fit under some of the limits, which have room for a part of them. */
const smallModel = fc
  .record({ items: whole(40, 1), limits: fc.array(whole(30), { minLength: 1, maxLength: 5 }) })
  .chain(({ items, limits }) =>
    fc
      .array(fc.tuple(whole(items - 1), whole(limits.length - 1), whole(12, 1), whole(20)), { maxLength: 3 * items })
      .map((uses): Model => {
        const byPlace = new Map(uses.map((use) => [`${use[0]} ${use[1]}`, use]));
        const options = [...byPlace.values()].map(([item, limit, takes, first]): Option => ({
          ...plain,
          class: item,
          takes: [[limit, takes]],
          item: { first, second: 0 },
        }));
        return { classes: Array.from({ length: items }, () => 1), options, caps: [], limits, choices: [] };
      }),
  );

/** What the options are worth together, if each item has one place and no limit is passed. */
function worthOf({ classes, options, limits }: Model, used: readonly number[]): number | undefined {
  const its = used.map((index) => options[index]!);
  const left = [...limits];
  for (const { takes } of its) for (const [limit, amount] of takes) left[limit]! -= amount;
  const isOnce = new Set(its.map((option) => option.class)).size === its.length;
  const isAnswer = isOnce && left.every((room) => room >= 0) && its.every((option) => classes[option.class]! > 0);
  return isAnswer ? its.reduce((sum, { item }) => sum + item.first, 0) : undefined;
}

test('the best answer is found from any other and proven, and is the same each time', () => {
  fc.assert(
    fc.property(smallModel, whole(40), (model, less) => {
      const best = solveModel(model).best!.first;
      const known = Math.max(0, best - less);
      const { found, bound, work } = fillingsOf(model)!.search(known, 1e8);
      expect(bound).toBe(best);
      expect(found.length ? worthOf(model, found) : known).toBe(best);
      expect(fillingsOf(model)!.search(known, 1e8)).toEqual({ found, bound, work });
    }),
    { numRuns: casesOf(100, 2_000) },
  );
});

test('stopped after any work, an answer keeps every rule, and none passes the bound', () => {
  fc.assert(
    fc.property(smallModel, whole(60), (model, share) => {
      const best = solveModel(model).best!.first;
      const { work } = fillingsOf(model)!.search(0, 1e8);
      const { found, bound } = fillingsOf(model)!.search(0, (work * share) / 50);
      expect(bound).toBeGreaterThanOrEqual(best - 1e-6);
      if (found.length) expect(worthOf(model, found)).toBeGreaterThan(0);
    }),
    { numRuns: casesOf(100, 2_000) },
  );
});

test.for([
  [24, 6, 1595],
  [40, 8, 2556],
])('the least cost of %i jobs of %i agents is %i', ([jobs, agents, least]) => {
  const model = hardModel(jobs!, agents!);
  const { found, bound } = fillingsOf(model)!.search(0, 2e8);
  expect(costOf(model, worthOf(model, found)!)).toBe(least);
  expect(costOf(model, bound)).toBe(least);
});

describe('a problem is not made of fillings', () => {
  const option: Option = { ...plain, class: 0, takes: [[0, 2]], item: { first: 1, second: 0 } };
  const model: Model = { classes: [1], options: [option], caps: [9], limits: [3, 3], choices: [1] };
  const withOption = (change: Partial<Option>): Model => ({ ...model, options: [{ ...option, ...change }] });

  test('otherwise it is', () => {
    expect(fillingsOf(model)).toBeDefined();
  });

  test.for([
    ['where items are alike', { ...model, classes: [2] }],
    ['of far more items than any has', { ...model, classes: Array.from({ length: 501 }, () => 1) }],
    ['under a limit of far more hours than any', { ...model, limits: [1e6, 3] }],
    ['under two limits at once', withOption({ takes: [[0, 2], [1, 1]] })], // prettier-ignore
    ['where an item has two uses under a limit', { ...model, options: [option, option] }],
    ['where an item makes room', withOption({ takes: [[0, -2]] })],
    ['where hours may stick out', withOption({ caps: [0] })],
    ['where what sticks out counts elsewhere', withOption({ spill: { hour: none, caps: [] } })],
    ['under a choice', withOption({ choices: [{ choice: 0, set: 'a' }] })],
    ['with pins', withOption({ pinned: 1 })],
    ['with a second aim', withOption({ item: { first: 1, second: -1 } })],
  ] as const)('%s', ([, other]) => {
    expect(fillingsOf(other)).toBeUndefined();
  });
});
