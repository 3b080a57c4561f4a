/** Problems that are made to be hard: no search proves the best answer soon. */
import { expect, test } from 'vitest';
import type { Model, Option } from '../../../src/engine/assign/model.ts';
import { solveModel } from '../../../src/engine/assign/search.ts';

const agents = 10;
const jobs = 60;

/** Jobs of which each agent does each at a cost that falls as the work it takes rises (Martello and Toth). */
function hardModel(): Model {
  let state = 7;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
  const none = { first: 0, second: 0 };
  const limits = Array.from({ length: agents }, () => 0);
  const options = Array.from({ length: jobs * agents }, (_, index): Option => {
    const takes = 1 + draw(100);
    limits[index % agents]! += (0.8 * takes) / agents;
    // A job done is worth more than all that can be saved.
    const item = { first: 10_000 - (111 - takes + draw(21) - 10), second: 0 };
    const uses = { class: Math.floor(index / agents), takes: [[index % agents, takes]] as const, item };
    return { ...uses, hours: 0, reach: 0, hour: none, caps: [], choices: [], pinned: 0 };
  });
  const classes = Array.from({ length: jobs }, () => 1);
  return { classes, options, caps: [], limits: limits.map(Math.floor), choices: [] };
}

test('what is too hard ends with a good answer that keeps every rule, and a bound near it', () => {
  const model = hardModel();
  const { best, proven, bound } = solveModel(model);
  expect(proven).toBe(false);
  const used = model.options.filter((_, index) => best!.items[index]);
  expect(new Set(used.map((option) => option.class)).size).toBe(used.length);
  const left = [...model.limits];
  for (const { takes } of used) for (const [limit, amount] of takes) left[limit]! -= amount;
  expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
  expect(used.reduce((sum, { item }) => sum + item.first, 0)).toBe(best!.first);
  const loss = (value: number): number => jobs * 10_000 - value;
  expect(bound).toBeGreaterThanOrEqual(best!.first);
  expect(loss(best!.first) / loss(bound)).toBeLessThan(1.025);
});
