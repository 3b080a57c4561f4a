/** Exchanges only find answers: whatever they find keeps every limit and is worth more than what they began with. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchange } from '../../../src/engine/assign/exchange.ts';
import type { Model, Option } from '../../../src/engine/assign/model.ts';

const none = { first: 0, second: 0 };
const jobs = fc.record({
  limits: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 }),
  ways: fc.array(
    fc.array(fc.record({ takes: fc.integer({ min: 1, max: 12 }), worth: fc.integer({ min: -5, max: 30 }) }), {
      minLength: 3,
      maxLength: 3,
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

function modelOf(limits: readonly number[], ways: readonly (readonly { takes: number; worth: number }[])[]): Model {
  const options = ways.flatMap((each, item) =>
    limits.map((_, limit): Option => {
      const { takes, worth } = each[limit]!;
      const use = { class: item, takes: [[limit, takes] as const], item: { first: worth, second: 0 } };
      return { ...use, hours: 0, reach: 0, hour: none, caps: [], choices: [], pinned: 0 };
    }),
  );
  return { classes: ways.map(() => 1), options, caps: [], limits, choices: [] };
}

test('what is found keeps the limits, uses each item once, and is worth more than nothing', () => {
  fc.assert(
    fc.property(jobs, ({ limits, ways }) => {
      const model = modelOf(limits, ways);
      const losses = new Float64Array(model.options.length);
      const found = exchange(model, new Int32Array(model.options.length), losses, 1)!;
      const used = model.options.filter((_, index) => found.items?.[index]);
      limits.forEach((limit, index) => {
        const taken = used.flatMap(({ takes }) => takes.filter(([of]) => of === index).map(([, amount]) => amount));
        expect(taken.reduce((sum, amount) => sum + amount, 0)).toBeLessThanOrEqual(limit);
      });
      expect(new Set(used.map((option) => option.class)).size).toBe(used.length);
      if (found.items) expect(used.reduce((sum, { item }) => sum + item.first, 0)).toBeGreaterThan(0);
    }),
    { numRuns: 30 },
  );
});

test('a model with other rules is left alone', () => {
  const model = modelOf([4], [[{ takes: 1, worth: 1 }]]);
  const withCap = { ...model, options: model.options.map((option) => ({ ...option, hours: 3 })) };
  expect(exchange(withCap, new Int32Array(1), new Float64Array(1), 1)).toBeUndefined();
});
