/** Memberships run only as long as they may in something better than what there is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthsFor } from '../../../src/engine/complete/answers.ts';
import { Draft } from '../../../src/engine/complete/draft.ts';
import { shortened } from '../../../src/engine/complete/lengths.ts';
import { Parts, type Part } from '../../../src/engine/complete/parts.ts';
import { programOf, type Program } from '../../../src/engine/complete/program.ts';
import { bestOf, programFor } from './programs.ts';
import { randomMarket } from './random-market.ts';

/**
 * Ten courses of 45 hours, each worth so much, under memberships of up to so many months, each for 10. A month has time for 43
 * hours: so one month for no course, and every other for one more.
 */
function tenCourses(worth: number, longest: readonly number[]) {
  const draft = new Draft();
  const [time, courses] = [draft.row(0), draft.row(10)];
  const takes = [[courses, 1] as const, [time, 45] as const];
  const taken = draft.amount({ rows: takes, first: worth });
  const months = longest.map((most) => {
    const one = draft.row(1);
    const monthsFrom = (at: number) => [[one, 1] as const, [time, -43 * at] as const];
    return Array.from({ length: most }, (_, at) => draft.amount({ rows: monthsFrom(at + 1), first: -10 * (at + 1) }));
  });
  const { tableau, inMind, nameOf } = draft.layOut();
  const study = {
    memberships: [...longest.keys()],
    terms: [[nameOf(taken), 45] as const],
    most: (count: number) => 45 * Math.floor((43 * count) / 45),
  };
  const program = {
    start: { tableau, held: new Map(), later: [] },
    inMind,
    months: months.map((one) => one.map(nameOf)),
    study: [study],
    landings: [],
  } as unknown as Program;
  return { program, amountOf: (part: Part) => part.tableau.amount(nameOf(taken)) };
}

describe('a membership', () => {
  test('is not longer than what it costs lets a better answer be', () => {
    const { program } = tenCourses(12, [10]);
    const parts = new Parts(program, (value) => value < -1);
    expect(shortened(parts.whole(), parts, program)!.lengths).toEqual([[0, 10]]);
    const better = new Parts(program, (value) => value < 4);
    const [least, most] = shortened(better.whole(), better, program)!.lengths[0]!;
    expect([least > 0, most]).toEqual([true, 10]);
  });

  test('has time for whole courses, where it is the only one', () => {
    const { program, amountOf } = tenCourses(12, [9]);
    const parts = new Parts(program, (value) => value < 5);
    const [whole, shorter] = [parts.whole(), shortened(parts.whole(), parts, program)!];
    expect(amountOf(whole)).toBeCloseTo((9 * 43) / 45);
    expect(amountOf(shorter)).toBeCloseTo(8);
    expect(shorter.bound).toBeCloseTo(8 * 12 - 90);
  });

  test('may run as long as before in the part that this is made of', () => {
    const { program, amountOf } = tenCourses(12, [9]);
    const parts = new Parts(program, (value) => value < 5);
    const whole = parts.whole();
    shortened(whole, parts, program);
    expect([whole.lengths, amountOf(whole)]).toEqual([[[0, 9]], expect.closeTo((9 * 43) / 45)]);
  });
});

test('several memberships have time together for whole courses', () => {
  const { program, amountOf } = tenCourses(20, [4, 5]);
  const parts = new Parts(program, (value) => value < 69);
  expect(amountOf(parts.whole())).toBeCloseTo((9 * 43) / 45);
  const shorter = shortened(parts.whole(), parts, program)!;
  expect([shorter.lengths, shorter.bound]).toEqual([
    [
      [3, 4],
      [4, 5],
    ],
    expect.closeTo(8 * 20 - 90),
  ]);
  expect(amountOf(shorter)).toBeCloseTo(8);
});

test('there is nothing left where nothing is better', () => {
  const { program } = tenCourses(12, [4, 5]);
  const parts = new Parts(program, (value) => value < 7);
  expect(shortened(parts.whole(), parts, program)).toBeUndefined();
});

test('the best answer stays, with the lengths that it has', () => {
  let shorter = 0;
  fc.assert(
    fc.property(randomMarket(8), (market) => {
      const input = programFor(market);
      const { best, proven } = bestOf(input);
      if (!proven) return;
      const program = programOf(input);
      const parts = new Parts(program, (value) => value < best.value - 0.5);
      const whole = parts.whole();
      const part = shortened(whole, parts, program)!;
      expect(part.bound).toBeGreaterThan(best.value - 1);
      const { months } = lengthsFor(best.taken, input.memberships, input.wishes);
      for (const [index, [least, most]] of part.lengths.entries()) {
        const length = months.get(input.memberships[index]!.id) ?? 0;
        expect(length).toBeGreaterThanOrEqual(least);
        expect(length).toBeLessThanOrEqual(most);
        if (most < whole.lengths[index]![1]) shorter++;
      }
    }),
    { numRuns: 200 },
  );
  expect(shorter).toBeGreaterThan(50);
});
