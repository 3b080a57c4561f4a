/** Where hours of a program land, and how many of them count there at most. */
import { describe, expect, test } from 'vitest';
import type { Item, Pair } from '../../../src/engine/assign/problem.ts';
import { Draft } from '../../../src/engine/complete/draft.ts';
import { Landings } from '../../../src/engine/complete/landings.ts';
import type { ProgramInput } from '../../../src/engine/complete/program.ts';
import { settle } from '../../../src/engine/complete/settle.ts';
import { held, pair } from './landing-items.ts';

const set = (choice: number, name: string) => ({ choice, set: name });

type Rules = {
  /** Room in each bin. */
  readonly caps?: readonly number[];
  readonly limits?: readonly number[];
  readonly choices?: readonly number[];
  /** The bin that takes what sticks out. */
  readonly excessBin?: number;
  readonly held?: readonly Item[];
  readonly leastSureHours?: number;
};
function landingsIn({ caps = [3, 9], limits = [], choices = [], excessBin, held = [], leastSureHours }: Rules) {
  const draft = new Draft();
  const problem = {
    caps: caps.map((hours) => ({ hours })),
    limits: limits.map((hours) => ({ hours })),
    choices: choices.map((atMost) => ({ atMost })),
    ...(excessBin === undefined ? {} : { excessBin }),
  };
  const wishes = leastSureHours === undefined ? {} : { leastSureHours };
  const weights = { hour: 1, sureHour: 0, study: 0, cent: 0 };
  const landings = new Landings({ problem, held, wishes, weights } as unknown as ProgramInput, draft);
  return { draft, landings };
}

type Kind = {
  readonly hours: number;
  readonly pairs: readonly Pair[];
  readonly count?: number;
  readonly second?: readonly Pair[];
};
/** The most hours that count of these courses and of what is held, where items may be split. */
function mostHours(rules: Rules, ...kinds: readonly Kind[]): number {
  const { draft, landings } = landingsIn(rules);
  for (const item of rules.held ?? []) if (item.secondUseOf === undefined) landings.landHeld(item);
  for (const { hours, pairs, count = 1, second = [] } of kinds) {
    const first = landings.land({ hours, pairs, second, sure: true, count, within: draft.row(count) });
    landings.landSecond({ hours, sure: true, second }, count, first);
  }
  const { tableau, inMind } = draft.layOut();
  expect(settle({ tableau, held: new Map(), later: [] }, { inMind })).toBe(true);
  return tableau.value.first;
}

test.for<[what: string, rules: Rules, kinds: readonly Kind[], hours: number]>([
  ['a course where there is room', {}, [{ hours: 2, pairs: [pair(0)] }], 2],
  ['a course larger than its block', {}, [{ hours: 4, pairs: [pair(0)] }], 3],
  ['what sticks out of it, in the electives', { excessBin: 1 }, [{ hours: 4, pairs: [pair(0), pair(1)] }], 4],
  [
    'what sticks out, as far as electives have room',
    { caps: [3, 0.5], excessBin: 1 },
    [{ hours: 4, pairs: [pair(0), pair(1)] }],
    3.5,
  ],
  ['no electives where the course may not be there', { excessBin: 1 }, [{ hours: 4, pairs: [pair(0)] }], 3],
  ['several courses, in all that there is', {}, [{ hours: 3, count: 9, pairs: [pair(0), pair(1)] }], 12],
  ['no more courses than there are', {}, [{ hours: 3, count: 2, pairs: [pair(0), pair(1)] }], 6],
  ['under a limit so many', { limits: [4] }, [{ hours: 3, count: 3, pairs: [pair(1, { limits: [0] })] }], 4],
  [
    'a course that a limit has no room for, not at all',
    { limits: [2] },
    [{ hours: 3, pairs: [pair(1, { limits: [0] })] }],
    0,
  ],
  [
    'one set of a choice, or parts of both',
    { choices: [1] },
    [
      { hours: 3, count: 1, pairs: [pair(1, { choices: [set(0, 'a')] })] },
      { hours: 2, count: 1, pairs: [pair(1, { choices: [set(0, 'b')] })] },
    ],
    3,
  ],
  [
    'both sets where both may be used',
    { choices: [2] },
    [
      { hours: 3, count: 1, pairs: [pair(1, { choices: [set(0, 'a')] })] },
      { hours: 2, count: 1, pairs: [pair(1, { choices: [set(0, 'b')] })] },
    ],
    5,
  ],
  [
    'a course once more beside its first use',
    {},
    [{ hours: 3, pairs: [pair(0)], second: [pair(1, { besides: [0] })] }],
    6,
  ],
  [
    'a second use beside one that has no room to count',
    { caps: [0, 9] },
    [{ hours: 3, pairs: [pair(0)], second: [pair(1, { besides: [0] })] }],
    3,
  ],
  ['no second use beside no first one', {}, [{ hours: 3, pairs: [pair(0)], second: [pair(1, { besides: [1] })] }], 3],
  [
    'in a second use not what counts in the electives already',
    { caps: [3, 9, 9], excessBin: 1 },
    [{ hours: 4, pairs: [pair(0), pair(1)], second: [pair(2, { besides: [0] })] }],
    7,
  ],
])('counts %s', ([, rules, kinds, hours]) => {
  expect(mostHours(rules, ...kinds)).toBeCloseTo(hours);
});

describe('credit that stays', () => {
  const pinned = (hours: number, more: Partial<Pair> = {}): Item =>
    held('c1', hours, [pair(0, more), pair(1)], { pinnedTo: 0 });

  test('counts where it may, and its second use beside it', () => {
    expect(mostHours({ held: [held('c1', 3, [pair(0), pair(1)])] })).toBe(3);
    const second = held('c1+', 3, [pair(1, { besides: [0] })], { secondUseOf: 'c1' });
    expect(mostHours({ held: [held('c1', 3, [pair(0)]), second] })).toBe(6);
  });

  test('stays where it is pinned; what sticks out counts among the electives', () => {
    expect(mostHours({ held: [pinned(4)] })).toBe(3);
    expect(mostHours({ held: [pinned(4)], excessBin: 1 })).toBe(4);
  });

  test('takes of limits and choices before anything else', () => {
    const course = { hours: 3, pairs: [pair(1, { limits: [0] })] };
    expect(mostHours({ held: [pinned(3, { limits: [0] })], limits: [6] }, course)).toBe(6);
    expect(mostHours({ held: [pinned(3, { limits: [0] })], limits: [5] }, course)).toBe(3);
    const ofSet = (name: string): Kind => ({ hours: 3, pairs: [pair(1, { choices: [set(0, name)] })] });
    const inSet = pinned(3, { choices: [set(0, 'a')] });
    expect(mostHours({ held: [inSet], choices: [1] }, ofSet('a'))).toBe(6);
    expect(mostHours({ held: [inSet], choices: [1] }, ofSet('b'))).toBe(3);
    expect(mostHours({ held: [inSet], choices: [2] }, ofSet('b'))).toBe(6);
    expect(mostHours({ held: [inSet], choices: [0] }, ofSet('b'))).toBe(3);
  });
});

describe('an item that may stick out', () => {
  /** How many ways there are at first to use an item of four hours in a block of three. */
  function ways(electives: Partial<Pair>, block: Partial<Pair> = {}, caps: readonly number[] = [3, 9]): number {
    const { landings, draft } = landingsIn({ caps, limits: [9, 9], choices: [9, 9], excessBin: 1 });
    landings.land({
      hours: 4,
      pairs: [pair(0, block), pair(1, electives)],
      sure: true,
      count: 1,
      within: draft.row(1),
    });
    return landings.all[0]!.amounts.length;
  }

  test.for<[what: string, electives: Partial<Pair>, block: Partial<Pair>, caps?: readonly number[]]>([
    ['no rule', {}, {}],
    ['the same limit', { limits: [0] }, { limits: [0, 1] }],
    ['the same set', { choices: [set(0, 'a')] }, { choices: [set(1, 'b'), set(0, 'a')] }],
    ['just enough room', {}, {}, [3, 4]],
  ])(
    'lies among the electives themselves rather than all of it sticking out, with %s there',
    ([, electives, block, caps]) => {
      expect(ways(electives, block, caps)).toBe(2);
    },
  );

  test.for<[what: string, electives: Partial<Pair>, block: Partial<Pair>, caps?: readonly number[]]>([
    ['a limit that is not in the block', { limits: [0] }, {}],
    ['one limit more than in the block', { limits: [0, 1] }, { limits: [0] }],
    ['a set that the block has not', { choices: [set(0, 'a')] }, {}],
    ['another set than the block', { choices: [set(0, 'a')] }, { choices: [set(0, 'b')] }],
    ['a set of another choice', { choices: [set(0, 'a')] }, { choices: [set(1, 'a')] }],
    ['too little room', {}, {}, [3, 3.5]],
  ])('may stick out whole where the electives have %s', ([, electives, block, caps]) => {
    expect(ways(electives, block, caps)).toBe(3);
  });
});

test('sure hours are those of first uses that are sure, where so many are wished for', () => {
  const { draft, landings } = landingsIn({ leastSureHours: 5 });
  const second = [pair(1, { besides: [0] })];
  for (const [sure, bin] of [
    [true, 0],
    [false, 1],
  ] as const) {
    const first = landings.land({ hours: 2, pairs: [pair(bin)], second, sure, count: 1, within: draft.row(1) });
    landings.landSecond({ hours: 2, sure, second }, 1, first);
  }
  const wished = draft.amount({ rows: [[landings.sureRow!, 1]], first: 0.5 });
  const { tableau, nameOf } = draft.layOut();
  expect(tableau.amount(nameOf(wished))).toBe(2);
});
