/** Inequalities on courses cut off what splits them, and nothing that whole ones can do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Answers, takenBy } from '../../../src/engine/complete/answers.ts';
import { directCourse } from '../../../src/engine/courses-had.ts';
import { Cuts } from '../../../src/engine/complete/cuts.ts';
import { Parts } from '../../../src/engine/complete/parts.ts';
import { programOf, type ProgramInput } from '../../../src/engine/complete/program.ts';
import { bound } from '../../../src/engine/complete/sparse-tableau.ts';
import type { CompletionInput } from '../../../src/engine/completion.ts';
import type { Degree } from '../../../src/schemas/degree.ts';
import { casesOf } from '../../figures.ts';
import { degree as exampleDegree, school } from '../example-university.ts';
import { programFor } from './programs.ts';
import { randomMarket, today, usualWishes } from './random-market.ts';

const never = (): boolean => false;

/** The program of courses of so many hours for ten dollars each, of a provider of which so many hours count. */
function coursesOf(hours: readonly number[], blocks: Degree['blocks'], atMost?: number): ProgramInput {
  const source = { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' } as const;
  const offers = hours.map((_, index): CompletionInput['offers'][number] => ({
    course: { id: `acme/c${index}`, title: 'Course', provider: 'acme', kind: 'course', recommendations: [] },
    ways: [{ fees: [{ what: 'Fee', provider: 'acme', priceUsd: 10 + index }], unknown: [] }],
    outsideUs: 'yes',
  }));
  const maximum = {
    id: 'most',
    awards: ['bachelor' as const],
    counts: ['alternative' as const],
    says: '',
    sources: [],
  };
  return programFor({
    degree: {
      ...exampleDegree,
      semesterHours: blocks.reduce((sum, { semesterHours }) => sum + semesterHours, 0),
      blocks,
      qualifiers: [],
    },
    school: { ...school, maximums: atMost === undefined ? [] : [{ ...maximum, atMost }], residency: [] },
    equivalencies: hours.map((semesterHours, index) => ({
      course: `acme/c${index}`,
      becomes: [{ kind: 'general-elective', title: 'Credit', semesterHours }],
      basis: 'decided',
      sources: [source],
    })),
    credits: [],
    courses: new Map(),
    offers,
    memberships: [],
    wishes: usualWishes,
    today,
  });
}

const block = (id: string, semesterHours: number): Degree['blocks'][number] => ({
  id,
  title: id,
  semesterHours,
  fits: {},
});

/** How many hours count at most, in part or whole: without inequalities, and with all that there are. */
function mostHours(input: ProgramInput): [before: number, after: number] {
  const program = programOf(input);
  const parts = new Parts(program, never);
  const cuts = new Cuts(program, input);
  let part = parts.whole();
  const hours = (): number =>
    (program.counted.reduce((sum, [name, steps]) => sum + steps * part.tableau.amount(name), 0) * input.problem.step) /
    100;
  const before = hours();
  for (let round = 0; round < 50 && cuts.add(part); round++) part = parts.solved(part)!;
  return [before, hours()];
}

describe('an inequality', () => {
  test.for<
    [what: string, hours: readonly number[], blocks: Degree['blocks'], most: number | undefined, left: number[]]
  >([
    ['a block', [4, 4, 4], [block('a', 6), block('b', 5)], undefined, [11, 10, 10.3]],
    [
      'blocks that have room for a course and a half',
      [6, 6, 6],
      [block('a', 9), block('b', 9)],
      undefined,
      [18, 15, 16],
    ],
    ['a limit on a provider', [4, 4, 4, 4], [block('a', 12), block('b', 8)], 10, [10, 8, 8]],
    ['a limit that courses of two sizes fill', [3, 3, 3, 4], [block('a', 20)], 12, [12, 10, 10.5]],
  ])('on %s leaves little of courses of %j hours but what whole ones count', ([, hours, blocks, most, left]) => {
    const [inParts, ofWhole, atMost] = left as [number, number, number];
    const [before, after] = mostHours(coursesOf(hours, blocks, most));
    expect(before).toBeCloseTo(inParts);
    expect(after).toBeGreaterThan(ofWhole - 1e-6);
    expect(after).toBeLessThan(atMost + 1e-6);
  });

  test('is not there where nothing is split', () => {
    const input = coursesOf([3, 3], [block('a', 3), block('b', 3)]);
    const program = programOf(input);
    expect(new Cuts(program, input).add(new Parts(program, never).whole())).toBe(false);
  });
});

test('inequalities take nothing from what whole courses count, in random markets', () => {
  let cut = 0;
  fc.assert(
    fc.property(randomMarket(7), fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }), (market, counts) => {
      const input = programFor(market);
      const taken = takenBy(input.groups, (group, price) => (price ? 0 : counts[group % counts.length]!));
      const codes = taken.flatMap(({ candidate }) =>
        candidate.accepted.flatMap((credit) => directCourse(credit) ?? []),
      );
      fc.pre(new Set(codes).size === codes.length);
      const program = programOf(input);
      const parts = new Parts(program, never);
      const cuts = new Cuts(program, input);
      const whole = parts.whole();
      const start = { ...whole, tableau: whole.tableau.copy(), held: new Map(whole.held) };
      let part = whole;
      for (let round = 0; round < 5 && cuts.add(part); round++) {
        cut++;
        // Divided, later ways of use come in, on which inequalities weigh, too.
        const next = parts.solved(part)!;
        part = (round % 2 ? parts.dividedByLanding(next)?.at(-1) : undefined) ?? next;
      }
      const onlyThese = parts.changed(start, (tableau) => {
        program.taken.forEach((prices, group) => {
          const here = taken.filter(({ candidate }) => input.groups[group]!.candidates.includes(candidate));
          prices.forEach((names, price) => bound(tableau, names, 'at most', price ? 0 : here.length));
        });
      })!;
      const counted = program.counted.reduce((sum, [name, steps]) => sum + steps * onlyThese.tableau.amount(name), 0);
      expect(counted).toBeGreaterThan(new Answers(input).of(taken).hours - 1e-4);
    }),
    { numRuns: casesOf(1000, 20_000) },
  );
  expect(cut).toBeGreaterThan(casesOf(300));
});
