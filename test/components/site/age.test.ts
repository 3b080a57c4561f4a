import { expect, test } from 'vitest';
import { isOlderPage } from '../../../src/components/site/older-page.ts';
import { dateInWords, isOldCheck } from '../../../src/components/site/words.ts';

const today = '2026-11-28';

test.for([
  ['2025-11-27', true],
  ['2025-11-28', false],
  ['2025-10', true],
  ['2025-11', false],
  // A year alone lasts to its end.
  ['2024', true],
  ['2025', false],
  ['about 2019', true],
  ['before 2016', true],
  // A school year lasts to the end of its second half.
  ['2023-24', true],
  ['2024-25', false],
  ['fall', false],
  [undefined, false],
] as const)('a page of %s, a year old or more: %s', ([pageDate, older]) => {
  expect(isOlderPage({ pageDate }, today)).toBe(older);
});

test.for([
  ['2025-11-27', true],
  ['2025-11-28', false],
  ['2025-10', true],
  ['2025-11', false],
] as const)('read in %s, last read more than a year ago: %s', ([checkedOn, old]) => {
  expect(isOldCheck({ checkedOn }, today)).toBe(old);
});

test('a date is worded as exactly as it is known', () => {
  const words = ['2026-11-08', '2026-11', '2026', '2021-22', 'before 2016'].map(dateInWords);
  expect(words).toEqual(['8 November 2026', 'November 2026', '2026', '2021–22', 'before 2016']);
});
