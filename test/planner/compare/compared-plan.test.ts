import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditDegree, type PlannedCredit } from '../../../src/engine/index.ts';
import type { CatalogCourse } from '../../../src/planner/catalog/catalog.ts';
import {
  creditsAt,
  creditsOf,
  differenceWords,
  hashOfPlans,
  planComparisonIn,
  rowsOfPlan,
} from '../../../src/planner/compare/compared-plan.ts';
import { choiceDegree, courses as facts, degree, equivalencies, school } from '../../engine/example-university.ts';
import { anyPlan } from '../example-plan.ts';

const today = '2026-11-22';
const courses: ReadonlyMap<string, CatalogCourse> = new Map(
  [...facts].map(([id, course]) => [id, { ...course, area: 'other' }]),
);
const auditOf = (credits: readonly PlannedCredit[], of = degree) =>
  auditDegree({ degree: of, school, equivalencies, courses, credits, today });

function rows(ids: readonly string[]): Record<string, string[]> {
  const credits = creditsOf(ids);
  const catalog = { school: { id: 'exu', school, equivalencies }, degree: { id: 'exu/ba', degree }, courses };
  return Object.fromEntries(
    rowsOfPlan(auditOf(credits), credits, catalog).map(([topic, entries]) => [topic, entries.map(({ says }) => says)]),
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

test('without credits, nothing goes anywhere and all is open', () => {
  const said = rows([]);
  expect(said['Likely']).toEqual(['0 of 24 hours']);
  expect(said['No hours at this school']).toEqual(['None']);
  expect(said['Where the credits go']).toEqual(['None']);
});

test('which degree leaves less to do is said in hours', () => {
  const [large, small] = [auditOf([]), auditOf([], choiceDegree)];
  expect(differenceWords([large, small], ['the large', 'the small'])).toBe(
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
