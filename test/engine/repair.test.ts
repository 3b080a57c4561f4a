import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  auditDegree,
  withChange,
  type AuditInput,
  type Change,
  type CourseFacts,
  type NotAcceptedReason,
  type NotAppliedReason,
  type PlannedCredit,
} from '../../src/engine/index.ts';
import { smallestRepair } from '../../src/engine/explanations.ts';
import { isUsed } from '../../src/engine/repair.ts';
import { notAcceptedSentences, notAppliedSentences } from '../../src/planner/wording.ts';
import type { Degree } from '../../src/schemas/degree.ts';
import type { School } from '../../src/schemas/school.ts';
import { auditInput, choiceDegree, courses, degree, school } from './example-university.ts';
import { decided } from './random-degree.ts';

const planned = (id: string, course: string, more: Partial<PlannedCredit> = {}): PlannedCredit => ({
  id,
  course: `example/${course}`,
  status: 'planned',
  ...more,
});
const typed = (id: string, semesterHours: number): PlannedCredit => ({
  id,
  status: 'planned',
  typed: { title: id, semesterHours, level: 'lower-division', source: 'college' },
});

const today = '2026-11-22';
const ending: CourseFacts = {
  ...courses.get('example/lapsed')!,
  id: 'example/ending',
  recommendations: [{ by: 'ACE', parts: [{ semesterHours: 3 }], atMost: false, effectiveTo: '2027-05-31' }],
};
const source = { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' } as const;
/** The example school, asking for new biology and fair grades in art. */
const strictSchool: School = {
  ...school,
  creditAge: [{ atMostYears: 10, of: { subjects: ['BIO'] }, says: 'No old biology.', sources: [source] }],
  minimumGrades: [{ grade: 'C', of: { subjects: ['ART'] }, says: 'C or better in art.', sources: [source] }],
};
/** The example degree, asking for newer philosophy, with a capstone in zoology. */
const strictDegree: Degree = {
  ...degree,
  qualifiers: [
    { id: 'new-ethics', kind: 'max-age', years: 5, of: { courses: ['PHI-3010'] }, says: 'New ethics only.' },
    { id: 'few-upper', kind: 'at-most', semesterHours: 2, of: { level: 'upper-division' }, says: 'Few upper.' },
  ],
  blocks: [
    ...degree.blocks
      .filter(({ id }) => id !== 'electives')
      .map((block) => (block.id === 'capstone' ? { ...block, fits: { ...block.fits, subjects: ['ZOO'] } } : block)),
    {
      id: 'electives',
      title: 'Electives',
      semesterHours: 6,
      fits: { level: 'lower-division', except: { subjects: ['ZOO', 'GEO'] } },
      takesExcess: true,
    },
  ],
};
const strictInput = (credits: readonly PlannedCredit[]): AuditInput => ({
  ...auditInput(credits, strictDegree, strictSchool),
  courses: new Map([...courses, [ending.id, ending]]),
});
const repairIn = (credits: readonly PlannedCredit[], id = 'c1') => {
  const input = { ...auditInput(credits, degree, strictSchool), courses: strictInput([]).courses };
  return smallestRepair(input, id);
};

const everyReason: ReadonlySet<NotAcceptedReason | NotAppliedReason> = new Set(
  Object.keys({ ...notAcceptedSentences, ...notAppliedSentences }) as (NotAcceptedReason | NotAppliedReason)[],
);
const everyKind: readonly Change['kind'][] = [
  'release-pins',
  'drop-credit',
  'reach-score',
  'reach-grade',
  'finish-in-time',
  'school-decides',
  'together',
];

const blocks = ['english-1', 'english-2', 'calculus', 'major', 'electives'];
const pin = fc.record({ part: fc.constant(0), block: fc.constantFrom(...blocks), use: fc.boolean() });
const anyCredit = fc.record(
  {
    course: fc.constantFrom(...courses.keys(), ending.id, 'gone/course'),
    status: fc.constantFrom<PlannedCredit['status']>('planned', 'completed'),
    score: fc.constantFrom(20, 55),
    grade: fc.constantFrom<NonNullable<PlannedCredit['grade']>>('A', 'D', 'F'),
    completedOn: fc.constantFrom('2015-05-01', '2019-05-01', '2023-12-31', '2026-12-01', '2027-06-30'),
    pins: fc.array(pin, { maxLength: 3 }),
  },
  { requiredKeys: ['course', 'status'] },
);
const otherTyped = fc.constantFrom<PlannedCredit['typed']>(
  { title: 'Zoology', semesterHours: 3, level: 'lower-division', subject: 'ZOO', source: 'college' },
  { title: 'Geology', semesterHours: 3, level: 'lower-division', subject: 'GEO', source: 'college' },
  { title: 'Zoology here', semesterHours: 3, level: 'lower-division', subject: 'ZOO', source: 'school' },
  { title: 'Ethics here', semesterHours: 3, level: 'upper-division', subject: 'PHI', source: 'school' },
  { title: 'Capstone', semesterHours: 3, level: 'upper-division', schoolCourse: 'CAP-4950', source: 'college' },
  { title: 'Capstone here', semesterHours: 3, level: 'upper-division', schoolCourse: 'CAP-4950', source: 'school' },
  { title: 'Ethics', semesterHours: 3, level: 'upper-division', schoolCourse: 'PHI-3010', source: 'college' },
  { title: 'Six hours', semesterHours: 6, level: 'lower-division', source: 'college' },
  { title: 'Welding', semesterHours: 3, level: 'upper-division', source: 'college' },
);
const typedIn = fc.record({
  typed: otherTyped,
  status: fc.constant('completed' as const),
  pins: fc.array(pin, { maxLength: 1 }),
});
const refusedByDecision = fc.constant({
  course: 'example/art',
  status: 'evaluated' as const,
  decision: { becomes: [], decidedOn: '2026-11-01', by: 'Registrar' },
});
const plans = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: anyCredit },
      { weight: 4, arbitrary: typedIn },
      { weight: 1, arbitrary: refusedByDecision },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map((one, index) => ({ id: `c${index}`, ...one }) as PlannedCredit));

test('a credit is used where each part of it is accepted and has its place', () => {
  // Two parts that fill two requirements; then one of the places is another's, or one part becomes what another credit is.
  const whole = auditDegree(auditInput([planned('c1', 'composition')]));
  const [first, second] = whole.outcomes;
  expect([whole.outcomes.length, isUsed(whole, 'c1'), isUsed(whole, 'c2')]).toEqual([2, true, false]);
  expect(isUsed({ ...whole, outcomes: [first!, { accepted: second!.accepted, mayFill: [] }] }, 'c1')).toBe(false);
  const refused = { credit: 'c1', title: 'Composition', reason: 'duplicate-credit', sources: [] } as const;
  expect(isUsed({ ...whole, notAccepted: [{ ...refused, credit: 'c2' }] }, 'c1')).toBe(true);
  expect(isUsed({ ...whole, notAccepted: [{ ...refused, credit: 'c2' }, refused] }, 'c1')).toBe(false);
});

describe('the smallest change that would use a credit', () => {
  test('is to take back the pins that keep it out', () => {
    const out = ['english-1', 'electives'].map((block) => ({ part: 0, block, use: false }));
    const repair = smallestRepair(auditInput([planned('c1', 'english-1', { pins: out })]), 'c1');
    expect(repair?.change).toEqual({ kind: 'release-pins', credit: 'c1' });
  });

  test('is to reach the score from which it counts', () => {
    const repair = smallestRepair(auditInput([planned('c1', 'composition', { score: 41 })]), 'c1');
    expect(repair).toEqual({ change: { kind: 'reach-score', credit: 'c1', score: 50 }, met: 6 });
  });

  test('is to leave out the other exam where a maximum has room for one of them only', () => {
    const repair = smallestRepair(auditInput([planned('c1', 'exam-a'), planned('c2', 'exam-b')]), 'c2');
    expect(repair?.change).toEqual({ kind: 'drop-credit', credit: 'c1' });
  });

  test('is to leave out the one course that a maximum has room for, and the one that would take its place', () => {
    const electives = { id: 'electives', title: 'Electives', semesterHours: 9, fits: {} };
    const [exams] = school.maximums;
    const maximums = [{ ...exams!, atMost: 3, counts: ['college' as const] }];
    const input = auditInput(
      ['c1', 'c2', 'c3'].map((id) => decided(id, 'college', { semesterHours: 3, level: 'lower-division' })),
      { ...degree, semesterHours: 9, qualifiers: [], blocks: [electives] },
      { ...school, maximums },
    );
    const leavingOut = (credit: string): Change => ({ kind: 'drop-credit', credit });
    expect(smallestRepair(input, 'c2')?.change).toEqual(leavingOut('c1'));
    expect(smallestRepair(input, 'c3')?.change).toEqual({
      kind: 'together',
      changes: [leavingOut('c1'), leavingOut('c2')],
    });
  });

  test('is to leave out what it duplicates', () => {
    const credits = [planned('c1', 'english-1'), planned('c2', 'english-1', { status: 'completed' })];
    expect(smallestRepair(auditInput(credits), 'c1')?.change).toEqual({ kind: 'drop-credit', credit: 'c2' });
  });

  test('is to ask the school for a decision where all blocks that it fits are full of surer credit', () => {
    const pins = [{ part: 0, block: 'electives', use: true }];
    const credits = [{ ...typed('c1', 3), pins }, { ...typed('c2', 3), pins }, planned('c3', 'certificate')];
    expect(smallestRepair(auditInput(credits), 'c3')?.change).toMatchObject({ kind: 'school-decides', credit: 'c3' });
  });

  test('is none for a course that nobody recommends', () => {
    expect(smallestRepair(auditInput([planned('c1', 'nobody')]), 'c1')).toBeUndefined();
  });

  test('is to finish before the recommendation ends, or to say that one did', () => {
    const late = planned('c1', 'ending', { completedOn: '2027-08-01' });
    const change = { kind: 'finish-in-time', credit: 'c1', completedOn: '2027-05-31', to: '2027-05-31' };
    expect(repairIn([late])?.change).toEqual(change);
    const undated = planned('c1', 'ending', { status: 'completed' });
    expect(repairIn([undated])?.change).toEqual({ ...change, completedOn: today });
  });

  test('is to finish after the recommendation begins', () => {
    const early = planned('c1', 'future', { completedOn: '2026-12-01' });
    const change = { kind: 'finish-in-time', credit: 'c1', completedOn: '2027-01-01', from: '2027-01-01' };
    expect(repairIn([early])?.change).toEqual(change);
  });

  test('is nothing the student can do once it was finished too late', () => {
    const late = planned('c1', 'lapsed', { status: 'completed', completedOn: '2025-01-01' });
    expect(repairIn([late])).toBeUndefined();
  });

  test('is to say that it is new enough, where the school takes no old credit', () => {
    const credit = planned('c1', 'biology', { status: 'completed' });
    const change = { kind: 'finish-in-time', credit: 'c1', completedOn: today, from: '2016-11-22' };
    expect(repairIn([credit])?.change).toEqual(change);
  });

  test('is to reach the lowest grade that counts', () => {
    const credit = planned('c1', 'art', { status: 'completed', grade: 'D' });
    expect(repairIn([credit])?.change).toEqual({ kind: 'reach-grade', credit: 'c1', grade: 'C' });
  });

  test('is two changes at once where one is not enough', () => {
    const credit = planned('c1', 'composition', { score: 41, grade: 'F', status: 'completed' });
    expect(repairIn([credit])?.change).toEqual({
      kind: 'together',
      changes: [
        { kind: 'reach-score', credit: 'c1', score: 50 },
        { kind: 'reach-grade', credit: 'c1', grade: 'D-' },
      ],
    });
  });

  test('is a better grade, and to leave out what fills the only block', () => {
    const electives = { id: 'electives', title: 'Electives', semesterHours: 3, fits: {} };
    const input = auditInput([typed('c1', 3), { ...typed('c2', 3), grade: 'F' }], { ...degree, blocks: [electives] });
    expect(smallestRepair(input, 'c2')?.change).toEqual({
      kind: 'together',
      changes: [
        { kind: 'reach-grade', credit: 'c2', grade: 'D-' },
        { kind: 'drop-credit', credit: 'c1' },
      ],
    });
  });

  test.for([2, 3])('is to release the pins of the %i that stand in the way together, and of no other', (count) => {
    const of = (id: string, subject: string, semesterHours: number, block?: string): PlannedCredit => ({
      id,
      status: 'planned',
      typed: { title: id, semesterHours, subject, level: 'lower-division', source: 'college' },
      pins: block === undefined ? [] : [{ part: 0, block, use: true }],
    });
    // One subject fills the discipline; what is pinned there is mathematics.
    const inTheWay = Array.from({ length: count }, (_, at) => of(`m${at}`, 'MAT', 0.5, 'discipline'));
    const credits = [of('c1', 'PSY', 3), of('c2', 'BIO', 4, 'science-track'), ...inTheWay];
    const input = auditInput(credits, choiceDegree);
    expect(auditDegree(input).met.likely).toBe(4 + count / 2);
    expect(smallestRepair(input, 'c1')).toEqual({
      change: { kind: 'together', changes: inTheWay.map(({ id }) => ({ kind: 'release-pins', credit: id })) },
      met: 7 + count / 2,
    });
  });

  test('is an agreement’s decision, where the school takes the provider only with one', () => {
    const credit = { id: 'c1', course: 'agreement-only/course', status: 'planned' } as const;
    expect(repairIn([credit])?.change).toMatchObject({ kind: 'school-decides', credit: 'c1' });
  });

  test('does what it promises for any plan, whatever the reason, and is no larger than it must be', () => {
    const seen = new Set<string>();
    const repaired = new Set<string>();
    fc.assert(
      fc.property(plans, (credits) => {
        const input = strictInput(credits);
        const before = auditDegree(input);
        for (const { id } of credits) {
          const reasons = [
            ...before.notAccepted.flatMap(({ credit, reason }) => (credit === id ? [reason] : [])),
            ...before.outcomes.flatMap(({ accepted, notApplied }) =>
              accepted.credit === id && notApplied ? [notApplied.reason] : [],
            ),
          ];
          for (const reason of reasons) seen.add(reason);
          const repair = smallestRepair(input, id);
          const trial = (change: Change) => auditDegree({ ...input, credits: withChange(credits, change) });
          if (repair) {
            const after = trial(repair.change);
            expect(isUsed(after, id)).toBe(true);
            expect(after.met.likely).toBe(repair.met);
            repaired.add(repair.change.kind);
            if (repair.change.kind === 'together') {
              for (const one of repair.change.changes) expect(isUsed(trial(one), id)).toBe(false);
            }
          }
          // Nothing simple was overlooked.
          if (isUsed(before, id) || (repair && repair.change.kind !== 'school-decides')) continue;
          for (const other of credits) {
            if (other.id !== id) expect(isUsed(trial({ kind: 'drop-credit', credit: other.id }), id)).toBe(false);
            expect(isUsed(trial({ kind: 'release-pins', credit: other.id }), id)).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect([...everyReason].filter((reason) => !seen.has(reason))).toEqual([]);
    expect(everyKind.filter((kind) => !repaired.has(kind))).toEqual([]);
  });
});
