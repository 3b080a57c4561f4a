/** What each check of the data says, word for word: someone who edits a file acts on nothing but this text. */
import { expect, test } from 'vitest';
import { formatProblems } from '../../scripts/load-data.ts';
import { problemsIn, smallCatalog, withChange } from './a-small-catalog.ts';

const course = 'data/courses/example-courses/statistics.json';
const school = 'data/schools/example-u.json';
const degree = 'data/degrees/example-u/ba-2026-27.json';
const provider = 'data/providers/example-courses.json';
const table = 'data/equivalencies/example-u/example-courses.json';

const source = { url: 'https://example.edu/p', says: 'It says so', checkedOn: '2026-11-01', confidence: 'primary' };

type Files = ReturnType<typeof smallCatalog>;
const said = (files: Files): string => formatProblems(problemsIn(files));
const copyOf = <T>(value: T): T => structuredClone(value);
const rowOf = (files: Files): Record<string, unknown> =>
  (files[table] as { equivalencies: Record<string, unknown>[] }).equivalencies[0]!;

const withTwoRows = (first: object, second: object): Files => {
  const files = smallCatalog();
  const row = rowOf(files);
  files[table] = {
    ...files[table],
    equivalencies: [
      { ...row, ...first },
      { ...copyOf(row), ...second },
    ],
  };
  return files;
};

test('a dangling id', () => {
  expect(said(withChange(table, 'equivalencies[0].course', 'example-courses/algebra'))).toMatchInlineSnapshot(`
    "data/equivalencies/example-u/example-courses.json
      equivalencies[0].course is example-courses/algebra; expected a file data/courses/example-courses/algebra.json.
        Correct the id, or add the file."
  `);
});

test('hours that do not add up', () => {
  expect(said(withChange(degree, 'blocks[0].semesterHours', 9))).toMatchInlineSnapshot(`
    "data/degrees/example-u/ba-2026-27.json
      blocks[0].semesterHours is 9; expected 6, what the requirements inside add up to.
        Make them equal, or add a block for the hours that are missing.
      semesterHours is 12; expected 15, what its blocks add up to.
        Make them equal. Hours that nothing names are free electives."
  `);
});

test('a window that ends before it starts', () => {
  expect(said(withChange(course, 'recommendations[0].effectiveTo', '2023-01-01'))).toMatchInlineSnapshot(`
    "data/courses/example-courses/statistics.json
      recommendations[0].effectiveTo is 2023-01-01; expected a day from 2024-01-01 on.
        Correct the dates; they may be swapped."
  `);
});

test('an equivalency that is there twice', () => {
  expect(said(withTwoRows({}, {}))).toMatchInlineSnapshot(`
    "data/equivalencies/example-u/example-courses.json
      equivalencies[1].course is example-courses/statistics; expected something not yet said at equivalencies[0].course.
        Keep the row that is followed, and put the other answer into its note."
  `);
});

test('two equivalencies of one course toward one program', () => {
  const files = withTwoRows({ toward: ['ba'] }, { toward: ['ba'] });
  files[school] = { ...files[school], programs: [{ id: 'ba', title: 'BA in Examples' }] };
  expect(said(files)).toMatchInlineSnapshot(`
    "data/equivalencies/example-u/example-courses.json
      equivalencies[1].course is example-courses/statistics toward ba; expected something not yet said at equivalencies[0].course.
        Keep the row that is followed, and put the other answer into its note."
  `);
});

test('a course that is both accepted and refused', () => {
  const files = withChange(school, 'accepts[1].verdict', 'no');
  expect(said(files)).toMatchInlineSnapshot(`
    "data/equivalencies/example-u/example-courses.json
      equivalencies[0].becomes is example-courses/statistics; expected no credit: data/schools/example-u.json accepts nothing of example-courses.
        Correct the school's "accepts", or take the row out."
  `);
});

test('a source without a date', () => {
  expect(said(withChange(course, 'sources[0].checkedOn', undefined))).toMatchInlineSnapshot(`
    "data/courses/example-courses/statistics.json
      sources[0].checkedOn is missing; expected the day it was read, like "2026-11-22", or the month.
        Correct it; data/README.md explains the field."
  `);
});

test('a fact that is only remembered', () => {
  expect(said(withChange(course, 'sources[0].confidence', 'memory'))).toMatchInlineSnapshot(`
    "data/courses/example-courses/statistics.json
      sources[0].confidence is memory; expected primary or reported.
        Find a page that says it, or leave the fact out. What is only remembered is not published.
      sources[0].confidence is "memory"; expected one of "primary", "reported".
        Correct it; data/README.md explains the field."
  `);
});

test('a block whose list was not found, without a word about it', () => {
  expect(said(withChange(degree, 'blocks[2].fits', { courses: [] }))).toMatchInlineSnapshot(`
    "data/degrees/example-u/ba-2026-27.json
      blocks[2].fits.courses is an empty list without a word; expected a rule for the student to check.
        Say in "checkYourself" that the list was not found, and where the school keeps it."
  `);
});

test('a block whose list was not found, but other lines of which say what fits', () => {
  const unknown = withChange(degree, 'blocks[2].fits', { courses: [], level: 'upper-division' });
  expect(said(unknown)).toMatchInlineSnapshot(`
    "data/degrees/example-u/ba-2026-27.json
      blocks[2].fits.courses is an empty list beside other lines; expected nothing beside it.
        An empty list means that the list was not found: nothing is counted. Leave it out, or all other lines.
      blocks[2].fits.courses is an empty list without a word; expected a rule for the student to check.
        Say in "checkYourself" that the list was not found, and where the school keeps it."
  `);
});

test('a school’s maximum of its own courses', () => {
  expect(said(withChange(school, 'maximums[0].counts', ['school']))).toMatchInlineSnapshot(`
    "data/schools/example-u.json
      maximums[0].counts[0] is "school"; expected one of "college", "exam", "alternative", "foreign".
        Correct it; data/README.md explains the field."
  `);
});

test('a program that the school does not have', () => {
  expect(said(withChange(degree, 'program', 'ma'))).toMatchInlineSnapshot(`
    "data/degrees/example-u/ba-2026-27.json
      program is ma; expected the id of one of the school's "programs".
        Correct the id, or add the program to the school."
  `);
  expect(said(withChange(table, 'equivalencies[0].toward', ['ma']))).toMatchInlineSnapshot(`
    "data/equivalencies/example-u/example-courses.json
      equivalencies[0].toward[0] is ma; expected the id of one of the school's "programs".
        Correct the id, or add the program to the school."
  `);
});

test('a service that is not there', () => {
  expect(said(withChange(provider, 'services', ['nobody']))).toMatchInlineSnapshot(`
    "data/providers/example-courses.json
      services[0] is nobody; expected a file data/services/nobody.json.
        Correct the id, or add the file."
  `);
  const policy = {
    topic: 'Transcripts',
    text: 'Send the official transcript.',
    services: ['nobody'],
    sources: [source],
  };
  expect(said(withChange(school, 'policies', [policy]))).toMatchInlineSnapshot(`
    "data/schools/example-u.json
      policies[0].services[0] is nobody; expected a file data/services/nobody.json.
        Correct the id, or add the file."
  `);
});

test('a topic that no other school uses', () => {
  expect(said(withChange(school, 'policies', [{ topic: 'Weather' }]))).toMatchInlineSnapshot(`
    "data/schools/example-u.json
      policies[0].topic is "Weather"; expected one of "Accepted sources", "Not accepted", "Exams", "Maximum of transfer credit", "Maximum of alternative credit", "Residency", "Upper-division credit", "Minimum grade", "Age of credit", "Double counting", "Course sequences", "Course codes", "Community college degrees", "Second degree", "Foreign credit", "English proficiency", "Programs closed to students abroad", "Transcripts", "Evaluation", "Appeals", "Tuition", "Fees", "Graduation".
        Correct it; data/README.md explains the field.
      policies[0].text is missing; expected text.
        Correct it; data/README.md explains the field.
      policies[0].sources is missing; expected a list.
        Correct it; data/README.md explains the field."
  `);
});
