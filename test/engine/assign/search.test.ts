/** Problems that are made to be hard: no search proves the best answer soon. What is found counts the same on every machine. */
import { describe, expect, test } from 'vitest';
import { improve } from '../../../src/engine/assign/improve.ts';
import type { Option } from '../../../src/engine/assign/model.ts';
import { Relaxation } from '../../../src/engine/assign/relaxation.ts';
import { round } from '../../../src/engine/assign/rounding.ts';
import { solveModel } from '../../../src/engine/assign/search.ts';
import { costOf, hardModel } from './hard-model.ts';

test('what is too hard ends with a good answer that keeps every rule, and a bound near it', () => {
  const model = hardModel(60, 10);
  const { best, proven, bound } = solveModel(model);
  expect(proven).toBe(false);
  const used = model.options.filter((_, index) => best!.items[index]);
  expect(new Set(used.map((option) => option.class)).size).toBe(used.length);
  const left = [...model.limits];
  for (const { takes } of used) for (const [limit, amount] of takes) left[limit]! -= amount;
  expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
  expect(used.reduce((sum, { item }) => sum + item.first, 0)).toBe(best!.first);
  expect(costOf(model, best!.first)).toBeLessThanOrEqual(3833);
  expect(costOf(model, bound)).toBeLessThanOrEqual(costOf(model, best!.first));
  expect(costOf(model, bound)).toBeGreaterThanOrEqual(3808);
});

test.for([
  [9, [5, 5, 1], 2],
  [7, [4, 6, 1], 2],
  [8, [5, 4, 6, 1, 2], 2],
] as const)(
  '%i hours are filled with the fewest of items of %j hours, however much an hour is worth',
  ([cap, sizes, fewest]) => {
    const options = sizes.map((hours, index): Option => {
      const item = { first: 0, second: -1 };
      const uses = { class: index, takes: [], item, hours, reach: hours, hour: { first: 1e12, second: 0 } };
      return { ...uses, caps: [0], choices: [], pinned: 0 };
    });
    const { best } = solveModel({ classes: sizes.map(() => 1), options, caps: [cap], limits: [], choices: [] });
    expect(best).toMatchObject({ first: cap * 1e12, second: -fewest });
  },
);

describe('moving items about', () => {
  /** The answer near the fractional one costs much more than that. */
  test.for([
    [60, 10, 0, 13_955, 3835],
    [60, 10, 1, 13_955, 3843],
    [60, 10, 2, 13_955, 3853],
    [24, 6, 1, 11_629, 1595],
    [20, 4, 0, 1463, 1352],
  ] as const)(
    'of %i jobs of %i agents, drawn from %i, leads from a cost of %i to %i',
    ([jobs, agents, seed, before, after]) => {
      const model = hardModel(jobs, agents);
      const relaxation = Relaxation.of(model)!;
      const start = round(model, [...model.options.keys()], relaxation.fractional)!;
      expect(costOf(model, start.first)).toBe(before);
      const { losses, prices } = relaxation;
      const items = improve(model, start.items, { losses, prices }, seed);
      const value = model.options.reduce((sum, { item }, index) => sum + item.first * items[index]!, 0);
      expect(costOf(model, value)).toBeLessThanOrEqual(after);
    },
  );
});
