import { expect, test } from 'vitest';
import { auditDegree, type PlannedCredit } from '../../../src/engine/index.ts';
import { coursesFor } from '../../../src/planner/audit/fitting.ts';
import { blocksById } from '../../../src/planner/audit/degree-view.ts';
import type { CatalogCourse } from '../../../src/planner/catalog/catalog.ts';
import { auditInput, courses as facts, degree, equivalencies, school } from '../../engine/example-university.ts';

const today = '2026-11-22';
const prices: Readonly<Record<string, number>> = { 'example/ethics': 90, 'example/philosophy': 40 };
const courses: ReadonlyMap<string, CatalogCourse> = new Map(
  [...facts].map(([id, course]) => [
    id,
    { ...course, area: 'other', ...(prices[id] === undefined ? {} : { priceUsd: prices[id] }) },
  ]),
);
const catalog = {
  school: { id: 'exu', school, equivalencies },
  degree: { id: 'exu/ba-2026-27', degree },
  courses,
};

function ids(block: string, credits: readonly PlannedCredit[] = [], of = catalog): string[] {
  const asked = blocksById(degree).get(block);
  if (!asked) throw new Error(`No block ${block}`);
  const audit = auditDegree(auditInput(credits));
  return coursesFor(asked, of, { credits, audit }, today).map(({ course }) => course.id);
}

test('the surest come first, then the cheapest; what the block does not take is not offered', () => {
  expect(ids('major')).toEqual(['example/philosophy', 'example/ethics', 'example/art']);
});

test('a course with two parts is offered once for a block that takes both', () => {
  expect(ids('english').toSorted()).toEqual(['example/composition', 'example/english-1']);
});

test('nothing is offered that the school refuses, that has lapsed, or of which nobody says that it counts', () => {
  const offered = ids('electives');
  expect(offered).toContain('example/exam-a');
  for (const id of ['example/known-refusal', 'example/nccrs', 'example/lapsed', 'example/nobody', 'ask-first/course'])
    expect(offered).not.toContain(id);
});

test('a course that is no longer offered is left out', () => {
  const withdrawn = new Map([...courses].map(([id, course]) => [id, { ...course, withdrawn: id === 'example/art' }]));
  const other = { ...catalog, school: { ...catalog.school }, courses: withdrawn };
  expect(ids('major', [], other)).toEqual(['example/philosophy', 'example/ethics']);
});

test('a course that becomes what the plan has already is left out; the planned one stays, to be removed', () => {
  const composition: PlannedCredit = { id: 'c1', course: 'example/composition', status: 'considering' };
  expect(ids('english', [composition])).toEqual(['example/composition']);
});

test('what there is room for comes before what is surer', () => {
  const philosophy: PlannedCredit = { id: 'c1', course: 'example/philosophy', status: 'considering' };
  // Of the six hours in two subjects, three must be upper-division.
  expect(ids('major', [philosophy])).toEqual(['example/ethics', 'example/philosophy', 'example/art']);
});

test('what a school takes is worked out once, and anew for another day and another school', () => {
  const asked = blocksById(degree).get('electives')!;
  const audit = auditDegree(auditInput([]));
  const offered = (of: typeof catalog, on: string) =>
    new Map(coursesFor(asked, of, { credits: [], audit }, on).map(({ course, accepted }) => [course.id, accepted]));
  const later = '2027-02-01';
  const first = offered(catalog, today).get('example/exam-a');
  expect(offered(catalog, today).get('example/exam-a')).toBe(first);
  expect([...offered(catalog, later).keys()]).toContain('example/future');
  const strict = { ...school, accepts: [] };
  const elsewhere = { ...catalog, school: { id: 'strict', school: strict, equivalencies: [] } };
  expect(offered(elsewhere, later).has('example/exam-a')).toBe(false);
  expect(offered(catalog, later).has('example/exam-a')).toBe(true);
});
