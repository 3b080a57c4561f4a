import { expect, test } from 'vitest';
import { tuitionFor } from '../../../src/engine/completion.ts';
import type { Tuition } from '../../../src/schemas/school.ts';

const sources: Tuition['sources'] = [
  { url: 'https://example.edu/tuition', title: 'Tuition', says: 'Prices', checkedOn: '2026-11', confidence: 'primary' },
];
const price = (fields: Partial<Tuition>): Tuition => ({
  what: 'Online',
  priceUsd: 300,
  per: 'semester-hour',
  current: true,
  sources,
  ...fields,
});
const totals = (tuition: Tuition[]) =>
  tuitionFor({ tuition }, 30, '2026-11-29').map(({ line, totalUsd }) => [line.what, line.year, totalUsd]);

test('hours cost what the price in use says, quarter hours two thirds of a semester hour; a term has no sum', () => {
  const tuition = [
    price({}),
    price({ what: 'Quarters', priceUsd: 200, per: 'quarter-hour' }),
    price({ what: 'Terms', priceUsd: 4000, per: 'term' }),
  ];
  expect(totals(tuition)).toEqual([
    ['Online', undefined, 9000],
    ['Quarters', undefined, 9000],
    ['Terms', undefined, undefined],
  ]);
});

test('what has no price in use has its last one, and what only visitors pay is left out', () => {
  const tuition = [
    price({ what: 'Residents', year: '2023-24', current: false, priceUsd: 380 }),
    price({ what: 'Residents', year: '2024-25', current: false, priceUsd: 400 }),
    price({ what: 'Visitors', visiting: true, priceUsd: 600 }),
    price({ year: '2025-26', current: false, priceUsd: 290 }),
    price({ year: '2026-27' }),
    price({ what: 'Campus', year: '2017', current: false }),
    price({ what: 'Military', current: false }),
  ];
  expect(totals(tuition)).toEqual([
    ['Online', '2026-27', 9000],
    ['Residents', '2024-25', 12000],
  ]);
});
