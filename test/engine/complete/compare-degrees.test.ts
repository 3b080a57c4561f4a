import { describe, expect, test } from 'vitest';
import { completePlan, quick } from '../../../src/engine/complete/complete-plan.ts';
import { likelySearch } from '../../../src/engine/complete/likely-search.ts';
import {
  compareDegrees,
  rankDegrees,
  type ComparedDegree,
  type CompletionInput,
  type DegreeOrder,
} from '../../../src/engine/completion.ts';
import type { PlannedCredit } from '../../../src/engine/index.ts';
import { catalogDegrees, forAll } from './catalog-input.ts';

const degrees = catalogDegrees.filter(({ id }) => /^(?:tesu\/ba-[ce]|charter-oak\/bs|unt|wgu\/bs-c|csu)/.test(id));
const done = ['sophia/college-algebra', 'clep/biology', 'study-com/no-such-course'].map((course): PlannedCredit => ({
  id: course,
  course,
  status: 'completed',
  completedOn: '2026-05-01',
}));
const typed: PlannedCredit = {
  id: 'typed',
  status: 'completed',
  typed: { title: 'Composition', semesterHours: 3, source: 'college', level: 'lower-division' },
};
const { wishes } = forAll;
const plans: Record<string, Partial<CompletionInput>> = {
  'nothing yet': {},
  'some credits': { credits: [...done, typed] },
  'hours to leave for the school': { credits: done, wishes: { ...wishes, keepForSchool: 60 } },
};

describe.each(Object.entries(plans))('with %s', (_, plan) => {
  const input = { ...forAll, ...plan };
  const compared = compareDegrees({ ...input, degrees });

  test('a comparison shows of each degree what its plan says', () => {
    for (const { id, stillNeeded, plan: shown } of compared) {
      const one = degrees.find((degree) => degree.id === id)!;
      const whole = completePlan({ ...input, ...one }, undefined, quick, undefined, likelySearch(one.degree));
      const { courses, before, met, semesterHours } = whole;
      const { inAll: _, ...said } = shown;
      expect(whole).toMatchObject({ ...said, courses: shown.courses.map((course) => ({ course })) });
      expect(courses).toHaveLength(shown.courses.length);
      expect(stillNeeded).toEqual({ sure: semesterHours - before.least, likely: semesterHours - before.likely });
      expect(met.likely).toBe(shown.met.likely);
    }
  });

  test('a comparison meets no fewer hours than a first answer from all courses', () => {
    for (const { id, plan: shown } of compared) {
      const whole = completePlan({ ...input, ...degrees.find((degree) => degree.id === id)! }, undefined, quick);
      // What is beyond the hours to leave for the school need not be met.
      const wanted = whole.semesterHours - (input.wishes.keepForSchool ?? 0);
      expect(shown.met.likely).toBeGreaterThanOrEqual(Math.min(whole.met.likely, wanted));
    }
  });

  test.for([
    ['still-needed', (one) => one.stillNeeded.likely],
    ['left-for-school', (one) => one.plan.residence.semesterHours],
    ['cost', (one) => one.plan.inAll.costUsd ?? 1e6 + one.plan.residence.semesterHours],
    ['time', (one) => one.plan.inAll.months],
  ] as const satisfies readonly (readonly [DegreeOrder, (one: ComparedDegree) => number])[])(
    'by %s the least comes first, and every degree stays',
    ([order, of]) => {
      const ranked = rankDegrees(compared, order);
      expect(ranked.map(of)).toEqual(compared.map(of).toSorted((a, b) => a - b));
      expect(new Set(ranked)).toEqual(new Set(compared));
    },
  );

  test('a comparison begins with the degree that needs fewest hours', () => {
    expect(compared).toEqual(rankDegrees(compared, 'still-needed'));
  });
});
