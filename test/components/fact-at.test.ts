import { expect, test } from 'vitest';
import { factAt, factWords } from '../../src/components/guide/fact-at.ts';

const source = (says: string) => ({ says, checkedOn: '2026-11', confidence: 'primary' as const });
const school = {
  name: 'Example University',
  prices: [
    { what: 'Membership', per: 'month', priceUsd: 99 },
    { what: 'Membership', per: '4 months', priceUsd: 1299.5 },
  ],
  maximums: [{ id: 'elsewhere', atMost: 90, sources: [source('At most 90')] }],
  effectiveTo: '2026-12-31',
  onlyHere: true,
  sources: [source('A page about it all')],
};

test.for([
  ['prices[what=Membership,per=month].priceUsd', 'US$ 99'],
  ['prices[per=4 months].priceUsd', 'US$ 1,299.50'],
  ['maximums[id=elsewhere].atMost', '90 semester hours'],
  ['effectiveTo', '31 December 2026'],
  ['onlyHere', 'yes'],
  ['name', 'Example University'],
] as const)('the fact at %s reads %s', ([way, words]) => {
  expect(factWords(factAt(school, way), way)).toBe(words);
});

test('a fact carries the sources nearest to it', () => {
  expect(factAt(school, 'maximums[id=elsewhere].atMost').sources[0]?.says).toBe('At most 90');
  expect(factAt(school, 'prices[per=month].priceUsd').sources[0]?.says).toBe('A page about it all');
});

test('a number may stand without its unit', () => {
  const way = 'maximums[id=elsewhere].atMost';
  expect(factWords(factAt(school, way), way, true)).toBe('90');
});

test.for([
  ['prices[what=Membership].priceUsd', '2 entries of "prices" have what=Membership.'],
  ['prices[per=year].priceUsd', '0 entries of "prices" have per=year.'],
  ['tuition.priceUsd', '"tuition" is not known.'],
  ['name[x=y]', '"name" is not a list.'],
  ['maximums', 'it leads to more than one value.'],
  ['', '"" is not a field.'],
] as const)('a fact that has gone is an error: %s', ([way, found]) => {
  expect(() => factAt(school, way)).toThrow(`There is no fact at "${way}": ${found}`);
});
