import { expect, test } from 'vitest';
import { auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import { newPlan } from '../../../src/planner/plan/plan-changes.ts';
import { planToCsv } from '../../../src/planner/keeping/plan-csv.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import * as example from '../../engine/example-university.ts';

const catalog = {
  school: { id: 'exu', school: example.school, equivalencies: example.equivalencies },
  degree: { id: 'exu/ba-2026-27', degree: example.degree },
  courses: new Map([...example.courses].map(([id, facts]) => [id, { ...facts, area: 'humanities' }] as const)),
};
const providers = { example: { name: 'Example, Inc.', kind: 'exam-program' as const, alsoCalled: [] } };

function rows(credits: Plan['credits']): string[][] {
  return tableOf({ ...newPlan('p-1', 'exu', 'exu/ba-2026-27'), credits });
}

function tableOf(plan: Plan): string[][] {
  const text = planToCsv({ plan, audit: auditPlan(plan, catalog, '2026-11-22'), catalog, providers });
  expect(text.startsWith('\uFEFFCourse,Provider,Status,')).toBe(true);
  return readCsv(text.slice(1));
}

/** A reader of RFC 4180, so that the test does not trust the writer. */
function readCsv(text: string): string[][] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const found: string[][] = [[]];
  for (const [, quoted, bare = '', end] of cells) {
    found.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') found.push([]);
  }
  return found.slice(0, -1);
}

const column = (table: string[][], name: string): string[] => {
  const at = table[0]?.indexOf(name) ?? -1;
  return table.slice(1).map((row) => row[at] ?? `no column ${name}`);
};

test('each part of a credit has a row that says what it becomes, where it lands and who says so', () => {
  const table = rows([
    { id: 'c1', course: 'example/composition', status: 'completed', score: 58, completedOn: '2026-02-28' },
  ]);
  expect(table).toHaveLength(3);
  expect(column(table, 'Status')).toEqual(['Completed', 'Completed']);
  expect(column(table, 'Score')).toEqual(['58', '58']);
  expect(column(table, 'Finished')).toEqual(['2026-02-28', '2026-02-28']);
  expect(column(table, 'Provider')).toEqual(['Example, Inc.', 'Example, Inc.']);
  expect(column(table, 'Becomes')).toEqual(['ENG-1010', 'ENG-1020']);
  expect(column(table, 'Requirement').every((words) => words.length > 0)).toBe(true);
  for (const hours of ['Hours at least', 'Hours likely', 'Hours at most'])
    expect(column(table, hours)).toEqual(['3', '3']);
  expect(column(table, 'Certainty')).toEqual(['Published', 'Published']);
  expect(column(table, 'Sources')[0]).toContain('https://example.edu/');
  expect(column(table, 'Sources checked')[0]).toContain('2026-11');
});

test('several sources stand beside each other, and so do the days on which they were read', () => {
  const table = rows([{ id: 'c1', course: 'example/exam-a', status: 'planned' }]);
  expect(column(table, 'Sources')).toEqual(['https://example.edu/; https://example.edu/']);
  expect(column(table, 'Sources checked')).toEqual(['2026-11; 2026-11']);
});

test('the hours used are those of the answer, the part of a course that no requirement takes left out', () => {
  const typed = (title: string, semesterHours: number) =>
    ({ title, semesterHours, level: 'lower-division', source: 'college', subject: 'MAT' }) as const;
  const credits = ['a', 'b', 'c', 'd'].map(
    (id, i) => ({ id, status: 'completed', typed: typed(`Course ${id}`, i + 3.5) }) as const,
  );
  const plan = { ...newPlan('p-1', 'exu', 'exu/ba-2026-27'), credits };
  const { met } = auditPlan(plan, catalog, '2026-11-22');
  const used = column(rows(credits), 'Hours used').map(Number);
  expect(used.reduce((sum, hours) => sum + hours)).toBe(met.likely);
  expect(met.likely).toBeLessThan(20);
});

test('what the school decided is there with its date and who said it; a waiver has a row without a course', () => {
  const answered = { decidedOn: '2026-09-01', by: 'Dean' };
  const decision = { becomes: [{ semesterHours: 3, level: 'upper-division', title: 'Free elective' }], ...answered };
  const plan = {
    ...newPlan('p-1', 'exu', 'exu/ba-2026-27'),
    credits: [
      { id: 'c1', course: 'example/ethics', status: 'completed', decision },
      {
        id: 'c2',
        course: 'example/statistics',
        status: 'planned',
        substitutions: [{ part: 0, schoolCourse: 'PHI-3010', ...answered }],
      },
    ],
    waivers: [{ block: example.degree.blocks[0]!.id, ...answered }],
  } as Plan;
  const table = tableOf(plan);
  const decided = column(table, 'What the school decided');
  const end = '. 1 September 2026, Dean.';
  expect(decided).toEqual([
    expect.stringMatching(/: Free elective, 3 hours upper division\. 1 September 2026, Dean\.$/),
    expect.stringMatching(/^Substitution: .* stands for PHI-3010\. 1 September 2026, Dean\.$/),
    `Waiver: ${example.degree.blocks[0]!.title} is not asked for. Its hours count among the electives${end}`,
  ]);
  expect(column(table, 'Course').at(-1)).toBe('');
});

test('a course that gives nothing has a row too, with the reason', () => {
  const table = rows([
    { id: 'c1', course: 'example/known-refusal', status: 'planned' },
    { id: 'c2', course: 'gone/course', status: 'planned' },
    { id: 'c3', course: 'not-known/abc', status: 'planned' },
  ]);
  expect(column(table, 'Hours likely')).toEqual(['', '', '']);
  expect(column(table, 'Note').every((note) => note.length > 10)).toBe(true);
  expect(column(table, 'Course').slice(1)).toEqual(['gone/course', 'A course that this page does not know']);
});

test.for(['=HYPERLINK("https://example.org")', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
  'a title of %j is text in a spreadsheet, never a formula',
  (title) => {
    const typed = { title, semesterHours: 3, level: 'lower-division', source: 'college' } as const;
    const table = rows([{ id: 'c1', typed, status: 'planned' }]);
    expect(column(table, 'Course')).toEqual([`'${title}`]);
    for (const cell of table.slice(1).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  },
);

test('a grade is told with its sign', () => {
  const signed = { id: 'c1', course: 'example/philosophy', status: 'completed', grade: 'B+' } as const;
  expect(column(rows([signed]), 'Grade')).toEqual(['B+']);
});
