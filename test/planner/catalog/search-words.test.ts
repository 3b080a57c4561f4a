import { expect, test } from 'vitest';
import { matchOf, spelledOut, spellingsOf, tellingOf, wordsOf } from '../../../src/planner/catalog/search-words.ts';

test.for([
  ['Español I: Nivel', ['espanol', '1', 'nivel']],
  ['  Women’s   Studies--II ', ['womens', 'studies', '2']],
  ["Women's", ['womens']],
  ['IV / V', ['4', '5']],
  ['U.S. History, U.S.A.', ['us', 'history', 'usa']],
  ['Study.com', ['study', 'com']],
  ['constructor', ['constructor']],
  ['?!', []],
] as const)('"%s" has the words %j', ([text, words]) => {
  expect(wordsOf(text)).toEqual(words);
});

test('of a long text the first 200 letters are read', () => {
  expect(wordsOf(`${'a'.repeat(199)} b`)).toEqual(['a'.repeat(199)]);
  expect(wordsOf('b '.repeat(200))).toHaveLength(100);
});

test.for([
  ['Study.com', ['study com', 'study com', 'studycom']],
  ['InstantCert', ['instantcert', 'instant cert', 'instantcert']],
  ['CompTIA', ['comptia', 'comptia', 'comptia']],
  ['Thomas Edison Credit-by-Examination Program', ['thomas edison credit by examination program', '']],
] as const)('"%s" is written %j', ([name, spellings]) => {
  expect([...new Set(spellingsOf(name).map((words) => words.join(' ')))]).toEqual([...new Set(spellings)]);
});

test('small words tell something only where there are no others', () => {
  expect(tellingOf(['introduction', 'to', 'the', 'law'])).toEqual(['introduction', 'law']);
  expect(tellingOf(['the', 'exam'])).toEqual(['the', 'exam']);
  expect(tellingOf([])).toEqual([]);
});

test('shorthands are spelled out, other words are not', () => {
  expect(['stats', 'mgt', 'statistics', 'toString'].map(spelledOut)).toEqual([
    'statistics',
    'management',
    'statistics',
    'toString',
  ]);
});

const matches: readonly [known: string, typed: string, 0 | 1 | 3 | 4][] = [
  ['psychology', 'psychology', 4],
  ['psychology', 'psych', 3],
  ['psychology', 'psycology', 1],
  ['psychology', 'psycholoogy', 1],
  ['psychology', 'psychologx', 1],
  ['psychology', 'pyschology', 1],
  ['psychology', 'pyscholgoy', 0],
  ['psychology', 'psychoyhol', 0],
  ['psychology', 'spychology', 1],
  ['psychology', 'xsychology', 1],
  ['psychology', 'xpsychology', 1],
  ['psychology', 'psycholg', 1],
  ['psychology', 'pxychxlogy', 0],
  ['psychology', 'psyh', 1],
  ['law', 'laws', 1],
  ['law', 'lax', 0],
  ['law', 'lawyers', 0],
  ['english', 'engl1sh', 0],
  ['abcdef', 'abdcxx', 0],
  ['abcd', 'bacx', 0],
  ['abcd', 'acxd', 0],
  ['abcd', 'abdc', 1],
  ['abcd', 'dabc', 1],
  ['ab', 'abcd', 0],
  ['abc', 'abcd', 1],
];

test.for(matches)('of "%s" someone may have typed "%s": %d', ([known, typed, answer]) => {
  expect(matchOf(known, typed)).toBe(answer);
});
