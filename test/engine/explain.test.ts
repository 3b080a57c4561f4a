/** Why accepted credit is used by no block: of all that stands in its way, what stands nearest. */
import { describe, expect, test } from 'vitest';
import { auditDegree, type PlannedCredit } from '../../src/engine/index.ts';
import type { Degree, RequirementBlock } from '../../src/schemas/degree.ts';
import { auditInput, degree as exampleDegree, school as exampleSchool } from './example-university.ts';

type Rules = NonNullable<RequirementBlock['qualifiers']>;
const block = (id: string, more: Partial<RequirementBlock> = {}): RequirementBlock => ({
  id,
  title: id,
  semesterHours: 3,
  fits: {},
  ...more,
});
const degreeOf = (...blocks: RequirementBlock[]): Degree => ({
  ...exampleDegree,
  semesterHours: blocks.reduce((sum, one) => sum + one.semesterHours, 0),
  blocks,
  qualifiers: [],
});
const school = { ...exampleSchool, maximums: [], residency: [] };

/** Philosophy of the lower division, passed with a C in 2010, unless more is said. */
const philosophy = (id: string, more: Partial<PlannedCredit> = {}): PlannedCredit => ({
  id,
  status: 'completed',
  grade: 'C',
  completedOn: '2010-01-01',
  typed: { source: 'college', title: 'Philosophy', semesterHours: 3, level: 'lower-division', subject: 'PHI' },
  ...more,
});

/** Why the degree uses the last of the credits nowhere. */
function whyNot(degree: Degree, credits: readonly PlannedCredit[] = [philosophy('c1')]) {
  return auditDegree(auditInput(credits, degree, school)).outcomes.at(-1)?.notApplied;
}

const graded: Rules = [{ id: 'grade', kind: 'minimum-grade', grade: 'B', says: 'B or better.' }];
const recent: Rules = [{ id: 'age', kind: 'max-age', years: 5, says: 'At most 5 years old.' }];
const here = block('here', { inResidence: true });
const upper = block('upper', { fits: { level: 'upper-division' } });
const art = block('art', { fits: { subjects: ['ART'] } });

describe('credit that no block takes', () => {
  test.for<[what: string, blocks: RequirementBlock[], reason: string]>([
    ['is of no block’s subject', [art], 'no-block-fits'],
    ['comes from elsewhere', [here], 'in-residence-only'],
    ['comes from elsewhere, where others ask for another subject', [art, here], 'in-residence-only'],
    [
      'is of no block’s subject, though one is for the school’s own courses',
      [block('own-art', { inResidence: true, fits: { subjects: ['ART'] } })],
      'no-block-fits',
    ],
    ['is of the wrong level, before it is said that it comes from elsewhere', [here, upper, art], 'wrong-level'],
    ['is too old, before its level', [upper, block('new', { qualifiers: recent })], 'too-old'],
    [
      'has too low a grade, before its age',
      [block('new', { qualifiers: recent }), block('good', { qualifiers: graded }), upper],
      'below-minimum-grade',
    ],
  ])('%s', ([, blocks, reason]) => {
    expect(whyNot(degreeOf(...blocks))).toEqual({ reason, blocks: [] });
  });

  test('may be too old, if nobody says how old it is', () => {
    const { completedOn: _, ...undated } = philosophy('c1');
    expect(whyNot(degreeOf(block('new', { qualifiers: recent }), upper), [undated])).toMatchObject({
      reason: 'age-not-known',
    });
  });
});

describe('credit that blocks would take', () => {
  const two = [philosophy('c1'), philosophy('c2')];
  const atMost = (semesterHours: number): Rules => [
    { id: 'few', kind: 'at-most', semesterHours, of: { subjects: ['PHI'] }, says: 'Few.' },
  ];

  test('finds them full', () => {
    expect(whyNot(degreeOf(block('one'), art), two)).toEqual({ reason: 'blocks-full', blocks: ['one'] });
  });

  test('meets a rule, which is named with the hours that it leaves', () => {
    const one = block('one', { semesterHours: 9, qualifiers: atMost(5) });
    expect(whyNot(degreeOf(one), two)).toEqual({
      reason: 'over-qualifier',
      blocks: ['one'],
      rule: { id: 'few', says: 'Few.', leaves: 2 },
    });
  });

  test('meets rules in a block with room and no room in another: a rule of the block with room is named', () => {
    const ruled = block('ruled', { semesterHours: 9, qualifiers: [...atMost(2), { ...atMost(1)[0]!, id: 'fewer' }] });
    expect(whyNot(degreeOf(ruled, block('full')), two)).toEqual({
      reason: 'over-qualifier',
      blocks: ['ruled', 'full'],
      rule: { id: 'few', says: 'Few.', leaves: 2 },
    });
    const once = block('ruled', { semesterHours: 9, qualifiers: atMost(2) });
    expect(whyNot(degreeOf(once), [philosophy('c1')])).toMatchObject({ reason: 'over-qualifier', rule: { leaves: 2 } });
  });

  test('is kept out of all of them by the student', () => {
    const pinned = philosophy('c1', { pins: [{ part: 0, block: 'one', use: false }] });
    expect(whyNot(degreeOf(block('one')), [pinned])).toEqual({ reason: 'pinned-away', blocks: ['one'] });
  });
});
