import { expect, test } from 'vitest';
import { toCsv } from '../../../src/planner/keeping/csv.ts';

test('quotes what needs it, leaves out what is not known, ends every line', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['x, "y"\nz', undefined],
        [3, true],
      ],
    ),
  ).toBe('a,b\r\n"x, ""y""\nz",\r\n3,true\r\n');
});

test.for([['=1+1'], ['+1'], ['-1'], ['@SUM(A1)'], ['\t=1'], ['\r=1'], ['\n=1']])(
  '%j is text, not a formula',
  ([text]) => {
    expect(toCsv(['a'], [[text]])).toMatch(/^a\r\n"?'/);
  },
);

test('a number stays a number', () => {
  expect(toCsv(['a'], [[-3]])).toBe('a\r\n-3\r\n');
});
