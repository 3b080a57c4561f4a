import { expect, test } from 'vitest';
import { candidatesOf } from '../../../src/engine/complete/candidates.ts';
import { completePlan } from '../../../src/engine/completion.ts';
import { catalogDegrees, forAll } from './catalog-input.ts';

const degree = catalogDegrees.find(({ id }) => id === 'tesu/aas-2021-22')!;
const input = { ...forAll, ...degree };
const { candidates, stacks } = candidatesOf(input, [], []);
const stacked = stacks.flatMap((stack) => stack.candidates);

test('a candidate is in one stack, or another candidate becomes the same school course, as cheap and as sure', () => {
  expect(new Set(stacked).size).toBe(stacked.length);
  for (const one of candidates.filter((candidate) => !stacked.includes(candidate))) {
    const codes = one.accepted.flatMap(({ schoolCourse }) => schoolCourse ?? []);
    expect(codes).not.toEqual([]);
    const others = stacked.filter(({ accepted }) => accepted.some(({ schoolCourse }) => codes.includes(schoolCourse!)));
    expect(others.length).toBeGreaterThan(0);
  }
});

test('candidates of a stack have the same hours, level, subject and areas, and are paid alike', () => {
  for (const { candidates: alike } of stacks) {
    const seen = alike.map(({ accepted, studyHours, until }) => [
      accepted.map(({ hours, level, subject, areas, certainty }) => [hours, level, subject, areas, certainty]),
      studyHours,
      until,
    ]);
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  }
});

test('a plan names each chosen course by itself, with its own provider and price', () => {
  const { courses, costs } = completePlan(input, undefined, { parts: 0, work: 0 });
  expect(new Set(courses.map(({ course }) => course)).size).toBe(courses.length);
  for (const { course, way } of courses) {
    const { ways } = forAll.offers.find((offer) => offer.course.id === course)!;
    expect(ways).toContainEqual(way);
  }
  expect(costs.length).toBeGreaterThan(0);
});
