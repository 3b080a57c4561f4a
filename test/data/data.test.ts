import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkData, formatProblems, loadData, readDataFiles } from '../../scripts/load-data.ts';
import type { RequirementBlock } from '../../src/schemas/degree.ts';

const today = new Date().toISOString().slice(0, 10);
const files = readDataFiles();
const catalog = loadData();
const leaves = (block: RequirementBlock): RequirementBlock[] => block.children?.flatMap(leaves) ?? [block];

test('the data keeps to its schemas and fits together', () => {
  expect(formatProblems(checkData(files, today).problems)).toBe('');
});

test('the catalog has no fewer records than it began with', () => {
  const { counts } = checkData(files, today);
  expect(counts['courses']).toBeGreaterThanOrEqual(621);
  expect(counts['schools']).toBeGreaterThanOrEqual(18);
  expect(counts['degrees']).toBeGreaterThanOrEqual(74);
  expect(counts['equivalencies']).toBeGreaterThanOrEqual(1_100);
});

test('every file ends with one new line and has no stray white space in its texts', () => {
  const wrong = files.filter(
    ({ text }) => !text.endsWith('\n') || text.endsWith('\n\n') || /": "(?:\s|[^"]*(?: {2}|\s"))/.test(text),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('nothing in it names the place where it was put together', () => {
  const wrong = files.filter(({ text }) => /\/work\/|\/home\/|\/tmp\/|file:\/\//.test(text));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('nothing rests on memory', () => {
  const wrong = files.filter(({ text }) => /"confidence": "(?!primary"|reported")|\(memory\)|from memory/.test(text));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('titles are clean: no bracketed remarks, no shouting', () => {
  const titles = catalog.courses.map(({ record }) => record.title);
  expect(titles.filter((title) => /\(|\[|\bnot seen\b|^[A-Z ]+$/.test(title))).toEqual([]);
});

test('an exam’s recommendation says which score it needs', () => {
  const exams = catalog.courses.filter(({ record }) => record.kind === 'exam');
  const wrong = exams.filter(({ record }) =>
    record.recommendations.some(({ minimumScore }) => minimumScore === undefined),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('a recommendation that has run out says so by its date, not only in words', () => {
  const wrong = catalog.courses.filter(({ record }) => {
    const words = [...record.notes, ...record.sources.map(({ says }) => says)].join(' ');
    return (
      /expired|ran out/i.test(words) && record.recommendations.every(({ effectiveTo }) => effectiveTo === undefined)
    );
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('"up to" is a range, never a plain number of hours', () => {
  const wrong = catalog.courses.filter(({ record }) => {
    const upTo = record.sources.some(({ says }) => /\bup to \d+ (?:college )?credits/i.test(says));
    return upTo && record.recommendations.some(({ parts, atMost }) => parts.length > 0 && !atMost);
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('what a student planned is never more than a hint, and no plan has a page of the school behind it', () => {
  const rows = catalog.equivalencies.flatMap(({ record }) => record.equivalencies);
  const plans = rows.filter(({ basis }) => basis === 'student-plan');
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter(({ sources }) => sources.some(({ confidence }) => confidence === 'primary'))).toEqual([]);
});

test('a page from before 2019 alone never makes an equivalency sure', () => {
  const rows = catalog.equivalencies.flatMap(({ record }) => record.equivalencies);
  const wrong = rows.filter(({ sources, confirm }) => {
    const primary = sources.filter(({ confidence }) => confidence === 'primary');
    return confirm === undefined && primary.length > 0 && primary.every(({ pageDate = '9999' }) => pageDate < '2019');
  });
  expect(wrong.map(({ course }) => course)).toEqual([]);
});

test('requirements that only the school can fill are marked so', () => {
  for (const { id, record } of catalog.degrees) {
    const school = catalog.schools.find((entry) => entry.id === record.school)?.record;
    const only = new Set(school?.courses.filter(({ onlyHere }) => onlyHere).map(({ code }) => code));
    const wrong = record.blocks.flatMap(leaves).filter(({ fits, inResidence }) => {
      const named = fits?.courses ?? [];
      return named.length > 0 && named.every((code) => only.has(code)) && !inResidence;
    });
    expect(wrong.map((block) => `${id} ${block.id}`)).toEqual([]);
  }
});

test('College Composition becomes both English courses, and each fills a requirement of its own', () => {
  const table = catalog.equivalencies.find(({ id }) => id === 'tesu/clep')?.record;
  const row = table?.equivalencies.find(({ course }) => course === 'clep/college-composition');
  expect(row?.becomes.map(({ schoolCourse, semesterHours }) => [schoolCourse, semesterHours])).toEqual([
    ['ENC-1010', 3],
    ['ENC-1020', 3],
  ]);
});

test('a degree that is not complete says what was not found', () => {
  for (const { id, record } of catalog.degrees.filter((entry) => entry.record.completeness === 'partial')) {
    const said = [...record.checkYourself, ...record.blocks.flatMap(sayings)];
    expect(
      said.some((text) => /not (?:found|seen|visible)/.test(text)),
      id,
    ).toBe(true);
  }
});

test('the data is published under CC BY 4.0', () => {
  expect(readFileSync('data/LICENSE', 'utf8')).toContain('SPDX-License-Identifier: CC-BY-4.0');
});

function sayings({ checkYourself = [], children = [] }: RequirementBlock): string[] {
  return [...checkYourself, ...children.flatMap(sayings)];
}

test('tuition is the price of courses: no fee of an exam or an assessment is among it', () => {
  const wrong = catalog.schools.flatMap(({ id, record }) =>
    record.tuition.filter(({ what }) => /exam|assessment|portfolio/i.test(what)).map(({ what }) => `${id}: ${what}`),
  );
  expect(wrong).toEqual([]);
});

test('every way to credit that people ask for has its route', () => {
  expect(catalog.routes.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'ace-credly',
      'ace-accredible',
      'nccrs-registrar',
      'clep',
      'dsst',
      'ap',
      'edx-credit',
      'edx-asu',
      'coursera-certificate',
      'university-transcript',
      'foreign-evaluator',
    ]),
  );
});

test('each step of a route was read somewhere, or says that it is our own advice', () => {
  const wrong = catalog.routes.flatMap(({ id, record: { steps } }) =>
    steps.filter(({ sources, ownAdvice }) => !sources === !ownAdvice).map((step) => `${id} ${step.id}`),
  );
  expect(wrong).toEqual([]);
});
