/** Inequalities must cut off fractional answers, and never a whole one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/engine/assign/classes.ts';
import { Cuts } from '../../../src/engine/assign/cuts.ts';
import { envelope, separate } from '../../../src/engine/assign/envelope.ts';
import type { Item } from '../../../src/engine/assign/problem.ts';
import { Relaxation } from '../../../src/engine/assign/relaxation.ts';

const bound = fc.integer({ min: 1, max: 12 });
const sizes = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 6 }),
    most: fc.integer({ min: 1, max: 3 }),
    // Twelfths of an item, up to all of them.
    part: fc.integer({ min: 0, max: 12 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const withAmounts = (all: { hours: number; most: number; part: number }[]) =>
  all.map(({ hours, most, part }) => ({ hours, most, amount: (part * most) / 12 }));

/** Every choice of so many items of each size. */
function choices(most: readonly number[]): number[][] {
  return most.reduce<number[][]>(
    (all, count) => all.flatMap((some) => Array.from({ length: count + 1 }, (_, taken) => [...some, taken])),
    [[]],
  );
}

const weigh = (weights: readonly number[], amounts: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * amounts[index]!, 0);

describe('items under one limit', () => {
  test('no whole choice within the limit weighs more than 1, and the fractional one does', () => {
    fc.assert(
      fc.property(bound, sizes.map(withAmounts), (limit, all) => {
        const weights = separate(limit, all);
        if (!weights) return;
        const hours = all.map((one) => one.hours);
        for (const counts of choices(all.map(({ most }) => most))) {
          if (weigh(hours, counts) <= limit) expect(weigh(weights, counts)).toBeLessThanOrEqual(1 + 1e-9);
        }
        const amounts = all.map(({ amount }) => amount);
        expect(weigh(weights, amounts)).toBeGreaterThan(1);
      }),
      { numRuns: 2_000 },
    );
  });

  test('half of a 3-hour item and one of 1 hour do not share 3 hours', () => {
    const weights = separate(3, [
      { hours: 3, most: 1, amount: 0.5 },
      { hours: 1, most: 1, amount: 1 },
    ]);
    expect(weights).toEqual([1, 1]);
  });

  test('what mixtures of whole choices can be is not cut off', () => {
    expect(
      separate(3, [
        { hours: 3, most: 1, amount: 0.5 },
        { hours: 1, most: 1, amount: 0.5 },
      ]),
    ).toBeUndefined();
  });
});

describe('items under one cap', () => {
  test('no whole choice counts more hours than the envelope says, and the fractional one does', () => {
    fc.assert(
      fc.property(bound, sizes.map(withAmounts), fc.double({ min: 0, max: 1, noNaN: true }), (cap, all, share) => {
        const hours = all.map((one) => one.hours);
        const amounts = all.map(({ amount }) => amount);
        const counted = share * Math.min(cap, weigh(hours, amounts));
        const found = envelope(cap, all, counted);
        if (!found) return;
        for (const counts of choices(all.map(({ most }) => most))) {
          const reached = Math.min(cap, weigh(hours, counts));
          expect(reached).toBeLessThanOrEqual(found.base + weigh(found.perItem, counts) + 1e-6);
        }
        expect(found.base + weigh(found.perItem, amounts)).toBeLessThan(counted);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a 4-hour item and two thirds of a 3-hour one do not fill 6 hours', () => {
    const found = envelope(
      6,
      [
        { hours: 4, most: 1, amount: 1 },
        { hours: 3, most: 1, amount: 2 / 3 },
      ],
      6,
    );
    expect(found && found.base + found.perItem[0]! + (2 / 3) * found.perItem[1]!).toBeCloseTo(5 + 1 / 3);
  });
});

describe('sets of a choice', () => {
  test('parts of several sets count no more hours than one of them whole', () => {
    const items = Array.from({ length: 8 }, (_, index): Item => {
      const choices = [{ choice: 0, set: `subject ${index}` }];
      return {
        id: `c${index}`,
        hours: 4,
        certainty: 4,
        pairs: [{ bin: 0, demand: 1, caps: [0], limits: [], choices }],
      };
    });
    const caps = [{ id: 'block', hours: 12 }];
    const choices = [{ id: 'one subject', atMost: 1 }];
    const { model } = classify({ items, bins: ['block'], caps, limits: [], choices });
    const relaxation = Relaxation.of(model)!;
    const counted = (): number => relaxation.fractional.counted.reduce((sum, hours) => sum + hours, 0);
    expect(counted()).toBeCloseTo(12);
    const cuts = new Cuts(model);
    while (cuts.add(relaxation, relaxation.fractional) > 0) relaxation.repair(Infinity);
    expect(counted()).toBeCloseTo(4);
  });
});
