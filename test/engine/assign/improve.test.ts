/** What moves items about must keep every rule on whole items, wherever it starts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classify } from '../../../src/engine/assign/classes.ts';
import { improve } from '../../../src/engine/assign/improve.ts';
import type { Model } from '../../../src/engine/assign/model.ts';
import { Relaxation } from '../../../src/engine/assign/relaxation.ts';
import { solveModel } from '../../../src/engine/assign/search.ts';
import { casesOf } from '../../figures.ts';
import { randomProblem } from '../random-problem.ts';

const runs = casesOf(8, 100);

/** True if these items by option keep classes, limits, choices and pins. */
function keepsRules({ classes, options, limits, choices }: Model, items: ArrayLike<number>): boolean {
  const left = [...classes];
  const room = [...limits];
  const sets = choices.map(() => new Set<string>());
  for (const [index, option] of options.entries()) {
    const count = items[index]!;
    if (count < option.pinned) return false;
    left[option.class]! -= count;
    for (const [limit, amount] of option.takes) room[limit]! -= amount * count;
    if (count > 0) for (const { choice, set } of option.choices) sets[choice]!.add(set);
  }
  const none = [...left, ...room].every((rest) => rest >= 0);
  return none && sets.every(({ size }, choice) => size <= choices[choice]!);
}

test('moves from one answer to another keep every rule, and are the same each time', () => {
  const seeds = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(randomProblem, fc.boolean(), seeds, fc.double({ min: 0, max: 1e3 }), (problem, full, seed, slack) => {
      const { model } = classify(problem);
      const { best } = solveModel(model);
      fc.pre(best !== undefined);
      const { losses, prices } = Relaxation.of(model)!;
      const guide = { losses: losses.map((loss) => Math.min(loss, -slack)), prices };
      // From nothing but the pins, or from the best.
      const pins = Int32Array.from(model.options, ({ pinned }) => pinned);
      fc.pre(full || keepsRules(model, pins));
      const start = full ? best.items : pins;
      const items = improve(model, start, guide, seed);
      expect(keepsRules(model, items)).toBe(true);
      expect(improve(model, start, guide, seed)).toEqual(items);
    }),
    { numRuns: runs },
  );
});

test('leads from a poor answer to the best one', () => {
  const none = { first: 0, second: 0 };
  const options = [
    [0, 4, 8],
    [0, 3, 6],
    [1, 3, 5],
    [2, 2, 2],
  ].map(([ofClass, takes, first]) => ({
    class: ofClass!,
    takes: [[0, takes!]] as const,
    item: { first: first!, second: 0 },
    hours: 0,
    reach: 0,
    hour: none,
    caps: [],
    choices: [],
    pinned: 0,
  }));
  const model: Model = { classes: [1, 1, 1], options, caps: [], limits: [6], choices: [] };
  const { losses, prices } = Relaxation.of(model)!;
  expect([...improve(model, Int32Array.of(1, 0, 0, 1), { losses, prices }, 1)]).toEqual([0, 1, 1, 0]);
});
