import { expect, test } from 'vitest';
import { sumOf } from '../../src/components/guide/sum-of.ts';

test.for([
  ['120 − 90', 30],
  ['2 × 1668', 3336],
  ['120 - 90 - (3 + 3)', 24],
  ['100 / 3', 33.33],
  ['2 + 3 * 4', 14],
] as const)('%s is %s', ([text, value]) => {
  expect(sumOf(text)).toBe(value);
});

test.for(['', '2 +', '(2', '2 3', 'US$ 5', '1 / 0', 'alert(1)'])('"%s" is no sum', (text) => {
  expect(() => sumOf(text)).toThrow('is not a sum');
});
