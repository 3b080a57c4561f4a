/** Which credits of a plan may be one course for the school. */
import { describe, expect, test } from 'vitest';
import type { CreditOutcome } from '../../src/engine/types.ts';
import { perhapsOne, titleKey } from '../../src/planner/same-title.ts';

describe('titles are alike', () => {
  test.for([
    ['Introductory Psychology', 'Introduction to Psychology'],
    ['Intro to the Law', 'Introduction to Law'],
    ['Calculus I', 'Calculus 1'],
    ['Health & Wellness', 'health and wellness'],
    ['English Composition II (online)', 'English Composition 2: Online'],
  ] as const)('%s, %s', ([one, other]) => {
    expect(titleKey(one)).toBe(titleKey(other));
  });
});

test.for([
  ['Calculus I', 'Calculus II'],
  ['Programming in C', 'Programming in C++'],
  ['Psychology', 'Introduction to Psychology'],
] as const)('titles are not alike: %s, %s', ([one, other]) => {
  expect(titleKey(one)).not.toBe(titleKey(other));
});

/** A part of a credit, used or not. */
const part = (credit: string, kind: CreditOutcome['accepted']['kind'], isUsed = true) =>
  ({ accepted: { credit, kind }, mayFill: [], ...(isUsed ? { applied: {} } : {}) }) as unknown as CreditOutcome;
const titles: Readonly<Record<string, string>> = {
  a: 'Introductory Psychology',
  b: 'Introduction to Psychology',
  c: 'Introduction to Psychology',
  d: 'Art',
};
const alike = (...outcomes: CreditOutcome[]) => perhapsOne(outcomes, (id) => titles[id] ?? '');

describe('credits may be one course', () => {
  test('that are called alike and count, one of them as no course of the school’s own', () => {
    const all = [part('a', 'direct-course'), part('d', 'general-elective'), part('b', 'general-elective')];
    expect(alike(...all, part('c', 'general-elective'))).toEqual([['a', 'b', 'c']]);
  });

  test('but not where each becomes a course of the school’s own: those that are one are told as duplicates', () => {
    expect(alike(part('a', 'direct-course'), part('b', 'direct-course'))).toEqual([]);
  });

  test('nor where one of them counts nowhere, or has no title', () => {
    expect(alike(part('a', 'direct-course'), part('b', 'general-elective', false))).toEqual([]);
    expect(alike(part('x', 'general-elective'), part('y', 'general-elective'))).toEqual([]);
  });

  test('a credit of two parts is no other one of the same title', () => {
    expect(alike(part('a', 'direct-course'), part('a', 'general-elective'))).toEqual([]);
  });

  test('a credit of which one part is no course of the school’s own is asked about', () => {
    const parts = [part('a', 'direct-course'), part('a', 'general-elective'), part('a', 'direct-course')];
    expect(alike(...parts, part('b', 'direct-course'))).toEqual([['a', 'b']]);
  });
});
