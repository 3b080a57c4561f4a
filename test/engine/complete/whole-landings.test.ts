/** How many hours of whole courses count at most, by the model that a solver of whole numbers is asked. */
import { expect, test } from 'vitest';
import type { Item, Pair } from '../../../src/engine/assign/problem.ts';
import type { Name, Term } from '../../../src/engine/assign/tableau.ts';
import type { ProgramInput } from '../../../src/engine/complete/program.ts';
import { WholeLandings } from '../../../src/engine/complete/whole-landings.ts';
import { WholeSums } from '../../../src/engine/complete/whole-model.ts';
import { largest } from '../highs.ts';
import { held, pair } from './landing-items.ts';

const ofSet = (name: string): Partial<Pair> => ({ choices: [{ choice: 0, set: name }] });

/** Courses alike: of so many hours, for these bins; sure unless that is said; landing again in others. */
type Courses = {
  readonly hours: number;
  readonly pairs: readonly Pair[];
  readonly count?: number;
  readonly second?: readonly Pair[];
  readonly sure?: boolean;
};
type Said = {
  readonly courses?: readonly Courses[];
  readonly held?: readonly Item[];
  readonly caps?: readonly number[];
  readonly limits?: readonly number[];
  readonly choices?: readonly number[];
  readonly excessBin?: number;
};

/** The most hours, and the most sure ones, where all courses are taken. */
function mostOf({ courses = [], held: stays = [], caps = [3, 9, 9], limits = [], choices = [], excessBin }: Said) {
  const sums = new WholeSums();
  const groups = courses.map(({ count = 1, hours, sure = true, pairs, second = [] }) => ({
    candidates: Array.from({ length: count }),
    parts: [{ hours, sure, pairs, second }],
  }));
  const taken = groups.map(({ candidates }): Name[] => [sums.amount(candidates.length)]);
  const problem = {
    caps: caps.map((hours) => ({ hours })),
    limits: limits.map((hours) => ({ hours })),
    choices: choices.map((atMost) => ({ atMost })),
    ...(excessBin === undefined ? {} : { excessBin }),
  };
  const { hours, sureHours } = new WholeLandings(
    { problem, held: stays, groups } as unknown as ProgramInput,
    sums,
  ).land(taken);
  const text = (terms: readonly Term[]): string =>
    terms.map(([name, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} x${name}`).join(' ');
  const rows = [
    ...sums.rows.map(({ terms, atMost }) => `${text(terms)} <= ${atMost}`),
    ...sums.amounts.map(({ most }, name) => `x${name} <= ${most}`),
  ];
  const integers = sums.amounts.flatMap(({ whole }, name) => (whole ? [`x${name}`] : []));
  return [hours, sureHours].map((aim) =>
    aim.length ? Math.round(largest(text(aim), rows, { binaries: [], integers })! * 100) / 100 : 0,
  );
}

test.for<[what: string, said: Said, hours: number, sure: number]>([
  ['a course where there is room', { courses: [{ hours: 2, pairs: [pair(0)] }] }, 2, 2],
  ['a course that is not sure', { courses: [{ hours: 2, pairs: [pair(0)], sure: false }] }, 2, 0],
  ['a course larger than its block', { courses: [{ hours: 4, pairs: [pair(0)] }] }, 3, 3],
  [
    'what sticks out, in the electives',
    { courses: [{ hours: 4, pairs: [pair(0), pair(1)] }], caps: [3, 1], excessBin: 1 },
    4,
    4,
  ],
  [
    'whole courses: the second is nowhere',
    { courses: [{ hours: 3, count: 2, pairs: [pair(0, { limits: [0] })] }], limits: [5] },
    3,
    3,
  ],
  ['in two places', { courses: [{ hours: 3, count: 9, pairs: [pair(0), pair(1)] }] }, 12, 12],
  [
    'a course that a limit has no room for, not at all',
    { courses: [{ hours: 3, pairs: [pair(0, { limits: [0] })] }], limits: [2] },
    0,
    0,
  ],
  [
    'courses of one set of a choice',
    {
      courses: [
        { hours: 3, count: 2, pairs: [pair(1, ofSet('a'))] },
        { hours: 2, pairs: [pair(1, ofSet('b'))] },
      ],
      choices: [1],
    },
    6,
    6,
  ],
  [
    'courses of two sets of a choice',
    {
      courses: [
        { hours: 3, count: 2, pairs: [pair(1, ofSet('a'))] },
        { hours: 2, pairs: [pair(1, ofSet('b'))] },
      ],
      choices: [2],
    },
    8,
    8,
  ],
  [
    'a second use, which is not sure once more',
    { courses: [{ hours: 3, pairs: [pair(0)], second: [pair(1, { besides: [0] })] }] },
    6,
    3,
  ],
  [
    'no second use beside no first one',
    { courses: [{ hours: 3, pairs: [pair(0)], second: [pair(1, { besides: [2] })] }] },
    3,
    3,
  ],
  [
    'as many second uses as there are first ones beside them',
    {
      courses: [
        { hours: 3, count: 3, pairs: [pair(0, { limits: [0] }), pair(2)], second: [pair(1, { besides: [0] })] },
      ],
      limits: [3],
    },
    9 + 3,
    9,
  ],
  [
    'in a second use nothing that counts among the electives already',
    { courses: [{ hours: 4, pairs: [pair(0), pair(1)], second: [pair(2, { besides: [0] })] }], excessBin: 1 },
    7,
    4,
  ],
  ['credit that stays', { held: [held('c1', 3, [pair(0), pair(1)])] }, 3, 3],
  ['credit that stays and is only reported', { held: [held('c1', 3, [pair(0)], { certainty: 1 })] }, 3, 0],
  [
    'credit that stays, a second time',
    { held: [held('c1', 3, [pair(0)]), held('c1+', 3, [pair(1, { besides: [0] })], { secondUseOf: 'c1' })] },
    6,
    3,
  ],
  ['credit where it is pinned', { held: [held('c1', 4, [pair(0), pair(1)], { pinnedTo: 0 })] }, 3, 3],
  [
    'what sticks out of where it is pinned',
    { held: [held('c1', 4, [pair(0), pair(1)], { pinnedTo: 0 })], excessBin: 1 },
    4,
    4,
  ],
  [
    'what pins leave of a limit',
    {
      held: [held('c1', 3, [pair(0, { limits: [0] })], { pinnedTo: 0 })],
      courses: [{ hours: 2, count: 3, pairs: [pair(1, { limits: [0] })] }],
      limits: [8],
    },
    3 + 4,
    3 + 4,
  ],
  [
    'what pins leave of a choice',
    {
      held: [held('c1', 3, [pair(0, ofSet('a'))], { pinnedTo: 0 })],
      courses: [
        { hours: 2, pairs: [pair(1, ofSet('a'))] },
        { hours: 4, pairs: [pair(1, ofSet('b'))] },
      ],
      choices: [1],
    },
    5,
    5,
  ],
])('count %s', ([, said, hours, sure]) => {
  expect(mostOf(said)).toEqual([hours, sure]);
});
