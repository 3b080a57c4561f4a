import { describe, expect, test } from 'vitest';
import {
  lettersApart,
  lettersOf,
  pairLetters,
  plainWord,
  withoutAccents,
} from '../../../src/planner/trail/letters-compared.ts';

test.for<[word: string, plain: string]>([
  ['Müller', 'muller'],
  ['Straße', 'strasse'],
  ['Ærø', 'aero'],
  ['Œuvre', 'oeuvre'],
  ['Đặng', 'dang'],
  ['Guðrún Þór', 'gudrun thor'],
  ['Łukasz', 'lukasz'],
  ['Ħal', 'hal'],
  ['Işık', 'isik'],
  ['O’Neil', 'oneil'],
  ["D'Arcy", 'darcy'],
  ['J.R.', 'jr'],
  ['Kaʼahumanu', 'kaahumanu'],
  ['Kuʻulei', 'kuʻulei'],
  ['`a´b‘', 'ab'],
  ['Anne-Marie', 'anne-marie'],
])('%s is searched for as %s', ([word, plain]) => {
  expect(plainWord(word)).toBe(plain);
});

test('an accent belongs to its letter, however it is written', () => {
  expect(lettersOf('Jose\u0301')).toEqual(['J', 'o', 's', 'é']);
  // No single letter stands for this one.
  expect(lettersOf('x\u0301y')).toEqual(['x\u0301', 'y']);
  expect(lettersOf('')).toEqual([]);
  expect(withoutAccents('José Ñandú Straße')).toBe('Jose Nandu Straße');
});

describe('two words side by side', () => {
  /** Pairs as "ab", with a dash where one has no letter. */
  const paired = (one: string, other: string): string =>
    pairLetters(one, other)
      .map((pair) => `${pair.one || '-'}${pair.other || '-'}`)
      .join(' ');

  test.for<[one: string, other: string, pairs: string]>([
    ['Ana', 'Ana', 'AA nn aa'],
    ['Ann', 'Anna', 'AA nn nn -a'],
    ['Anna', 'Ann', 'AA nn nn a-'],
    ['Jose', 'José', 'JJ oo ss eé'],
    ['JOHN', 'John', 'JJ Oo Hh Nn'],
    ['Jon', 'John', 'JJ oo -h nn'],
    ['Kim', 'Tim', 'KT ii mm'],
    ['', 'ab', '-a -b'],
    ['ab', '', 'a- b-'],
    ['', '', ''],
  ])('"%s" and "%s" have these letters in one place: %s', ([one, other, pairs]) => {
    expect(paired(one, other)).toBe(pairs);
  });

  test('leave letters out rather than pair all that follows wrongly', () => {
    expect(paired('abcdef', 'bcdef')).toBe('a- bb cc dd ee ff');
    expect(paired('bcdef', 'abcdef')).toBe('-a bb cc dd ee ff');
  });
});

test.for<[one: string, other: string, apart: number]>([
  ['Müller', 'MULLER', 0],
  ["O'Neil", 'ONeil', 0],
  ['Jon', 'John', 1],
  ['Kim', 'Tim', 1],
  ['Meier', 'Mayr', 3],
  ['', 'ab', 2],
])('"%s" and "%s" are %i letters apart', ([one, other, apart]) => {
  expect(lettersApart(one, other)).toBe(apart);
});
