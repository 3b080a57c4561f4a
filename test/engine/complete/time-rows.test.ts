/** The rows on time: what memberships leave of it, and what there is before some days. */
import { describe, expect, test } from 'vitest';
import type { Wishes } from '../../../src/engine/completion.ts';
import { studyInMonth } from '../../../src/engine/complete/calendar.ts';
import { Draft } from '../../../src/engine/complete/draft.ts';
import type { Group } from '../../../src/engine/complete/groups.ts';
import type { ProgramInput } from '../../../src/engine/complete/program.ts';
import { dateRows, membershipRows, studyUntil, unionsOf } from '../../../src/engine/complete/time-rows.ts';
import { memberships, today, usualWishes } from './random-market.ts';

const weeksAfter = (weeks: number): string =>
  new Date(Date.parse(today) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);

type Said = Partial<Pick<Group, 'studyHours' | 'until'>> & {
  readonly count?: number;
  readonly hours?: number;
  readonly memberships?: readonly string[];
  readonly limits?: readonly number[];
};
function group({ count = 1, hours = 3, memberships: ids = [], limits = [], ...more }: Said = {}): Group {
  return {
    candidates: Array.from({ length: count }),
    parts: [{ hours, sure: true, pairs: [{ bin: 0, demand: 0, caps: [], limits, choices: [] }], second: [] }],
    prices: [{ cents: 0, memberships: ids, ways: [] }],
    studyHours: 45,
    becomes: [],
    ...more,
  } as unknown as Group;
}
const inputOf = (groups: readonly Group[], wishes: Partial<Wishes> = {}, limits: readonly object[] = []) =>
  ({
    groups,
    memberships,
    today,
    wishes: { ...usualWishes, ...wishes },
    weights: { hour: 1e6, sureHour: 0, study: 0, cent: 1 },
    // A step is one hour.
    problem: { limits, semesterHours: 24, step: 100 },
  }) as unknown as ProgramInput;

describe('study before days by which something must be done', () => {
  const [early, late] = [weeksAfter(3), weeksAfter(9)];
  const [first, second, free] = [group({ until: early }), group({ until: late, studyHours: 60 }), group()];

  /** The most that whole courses take of the time before each day that a group's study weighs on, and how much it weighs. */
  function rowsOf(wishes: Partial<Wishes> = {}) {
    const draft = new Draft();
    const of = dateRows(inputOf([first, second, free, first], wishes), draft);
    // Of one amount on a row alone there can be as much as there is time.
    const timeOf = (row: number): number => {
      const alone = new Draft();
      dateRows(inputOf([first, second, free, first], wishes), alone);
      const amount = alone.amount({ rows: [[row, 1]], first: 1 });
      const { tableau, nameOf } = alone.layOut();
      return tableau.amount(nameOf(amount));
    };
    return [first, second, free].map((one) => of(one).map(([row, hours]) => [timeOf(row), hours]));
  }

  test('weighs on the time before its own last day and before every later one', () => {
    expect(rowsOf()).toEqual([
      [
        [0, 45],
        [90, 45],
      ],
      [[90, 60]],
      [],
    ]);
  });

  test('weighs on the time until the student wants to be done, less what transcripts take', () => {
    expect(rowsOf({ finishBy: weeksAfter(20) })).toEqual([
      [
        [0, 45],
        [90, 45],
        [150, 45],
      ],
      [
        [90, 60],
        [150, 60],
      ],
      [[150, 45]],
    ]);
  });
});

test('until a day there is as much study as weeks leave, never less than none, and without a day no end of it', () => {
  const until = (finishBy?: string) =>
    studyUntil({ ...usualWishes, ...(finishBy === undefined ? {} : { finishBy }) }, today);
  expect([until(weeksAfter(10)), until(weeksAfter(4)), until(weeksAfter(2)), until()]).toEqual([60, 0, 0, Infinity]);
});

describe('the sets of memberships that have a rule', () => {
  test.for<[sets: string[][], unions: string[][]]>([
    [[], []],
    [[[]], []],
    [[['b', 'a']], [['a', 'b']]],
    [
      [['a'], ['b']],
      [['a'], ['b']],
    ],
    [
      [['a', 'b'], ['b', 'c'], ['d']],
      [['a', 'b'], ['b', 'c'], ['a', 'b', 'c'], ['d']],
    ],
    [
      [['a'], ['a', 'b'], ['a']],
      [['a'], ['a', 'b']],
    ],
  ])('of %j are %j', ([sets, unions]) => {
    const inOrder = (all: string[][]): string[] => all.map((one) => one.join()).sort();
    expect(inOrder(unionsOf(sets))).toEqual(inOrder(unions));
  });
});

describe('the months that a membership may run', () => {
  const month = studyInMonth(usualWishes);

  function lengths(groups: readonly Group[], more: Partial<Wishes> = {}, limits: readonly object[] = [], room = [24]) {
    const { months } = membershipRows(inputOf(groups, more, limits), new Draft(), limits.length ? room : []);
    return months.map((one) => one.length);
  }

  test('are as many as all study in it takes, and none where nothing is studied in it', () => {
    expect(lengths([group({ count: 2, memberships: ['a/1'] }), group({ memberships: ['b/1', 'b/2'] })])).toEqual([
      3, 2, 2,
    ]);
    expect(lengths([group({ count: 9 })])).toEqual([0, 0, 0]);
  });

  test('are no more than study that is of use takes: twice the degree’s hours, or what a limit on all leaves', () => {
    const many = [group({ count: 40, memberships: ['a/1'] })];
    const most = (hours: number): number => Math.ceil((hours * 15) / month);
    expect(lengths(many)[0]).toBe(most(48));
    const limited = [group({ count: 40, memberships: ['a/1'], limits: [0] })];
    expect(lengths(limited, {}, [{ hours: 30 }])[0]).toBe(most(24));
    // What counts courses says nothing of hours, and a limit on some courses nothing of all.
    expect(lengths(limited, {}, [{ hours: 30, counts: 'items' }])[0]).toBe(most(48));
    expect(lengths([...limited, group()], {}, [{ hours: 30 }])[0]).toBe(most(48));
    expect(lengths(many, { finishBy: weeksAfter(24) })[0]).toBe(Math.ceil(200 / month));
  });

  test('leave time for the study of courses that any of them, and only they, are for', () => {
    const draft = new Draft();
    const groups = [
      group({ count: 30, studyHours: 5, memberships: ['b/1', 'b/2'] }),
      group({ count: 30, studyHours: 5, memberships: ['b/2'] }),
    ];
    const { months, within } = membershipRows(inputOf(groups), draft, []);
    const study = (ids: readonly string[], first: number) =>
      draft.amount({ rows: within(ids).map((row) => [row, 1]), first });
    const [either, one] = [study(['b/1', 'b/2'], 1e6), study(['b/2'], 2e6)];
    // At most two months of the one, and one of the other.
    for (const name of [...months[1]!.slice(2), ...months[2]!.slice(1)]) draft.weigh(name, draft.row(0), 1);
    const { tableau, nameOf } = draft.layOut();
    expect(within([])).toEqual([]);
    // Whole courses go into the month of the one: eight of five hours.
    expect([one, either].map((name) => tableau.amount(nameOf(name)))).toEqual(
      [40, 3 * month - 40].map((hours) => expect.closeTo(hours, 6)),
    );
    // What they cost: two months of one at $60, one of the other at $150.
    expect(tableau.value.first).toBeCloseTo(2e6 * 40 + 1e6 * (3 * month - 40) - 2 * 6000 - 15_000);
  });
});
