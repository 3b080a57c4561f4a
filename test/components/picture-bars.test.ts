import { expect, test } from 'vitest';
import { againstMaximum, nameOf, partsOf } from '../../src/components/guide/picture-bars.ts';

test.for([
  [{ least: 3, likely: 3, most: 3 }, [['sure', 3]]],
  [
    { least: 3, likely: 6, most: 12 },
    [
      ['sure', 3],
      ['likely', 3],
      ['possible', 6],
    ],
  ],
  [{ least: 0, likely: 0, most: 12 }, [['possible', 12]]],
  [{ least: 0, likely: 0, most: 0 }, []],
] as const)('hours are drawn once, as sure, likely and possible: %j', ([range, parts]) => {
  expect(partsOf(range).map(({ kind, hours }) => [kind, hours])).toEqual(parts);
});

test.for([
  [
    96,
    90,
    [
      ['sure', 90],
      ['over', 6],
    ],
  ],
  [90, 90, [['sure', 90]]],
  [12, 90, [['sure', 12]]],
  [0, 90, []],
] as const)('%i hours against a maximum of %i show what counts and what is over it', ([collected, atMost, parts]) => {
  expect(againstMaximum(collected, atMost).map(({ kind, hours }) => [kind, hours])).toEqual(parts);
});

test('a picture’s name is that of what it shows, so that two on a page differ', () => {
  const bar = { name: 'Recommended', parts: partsOf({ least: 3, likely: 3, most: 3 }), words: '3 semester hours' };
  expect(nameOf([bar])).toBe(nameOf([{ ...bar }]));
  expect(nameOf([bar])).not.toBe(nameOf([{ ...bar, words: '4 semester hours' }]));
  expect(nameOf([bar])).toMatch(/^bars-[a-z0-9]+$/);
});
