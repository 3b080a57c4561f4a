import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RequirementBlock } from '../../../src/schemas/degree.ts';
import type { CatalogCourse } from '../../../src/planner/catalog/catalog.ts';
import {
  comparedFile,
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
  expect(becomes).toBe('ENG-1010 | ENG-1020');
  expect(lands).toBe('It lands in English I and English II.');
});

test('against a school alone there is nothing about a requirement or a degree', () => {
  const topics = Object.keys(rows('example/ethics'));
  expect(topics).toEqual(['What it becomes at EXU', 'Hours there', 'Level there', 'How sure', 'Before you rely on it']);
});

const atSchool: [course: string, topic: string, says: string][] = [
  ['example/composition', 'Hours there', '3 hours | 3 hours'],
  ['example/composition', 'Level there', 'Lower division (years 1 and 2)'],
  ['example/composition', 'How sure', 'The school or the provider publishes this. The school still decides.'],
  [
    'example/composition',
    'Before you rely on it',
    'It counts only from a certain score. Enter yours when you have it.',
  ],
  ['example/biology', 'How sure', 'Someone else reports this, or the page is old. Ask the school.'],
  ['example/biology', 'Before you rely on it', 'Nothing more'],
  ['example/hinted', 'What it becomes at EXU', 'example/hinted'],
  ['ask-first/course', 'Hours there', 'up to 3 hours'],
  ['example/nccrs', 'What it becomes at EXU', 'Nothing. The school does not take it. NCCRS is not accepted.'],
  ['example/lapsed', 'What it becomes at EXU', 'Nothing. Its credit recommendation had ended on the date you finish.'],
  ['example/nccrs', 'Level there', 'None'],
];

test.for(atSchool)('of %s at a school, under "%s" stands: %s', ([course, topic, says]) => {
  expect(rows(course)[topic]).toBe(says);
});

test('a level that nobody has published is not made up', () => {
  const course: CatalogCourse = {
    ...courses.get('example/certificate')!,
    id: 'example/other',
    recommendations: [{ by: 'ACE', parts: [{ semesterHours: 3 }], atMost: false }],
  };
  const entries = Object.fromEntries(rowsAt(course, { school: catalog.school }, [], today));
  expect(entries['Level there']).toMatchObject([{ says: 'Not known' }]);
});

test('how sure it is stands there once, with its certainty and its sources', () => {
  const entries = Object.fromEntries(rowsAt(courses.get('example/biology')!, { school: catalog.school }, [], today));
  expect(entries['How sure']).toMatchObject([
    { certainty: 'reported', sources: [{ name: 'A forum', note: 'reported, checked November 2026' }] },
  ]);
  const refused = Object.fromEntries(rowsAt(courses.get('example/nccrs')!, { school: catalog.school }, [], today));
  expect(refused['What it becomes at EXU']).toMatchObject([
    { sources: [{ name: 'example.edu', note: 'checked November 2026', href: 'https://example.edu/' }] },
  ]);
});

test.for([
  ['example/known-refusal', /^It gives no hours here\./],
  ['example/art', /^It lands in Humanities\.$/],
] as const)('alone in the degree, %s: %s', ([course, says]) => {
  expect(rows(course, 'major')['Alone in this degree']).toMatch(says);
});

test('what keeps a course out by a hair is said before anything else', () => {
  const upper: RequirementBlock = {
    id: 'upper',
    title: 'Upper humanities',
    semesterHours: 3,
    fits: { areas: ['humanities'], level: 'upper-division' },
  };
  const place = { ...catalog, degree: { id: 'exu/upper', degree: { ...degree, blocks: [upper] } }, block: upper };
  const says = (id: string) => rowsAt(courses.get(id)!, place, [], today)[0];
  expect(says('example/art')).toMatchObject([
    'The requirement',
    [{ says: 'Does not fit. The requirement asks for another level.' }],
  ]);
  expect(says('example/biology')).toMatchObject([
    'The requirement',
    [{ says: 'Does not fit. The requirement asks for other courses or subjects.' }],
  ]);
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

test('a provider’s courses to compare lie in 64 files at most, evenly, and an id alone says in which', () => {
  const ids = Array.from({ length: 640 }, (_, index) => `acme/introduction-to-${'abcdefgh'[index % 8]}-${index}`);
  const files = Map.groupBy(ids, comparedFile);
  expect(files.size).toBeLessThanOrEqual(64);
  expect(Math.max(...[...files.values()].map((its) => its.length))).toBeLessThan(30);
  expect([...files.keys()].filter((file) => !/^acme\/\d+$/.test(file))).toEqual([]);
  expect(comparedFile('acme/biology')).not.toBe(comparedFile('other/biology'));
});
