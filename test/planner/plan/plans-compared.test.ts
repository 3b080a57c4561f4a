import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogCourse } from '../../../src/planner/catalog/catalog.ts';
import * as changes from '../../../src/planner/plan/plan-changes.ts';
import { compareCredits, knownCost, plansAlike } from '../../../src/planner/plan/plans-compared.ts';
import { costWords, savedWords, versionWords } from '../../../src/planner/plan/wording-plans.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { anyPlan, examplePlan } from '../example-plan.ts';

test('a plan and itself have nothing apart, whatever the ids of its credits', () => {
  const renumbered = {
    ...examplePlan,
    credits: examplePlan.credits.map((credit, i) => ({ ...credit, id: `c${i + 9}` })),
  };
  expect(compareCredits(examplePlan, renumbered)).toEqual({ onlyInFirst: [], onlyInSecond: [], different: [] });
});

test('two plans are alike unless a course, a detail, the degree or a waiver differs; names do not count', () => {
  const [first, ...others] = examplePlan.credits;
  const waivers = [waiver];
  const alike = (other: Partial<Plan>) => plansAlike(examplePlan, { ...examplePlan, id: 'other', ...other });
  expect([alike({}), alike({ name: 'A copy' })]).toEqual([true, true]);
  expect([
    alike({ degree: 'tesu/another' }),
    alike({ waivers }),
    alike({ credits: others }),
    alike({ credits: [{ ...first!, status: first!.status === 'planned' ? 'completed' : 'planned' }, ...others] }),
  ]).toEqual([false, false, false, false]);
});

test('every credit of any two plans is in one of them only, or in both', () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (first, second) => {
      const { onlyInFirst, onlyInSecond, different } = compareCredits(first, second);
      const shared = first.credits.length - onlyInFirst.length;
      expect(second.credits.length - onlyInSecond.length).toBe(shared);
      expect(different.length).toBeLessThanOrEqual(shared);
      const courses = new Set(second.credits.flatMap(({ course }) => course ?? []));
      for (const { course } of onlyInFirst)
        if (course !== undefined && first.credits.filter((one) => one.course === course).length === 1)
          expect(courses.has(course)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

const waiver = { block: 'history', decidedOn: '2026-09-01', by: 'Dean' };
const titleOf = ({ course, id }: { course?: string; id: string }) => course ?? id;
const removed = changes.removeCredit(examplePlan, 'c1');

test.for([
  [examplePlan, examplePlan, 'The same courses and choices as now.'],
  [removed, examplePlan, 'Without clep/biology.'],
  [examplePlan, removed, 'With clep/biology.'],
  [changes.renamePlan(removed, 'Old'), removed, 'Named “Old”.'],
  [changes.chooseDegree(removed, 'x', 'x/y'), removed, 'For another degree.'],
  [changes.pinCredit(examplePlan, 'c2', 0, 'history'), examplePlan, 'Other details for sophia/ethics.'],
  [{ ...examplePlan, waivers: [waiver] }, { ...examplePlan, waivers: [] }, 'Other requirements waived.'],
] as const)('a version is told by what it has otherwise: %#', ([version, today, words]) => {
  expect(versionWords(version, today, titleOf)).toBe(words);
});

test('the cost counts what is not finished, to the cent, and says how many prices are not known', () => {
  const course = (id: string, priceUsd?: number) =>
    [id, { id, ...(priceUsd === undefined ? {} : { priceUsd }) }] as const;
  const courses = new Map([course('a/1', 99.99), course('a/2', 0.02), course('a/3'), course('clep/biology', 97)]);
  const plan = ['a/1', 'a/2', 'a/3'].reduce((before, id) => {
    const added = changes.addCatalogCredit(before, id);
    return 'plan' in added ? added.plan : before;
  }, examplePlan);
  // Biology is finished; ethics and the typed course have no price.
  const cost = knownCost(plan, courses as unknown as ReadonlyMap<string, CatalogCourse>);
  expect(cost).toEqual({ usd: 100.01, priced: 2, withoutPrice: 3 });
  expect(costWords(cost)).toBe('US$ 100.01, and 3 courses without a known price');
  expect(costWords({ usd: 0, priced: 0, withoutPrice: 2 })).toBe('No price known');
  expect(costWords({ usd: 0, priced: 0, withoutPrice: 0 })).toBe('Nothing left to pay');
});

test('a time that can’t be read is not known', () => {
  expect(savedWords('2026-11-25T09:05:00')).toBe('25 November 2026, 09:05');
  expect([savedWords('soon'), savedWords(undefined)]).toEqual(['Not known when', 'Not known when']);
});

test('a typed course is the same where its title and its hours are; a catalog course is never the same as a typed one', () => {
  const typed = (title: string, semesterHours: number) =>
    ({ typed: { title, semesterHours, level: 'lower-division', source: 'college' }, status: 'planned' }) as const;
  const plan = (...credits: readonly object[]): Plan => ({
    ...examplePlan,
    credits: credits.map((credit, at) => ({ id: `c${at}`, status: 'planned', ...credit })),
  });
  const ids = (first: Plan, second: Plan) => {
    const { onlyInFirst, onlyInSecond, different } = compareCredits(first, second);
    return [onlyInFirst, onlyInSecond, different].map((some) => some.map(({ id }) => id));
  };
  expect(ids(plan(typed('Art', 3)), plan(typed('Law', 3), typed('Art', 3)))).toEqual([[], ['c0'], []]);
  expect(ids(plan(typed('Art', 3)), plan(typed('Law', 3)))).toEqual([['c0'], ['c0'], []]);
  expect(ids(plan(typed('Art', 3)), plan(typed('Art', 4)))).toEqual([['c0'], ['c0'], []]);
  expect(ids(plan({ course: 'a/1' }), plan(typed('Art', 3)))).toEqual([['c0'], ['c0'], []]);
  expect(ids(plan(typed('Art', 3)), plan({ course: 'a/1' }))).toEqual([['c0'], ['c0'], []]);
  expect(ids(plan({ course: 'a/1' }), plan({ course: 'a/1', status: 'completed' }))).toEqual([[], [], ['c0']]);
});

test.for(['considering', 'planned', 'in-progress', 'completed', 'transcript-sent', 'evaluated'] as const)(
  'whether a course that is %s is still to be paid',
  (status) => {
    const plan = { ...examplePlan, credits: [{ id: 'c1', course: 'a/1', status }] };
    const courses = new Map([['a/1', { priceUsd: 50 } as CatalogCourse]]);
    const isOpen = ['considering', 'planned', 'in-progress'].includes(status);
    expect(knownCost(plan, courses).usd).toBe(isOpen ? 50 : 0);
  },
);
