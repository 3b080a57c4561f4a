import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealt } from '../../../src/planner/finish/dealt.ts';

test('workers get pieces of a list', () => {
  expect(dealt([1, 2, 3, 4, 5, 6, 7], 2)).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7],
  ]);
  expect(dealt([1, 2, 3, 4], 1)).toEqual([[1, 2, 3, 4]]);
});

test('each is dealt once, in its order, and no share is larger than another by more than one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 5 }), (all, workers) => {
      const shares = dealt(all, workers);
      expect(shares.flat()).toEqual(all);
      const sizes = shares.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
