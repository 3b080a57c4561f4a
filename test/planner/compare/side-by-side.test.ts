import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hashOf,
  idsIn,
  isId,
  partsOf,
  sideBySide,
  type TopicEntries,
} from '../../../src/planner/compare/side-by-side.ts';

const thing = (name: string, ...topics: string[]) => ({
  rows: topics.map((topic): TopicEntries => [topic, [{ says: `${name} on ${topic}`, sources: [] }]]),
});

test('topics stand in their common order, and a side without one is empty', () => {
  const rows = sideBySide([
    thing('a', 'Accepts', 'Residency', 'Fees'),
    thing('b', 'Accepts', 'Grades', 'Fees', 'Time'),
  ]);
  expect(rows.map(({ topic }) => topic)).toEqual(['Accepts', 'Grades', 'Residency', 'Fees', 'Time']);
  expect(rows.map(({ sides }) => sides.map((side) => side.length))).toEqual([
    [1, 1],
    [0, 1],
    [1, 0],
    [1, 1],
    [0, 1],
  ]);
});

const id = fc.stringMatching(/^[a-z0-9-]{1,12}(\/[a-z0-9-]{1,12}){0,2}$/);

test('what is put into an address is read out of it again', () => {
  fc.assert(
    fc.property(id, fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), (degree, courses) => {
      const parts = partsOf(hashOf({ degree, block: undefined, courses: courses.join(',') }));
      expect(parts.get('degree')).toBe(degree);
      expect(parts.has('block')).toBe(false);
      expect(idsIn(parts.get('courses'), 3)).toEqual(courses);
    }),
    { numRuns: 2000 },
  );
});

test('whatever stands in an address, only ids are read, each once and no more than asked for', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(id).map(String)), fc.integer({ min: 1, max: 5 }), (text, most) => {
      const ids = idsIn(partsOf(`#courses=${text}`).get('courses'), most);
      expect(ids.length).toBeLessThanOrEqual(most);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every(isId)).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect([...partsOf(`#courses=${'a,'.repeat(500_000)}`)]).toEqual([]);
});

test('the longest address that is read has 20,000 letters', () => {
  const parts = 'a=b&x=';
  expect(partsOf(parts.padEnd(20_000, 'y')).get('a')).toBe('b');
  expect(partsOf(parts.padEnd(20_001, 'y')).get('a')).toBeNull();
});

test('only the # at the beginning is no part of what was chosen', () => {
  expect([...partsOf('#a=b#c')]).toEqual([['a', 'b#c']]);
  expect([...partsOf('a=#b')]).toEqual([['a', '#b']]);
});

test('without anything chosen an address has no #', () => {
  expect(hashOf({ degree: undefined, courses: '' })).toBe('');
});
