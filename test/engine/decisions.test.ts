/** What one could ask the school to decide about a credit that the degree does not use. */
import { expect, test } from 'vitest';
import { auditDegree, type AuditInput, type Change, type PlannedCredit } from '../../src/engine/index.ts';
import { decisionsFor } from '../../src/engine/decisions.ts';
import type { Degree } from '../../src/schemas/degree.ts';
import { auditInput, courses, degree } from './example-university.ts';

const planned = (id: string, course: string, more: Partial<PlannedCredit> = {}): PlannedCredit => ({
  id,
  course: `example/${course}`,
  status: 'planned',
  ...more,
});

/** The catalog with a course whose level nobody knows. */
const withUnknownLevel: AuditInput['courses'] = new Map([
  ...courses,
  [
    'example/nobody-knows',
    {
      ...courses.get('example/exam-a')!,
      id: 'example/nobody-knows',
      recommendations: [{ by: 'ACE', parts: [{ semesterHours: 3 }], atMost: false }],
    },
  ],
]);

type Decided = Extract<Change, { kind: 'school-decides' }>;

/** The decisions that could be asked for about the first of these credits. */
function decisions(credits: readonly PlannedCredit[], ofDegree = degree, more: Partial<AuditInput> = {}) {
  const input = { ...auditInput(credits, ofDegree), ...more };
  return decisionsFor(input, auditDegree(input), credits[0]!) as Decided[];
}
const blocksFor = (...asked: Parameters<typeof decisions>) => decisions(...asked).map(({ block }) => block);
const becomesIn = (block: string, ...asked: Parameters<typeof decisions>) =>
  decisions(...asked).find((one) => one.block === block)?.decision.becomes;

test('each block that needs hours and takes credit from elsewhere could be asked for, the neediest first', () => {
  expect(blocksFor([planned('c1', 'certificate')])).toEqual([
    'major',
    'electives',
    'english-1',
    'english-2',
    'calculus',
  ]);
});

test('a block that is called like the credit comes before those that need more', () => {
  const called = (title: string): PlannedCredit => ({
    id: 'c1',
    status: 'completed',
    typed: { title, semesterHours: 3, level: 'lower-division', source: 'college' },
  });
  expect(blocksFor([called('CÁLCULO I')])[0]).toBe('calculus');
  expect(blocksFor([called('Introduction to general courses')])[0]).toBe('major');
});

test('a block that is full is not asked for', () => {
  const blocks = blocksFor([planned('c1', 'certificate'), planned('c2', 'calculus'), planned('c3', 'philosophy')]);
  expect(blocks).not.toContain('calculus');
  expect(blocks[0]).toBe('electives');
});

test('a block within one that is taken at the school is not asked for', () => {
  const blocks = degree.blocks.map((block) => (block.id === 'english' ? { ...block, inResidence: true } : block));
  expect(blocksFor([planned('c1', 'certificate')], { ...degree, blocks })).toEqual(['major', 'electives', 'calculus']);
});

test('no more than eight blocks are thought of', () => {
  const blocks: Degree['blocks'] = Array.from({ length: 12 }, (_, at) => ({
    id: `block-${at}`,
    title: `Block ${at}`,
    semesterHours: 2,
    fits: { subjects: ['ZOO'] },
  }));
  expect(blocksFor([planned('c1', 'certificate')], { ...degree, blocks })).toHaveLength(8);
});

test('nobody has decided yet: the day is today, and nobody’s name stands under it', () => {
  for (const { kind, credit, decision } of decisions([planned('c1', 'certificate')])) {
    expect([kind, credit]).toEqual(['school-decides', 'c1']);
    expect(decision).toMatchObject({ decidedOn: '2026-11-22', by: '' });
  }
});

test.for([
  ['the area that it takes', 'major', { areas: ['humanities'] }],
  ['the course that it names', 'calculus', { schoolCourse: 'MAT-2310' }],
  ['nothing, where it takes anything', 'electives', {}],
] as const)('the credit would become for a block %s', ([, block, what]) => {
  const title = degree.blocks.find(({ id }) => id === block)!.title;
  expect(becomesIn(block, [planned('c1', 'certificate')])).toEqual([
    { semesterHours: 12, level: 'lower-division', title, ...what },
  ]);
});

const withFits = (fits: Degree['blocks'][number]['fits']): Degree => ({
  ...degree,
  blocks: degree.blocks.map((block) => (block.id === 'calculus' ? { ...block, fits } : block)),
});

test('for a block it would become of its level and subject, and of several courses one that the plan has not', () => {
  const of = (fits: Degree['blocks'][number]['fits'], ...others: PlannedCredit[]) =>
    becomesIn('calculus', [planned('c1', 'certificate'), ...others], withFits(fits))?.[0];
  expect(of({ subjects: ['ZOO', 'BOT'], level: 'upper-division' })).toMatchObject({
    subject: 'ZOO',
    level: 'upper-division',
  });
  // A course is named only where no subject or area is asked for.
  expect(of({ subjects: ['ZOO'], courses: ['MAT-2310'] })).not.toHaveProperty('schoolCourse');
  expect(of({ areas: ['science'], courses: ['MAT-2310'] })).not.toHaveProperty('schoolCourse');
  const inArea = of({ areas: ['science'], subjects: ['ZOO'] });
  expect(inArea).toMatchObject({ areas: ['science'] });
  expect(inArea).not.toHaveProperty('subject');
  const two = { courses: ['ENG-1010', 'BIO-1010'] };
  expect(of(two)?.schoolCourse).toBe('ENG-1010');
  expect(
    of(two, planned('c2', 'english-1', { pins: [{ part: 0, block: 'english-1', use: true }] }))?.schoolCourse,
  ).toBe('BIO-1010');
  const one = { courses: ['ENG-1010'] };
  expect(
    of(one, planned('c2', 'english-1', { pins: [{ part: 0, block: 'english-1', use: true }] }))?.schoolCourse,
  ).toBe('ENG-1010');
});

test('a level that is known stays where the block asks for none, and one that nobody knows is the lower', () => {
  const typed = { title: 'Zoo', semesterHours: 3, level: 'upper-division', subject: 'ZOO', source: 'foreign' } as const;
  const hours = { semesterHours: 3, title: 'Calculus' };
  expect(becomesIn('calculus', [{ id: 'c1', status: 'planned', typed }])?.[0]).toMatchObject({
    ...hours,
    level: 'upper-division',
  });
  const pins = [{ part: 0, block: 'electives', use: false }];
  expect(
    becomesIn('calculus', [planned('c1', 'nobody-knows', { pins })], degree, { courses: withUnknownLevel })?.[0],
  ).toMatchObject({
    ...hours,
    level: 'lower-division',
  });
});

test('a part that the degree uses stays as it is', () => {
  const away = ['english-2', 'electives'].map((block) => ({ part: 1, block, use: false }));
  expect(becomesIn('calculus', [planned('c1', 'composition', { pins: away })])).toEqual([
    {
      semesterHours: 3,
      level: 'lower-division',
      title: 'ENG-1010',
      schoolCourse: 'ENG-1010',
      subject: 'ENG',
      areas: [],
    },
    { semesterHours: 3, level: 'lower-division', title: 'Calculus', schoolCourse: 'MAT-2310' },
  ]);
});

test.for([
  ['the school refuses', 'known-refusal'],
  ['nobody recommends', 'nobody'],
  ['is recommended for an unknown number of hours', 'unmeasured'],
  ['the catalog does not know', 'gone'],
] as const)('nothing can be asked for about a course that %s', ([, course]) => {
  expect(decisions([planned('c1', course)])).toEqual([]);
});

test('what the school refuses of other credit is no matter', () => {
  expect(decisions([planned('c1', 'certificate'), planned('c2', 'known-refusal')])).not.toEqual([]);
});

test('a course that becomes one that the plan has already can be asked for as another', () => {
  const again = decisions([planned('c1', 'english-1'), planned('c2', 'english-1', { status: 'completed' })]);
  expect(again.map(({ block }) => block)).toContain('calculus');
});

test('with an agreement the school would take a course as it takes what needs none', () => {
  const credit: PlannedCredit = { id: 'c1', course: 'agreement-only/course', status: 'planned' };
  expect(becomesIn('electives', [credit])).toEqual([{ semesterHours: 3, level: 'lower-division', title: 'Electives' }]);
});

test('with an agreement it would take a course typed in too', () => {
  const { school } = auditInput([]);
  const accepts = [
    { from: 'foreign' as const, verdict: 'with-agreement' as const, says: 'Only with an agreement.', sources: [] },
    ...school.accepts,
  ];
  const typed = { title: 'Zoo', semesterHours: 4, level: 'lower-division', source: 'foreign' } as const;
  const asked = [{ id: 'c1', status: 'planned', typed }] as const;
  expect(becomesIn('electives', asked, degree, { school: { ...school, accepts } })).toEqual([
    { semesterHours: 4, level: 'lower-division', title: 'Electives' },
  ]);
});
