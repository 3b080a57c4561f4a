/** The fractional problem bounds every whole answer, and what is forgotten in it no better answer needs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestByBruteForce } from '../brute-force.ts';
import { classify } from '../../../src/engine/assign/classes.ts';
import type { Model, Whole } from '../../../src/engine/assign/model.ts';
import { Relaxation } from '../../../src/engine/assign/relaxation.ts';
import { round } from '../../../src/engine/assign/rounding.ts';
import { solveModel } from '../../../src/engine/assign/solve-model.ts';
import { randomProblem } from '../random-problem.ts';

/** Models that have an answer, with the best of them. */
const solvedModel = randomProblem
  .filter((problem) => bestByBruteForce(problem) !== undefined)
  .map((problem) => classify(problem).model)
  .filter(({ options }) => options.length > 0)
  .map((model) => ({ model, best: solveModel(model).best! }));

const inOrder = ({ options }: Model): number[] => [...options.keys()];

/** As many items of each option as the answer has. */
function boundTo(relaxation: Relaxation, { items }: Whole): boolean {
  for (const [option, count] of items.entries()) {
    relaxation.boundItems([option], 'at most', count);
    if (count > 0) relaxation.boundItems([option], 'at least', count);
  }
  return relaxation.repair(Infinity);
}

describe('a fractional answer', () => {
  test('is worth no less than any whole one, also where it is bound to the items of that one', () => {
    fc.assert(
      fc.property(solvedModel, ({ model, best }) => {
        const relaxation = Relaxation.of(model)!;
        const { first } = relaxation.tableau.value;
        expect(first).toBeGreaterThanOrEqual(best.first - 1e-6 * Math.abs(first));
        const copy = relaxation.copy();
        expect(boundTo(copy, best)).toBe(true);
        const { items } = copy.fractional;
        expect([...items]).toEqual([...best.items].map((count) => expect.closeTo(count, 5)));
        expect(copy.tableau.value.first).toBeGreaterThanOrEqual(best.first - 1e-6 * Math.abs(first));
        expect(relaxation.tableau.value.first).toBe(first);
      }),
      { numRuns: 150 },
    );
  });

  test('without ways that cost more than is lost to the best still bounds the best', () => {
    fc.assert(
      fc.property(solvedModel, ({ model, best }) => {
        const relaxation = Relaxation.of(model)!;
        const { first } = relaxation.tableau.value;
        relaxation.dropDearerThan(first - best.first + 1e-3);
        expect(boundTo(relaxation, best)).toBe(true);
        expect(relaxation.tableau.value.first).toBeGreaterThanOrEqual(best.first - 1e-6 * Math.abs(first));
      }),
      { numRuns: 150 },
    );
  });

  test('keeps bounds on the hours of an option', () => {
    fc.assert(
      fc.property(
        solvedModel,
        fc.nat(20),
        fc.constantFrom('counted' as const, 'spilled' as const),
        (solved, at, where) => {
          const { model } = solved;
          const option = at % model.options.length;
          const start = Relaxation.of(model)!;
          const hours = start.fractional[where][option]!;
          fc.pre(hours > 0.5);
          const [less, more] = [start.copy(), start.copy()];
          less.boundHours(option, where, 'at most', hours - 0.5);
          if (less.repair(Infinity)) expect(less.fractional[where][option]).toBeLessThanOrEqual(hours - 0.5 + 1e-6);
          more.boundHours(option, where, 'at least', hours + 0.5);
          if (more.repair(Infinity)) expect(more.fractional[where][option]).toBeGreaterThanOrEqual(hours + 0.5 - 1e-6);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('rounding', () => {
  test('leaves a whole answer as good as it is', () => {
    fc.assert(
      fc.property(solvedModel, ({ model, best }) => {
        const whole = round(model, inOrder(model), { ...best, items: Float64Array.from(best.items) })!;
        expect([whole.first, whole.second]).toEqual([best.first, best.second]);
      }),
      { numRuns: 300 },
    );
  });

  test('fills what room the fractional answer leaves, and uses no item for nothing', () => {
    fc.assert(
      fc.property(solvedModel, ({ model, best }) => {
        const nothing = new Float64Array(model.options.length);
        const whole = round(model, inOrder(model), { items: nothing, counted: nothing, spilled: nothing });
        if (!whole) return;
        expect(whole.first).toBeLessThanOrEqual(best.first);
        const makesRoom = model.options.some(({ takes }) => takes.some(([, amount]) => amount < 0));
        for (const [index, { pinned, hours, item }] of model.options.entries()) {
          const [items, counted, spilled] = [whole.items[index]!, whole.counted[index]!, whole.spilled[index]!];
          expect(counted + spilled).toBeLessThanOrEqual(items * hours);
          if (item.second < 1 && !makesRoom && counted + spilled === 0) expect(items).toBe(pinned);
        }
      }),
      { numRuns: 300 },
    );
  });
});
