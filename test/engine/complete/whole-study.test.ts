import { expect, test } from 'vitest';
import type { Group } from '../../../src/engine/complete/groups.ts';
import { wholeStudy } from '../../../src/engine/complete/whole-study.ts';

/** So many courses alike, each of so much study. */
const alike = (count: number, studyHours: number): Group =>
  ({ candidates: Array.from({ length: count }), studyHours }) as unknown as Group;

test('a month of 43 hours has no room for a course of 45, and three have room for two', () => {
  const most = wholeStudy([alike(30, 45)], 200);
  expect([43, 87, 130, 174].map(most)).toEqual([0, 45, 90, 135]);
});

test('courses of different sizes fill the time together, each as often as there are such courses', () => {
  const most = wholeStudy([alike(1, 15), alike(1, 45), alike(2, 60)], 500);
  expect([14, 60, 75, 119, 130, 500].map(most)).toEqual([0, 60, 75, 105, 120, 180]);
});

test('time that courses fill to the last minute is theirs, whatever the arithmetic leaves over', () => {
  expect(wholeStudy([alike(3, 45)], 200)(90 - 1e-9)).toBe(90);
});
