import { expect, test } from 'vitest';
import { sampleFacts } from '../../scripts/sample-facts.ts';
import { smallCatalog } from '../schemas/a-small-catalog.ts';

const files = Object.entries(smallCatalog()).map(([file, record]) => ({ file, text: JSON.stringify(record) }));
const names = (count: number, seed: number) =>
  sampleFacts(files, count, seed).map(({ file, field }) => `${file} ${field}`);

test('the same seed draws the same facts, another one others', () => {
  expect(names(5, 1)).toEqual(names(5, 1));
  expect(names(5, 1)).not.toEqual(names(5, 2));
});

test('no fact is drawn twice, and all of them where more are asked for than there are', () => {
  const all = names(1_000, 1);
  expect(new Set(all).size).toBe(all.length);
  expect(names(1_000, 2)).toEqual(all);
});

test('a fact inside a record is a fact of its own', () => {
  const [school] = sampleFacts(files, 1_000, 1).filter(({ file, field }) => file.includes('schools') && field === '');
  expect(Object.keys(school?.says ?? {})).toContain('name');
  expect(Object.keys(school?.says ?? {})).not.toContain('accepts');
});
