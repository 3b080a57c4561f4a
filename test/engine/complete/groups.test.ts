/** Which courses are one group in a degree, and which are needless there. */
import { describe, expect, test } from 'vitest';
import type { Item, Pair } from '../../../src/engine/assign/problem.ts';
import type { Candidate } from '../../../src/engine/complete/candidates.ts';
import { everywhere, groupsOf, type Group } from '../../../src/engine/complete/groups.ts';
import type { Price, Stack } from '../../../src/engine/complete/stacks.ts';

const pair = (bin: number, limits: readonly number[] = []): Pair => ({
  bin,
  demand: 1,
  caps: [bin],
  limits,
  choices: [],
});

/** What is said of a course: the parts it has, with their hours, bins and bins of second uses. */
type Said = {
  readonly name: string;
  readonly parts?: readonly (readonly [hours: number, bins: readonly number[], again?: readonly number[]])[];
  readonly sure?: boolean;
  readonly becomes?: readonly string[];
  readonly cents?: number;
  readonly study?: number;
  readonly place?: number;
};

function stackOf({
  name,
  parts = [[3, [0]]],
  sure = true,
  becomes = [],
  cents = 100,
  study = 45,
  place = 0,
}: Said): Stack {
  const accepted = parts.map((_, part) => ({ id: `${name}.${part}` }));
  const price: Price = { cents, memberships: [], ways: [] };
  return {
    candidates: [{ offer: { course: { id: name } }, accepted } as unknown as Candidate],
    places: [place],
    sure: parts.map(() => sure),
    prices: [price],
    studyHours: study,
    becomes,
    terms: `${cents} ${study}`,
  };
}

function itemsOf({ name, parts = [[3, [0]]] }: Said): Item[] {
  return parts.flatMap(([hours, bins, again = []], part): Item[] => {
    const id = `${name}.${part}`;
    const first: Item = { id, hours, certainty: 3, pairs: bins.map((bin) => pair(bin)) };
    return again.length
      ? [
          first,
          { ...first, id: `${id}+`, secondUseOf: id, pairs: again.map((bin) => ({ ...pair(bin), besides: bins })) },
        ]
      : [first];
  });
}

const groups = (...courses: readonly Said[]): Group[] =>
  groupsOf(
    new Map(
      courses.map((course, place) => {
        const stack = stackOf({ place, ...course });
        return [stack, { first: stack.candidates[0]!, count: 1 }];
      }),
    ),
    { items: courses.flatMap(itemsOf) },
  );
const names = (all: readonly Group[]): string[] =>
  all.map(({ candidates }) => candidates.map(({ offer }) => offer.course.id).join(' '));

describe('courses are one group', () => {
  test.for<[what: string, first: Omit<Said, 'name'>, second: Omit<Said, 'name'>, isOne: boolean]>([
    ['where they land alike', {}, {}, true],
    ['of the same hours only', {}, { parts: [[4, [0]]] }, false],
    ['that land in the same places only', {}, { parts: [[3, [1]]] }, false],
    ['that land in the same places again only', { parts: [[3, [0], [1]]] }, { parts: [[3, [0]]] }, false],
    ['that are as sure only', {}, { sure: false }, false],
    ['that cost the same only', {}, { cents: 200 }, false],
    ['that take as long only', {}, { study: 60 }, false],
    ['whatever school course each alone becomes', { becomes: ['A'] }, { becomes: ['B'] }, true],
    [
      'of one part only',
      {
        parts: [
          [3, [0]],
          [3, [1]],
        ],
      },
      { parts: [[3, [0]]] },
      false,
    ],
    [
      'of several parts too',
      {
        parts: [
          [3, [0]],
          [3, [1]],
        ],
      },
      {
        parts: [
          [3, [0]],
          [3, [1]],
        ],
      },
      true,
    ],
    [
      'of several parts, as the same school courses only',
      {
        parts: [
          [3, [0]],
          [3, [1]],
        ],
        becomes: ['A', 'B'],
      },
      {
        parts: [
          [3, [0]],
          [3, [1]],
        ],
        becomes: ['C', 'D'],
      },
      false,
    ],
  ])('%s', ([, first, second, isOne]) => {
    expect(names(groups({ name: 'x', ...first }, { name: 'y', ...second }))).toEqual(isOne ? ['x y'] : ['x', 'y']);
  });

  test('in the order of all courses, not of their stacks', () => {
    expect(names(groups({ name: 'x', place: 4 }, { name: 'y', place: 1 }, { name: 'z', place: 2 }))).toEqual(['y z x']);
  });

  test('only of which a plan may have several: a school course that others become too is a rule of its own', () => {
    const all = groups(
      { name: 'x', becomes: ['A'] },
      { name: 'y', becomes: ['A'], parts: [[3, [1]]] },
      { name: 'z', becomes: ['B'] },
    );
    expect(all.map(({ becomes }) => becomes)).toEqual([['A'], ['A'], []]);
    expect(names(all)).toEqual(['x', 'y', 'z']);
  });
});

describe('a course', () => {
  test('that lands nowhere is in no group, and a part that lands nowhere is no part', () => {
    const [only, ...others] = groups(
      {
        name: 'x',
        parts: [
          [3, []],
          [2, [1]],
        ],
      },
      { name: 'y', parts: [[3, []]] },
    );
    expect(others).toEqual([]);
    expect(only!.parts).toEqual([{ part: 1, hours: 2, sure: true, pairs: [pair(1)], second: [] }]);
    expect(only!.sure).toEqual([true]);
  });

  test('has the places of its second use with its part', () => {
    const [only] = groups({ name: 'x', parts: [[3, [0], [1, 2]]] });
    expect(only!.parts[0]!.second.map(({ bin, besides }) => [bin, besides])).toEqual([
      [1, [0]],
      [2, [0]],
    ]);
  });

  test('that another as the same school course, landing alike, costs less than is needless', () => {
    const dear = { name: 'dear', becomes: ['A'], cents: 200 };
    expect(names(groups(dear, { name: 'cheap', becomes: ['A'] }))).toEqual(['cheap']);
    expect(names(groups(dear, { name: 'cheap', becomes: ['B'] }))).toEqual(['dear', 'cheap']);
    expect(names(groups(dear, { name: 'cheap', becomes: ['A'], parts: [[3, [1]]] }))).toEqual(['dear', 'cheap']);
  });
});

test('a limit holds everywhere that all places of a course of one part take', () => {
  const group = (...parts: (readonly Pair[])[]) => ({ parts: parts.map((pairs) => ({ pairs })) }) as unknown as Group;
  expect(everywhere(group([pair(0, [0, 1, 2]), pair(1, [2, 0])]))).toEqual([0, 2]);
  expect(everywhere(group([pair(0, [0])]))).toEqual([0]);
  expect(everywhere(group([pair(0, [0])], [pair(0, [0])]))).toEqual([]);
  expect(everywhere(group())).toEqual([]);
});
