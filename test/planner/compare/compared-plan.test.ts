import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditDegree, withWaivers, type PlannedCredit } from '../../../src/engine/index.ts';
import type { CatalogCourse } from '../../../src/planner/catalog/catalog.ts';
import {
  creditsAt,
  creditsOf,
  degreeFor,
  differenceWords,
  hashOfPlans,
  planComparisonIn,
  rowsOfPlan,
} from '../../../src/planner/compare/compared-plan.ts';
import type { ComparedEntry } from '../../../src/planner/compare/side-by-side.ts';
import { choiceDegree, courses as facts, degree, equivalencies, school } from '../../engine/example-university.ts';
import { anyPlan } from '../example-plan.ts';

const today = '2026-11-22';
const courses: ReadonlyMap<string, CatalogCourse> = new Map(
  [...facts].map(([id, course]) => [id, { ...course, area: 'other' }]),
);
const auditOf = (credits: readonly PlannedCredit[], of = degree) =>
  auditDegree({ degree: of, school, equivalencies, courses, credits, today });

function entriesOf(ids: readonly string[], of = degree): Record<string, readonly ComparedEntry[]> {
  const credits = creditsOf(ids);
  const catalog = { school: { id: 'exu', school, equivalencies }, degree: { id: 'exu/ba', degree: of }, courses };
  return Object.fromEntries(rowsOfPlan(auditOf(credits, of), credits, catalog));
}

function rows(ids: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(entriesOf(ids)).map(([topic, entries]) => [topic, entries.map(({ says }) => says)]),
  );
}

test('what is met, what is not accepted and why, what is open and the maximums are all said', () => {
  const said = rows(['example/ethics', 'example/known-refusal', 'example/exam-a']);
  expect(said['Likely']?.[0]).toMatch(/^\d+ of 24 hours$/);
  expect(said['No hours at this school']?.[0]).toContain('The school does not take it.');
  expect(said['Where the credits go']?.join()).toContain('Humanities: 3 of 6 hours');
  expect(said['Requirements still open']).toContain('3. Calculus: 3 hours');
  expect(said['Requirements still open']?.join()).toContain('Capstone: 3 hours, taken at the school');
  expect(said['Most the school takes']?.[0]).toMatch(/^At most 9 hours from exams\. \d+ of at most 9 hours used\.$/);
});

test('what the school has waived is waived in the degree of the plan, and in no other', () => {
  const waivers = [{ block: degree.blocks[0]!.id, decidedOn: '2026-10-01', by: 'Dean' }];
  const known = { id: 'exu/ba', degree, disagreements: [] };
  expect(degreeFor({ degree: 'exu/ba', waivers }, known).degree).toEqual(withWaivers(degree, waivers));
  expect(degreeFor({ degree: 'exu/bs', waivers }, known)).toBe(known);
});

test('without credits, nothing goes anywhere and all is open', () => {
  const said = rows([]);
  expect(said['Likely']).toEqual(['0 of 24 hours']);
  expect(said['No hours at this school']).toEqual(['None']);
  expect(said['Where the credits go']).toEqual(['None']);
  expect(said['Taken by the school, not used here']).toEqual(['None']);
  expect(said['Not known whether the school takes it']).toEqual(['None']);
});

test('each statement has how sure it is and where it stands', () => {
  const entries = entriesOf(['example/nccrs', 'example/certificate', 'ask-first/course']);
  const source = { name: 'example.edu', note: 'checked November 2026', href: 'https://example.edu/' };
  expect(entries['Likely']).toEqual([{ says: '0 of 24 hours', sources: [] }]);
  expect(entries['No hours at this school']).toMatchObject([{ sources: [source] }]);
  expect(entries['Taken by the school, not used here']).toMatchObject([
    { certainty: 'recommended', sources: [source, source] },
  ]);
  expect(entries['Not known whether the school takes it']).toMatchObject([
    { certainty: 'unknown', sources: [source, source] },
  ]);
});

test('a degree without maximums says that none is known', () => {
  const entries = entriesOf(['example/calculus'], choiceDegree);
  expect(entries['Most the school takes']).toEqual([{ says: 'No maximum is known.', sources: [] }]);
  expect(entries['Requirements still open']?.map(({ says }) => says)).toEqual([
    '1. One track: 2 hours',
    '2. One discipline: 6 hours',
  ]);
});

const manyCourses = [
  'example/composition',
  'example/philosophy',
  'example/certificate',
  'example/nccrs',
  'ask-first/course',
  'example/biology',
];

test.for([
  ['Sure', ['9 of 24 hours']],
  ['Likely', ['12 of 24 hours']],
  ['At best', ['15 of 24 hours']],
  ['Still needed', ['12 hours, likely']],
  ['No hours at this school', ['example/nccrs. The school does not take it. NCCRS is not accepted.']],
  [
    'Taken by the school, not used here',
    ['example/certificate: up to 12 hours. The school may give hours for it. Do not count on them yet.'],
  ],
  [
    'Not known whether the school takes it',
    ['ask-first/course: up to 3 hours. The school may give hours for it. Do not count on them yet.'],
  ],
  [
    'Where the credits go',
    [
      '1. English I: 3 of 3 hours: 3 sure',
      '2. English II: 3 of 3 hours: 3 sure',
      '4. Humanities: 3 of 6 hours: 3 sure',
      '6. Electives: 3 of 6 hours: 3 likely, 3 more at best',
    ],
  ],
  [
    'Requirements still open',
    [
      '3. Calculus: 3 hours',
      '4. Humanities: 3 hours',
      '5. Capstone: 3 hours, taken at the school',
      '6. Electives: 3 hours',
    ],
  ],
] as const)('of many courses, under "%s" stands %j', ([topic, says]) => {
  expect(rows(manyCourses)[topic]).toEqual(says);
});

test('credit beyond a maximum is said with what it would become, and with the rule', () => {
  expect(rows(['example/composition', 'example/exam-a'])['Taken by the school, not used here']).toEqual([
    'example/composition: ENG-1010, 3 hours. It goes over a maximum of the school. At most 9 hours from exams.',
  ]);
});

test('credit that another one stands for already is said with the other one', () => {
  expect(rows(['example/composition', 'example/english-1'])['No hours at this school']).toEqual([
    'example/english-1. ENG-1010: Another course in your plan becomes the same course at the school. Only one counts. The other one is example/composition.',
  ]);
});

test('which degree leaves less to do is said in hours', () => {
  const [large, small] = [auditOf([]), auditOf([], choiceDegree)];
  expect(differenceWords([large, small], ['the large', 'the small'])).toBe(
    'Likely, 12 hours are still needed for the small, and 24 hours for the large.',
  );
  expect(differenceWords([small, large], ['the small', 'the large'])).toBe(
    'Likely, 12 hours are still needed for the small, and 24 hours for the large.',
  );
  expect(differenceWords([large, large], ['one', 'other'])).toBe('Likely, 24 hours are still needed at either.');
});

test('places and answers stay where they were given; the credits themselves all come along', () => {
  fc.assert(
    fc.property(anyPlan, fc.boolean(), fc.boolean(), (plan, sameSchool, sameDegree) => {
      const at = creditsAt(plan, sameSchool ? plan.school : 'elsewhere', sameDegree ? plan.degree : 'elsewhere/ba');
      expect(at.map(({ id, course, status, score }) => [id, course, status, score])).toEqual(
        plan.credits.map(({ id, course, status, score }) => [id, course, status, score]),
      );
      for (const [index, credit] of at.entries()) {
        const before = plan.credits[index];
        expect(credit.pins).toEqual(sameDegree ? before?.pins : undefined);
        expect(credit.decision).toEqual(sameSchool ? before?.decision : undefined);
        if (sameSchool) expect(credit.typed).toEqual(before?.typed);
        else expect([credit.typed?.schoolCourse, credit.typed?.source === 'school']).toEqual([undefined, false]);
      }
    }),
    { numRuns: 2000 },
  );
});

const id = fc.stringMatching(/^[a-z0-9-]{1,12}\/[a-z0-9-]{1,12}$/);

test('an address holds all that was chosen, also that nothing was chosen yet', () => {
  const degrees = fc.uniqueArray(id, { maxLength: 2 });
  const chosen = fc.oneof(
    fc.record({ degrees }),
    fc.record({ degrees, courses: fc.uniqueArray(id, { maxLength: 9 }) }),
  );
  fc.assert(
    fc.property(chosen, (comparison) => {
      expect(planComparisonIn(hashOfPlans(comparison))).toEqual(comparison);
    }),
    { numRuns: 2000 },
  );
});

test('an address that was made up is read safely', () => {
  expect(planComparisonIn('#degrees=a/b,c/d,e/f&courses=<img>,x/y')).toEqual({
    degrees: ['a/b', 'c/d'],
    courses: ['x/y'],
  });
  expect(planComparisonIn(`#degrees=${'a/b,'.repeat(250_000)}`)).toEqual({ degrees: [] });
});

test('what a school decided about exceptions does not come along to another degree', () => {
  const credit: PlannedCredit = {
    id: 'c1',
    course: 'clep/biology',
    status: 'completed',
    substitutions: [{ part: 0, schoolCourse: 'BIO-1010', decidedOn: '2026-10-01', by: 'Registrar' }],
    appliedHere: [{ part: 0, block: 'science', decidedOn: '2026-10-01', by: 'Registrar' }],
  };
  const plan = { school: 'exu', degree: 'exu/ba', credits: [credit] };
  expect(creditsAt(plan, 'exu', 'exu/ba')).toEqual([credit]);
  expect(creditsAt(plan, 'exu', 'exu/bs')).toEqual([{ id: 'c1', course: 'clep/biology', status: 'completed' }]);
});

test('a course of the plan’s school is one of another college elsewhere, and its code and subject mean nothing there', () => {
  const typed = {
    title: 'Painting',
    semesterHours: 3,
    level: 'upper-division',
    subject: 'ART',
    schoolCourse: 'ART-3010',
    source: 'school',
  } as const;
  const exam = { title: 'Geography', semesterHours: 6, level: 'lower-division', source: 'exam' } as const;
  const credits = [typed, exam].map((one, i) => ({ id: `c${i}`, typed: one, status: 'completed' as const }));
  const plan = { school: 'exu', degree: 'exu/ba', credits };
  expect(creditsAt(plan, 'exu', 'exu/bs').map((credit) => credit.typed)).toEqual([typed, exam]);
  expect(creditsAt(plan, 'elsewhere', 'elsewhere/ba').map((credit) => credit.typed)).toEqual([
    { title: 'Painting', semesterHours: 3, level: 'upper-division', source: 'college' },
    exam,
  ]);
});

test('courses chosen on the page are only being considered', () => {
  expect(creditsOf(['clep/biology'])).toEqual([{ id: 'clep/biology', course: 'clep/biology', status: 'considering' }]);
});
