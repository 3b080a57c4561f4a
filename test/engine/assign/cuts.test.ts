/** Inequalities must cut off fractional answers, and never a whole one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/engine/assign/classes.ts';
import { Cuts } from '../../../src/engine/assign/cuts.ts';
import { envelope } from '../../../src/engine/assign/envelope.ts';
import type { Item } from '../../../src/engine/assign/problem.ts';
import { Relaxation } from '../../../src/engine/assign/relaxation.ts';
import { solveModel } from '../../../src/engine/assign/solve-model.ts';
import { largest } from '../highs.ts';
import { randomProblem } from '../random-problem.ts';

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

/** The most hours that mixtures of whole choices count, of which at most so many items are of each size. */
function mostInMixtures(all: ReturnType<typeof withAmounts>, counts: (hours: number) => number): number {
  const hours = all.map((one) => one.hours);
  const whole = choices(all.map(({ most }) => most));
  const sum = (times: (some: readonly number[]) => number): string =>
    whole.map((some, index) => `+ ${times(some)} m${index}`).join(' ');
  const rows = all.map(({ amount }, size) => `${sum((some) => some[size]!)} <= ${amount}`);
  return largest(
    sum((some) => counts(weigh(hours, some))),
    [...rows, `${sum(() => 1)} <= 1`],
    { binaries: [] },
  )!;
}

/** Weights by size, that every whole choice within the limit keeps to 1 and the amounts do not; or none. */
function separate(limit: number, all: ReturnType<typeof withAmounts>): number[] | undefined {
  const counted = all.reduce((sum, { hours, amount }) => sum + (hours <= limit ? hours * amount : 0), 0);
  const found = envelope(limit, limit + 1, all, counted);
  return found && all.map(({ hours }, index) => (hours - found.perItem[index]!) / found.base);
}

/** The inequality under a cap, of which items may stick out. */
const underCap = (cap: number, all: ReturnType<typeof withAmounts>, counted: number) =>
  envelope(cap, cap + Math.max(...all.map(({ hours }) => hours)), all, counted);

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

  test('amounts are cut off exactly where they are no mixture of whole choices', () => {
    fc.assert(
      fc.property(bound, sizes.map(withAmounts), (limit, all) => {
        const used = all.filter(({ hours }) => hours <= limit);
        const counted = used.reduce((sum, { hours, amount }) => sum + hours * amount, 0);
        const most = mostInMixtures(used, (hours) => (hours <= limit ? hours : 0));
        // Near the bound either will do.
        fc.pre(used.length > 0 && (most > counted - 1e-5 || most < counted - 1e-3));
        expect(separate(limit, all) === undefined).toBe(most > counted - 1e-5);
      }),
      { numRuns: 120 },
    );
  });

  test('sizes that are not used weigh as much as they may beside the others', () => {
    const unused = (hours: number, most: number) => ({ hours, most, amount: 0 });
    // Of 4-hour items one fits into 7 hours; beside it one of 3 or 2 hours, and none of 5 or 7, of which one fits alone.
    const weights = separate(7, [
      { hours: 4, most: 2, amount: 1.75 },
      unused(3, 1),
      unused(5, 2),
      unused(7, 1),
      unused(2, 1),
    ]);
    expect(weights).toEqual([1, 0, 1, 1, 0].map((one) => expect.closeTo(one, 9)));
    // Three of 2 hours take the place of one of 4 and of what fits beside it.
    expect(separate(7, [{ hours: 4, most: 2, amount: 1.75 }, unused(2, 3)])).toEqual(
      [1, 0].map((one) => expect.closeTo(one, 9)),
    );
    expect(separate(7, [{ hours: 4, most: 2, amount: 1.75 }, unused(8, 3)])).toEqual(
      [1, 0].map((one) => expect.closeTo(one, 9)),
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
        const found = underCap(cap, all, counted);
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

  test('the envelope says as many hours as mixtures of whole choices count, and is there where that is less', () => {
    fc.assert(
      fc.property(bound, sizes.map(withAmounts), (cap, all) => {
        const hours = all.map((one) => one.hours);
        const amounts = all.map(({ amount }) => amount);
        const counted = Math.min(cap, weigh(hours, amounts));
        const most = mostInMixtures(all, (sum) => Math.min(cap, sum));
        fc.pre(most > counted - 1e-5 || most < counted - 1e-3);
        const found = underCap(cap, all, counted);
        expect(found === undefined).toBe(most > counted - 1e-5);
        if (found) expect(found.base + weigh(found.perItem, amounts)).toBeCloseTo(most, 4);
      }),
      { numRuns: 120 },
    );
  });

  test('a 4-hour item and two thirds of a 3-hour one do not fill 6 hours', () => {
    const found = underCap(
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

test('round after round of cuts keeps a best answer', () => {
  const solved = randomProblem
    .map((problem) => classify(problem).model)
    .map((model) => ({ model, relaxation: Relaxation.of(model), best: solveModel(model).best }));
  fc.assert(
    fc.property(solved, ({ model, relaxation, best }) => {
      fc.pre(relaxation !== undefined && best !== undefined);
      const cuts = new Cuts(model);
      for (let left = 8; left > 0 && cuts.add(relaxation, relaxation.fractional) > 0; left--) {
        expect(relaxation.repair(Infinity)).toBe(true);
        relaxation.dropDearerThan(relaxation.tableau.value.first - best.first + 1e-3);
      }
      for (const [option, count] of best.items.entries()) {
        relaxation.boundItems([option], 'at most', count);
        if (count > 0) relaxation.boundItems([option], 'at least', count);
      }
      expect(relaxation.repair(Infinity)).toBe(true);
      const { first } = relaxation.tableau.value;
      expect(first).toBeGreaterThanOrEqual(best.first - 1e-6 * Math.abs(first));
    }),
    { numRuns: 400 },
  );
});
