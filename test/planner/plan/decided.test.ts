import { describe, expect, test } from 'vitest';
import type { Landing } from '../../../src/planner/audit/landing.ts';
import { answersIn, hopedFor } from '../../../src/planner/plan/decided.ts';
import { coursesNamedIn } from '../../../src/planner/plan/named-blocks.ts';
import { degree } from '../../engine/example-university.ts';
import { landingIn, planOf } from '../example-catalog.ts';

const landing = landingIn(planOf('example/exam-a'), 'c1')!;
const [{ accepted }] = landing.parts as [Landing['parts'][number]];
const becoming = (...parts: readonly Partial<typeof accepted>[]): Landing => ({
  parts: parts.map((part) => ({ accepted: { ...accepted, areas: [], ...part }, mayFill: [] })),
  notAccepted: [],
});

describe('a plain yes', () => {
  const hours = (likely: number, most: number) => ({ hours: { least: 0, likely, most } });

  test('means what is expected, part by part, with what is known of its place', () => {
    expect(
      hopedFor(
        becoming(
          { ...hours(3, 6), title: 'Art' },
          { ...hours(0, 6), title: 'Law', subject: 'LAW' },
          { ...hours(4, 4), title: 'Calculus', schoolCourse: 'MAT-2310', areas: ['science'], level: 'upper-division' },
        ),
      ),
    ).toEqual([
      { semesterHours: 3, level: 'lower-division', title: 'Art' },
      { semesterHours: 6, level: 'lower-division', title: 'Law', subject: 'LAW' },
      {
        semesterHours: 4,
        level: 'upper-division',
        title: 'Calculus',
        schoolCourse: 'MAT-2310',
        areas: ['science'],
      },
    ]);
  });

  test('means nothing where the school gives nothing, or nothing for a part, or where there is no answer', () => {
    const [refused] = landingIn(planOf('example/nobody'), 'c1')!.notAccepted;
    expect(hopedFor(undefined)).toBeUndefined();
    expect(hopedFor(becoming())).toBeUndefined();
    expect(hopedFor({ parts: [], notAccepted: [refused!] })).toBeUndefined();
    expect(hopedFor({ ...becoming({}), notAccepted: [refused!] })).toBeUndefined();
  });
});

test('a plan without answers of the school has none', () => {
  expect(answersIn(planOf('example/art'))).toEqual([]);
});

test('the school courses that a degree names are those of all its blocks, each once', () => {
  const twice = { ...degree, blocks: [...degree.blocks, ...degree.blocks] };
  expect(coursesNamedIn(twice)).toEqual(['ENG-1010', 'ENG-1020', 'MAT-2310', 'CAP-4950']);
});
