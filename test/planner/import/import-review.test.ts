/** From what was read to what is added: first choices, mistakes, and the plan afterwards. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asOwn, checkReview, leaveOut, startReview, type ReviewRow } from '../../../src/planner/import/review.ts';
import { addMany, newPlan, type NewCredit } from '../../../src/planner/plan/plan-changes.ts';
import { mostCredits } from '../../../src/planner/plan/plan.ts';
import { planToText, openPlanFile } from '../../../src/planner/keeping/plan-file.ts';
import { catalog, readText } from './import-example.ts';

const inPlan = new Map([['sophia/introduction-to-statistics', 'c1']]);

async function review(text: string): Promise<readonly ReviewRow[]> {
  const read = await readText(text);
  if ('refused' in read) throw new Error(read.refused);
  return startReview(read.lines, catalog.providers, inPlan);
}

const beginnings: [line: string, standing: ReviewRow['standing'], choice: string][] = [
  ['Introduction to Ethics', 'found', 'sophia/introduction-to-ethics'],
  ['College Algebra', 'several', ''],
  ['Basket Weaving', 'not-found', ''],
  ['Introduction to Statistics', 'in-plan', leaveOut],
  ['MATH 101  College Algebra  3.0  A', 'college', asOwn],
  ['MATH 101  Basket Weaving  3.0  A', 'college', asOwn],
  ['MATH 101  College Algebra  3.0  W', 'no-credit', leaveOut],
  ['Term GPA: 3.5', 'aside', leaveOut],
];

test.for(beginnings)('"%s" begins as %s', async ([line, standing, choice]) => {
  expect(await review(line)).toMatchObject([{ standing, choice }]);
});

test('a course below the name of a college is its own where its hours stand beside it', async () => {
  const rows = await review('Example Community College\nBasket Weaving\nMATH 101  Basket Weaving  3.0  A');
  expect(rows.map(({ standing }) => standing).slice(-2)).toEqual(['not-found', 'college']);
  expect(rows.at(-2)?.line.college).toBe(true);
});

test('a line that is one course shows that one, and one that may be several shows them', async () => {
  const [one, several, none] = await review('Introduction to Ethics\nCollege Algebra\nBasket Weaving');
  expect(one?.courses).toEqual(['sophia/introduction-to-ethics']);
  expect(several?.courses).toContain('clep/college-algebra');
  expect(several?.courses.length).toBeGreaterThan(1);
  expect(none?.courses).toEqual([]);
});

test('a course that is named twice is added once', async () => {
  const rows = await review('Introduction to Ethics\nintroduction to ethics');
  expect(rows.map(({ standing }) => standing)).toEqual(['found', 'twice']);
  expect(checkReview(rows, 'planned', inPlan)).toEqual({
    credits: [{ course: 'sophia/introduction-to-ethics', status: 'planned' }],
  });
});

test('grades, scores and dates are added with their courses, and what is in progress stays so', async () => {
  const rows = await review(
    'CLEP College Algebra 58\nIntroduction to Ethics, 12 Mar 2024\nMATH 101  Basket Weaving  3.0  A\nCompTIA A+, in progress',
  );
  expect(checkReview(rows, 'completed', inPlan)).toEqual({
    credits: [
      { course: 'clep/college-algebra', status: 'completed', score: 58 },
      { course: 'sophia/introduction-to-ethics', status: 'completed', completedOn: '2024-03-12' },
      {
        typed: { title: 'Basket Weaving', semesterHours: 3, level: 'lower-division', source: 'college' },
        status: 'completed',
        grade: 'A',
      },
      { course: 'comptia/a-plus', status: 'in-progress' },
    ],
  });
});

test('what is not said yet is asked for, row by row and field by field', async () => {
  const rows = await review(
    'College Algebra\nBasket Weaving\nIntroduction to Statistics\nIntroduction to Ethics\nEthics intro',
  );
  const chosen = rows.map((row, at) => ({
    ...row,
    choice: ['', asOwn, 'sophia/introduction-to-statistics', row.choice, 'sophia/introduction-to-ethics'][at] ?? '',
  }));
  expect(checkReview(chosen, 'planned', inPlan)).toEqual({
    problems: [
      { row: 0, field: 'choice', problem: 'choice-missing' },
      { row: 1, field: 'hours', problem: 'hours-missing' },
      { row: 1, field: 'level', problem: 'level-missing' },
      { row: 1, field: 'source', problem: 'source-missing' },
      { row: 2, field: 'choice', problem: 'course-in-plan' },
      { row: 4, field: 'choice', problem: 'course-twice' },
    ],
  });
});

test('a badge with a wrong signature is left out until the student says it is a course of their own', () => {
  const line = { text: 'Ethics', title: 'Ethics', providers: [], remarks: ['signature-wrong' as const] };
  const found = { kind: 'course' as const, course: 'sophia/introduction-to-ethics' };
  const [row] = startReview([{ line, found }], catalog.providers, inPlan);
  expect(row).toMatchObject({ standing: 'signature-wrong', choice: leaveOut, courses: [] });
});

const entry: fc.Arbitrary<NewCredit> = fc.record(
  {
    course: fc.constantFrom(...catalog.courses.map(({ id }) => id)),
    status: fc.constantFrom('planned' as const, 'completed' as const),
    grade: fc.constantFrom('A' as const, 'C' as const),
    completedOn: fc.constant('2024-03-12'),
    score: fc.constant(58),
  },
  { requiredKeys: ['course', 'status'] },
);
const own: fc.Arbitrary<NewCredit> = fc.record({
  typed: fc.record({
    title: fc.string({ minLength: 1, maxLength: 200 }),
    semesterHours: fc.constantFrom(1, 3, 4.5),
    level: fc.constant('lower-division' as const),
    source: fc.constant('college' as const),
  }),
  status: fc.constant('planned' as const),
});

test('many credits are added in one change: each once, in order, under new ids, in a plan that can be saved', () => {
  const before = {
    ...newPlan('p', 's', 's/d'),
    credits: [{ id: 'c7', course: 'clep/college-algebra', status: 'planned' as const }],
  };
  fc.assert(
    fc.property(fc.array(fc.oneof(entry, own), { maxLength: 40 }), (entries) => {
      const added = addMany(before, entries);
      if ('refused' in added) throw new Error('there was room');
      const { plan } = added;
      const courses = plan.credits.flatMap(({ course }) => course ?? []);
      expect(courses).toEqual([...new Set(['clep/college-algebra', ...entries.flatMap(({ course }) => course ?? [])])]);
      expect(plan.credits.filter(({ typed }) => typed)).toHaveLength(entries.filter(({ typed }) => typed).length);
      expect(new Set(plan.credits.map(({ id }) => id)).size).toBe(plan.credits.length);
      expect(openPlanFile(planToText(plan))).toMatchObject({ notices: [], plan: { credits: plan.credits } });
    }),
    { numRuns: 1000 },
  );
});

test('nothing changes where all is there already, and nothing is added where not all has room', () => {
  const plan = newPlan('p', 's', 's/d');
  const typed = { title: 'Art', semesterHours: 3, level: 'lower-division', source: 'college' } as const;
  const many = (count: number): NewCredit[] => Array.from({ length: count }, () => ({ typed, status: 'planned' }));
  expect(addMany(plan, [])).toEqual({ plan });
  const full = addMany(plan, many(mostCredits));
  expect('plan' in full && full.plan.credits).toHaveLength(mostCredits);
  expect(addMany(plan, many(mostCredits + 1))).toEqual({ refused: 'plan-full' });
});
