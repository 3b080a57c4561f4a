/** Where the search divides: on what is whole in every answer, and is not in this one. */
import { describe, expect, test } from 'vitest';
import { Fractions } from '../../../src/engine/complete/fractions.ts';
import type { Program, ProgramInput, Stand } from '../../../src/engine/complete/program.ts';
import type { SparseTableau } from '../../../src/engine/complete/sparse-tableau.ts';
import { memberships } from './random-market.ts';

/** A course that is paid in one of these ways, in cents; of so many hours, under these limits. */
type Course = { readonly cents: readonly number[]; readonly hours?: number; readonly limits?: readonly number[] };
type Said = { readonly courses?: readonly Course[]; readonly months?: number; readonly sets?: number };

/**
 * The amounts of a program get names one after the other: by course, by price; then months of the first membership; then
 * sets. Where so much of each is used, what is to be divided on: the most promising first.
 */
function found({ courses = [], months = 0, sets = 0 }: Said, amounts: readonly number[], later: Stand['later'] = []) {
  let next = 0;
  const named = (count: number): number[] => Array.from({ length: count }, () => next++);
  const taken = courses.map(({ cents }) => cents.map(() => named(1)));
  const program = { taken, months: [named(months), [], []], sets: named(sets) } as unknown as Program;
  const groups = courses.map(({ cents, hours = 3, limits = [] }) => ({
    parts: [{ hours, pairs: [{ limits }, { limits }] }],
    prices: cents.map((one) => ({ cents: one, memberships: [] })),
  }));
  const tableau = {
    amount: (name: number) => amounts[name] ?? 0,
    forAmounts: (tell: (name: number, amount: number) => void) =>
      amounts.forEach((amount, name) => amount !== 0 && tell(name, amount)),
  } as unknown as SparseTableau;
  const fractions = new Fractions({ groups, memberships } as unknown as ProgramInput, program);
  return fractions.of({ tableau, later }).sort((a, b) => b.promise - a.promise);
}
const namesIn = (all: ReturnType<typeof found>): string[] => all.map(({ names }) => names.join(' '));

describe('what is whole', () => {
  test('is not divided on, nor what noise of the arithmetic is off', () => {
    const courses = [{ cents: [100] }, { cents: [200] }];
    expect(found({ courses, months: 3, sets: 1 }, [1, 2, 0, 1, 0, 1])).toEqual([]);
    expect(found({ courses, months: 2, sets: 1 }, [1 - 1e-7, 1e-7, 1e-6, 1 - 1e-6, 1 + 1e-6])).toEqual([]);
  });

  test('in sum is not divided on, only what is not', () => {
    // Three hours each: two courses in all, one of each limit, but one half of each course.
    const courses = [
      { cents: [100], limits: [0] },
      { cents: [100], limits: [0] },
    ];
    expect(namesIn(found({ courses }, [0.5, 0.5]))).toEqual(['0', '1']);
  });
});

describe('what is not whole', () => {
  test('is at most what is whole in it, or one more', () => {
    expect(found({ sets: 2 }, [1, 0.25])).toEqual([
      { of: 1, names: [1], floor: 0, up: 0.25, promise: expect.any(Number) },
    ]);
    const [sum] = found({ courses: [{ cents: [100] }] }, [2.75]);
    expect(sum).toMatchObject({ names: [0], floor: 2, up: 0.75 });
  });

  test('is told apart in the same way wherever the program stands', () => {
    const said: Said = { courses: [{ cents: [100] }, { cents: [200] }], months: 2, sets: 1 };
    const [here, there] = [
      [0.4, 0.3, 0.5, 0.5, 0.2],
      [0.2, 0, 0.5, 0.5, 0],
    ].map((amounts) => found(said, amounts));
    const named = new Map(here!.map(({ of, names }) => [of, names.join()]));
    expect(named.size).toBe(here!.length);
    expect(there!.length).toBeGreaterThan(1);
    for (const { of, names } of there!) expect(named.get(of)).toBe(names.join());
  });

  test('is whole where a course is taken by an amount that was added later', () => {
    const courses = [{ cents: [100] }];
    const [later] = [{ name: 9, landing: 0, way: { counted: 0, spilled: 0 }, onMind: [], idle: 0 }];
    const amounts = [0.25, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(found({ courses }, [...amounts, 0.75], [later])).toEqual([]);
    const some = found({ courses }, [...amounts, 0.5], [later]);
    expect(some.length).toBeGreaterThan(0);
    for (const one of some) expect(one).toMatchObject({ names: [0, 9], floor: 0, up: 0.75 });
  });

  test('promises most near a half', () => {
    expect(namesIn(found({ sets: 4 }, [0.1, 0.4, 0.95, 0.7]))).toEqual(['1', '3', '0', '2']);
  });

  test('promises more of courses together than of a set, and more of a set than of a course alone', () => {
    const courses = [{ cents: [100] }, { cents: [100] }];
    expect(namesIn(found({ courses, sets: 1 }, [0.5, 0.25, 0.5]))).toEqual(['0 1', '2', '0', '1']);
  });

  test('promises more of the length of a membership than of a set or of a course alone', () => {
    const all = found({ courses: [{ cents: [100] }, { cents: [100] }], months: 2, sets: 1 }, [0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(namesIn(all)).toEqual(['3', '4', '0', '1']);
  });

  test('of two courses alone promises more where the course costs more', () => {
    const courses = [
      { cents: [100], hours: 3 },
      { cents: [90_000], hours: 4 },
    ];
    const alone = found({ courses }, [0.5, 0.5]).filter(({ promise }) => promise < 1e6);
    expect(namesIn(alone)).toEqual(['1', '0']);
  });
});

describe('courses are counted together', () => {
  test.for<[what: string, courses: readonly Course[], together: readonly string[]]>([
    [
      'that have as many hours',
      [
        { cents: [1], hours: 3 },
        { cents: [2], hours: 3 },
        { cents: [3], hours: 4 },
      ],
      ['0 1'],
    ],
    [
      'that have as many hours under one limit',
      [
        { cents: [1], limits: [0] },
        { cents: [2], limits: [0] },
        { cents: [3], limits: [1] },
      ],
      ['0 1', '0 1 2'],
    ],
    [
      'that cost the same and have as many hours',
      [{ cents: [1] }, { cents: [1] }, { cents: [2] }, { cents: [1], hours: 4 }],
      ['0 1', '0 1 2'],
    ],
    ['by each price, and whatever their price', [{ cents: [1, 2] }, { cents: [2, 5] }], ['0 1 2 3', '1 2']],
  ])('%s', ([, courses, together]) => {
    const amounts = courses.flatMap(({ cents }) => cents.map(() => 0.37));
    const several = namesIn(found({ courses }, amounts)).filter((names) => names.includes(' '));
    const ofOneCourse = courses.flatMap(({ cents }, at) => {
      const before = courses.slice(0, at).reduce((sum, one) => sum + one.cents.length, 0);
      return cents.length > 1 ? [cents.map((_, price) => before + price).join(' ')] : [];
    });
    expect([...new Set(several)].filter((names) => !ofOneCourse.includes(names)).sort()).toEqual([...together].sort());
  });
});

describe('the length of a membership', () => {
  test('is divided where it is longer than its mean, or not', () => {
    // Half of it runs one month, half four: two and a half in the mean.
    const [first] = found({ months: 5 }, [0.5, 0, 0, 0.5]);
    expect(first).toMatchObject({ names: [2, 3, 4], floor: 0, up: 0.5 });
  });

  test('promises more where its mean costs less than the months that it would need', () => {
    // Of a/1 four months cost as much as three: $299 and $297.
    const promise = (amounts: number[]): number => found({ months: 5 }, amounts)[0]!.promise;
    expect(promise([0.5, 0.5])).toBeGreaterThan(promise([0, 0, 0.5, 0.5]));
  });
});
