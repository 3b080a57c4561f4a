/** A bound at a glance: room in blocks, courses for them, and limits on everything; and what is known where it is reached. */
import { expect, test } from 'vitest';
import { fullBlocks, mostHours } from '../../../src/engine/complete/most-hours.ts';
import type { ProgramInput } from '../../../src/engine/complete/program.ts';
import type { Degree, RequirementBlock } from '../../../src/schemas/degree.ts';
import { degree as exampleDegree } from '../example-university.ts';

const leaf = (id: string, semesterHours: number): RequirementBlock => ({ id, title: id, semesterHours, fits: {} });
const above = (id: string, semesterHours: number, ...children: RequirementBlock[]): RequirementBlock => ({
  ...leaf(id, semesterHours),
  children,
});

/** Courses alike: how many, of so many hours, for these of the blocks a, b, c; again in others; under these limits. */
type Courses = readonly [count: number, hours: number, bins: string, again?: string, limits?: readonly number[]];
type Said = {
  readonly blocks: RequirementBlock[];
  readonly held?: readonly Courses[];
  readonly courses?: readonly Courses[];
  readonly limits?: readonly object[];
  readonly step?: number;
};

function inputOf({ blocks, held = [], courses = [], limits = [], step = 100 }: Said): [Degree, ProgramInput] {
  const bins = ['a', 'b', 'c'];
  const pairsOf = (names: string, taken: readonly number[] = []) =>
    [...names].map((name) => ({ bin: bins.indexOf(name), limits: taken, caps: [], choices: [], demand: 0 }));
  const partOf = ([, hours, names, again = '', taken]: Courses) => ({
    hours,
    pairs: pairsOf(names, taken),
    second: pairsOf(again, taken),
  });
  const input = {
    problem: { bins, step, limits },
    held: held.map(partOf),
    groups: courses.map((one) => ({ parts: [partOf(one)], candidates: Array.from({ length: one[0] }) })),
  };
  return [{ ...exampleDegree, blocks }, input as unknown as ProgramInput];
}

const [a, b, c] = [leaf('a', 6), leaf('b', 9), leaf('c', 3)];

test.for<[what: string, said: Said, most: number]>([
  ['nothing to fill blocks with', { blocks: [a, b] }, 0],
  ['fewer courses than room', { blocks: [a, b], courses: [[1, 4, 'a']] }, 4],
  ['several courses alike', { blocks: [b], courses: [[2, 4, 'b']] }, 8],
  ['more courses than room', { blocks: [a, b], courses: [[9, 4, 'a']] }, 6],
  ['courses for either of two blocks, in both', { blocks: [a, b], courses: [[2, 3, 'ab']] }, 12],
  ['courses that count again', { blocks: [a, b], courses: [[1, 3, 'a', 'b']] }, 6],
  ['credit that stays', { blocks: [a], held: [[1, 3, 'a']], courses: [[1, 2, 'a']] }, 5],
  ['a block around others with less room than they', { blocks: [above('d', 8, a, b)], courses: [[9, 3, 'ab']] }, 8],
  ['a block around others with more room than courses', { blocks: [above('d', 15, a, c)], courses: [[1, 4, 'a']] }, 4],
  ['steps of half an hour', { blocks: [a], courses: [[9, 4, 'a']], step: 50 }, 12],
  ['a limit on all', { blocks: [b], courses: [[9, 3, 'b', '', [0]]], limits: [{ hours: 5 }] }, 5],
  [
    'a limit on all that credit that stays does not take',
    { blocks: [b], held: [[1, 3, 'b']], courses: [[9, 3, 'b', '', [0]]], limits: [{ hours: 5 }] },
    9,
  ],
  [
    'a limit on some courses alone',
    {
      blocks: [b],
      courses: [
        [9, 3, 'b', '', [0]],
        [1, 1, 'b'],
      ],
      limits: [{ hours: 5 }],
    },
    9,
  ],
  [
    'a limit on how many courses there are',
    { blocks: [b], courses: [[9, 3, 'b', '', [0]]], limits: [{ hours: 5, counts: 'items' }] },
    9,
  ],
])('with %s no answer counts more than so many hours', ([, said, most]) => {
  expect(mostHours(...inputOf(said))).toBe(most);
});

const three: Courses = [9, 3, 'a'];

test.for<[what: string, said: Said, hours: number, full: Record<string, number> | undefined]>([
  ['one of two blocks', { blocks: [a, b], courses: [three] }, 6, { a: 6, b: 0 }],
  ['both blocks', { blocks: [a, b], courses: [three, [1, 4, 'b']] }, 10, { a: 6, b: 4 }],
  ['less than there are courses for', { blocks: [a, b], courses: [three, [1, 4, 'b']] }, 9, undefined],
  ['a block around others', { blocks: [above('d', 9, a, c)], courses: [three] }, 6, { d: 6, a: 6, c: 0 }],
  [
    'a block that has less room than those in it',
    { blocks: [above('d', 8, a, b)], courses: [[9, 3, 'ab']] },
    8,
    undefined,
  ],
  ['one of two to choose', { blocks: [{ ...above('d', 9, a, c), choose: 1 }], courses: [three] }, 6, undefined],
])('so many hours as fill %s say how many each block has, or not', ([, said, hours, full]) => {
  const found = fullBlocks(...inputOf(said), hours);
  expect(found && Object.fromEntries(found)).toEqual(full);
});
