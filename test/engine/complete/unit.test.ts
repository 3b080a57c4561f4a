import { expect, test } from 'vitest';
import type { ProgramInput } from '../../../src/engine/complete/program.ts';
import { unitOf } from '../../../src/engine/complete/unit.ts';

type Said = {
  readonly cents: readonly number[];
  readonly membershipsUsd?: readonly number[];
  readonly weights: readonly [hour: number, sureHour: number, study: number, cent: number];
};

test.for<[what: string, said: Said, unit: number]>([
  ['prices of whole dollars', { cents: [4000, 2500], weights: [1_000_000, 0, 0, 1] }, 500],
  ['a price that divides the others', { cents: [4000, 0, 100], weights: [1_000_000, 0, 0, 1] }, 100],
  ['prices without a common divisor', { cents: [4000, 2501], weights: [1_000_000, 0, 0, 1] }, 1],
  ['the price of a membership', { cents: [4000], membershipsUsd: [59.5], weights: [1_000_000, 0, 0, 1] }, 50],
  ['what a cent is worth', { cents: [4000, 2500], weights: [9_000_000, 0, 0, 3] }, 1500],
  ['what an hour is worth', { cents: [4000], weights: [1_000_200, 0, 0, 1] }, 200],
  ['what a sure hour is worth', { cents: [4000], weights: [1_000_000, 1000, 0, 1] }, 1000],
  ['what an hour of study is worth', { cents: [4000], weights: [1_000_000, 0, 1600, 1] }, 800],
  ['no price at all', { cents: [], weights: [700, 0, 0, 1] }, 700],
  ['nothing that is worth anything', { cents: [], weights: [0, 0, 0, 1] }, 1],
])('with %s, values differ by the common divisor of all', ([, { cents, membershipsUsd = [], weights }, unit]) => {
  const [hour, sureHour, study, cent] = weights;
  const input = {
    groups: cents.map((one) => ({ prices: [{ cents: one }] })),
    memberships: membershipsUsd.map((priceUsd) => ({ plans: [{ priceUsd }] })),
    weights: { hour, sureHour, study, cent },
  };
  expect(unitOf(input as unknown as ProgramInput)).toBe(unit);
});
