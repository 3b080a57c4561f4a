import { expect, test } from 'vitest';
import { schoolsIn, sideBySide, type ComparedSchool } from '../../src/planner/compared-school.ts';

const school = (id: string, ...topics: string[]): ComparedSchool => ({
  id,
  name: id,
  shortName: id,
  rows: topics.map((topic) => [topic, [{ says: `${id} on ${topic}`, sources: [] }]]),
});

test('topics stand in their common order, and a side without one is empty', () => {
  const rows = sideBySide([
    school('a', 'Accepts', 'Residency', 'Fees'),
    school('b', 'Accepts', 'Grades', 'Fees', 'Time'),
  ]);
  expect(rows.map(({ topic }) => topic)).toEqual(['Accepts', 'Grades', 'Residency', 'Fees', 'Time']);
  expect(rows.map(({ sides }) => sides.map((side) => side.length))).toEqual([
    [1, 1],
    [0, 1],
    [1, 0],
    [1, 1],
    [0, 1],
  ]);
});

test.for([
  ['#tesu,wgu', ['tesu', 'wgu']],
  ['#tesu,tesu,wgu', ['tesu', 'wgu']],
  ['#tesu,nowhere', ['tesu']],
  ['#tesu,wgu,snhu,nyu', ['tesu', 'wgu', 'snhu']],
  ['', []],
  ['#<script>,__proto__', []],
  [`#${'x'.repeat(1_000_000)}`, []],
] as const)('an address ending in %s', ([hash, expected]) => {
  expect(schoolsIn(hash, ['tesu', 'wgu', 'snhu', 'nyu'])).toEqual(expected);
});
