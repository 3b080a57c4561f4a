import { expect, test } from 'vitest';
import { checkDates } from '../../src/schemas/date-checks.ts';

const file = 'data/schools/example-u.json';
const found = (text: string) => checkDates(file, { notes: ['No date.', text] }).map((problem) => problem.found);

test.each([
  ['Since August 1, 2026 it is so.', 'August 1, 2026'],
  ['By Nov. 3rd it is over.', 'Nov. 3rd'],
  ['It ends on 08/01/2026.', '08/01/2026'],
  ['It ends on 8-1-26.', '8-1-26'],
])('a date with the month first is refused: %s', (text, date) => {
  expect(checkDates(file, { notes: [text] })).toEqual([
    expect.objectContaining({ file, field: 'notes[0]', found: date, expected: 'a date like 1 August 2026' }),
  ]);
});

test('a date with the day first is not, nor are months, years, fractions, quotations and addresses', () => {
  for (const text of [
    'Since 1 August 2026, and in May 2027, it is so.',
    'It may 3 times.',
    'Open 24/7, 1/2 of it in 2026-27.',
    'The page says “until August 1, 2026”.',
    'https://example.edu/2026/08/01/8-1-26/',
    '2026-08-01',
  ])
    expect(found(text)).toEqual([]);
});
