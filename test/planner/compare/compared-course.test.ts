import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogCourse } from '../../../src/planner/catalog/catalog.ts';
import {
  courseComparisonIn,
  fittingAlone,
  hashOfCourses,
  rowsAt,
  type CourseComparison,
} from '../../../src/planner/compare/compared-course.ts';
import { blocksById } from '../../../src/planner/audit/degree-view.ts';
import { courses as facts, degree, equivalencies, school } from '../../engine/example-university.ts';

const today = '2026-11-22';
const courses: ReadonlyMap<string, CatalogCourse> = new Map(
  [...facts].map(([id, course]) => [id, { ...course, area: 'other' }]),
);
const catalog = {
  school: { id: 'exu', school, equivalencies },
  degree: { id: 'exu/ba-2026-27', degree },
  courses,
};

/** The rows of one course as text, by topic. */
function rows(course: string, blockId?: string): Record<string, string> {
  const its = courses.get(course);
  if (!its) throw new Error(`No course ${course}`);
  const block = blockId === undefined ? undefined : blocksById(degree).get(blockId);
  const place = blockId === undefined ? { school: catalog.school } : { ...catalog, block };
  const fitting = block ? fittingAlone(block, catalog, today) : [];
  return Object.fromEntries(
    rowsAt(its, place, fitting, today).map(([topic, entries]) => [topic, entries.map(({ says }) => says).join(' | ')]),
  );
}

test.for([
  ['example/ethics', 'major', /^Fits: likely 3 of its 6 hours\.$/],
  ['example/ethics', 'english', /^Does not fit\. The requirement asks for other courses or subjects\.$/],
  ['example/ethics', 'capstone', /^Does not fit\. The requirement is for courses taken at the school\.$/],
  ['example/composition', 'english', /^Fits: likely \d of its 6 hours\.$/],
  ['example/known-refusal', 'electives', /^Does not count here: it gives no hours\.$/],
  ['ask-first/course', 'electives', /^It may fit, but no hours can be counted on\. Ask the school\.$/],
  ['ask-first/course', 'major', /^Does not fit\. Its subject is not known\./],
] as const)('%s for the requirement %s', ([course, block, expected]) => {
  expect(rows(course, block)['The requirement']).toMatch(expected);
});

test('what every course of the list of what fits is said to be agrees with that list', () => {
  for (const [id, block] of blocksById(degree)) {
    for (const { course, meets } of fittingAlone(block, catalog, today)) {
      const says = rows(course.id, id)['The requirement'];
      if (meets > 0) expect(says).toContain(`Fits: likely ${meets} of`);
      else expect(says).toMatch(/^It may fit/);
    }
  }
});

test('a course that becomes two says so for both, and where each lands', () => {
  const { 'What it becomes at EXU': becomes, 'Alone in this degree': lands } = rows('example/composition', 'english');
  expect(becomes).toMatch(/^ENG-1010 .* \| ENG-1020 /);
  expect(lands).toBe('It lands in English I and English II.');
});

test('against a school alone there is nothing about a requirement or a degree', () => {
  const topics = Object.keys(rows('example/ethics'));
  expect(topics).toEqual(['What it becomes at EXU', 'Hours there', 'Level there', 'How sure', 'Before you rely on it']);
});

test('a course that the school refuses gives nothing, with the reason', () => {
  const said = rows('example/known-refusal');
  expect(said['What it becomes at EXU']).toMatch(/^Nothing\. The school does not take it\./);
  expect(said['Hours there']).toBe('No hours');
  expect(said['How sure']).toBe('Ask the school whether this still holds.');
});

const id = fc.stringMatching(/^[a-z0-9-]{1,12}(\/[a-z0-9-]{1,12})?$/);
const anyComparison: fc.Arbitrary<CourseComparison> = fc.oneof(
  fc.record({ courses: fc.uniqueArray(id, { maxLength: 3 }), school: id }),
  fc.record({ courses: fc.uniqueArray(id, { maxLength: 3 }), degree: id, block: id }),
);

test('an address holds all that was chosen', () => {
  fc.assert(
    fc.property(anyComparison, (comparison) => {
      expect(courseComparisonIn(hashOfCourses(comparison))).toEqual(comparison);
    }),
    { numRuns: 2000 },
  );
});

test.for([
  ['', { courses: [] }],
  ['#courses=a/b,a/b,c/d,e/f,g/h', { courses: ['a/b', 'c/d', 'e/f'] }],
  ['#courses=<script>,a/b&degree=javascript:alert(1)&block=..', { courses: ['a/b'] }],
  [`#courses=${'x/y,'.repeat(250_000)}`, { courses: [] }],
  ['#degree=%E0%A4%A', { courses: [] }],
] as const)('an address ending in %s is read safely', ([hash, expected]) => {
  expect(courseComparisonIn(hash)).toEqual(expected);
});
