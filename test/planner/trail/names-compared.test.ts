import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames, matters, type NameDifference } from '../../../src/planner/trail/names-compared.ts';
import { nameChecksOf } from '../../../src/planner/trail/trail-names.ts';
import { trailOfCredit } from '../../../src/planner/trail/credit-trail.ts';
import { mattersWords, nameDifferenceSentence } from '../../../src/planner/trail/wording-names.ts';
import { factsAt } from './trail-facts.ts';

const kinds = (one: string, other: string) => compareNames(one, other).differences.map(({ kind }) => kind);

test.each<[one: string, other: string, kinds: NameDifference['kind'][]]>([
  ['José Maria da Silva', 'José Maria da Silva', []],
  ['José Maria da Silva', 'Jose Maria da Silva', ['accents']],
  ['Søren Łukasz Weiß', 'Soren Lukasz Weiss', ['accents', 'accents', 'accents']],
  ['Ada Lovelace', 'ADA LOVELACE', ['case', 'case']],
  ['José', 'JOSE', ['accents', 'case']],
  ['Anna-Maria Kovács', 'Anna Maria Kovács', ['hyphen']],
  ["Sinéad O'Connor", 'Sinéad OConnor', ['marks']],
  ['Chukwuemeka Okafor', 'Okafor Chukwuemeka', ['order']],
  ['Silva, João', 'João Silva', ['order', 'marks']],
  ['Priya Ramesh Iyer', 'Priya Iyer', ['missing-part']],
  ['Priya R. Iyer', 'Priya Ramesh Iyer', ['initial']],
  ['Priya Iyer', 'Priya Ramesh Iyer', ['missing-part']],
  ['Maria De La Cruz', 'Maria Delacruz', ['spaces']],
  ['Oluwaseun Adeyemi', 'Oluwaseun Adeyemi-Brown', ['missing-part', 'hyphen']],
  ['Mohammed Ali', 'Muhammad Ali', ['letters']],
  ['Иван Петров', 'Ivan Petrov', ['script']],
  ['Ada  Lovelace', 'Ada Lovelace', ['spaces']],
  ['Silva,', 'Silva', ['marks']],
  ['Ana-Bo-Cy', 'Ana-Bo Cy', ['hyphen']],
  ['Ada Berta Cole', 'Berta Zoe Cole', ['missing-part', 'missing-part']],
])('%s and %s differ in: %j', (one, other, expected) => {
  expect(kinds(one, other)).toEqual(expected);
  expect(kinds(other, one)).toHaveLength(expected.length);
});

/** The sentences about two names. */
const sentences = (one: string, other: string) => compareNames(one, other).differences.map(nameDifferenceSentence);

test.for<[one: string, other: string, sentences: string[]]>([
  ['Priya Ramesh Iyer', 'Priya Iyer', ['The first name has “Ramesh”; the second has not.']],
  ['Priya Iyer', 'Priya Ramesh Iyer', ['The second name has “Ramesh”; the first has not.']],
  ['Priya R. Iyer', 'Priya Ramesh Iyer', ['One name writes only the first letter: “R.”, “Ramesh”.']],
  ['Priya Ramesh Iyer', 'Priya R Iyer', ['One name writes only the first letter: “Ramesh”, “R”.']],
  [
    'Priya K. Iyer',
    'Priya Ramesh Iyer',
    ['The first name has “K.”; the second has not.', 'The second name has “Ramesh”; the first has not.'],
  ],
  [
    'Ram Iyer',
    'Ramesh Iyer',
    ['The first name has “Ram”; the second has not.', 'The second name has “Ramesh”; the first has not.'],
  ],
  ['Mohammed Ali', 'Muhammad Ali', ['Other letters: “Mohammed”, “Muhammad”.']],
  ['Jon Snow', 'John Snow', ['Other letters: “Jon”, “John”.']],
  ['A Snow', 'B Snow', ['Other letters: “A”, “B”.']],
  [
    'Anna Snow',
    'Ella Snow',
    ['The first name has “Anna”; the second has not.', 'The second name has “Ella”; the first has not.'],
  ],
  [
    'Jon M. Snow',
    'Mary John Snow',
    ['Other letters: “Jon”, “John”.', 'One name writes only the first letter: “M.”, “Mary”.'],
  ],
  ['Maria De La Cruz', 'Maria Delacruz', ['Spaces differ: “De La Cruz”, “Delacruz”.']],
  ['Maria Delacruz', 'Maria De La Cruz', ['Spaces differ: “Delacruz”, “De La Cruz”.']],
  ['Ada . Lovelace', 'Ada Lovelace', ['The first name has “.”; the second has not.']],
  ['Ada Lovelace', 'Ada . Lovelace', ['The second name has “.”; the first has not.']],
  ['Okafor Ada', 'Ada Okafor', ['The parts stand in another order: “Okafor Ada”, “Ada Okafor”.']],
  ['Ada Okafor', 'Ada OKAFOR', ['Capital and small letters differ: “Okafor”, “OKAFOR”.']],
  ['José Silva', 'Jose Silva', ['The same letters with and without accents: “José”, “Jose”.']],
  ['O’Neil', 'ONeil', ['An apostrophe, dot or comma differs: “O’Neil”, “ONeil”.']],
  ['O’Neil', "O'Neil", ["An apostrophe, dot or comma differs: “O’Neil”, “O'Neil”."]],
  ['Anna-Maria Ek', 'Anna Maria Ek', ['A hyphen is missing in one of them: “Anna-Maria Ek”, “Anna Maria Ek”.']],
  ['Ana  Ek', 'Ana Ek', ['Spaces differ: “Ana  Ek”, “Ana Ek”.']],
  ['Иван', 'Ivan', ['The two names are written in different alphabets.']],
  ['Иван Петров', 'Иван', ['The first name has “Петров”; the second has not.']],
  ['Ana Ana Ek', 'Ana Ek', ['The first name has “Ana”; the second has not.']],
])('of %s and %s the student reads: %j', ([one, other, expected]) => {
  expect(sentences(one, other)).toEqual(expected);
});

test('a part that only one name has stands beside nothing, and names in two alphabets are not the same', () => {
  expect(compareNames('Priya Ramesh Iyer', 'Priya Iyer').differences).toEqual([
    { kind: 'missing-part', one: 'Ramesh', other: '' },
  ]);
  expect(compareNames('Иван', 'Ivan').same).toBe(false);
});

test('spaces around a name are no difference', () => {
  expect(compareNames(' Ada Lovelace', 'Ada Lovelace ')).toMatchObject({ same: true, differences: [] });
});

test('an accent is part of its letter, however the computer writes it', () => {
  expect(compareNames('Jose\u0301', 'Jos\u00E9')).toMatchObject({ same: true, differences: [] });
  expect(compareNames('José', 'Jose').letters.at(-1)).toEqual({ one: 'é', other: 'e' });
});

test('both names stand side by side, letter by letter, and nothing of them is lost', () => {
  expect(compareNames('Ana', 'Anna').letters).toEqual([
    { one: 'A', other: 'A' },
    { one: 'n', other: 'n' },
    { one: '', other: 'n' },
    { one: 'a', other: 'a' },
  ]);
  const name = fc.stringMatching(/^[A-Za-zÀ-ÿ' -]{0,20}$/).map((text) => text.normalize('NFC').trim());
  fc.assert(
    fc.property(name, name, (one, other) => {
      const { letters, same, differences } = compareNames(one, other);
      expect(letters.map((pair) => pair.one).join('')).toBe(one);
      expect(letters.map((pair) => pair.other).join('')).toBe(other);
      expect(same).toBe(one === other);
      if (same) expect(differences).toEqual([]);
    }),
  );
});

test('names that differ are told apart in words', () => {
  const name = fc.constantFrom(
    'Ada',
    'José',
    'jose',
    "O'Neil",
    'ONeil',
    'de',
    'la',
    'Cruz',
    'Delacruz',
    'R.',
    'Ramesh',
  );
  const names = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(names, names, (one, other) => {
      const { same, differences } = compareNames(one, other);
      if (!same) expect(differences.length).toBeGreaterThan(0);
      for (const difference of differences) expect(nameDifferenceSentence(difference)).toMatch(/\.$/);
    }),
  );
});

test('whether it matters is a rule of the route or the school, never ours', () => {
  const accents = { kind: 'accents', one: 'José', other: 'Jose' } as const;
  const middle = { kind: 'missing-part', one: 'Ramesh', other: '' } as const;
  const script = { kind: 'script', one: 'Иван', other: 'Ivan' } as const;
  expect(matters(accents, undefined)).toBe('not-known');
  expect(matters(accents, 'exact')).toBe('yes');
  expect(matters(accents, 'latin-letters')).toBe('ask');
  expect(matters(middle, 'latin-letters')).toBe('yes');
  expect(matters(middle, 'same-person')).toBe('ask');
  expect(matters(script, 'same-person')).toBe('yes');
  expect(mattersWords['not-known']).toContain('Ask');
});

const different = (kind: NameDifference['kind']): NameDifference => ({ kind, one: 'a', other: 'b' });

test.for<[kind: NameDifference['kind'], exact: string, latin: string, person: string]>([
  ['script', 'yes', 'yes', 'yes'],
  ['order', 'yes', 'ask', 'ask'],
  ['missing-part', 'yes', 'yes', 'ask'],
  ['initial', 'yes', 'yes', 'ask'],
  ['letters', 'yes', 'yes', 'ask'],
  ['accents', 'yes', 'ask', 'ask'],
  ['case', 'ask', 'no', 'no'],
  ['hyphen', 'yes', 'ask', 'ask'],
  ['spaces', 'ask', 'no', 'no'],
  ['marks', 'yes', 'ask', 'ask'],
])('a difference of %s is to be put right, asked about, or let be, as the rule says', ([kind, ...answers]) => {
  const rules = ['exact', 'latin-letters', 'same-person'] as const;
  expect(rules.map((rule) => matters(different(kind), rule))).toEqual(answers);
});

test('the strictest rule of route and school holds for a pair of names', () => {
  const facts = factsAt('charter-oak');
  const credit = {
    id: 'c1',
    course: 'saylor/principles-of-management',
    status: 'completed',
    trail: { names: { inRecord: 'Jose da Silva', onTranscript: 'José da Silva' } },
  } as const;
  const trail = trailOfCredit(credit, facts, '2026-11-28')!;
  const [pair, ...more] = nameChecksOf(trail, undefined, facts.school);
  expect(more).toEqual([]);
  expect(pair).toMatchObject({ between: 'record-and-transcript', one: 'Jose da Silva', other: 'José da Silva' });
  expect(pair?.rules.map(({ rule }) => rule)).toEqual(['same-person', 'exact']);
  expect(pair?.differences).toEqual([{ kind: 'accents', one: 'Jose', other: 'José', matters: 'yes' }]);
  const atTesu = nameChecksOf(trail, { nameOnId: 'José da Silva' }, factsAt('tesu').school);
  expect(atTesu.map(({ between, differences }) => [between, differences[0]?.matters])).toEqual([
    ['id-and-record', 'not-known'],
    ['record-and-transcript', 'ask'],
  ]);
});
