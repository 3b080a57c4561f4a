import { expect, test } from 'vitest';
import {
  count,
  entriesOf,
  isRecord,
  listOf,
  number,
  oneOf,
  record,
  text,
  textThat,
  wholeNumber,
  yesOrNo,
  type Reader,
} from '../../../src/planner/keeping/untrusted.ts';

const letters = text(3, /^[a-z]*$/);
const list = listOf(letters, 2);
const entries = entriesOf(/^[a-z]+$/, letters, 2);
const both = record({ name: letters }, { more: yesOrNo });

/** A reader, what it reads as it is, and what it does not. */
const readers: Readonly<Record<string, readonly [Reader<unknown>, readonly unknown[], readonly unknown[]]>> = {
  'text of three small letters': [letters, ['', 'abc'], ['abcd', 'A', 3, null, undefined, ['abc'], new String('abc')]],
  'any text of two letters': [text(2), ['', '9!'], ['abc', 12]],
  'text that passes a test': [textThat((one) => one === 'yes'), ['yes'], ['no', true, undefined]],
  'a number from 1 to 3': [number(1, 3), [1, 2.5, 3], [0.9, 3.1, '2', NaN, Infinity, null]],
  'a whole number from 1 to 3': [wholeNumber(1, 3), [1, 3], [2.5, 0, 4, '2', NaN]],
  'a whole number from 0': [count(2), [0, 2], [-1, 3, 0.5]],
  'one of two words': [oneOf(['a', 'b']), ['a', 'b'], ['c', '', undefined, ['a']]],
  'yes or no': [yesOrNo, [true, false], [0, 1, 'true', null]],
  'a list of two texts': [list, [[], ['a'], ['a', 'bc']], [['a', 'b', 'c'], ['a', 7], ['abcd'], 'ab', { length: 0 }]],
  'one or two named entries': [
    entries,
    [{ a: 'x' }, { a: 'x', b: '' }],
    [{}, { a: 'x', b: 'y', c: 'z' }, { A: 'x' }, { a: 'x', B: 'y' }, { a: 7 }, { a: 'x', b: 7 }, ['x'], null, 'a'],
  ],
  'a record with one field and maybe another': [
    both,
    [{ name: 'a' }, { name: 'a', more: false }],
    [{}, { more: true }, { name: 7 }, { name: 'a', more: 1 }, { name: 'a', more: undefined }, [], null, 'a'],
  ],
};

test.for(Object.entries(readers))('%s is read, and nothing else', ([, [reader, reads, not]]) => {
  expect(reads.map(reader)).toEqual(reads);
  expect(not.map(reader)).toEqual(not.map(() => undefined));
});

test('a record is read anew, without fields that nobody asked for, and not from its prototype', () => {
  expect(both({ name: 'a', other: 1, constructor: 2 })).toEqual({ name: 'a' });
  expect(both(Object.create({ name: 'a' }))).toBeUndefined();
  expect(record({ toString: letters })({})).toBeUndefined();
});

test('a record has fields, a list and nothing have none', () => {
  expect([{}, { a: 1 }, [], null, undefined, 'a', 7].map(isRecord)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
