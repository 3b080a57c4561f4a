/**
 * A tableau against HiGHS: linear programs in the engine's form have the same largest value, whatever was added or forgotten
 * on the way.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tableau, type Name, type Term } from '../../../src/engine/assign/tableau.ts';
import { largest } from '../highs.ts';

/** By amount, how often it weighs on the row. */
type Row = { readonly times: readonly number[]; readonly atMost: number };
type Program = { readonly first: readonly number[]; readonly second: readonly number[]; readonly rows: readonly Row[] };

const width = 5;
const weights = (min: number) =>
  fc.array(fc.integer({ min, max: 3 }), { minLength: width, maxLength: width }) as fc.Arbitrary<readonly number[]>;
const row = (min: number) => fc.record({ times: weights(min), atMost: fc.integer({ min: 0, max: 9 }) });
/** Every amount is in a first row, which bounds it. */
const program: fc.Arbitrary<Program> = fc.record({
  first: weights(-1),
  second: weights(-2),
  rows: fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.array(row(-1), { maxLength: 4 }))
    .map(([atMost, others]) => [{ times: Array.from({ length: width }, () => 1), atMost }, ...others]),
});
/** Rows that may be broken where the program stands, and may leave nothing. */
const later = fc.array(fc.record({ times: weights(-3), atMost: fc.integer({ min: -4, max: 6 }) }), {
  minLength: 1,
  maxLength: 3,
});

const sum = (times: readonly number[]): string =>
  times.map((one, index) => `${one < 0 ? '-' : '+'} ${Math.abs(one)} x${index}`).join(' ');
const textOf = ({ times, atMost }: Row): string => `${sum(times)} <= ${atMost}`;

/** The largest first value, and the largest second one beside it; undefined if nothing keeps the rows. */
function byHighs({ first, second, rows }: Program): readonly [number, number] | undefined {
  const texts = rows.map(textOf);
  const most = largest(sum(first), texts, { binaries: [] });
  if (most === undefined) return undefined;
  return [most, largest(sum(second), [...texts, `${sum(first)} >= ${most - 1e-7}`], { binaries: [] })!];
}

const termsOf = ({ times }: Row, names: readonly Name[]): Term[] =>
  times.flatMap((one, index): Term[] => (one === 0 ? [] : [[names[index]!, one]]));

function laidOut({ first, second, rows }: Program, byShare = false): { tableau: Tableau; names: Name[] } {
  const tableau = new Tableau();
  const names = rows.map(({ atMost }) => tableau.addRow([], atMost));
  const amounts = first.map((one, index) => ({
    rows: rows.flatMap(({ times }, at): Term[] => (times[index] ? [[names[at]!, times[index]]] : [])),
    first: one,
    second: second[index]!,
  }));
  const all = tableau.addAmounts(amounts);
  tableau.improve(byShare);
  return { tableau, names: all };
}

/** The program stands at amounts that keep its rows and are worth what it says, which is as much as can be. */
function expectBest(tableau: Tableau, names: readonly Name[], all: Program, best: readonly [number, number]): void {
  const amounts = names.map((name) => tableau.amount(name));
  const total = (times: readonly number[]): number => times.reduce((so, one, at) => so + one * amounts[at]!, 0);
  expect(Math.min(...amounts)).toBeGreaterThanOrEqual(-1e-9);
  for (const { times, atMost } of all.rows) expect(total(times)).toBeLessThanOrEqual(atMost + 1e-7);
  const { first, second } = tableau.value;
  expect([first, second]).toEqual([expect.closeTo(total(all.first), 6), expect.closeTo(total(all.second), 6)]);
  expect([first, second]).toEqual([expect.closeTo(best[0], 5), expect.closeTo(best[1], 4)]);
}

describe('the largest value', () => {
  test('is another solver’s, before and after more rows, in a copy too, and after loose rows are forgotten', () => {
    fc.assert(
      fc.property(program, later, fc.boolean(), (start, rows, byShare) => {
        const { tableau, names } = laidOut(start, byShare);
        const before = byHighs(start)!;
        expectBest(tableau, names, start, before);
        const copy = new Tableau(tableau);
        const added = rows.map((one) => tableau.addRow(termsOf(one, names), one.atMost));
        const all = { ...start, rows: [...start.rows, ...rows] };
        const best = byHighs(all);
        expect(tableau.repair()).toBe(best !== undefined);
        expectBest(copy, names, start, before);
        if (!best) return;
        expectBest(tableau, names, all, best);
        const kept = tableau.dropSlack(added);
        expect(kept.every((name) => tableau.amount(name) === 0)).toBe(true);
        expectBest(tableau, names, all, best);
        // Without the loose ones, the same rows hold: more of them lead to the same again.
        tableau.addRow(termsOf(rows[0]!, names), rows[0]!.atMost);
        expect(tableau.repair()).toBe(true);
        expectBest(tableau, names, all, best);
      }),
      { numRuns: 150 },
    );
  });

  test('is another solver’s after more amounts, and without those that are forgotten', () => {
    fc.assert(
      fc.property(program, weights(0), fc.integer({ min: 1, max: 5 }), (start, times, worth) => {
        const { tableau, names } = laidOut(start);
        const idle = names.filter((name) => tableau.lossOf(name) < -0.5);
        tableau.drop(idle);
        expect(idle.map((name) => tableau.amount(name))).toEqual(idle.map(() => 0));
        const bounded = {
          times: Array.from({ length: width }, (_, at) => (idle.includes(names[at]!) ? 0 : 1)),
          atMost: 2,
        };
        tableau.addRow(termsOf(bounded, names), bounded.atMost);
        expect(tableau.repair()).toBe(true);
        // One more amount, in a row of its own and in those that the others are in by `times`.
        const own = tableau.addRow(termsOf({ times, atMost: 0 }, names), 7);
        const [more] = tableau.addAmounts([{ rows: [[own, 2]], first: worth, second: 1 }]);
        expect(tableau.repair()).toBe(true);
        tableau.improve();
        const zero = names.flatMap((name, at) =>
          idle.includes(name)
            ? [{ times: [...Array.from({ length: width }, (_, index) => (index === at ? 1 : 0)), 0], atMost: 0 }]
            : [],
        );
        const all = {
          first: [...start.first, worth],
          second: [...start.second, 1],
          rows: [
            ...[...start.rows, bounded].map((one) => ({ ...one, times: [...one.times, 0] })),
            { times: [...times, 2], atMost: 7 },
            ...zero,
          ],
        };
        expectBest(tableau, [...names, more!], all, byHighs(all)!);
      }),
      { numRuns: 100 },
    );
  });

  test('is found among a hundred amounts, in as many rows', () => {
    const count = 100;
    const tableau = new Tableau();
    const rows = Array.from({ length: count }, (_, index) => tableau.addRow([], 1 + (index % 3)));
    const names = rows.flatMap((row, index) =>
      tableau.addAmounts([
        {
          rows: [
            [row, 1],
            [rows[(index + 1) % count]!, 1],
          ],
          first: 1,
          second: 0,
        },
      ]),
    );
    tableau.improve();
    const texts = rows.map((_, index) => `x${index} + x${(index + count - 1) % count} <= ${1 + (index % 3)}`);
    const best = largest(names.map((_, index) => `x${index}`).join(' + '), texts, { binaries: [] })!;
    expect(tableau.value.first).toBeCloseTo(best);
    expect(names.reduce((so, name) => so + tableau.amount(name), 0)).toBeCloseTo(best);
  });
});

describe('prices', () => {
  test('say at least what it costs to have one less of some amounts together, or one more', () => {
    fc.assert(
      fc.property(program, weights(0), (start, times) => {
        const { tableau, names } = laidOut(start);
        const terms = termsOf({ times, atMost: 0 }, names);
        const { less, more } = tableau.pricesOf(terms);
        const before = tableau.value.first;
        const total = terms.reduce((so, [name, one]) => so + one * tableau.amount(name), 0);
        for (const [sign, price] of [
          [1, less],
          [-1, more],
        ] as const) {
          const copy = new Tableau(tableau);
          copy.addRow(
            terms.map(([name, one]): Term => [name, sign * one]),
            sign * total - 0.25,
          );
          expect(price).toBeGreaterThanOrEqual(-1e-6);
          if (copy.repair()) expect(before - copy.value.first).toBeGreaterThanOrEqual(price / 4 - 1e-6);
          if (price === Infinity) expect(copy.repair()).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are what the next row gives for it', () => {
    const { tableau, names } = laidOut({
      first: [3, 2, 1, 0, 0],
      second: [0, 0, 0, 0, 0],
      rows: [
        { times: [1, 1, 1, 1, 1], atMost: 10 },
        { times: [1, 0, 0, 0, 0], atMost: 4 },
      ],
    });
    // 4 of the first and 6 of the second. One less of the first gives one of the second more; of the second, of the third.
    expect(tableau.pricesOf([[names[0]!, 1]])).toEqual({ less: 1, more: Infinity });
    expect(tableau.pricesOf([[names[1]!, 1]])).toEqual({ less: 1, more: 1 });
    expect(tableau.pricesOf([[names[2]!, 1]])).toEqual({ less: Infinity, more: 1 });
    expect(names.map((name) => tableau.lossOf(name))).toEqual([0, 0, -1, -2, -2]);
  });
});
