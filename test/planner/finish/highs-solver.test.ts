import loadHighs from 'highs';
import { expect, test, vi } from 'vitest';
import type { WholeQuestion } from '../../../src/engine/completion.ts';
import { highsSolver } from '../../../src/planner/finish/highs-solver.ts';

const highs = await loadHighs();

/** The most of an aim that HiGHS finds, and the last answer it told of. */
function ask(question: Partial<WholeQuestion>, solve = highsSolver(highs, 20)): [most: number, answer: number[]] {
  let last: number[] = [];
  const most = solve({ amounts: [], rows: [], aim: { terms: [] }, ...question }, (answer) => {
    last = Array.from(answer);
  });
  return [most, last.map((amount) => Math.round(amount * 1000) / 1000)];
}

const whole = (most: number) => ({ most, whole: true });

test('of whole amounts the best within the rows is found', () => {
  // Two of the first and one of the second: 2 × 5 + 4 = 14 within 2 × 6 + 5 ≤ 17.
  const rows: WholeQuestion['rows'] = [
    {
      terms: [
        [0, 6],
        [1, 5],
      ],
      atMost: 17,
    },
    { terms: [[1, 1]], atMost: 2 },
  ];
  const aim: WholeQuestion['aim'] = {
    terms: [
      [0, 5],
      [1, 4],
    ],
  };
  expect(ask({ amounts: [whole(9), whole(9)], rows, aim })).toEqual([14, [2, 1]]);
});

test('an amount that need not be whole may be a part, and none goes over its most', () => {
  const rows: WholeQuestion['rows'] = [{ terms: [[0, 2]], atMost: 5 }];
  const aim: WholeQuestion['aim'] = { terms: [[0, 1]] };
  expect(ask({ amounts: [whole(Infinity)], rows, aim })).toEqual([2, [2]]);
  expect(ask({ amounts: [{ most: Infinity, whole: false }], rows, aim })).toEqual([2.5, [2.5]]);
  expect(ask({ amounts: [{ most: 1.5, whole: false }], rows, aim })).toEqual([1.5, [1.5]]);
});

test('what is named twice in a row or in the aim counts twice', () => {
  const twice: WholeQuestion['aim']['terms'] = [
    [0, 1],
    [0, 2],
  ];
  expect(ask({ amounts: [whole(9)], rows: [{ terms: twice, atMost: 7 }], aim: { terms: twice } })).toEqual([6, [2]]);
});

test('a row may ask for at least so much, and where nothing keeps all rows nothing is found', () => {
  const atLeastFour = { terms: [[0, -1]], atMost: -4 } as const;
  expect(ask({ amounts: [whole(9)], rows: [atLeastFour], aim: { terms: [[0, -1]] } })).toEqual([-4, [4]]);
  expect(ask({ amounts: [whole(3)], rows: [atLeastFour], aim: { terms: [[0, 1]] } })).toEqual([-Infinity, []]);
});

test('when the time is over nothing is known, and nobody is asked', () => {
  const question = { amounts: [whole(3)], aim: { terms: [[0, 1]] } } satisfies Partial<WholeQuestion>;
  const asked = vi.spyOn(highs, 'withModel');
  expect(ask(question, highsSolver(highs, 0))).toEqual([Infinity, []]);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
  expect(ask(question)).toEqual([3, [3]]);
});
