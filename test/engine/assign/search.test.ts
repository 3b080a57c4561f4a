/** Problems that are made to be hard. What is found counts the same on every machine. */
import { expect, test } from 'vitest';
import type { Option } from '../../../src/engine/assign/model.ts';
import { solveModel } from '../../../src/engine/assign/solve-model.ts';
import { costOf, hardModel } from './hard-model.ts';

test.for([
  ['is solved', 10, 3819, 3819],
  ['ends with a good answer that keeps every rule, and a bound near it', 15, 3840, 3827],
] as const)('what takes far too much dividing %s', ([, agents, costs, atLeast]) => {
  const model = hardModel(60, agents);
  const { best, proven, bound } = solveModel(model);
  expect(proven).toBe(costs === atLeast);
  const used = model.options.filter((_, index) => best!.items[index]);
  expect(new Set(used.map((option) => option.class)).size).toBe(used.length);
  const left = [...model.limits];
  for (const { takes } of used) for (const [limit, amount] of takes) left[limit]! -= amount;
  expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
  expect(used.reduce((sum, { item }) => sum + item.first, 0)).toBe(best!.first);
  expect(costOf(model, best!.first)).toBeLessThanOrEqual(costs);
  expect(costOf(model, bound)).toBeLessThanOrEqual(costOf(model, best!.first));
  expect(costOf(model, bound)).toBeGreaterThanOrEqual(atLeast);
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
