import { expect, test } from 'vitest';
import { findSmallestSet, setsOf } from '../../src/engine/smallest-set.ts';
import { toTheEnd } from '../../src/engine/to-the-end.ts';

const all = ['a', 'b', 'c', 'd'];
/** The smallest set of the letters that has one of these sets in it, and how often was tried. */
function smallest(enough: readonly string[], patience?: number) {
  let tries = 0;
  const isEnough = (some: readonly string[]) => (
    tries++,
    enough.some((set) => [...set].every((letter) => some.includes(letter)))
  );
  const found = toTheEnd(findSmallestSet(all, isEnough, patience));
  return { set: found?.set.toSorted().join(''), smallest: found?.smallest, tries };
}

test.for<[readonly string[], string | undefined]>([
  [[''], ''],
  [['c'], 'c'],
  [['ab', 'cd'], 'ab'],
  [['cd', 'bd'], 'bd'],
  [['abc', 'd'], 'd'],
  [['abcd'], 'abcd'],
  [['ad', 'bcd'], 'ad'],
  [['e'], undefined],
])('where %j is enough, "%s" is the first of the smallest sets', ([enough, set]) => {
  const found = smallest(enough);
  expect([found.set, found.smallest]).toEqual([set, set === undefined ? undefined : true]);
});

test('what is needed in any case is not tried again without', () => {
  // Nothing, all, all without one of each, then only sets that have "d".
  expect(smallest(['ad', 'bcd']).tries).toBe(1 + 1 + 4 + 2);
  expect(smallest(['']).tries).toBe(1);
  expect(smallest(['e']).tries).toBe(2);
});

test('where patience ends, a set is found of which none can be spared, the last spared first', () => {
  expect(smallest(['abc', 'd'], 5)).toMatchObject({ set: 'abc', smallest: false });
  expect(smallest(['ab', 'cd'], 6)).toMatchObject({ set: 'ab', smallest: false });
  expect(smallest(['bcd', 'ad'], 0)).toMatchObject({ set: 'ad', smallest: false });
});

test('a search pauses before each trial', () => {
  const search = findSmallestSet(all, (some) => some.includes('b'));
  let pauses = 0;
  for (let step = search.next(); !step.done; step = search.next()) pauses++;
  expect(pauses).toBe(smallest(['b']).tries);
});

test('sets of so many come in order', () => {
  const sets = (count: number) => [...setsOf(['a', 'b', 'c'], count)].map((set) => set.join(''));
  expect([sets(0), sets(1), sets(2), sets(3), sets(4)]).toEqual([
    [''],
    ['a', 'b', 'c'],
    ['ab', 'ac', 'bc'],
    ['abc'],
    [],
  ]);
});
