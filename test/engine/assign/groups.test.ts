import { expect, test } from 'vitest';
import { groupsOf } from '../../../src/engine/assign/groups.ts';
import type { Model, Option } from '../../../src/engine/assign/model.ts';

const none = { first: 0, second: 0 };
function model(options: readonly Pick<Option, 'hours' | 'caps' | 'takes'>[]): Model {
  const all = options.map((one): Option => ({
    ...one,
    class: 0,
    item: none,
    reach: one.hours,
    hour: none,
    choices: [],
    pinned: 0,
  }));
  return { classes: [9], options: all, caps: [9, 9], limits: [9, 9], choices: [] };
}

test('each option is a group, and so are those of one size under one bound, each set of them once', () => {
  const groups = groupsOf(
    model([
      { hours: 3, caps: [0], takes: [[0, 3]] },
      { hours: 3, caps: [0, 1], takes: [[0, 3]] },
      { hours: 4, caps: [0], takes: [[0, 4]] },
      { hours: 3, caps: [1], takes: [[0, 3]] },
      { hours: 4, caps: [1], takes: [[1, 4]] },
    ]),
  );
  // Under cap 0 those of 3 hours, under limit 0 these and another, under cap 1 two of 3 hours.
  expect(groups.map((group) => group.join()).sort()).toEqual(['0', '0,1', '0,1,3', '1', '1,3', '2', '3', '4']);
});

test('what makes room under a limit is no group there, and sizes under a limit are what is taken of it', () => {
  const groups = groupsOf(
    model([
      { hours: 3, caps: [], takes: [[0, 1]] },
      { hours: 5, caps: [], takes: [[0, 1]] },
      { hours: 5, caps: [], takes: [[1, -1]] },
      { hours: 5, caps: [], takes: [[1, -1]] },
    ]),
  );
  expect(groups).toEqual([[0], [0, 1], [1], [2], [3]]);
});
