import { expect, test } from 'vitest';
import { tuitionFor } from '../../../src/engine/complete/tuition.ts';
import type { School } from '../../../src/schemas/school.ts';

type Line = NonNullable<School['tuition']>[number];
const line = (per: Line['per'], priceUsd: number, current = true): Line => ({
  what: 'Tuition',
  per,
  priceUsd,
  current,
  sources: [],
});

test('a school’s hours cost their price, a quarter hour being two thirds of a semester hour; other prices stand as they are', () => {
  const tuition = [
    line('semester-hour', 399.5),
    line('quarter-hour', 200.1),
    line('term', 4_000),
    line('semester-hour', 1, false),
  ];
  expect(tuitionFor({ tuition }, 15)).toEqual([
    { line: tuition[0], totalUsd: 5992.5 },
    { line: tuition[1], totalUsd: 4502.25 },
    { line: tuition[2] },
  ]);
  expect(tuitionFor({ tuition }, 0)[0]).toEqual({ line: tuition[0], totalUsd: 0 });
  expect(tuitionFor({ tuition: [] }, 15)).toEqual([]);
});
