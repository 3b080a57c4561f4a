import { expect, test } from 'vitest';
import { figureLines } from './figures.ts';

test('what several files add to one line is told as one sum', () => {
  const added = [
    { line: 'Damaged records', counts: { tried: 5000, handled: 5000 } },
    { line: 'Payloads', counts: { read: 91 } },
    { line: 'Damaged records', counts: { tried: 7000, handled: 6999 } },
  ];
  expect(figureLines(added.map((entry) => `${JSON.stringify(entry)}\n`).join(''))).toEqual([
    'Damaged records: 12,000 tried, 11,999 handled',
    'Payloads: 91 read',
  ]);
  expect(figureLines('')).toEqual([]);
});
