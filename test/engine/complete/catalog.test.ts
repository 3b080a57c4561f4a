import { describe, expect, test } from 'vitest';
import { problemOf } from '../../../src/engine/assign.ts';
import { solveAssignment } from '../../../src/engine/assign/search.ts';
import { candidatesOf } from '../../../src/engine/complete/candidates.ts';
import { compareDegrees, completePlan, type Completion, type CompletionInput } from '../../../src/engine/completion.ts';
import { auditDegree, type PlannedCredit } from '../../../src/engine/index.ts';
import { sumHours } from '../../../src/engine/semester-hours.ts';
import { addFigures } from '../../figures.ts';
import { catalogDegrees, forAll } from './catalog-input.ts';

const limits = { parts: 60, work: 3e7 };

const added = ({ courses }: Completion): PlannedCredit[] =>
  courses.map(({ course, finishOn }) => ({ id: course, course, status: 'planned', completedOn: finishOn }));

/** The hours that count when every course whose price is known is taken, each school course once. */
function mostHours(input: CompletionInput): { hours: number; proven: boolean } {
  const { candidates } = candidatesOf(input, [], []);
  const credits = candidates.flatMap(({ accepted }) => accepted);
  const once = new Map(
    credits.map((credit) => [credit.kind === 'direct-course' ? (credit.schoolCourse ?? credit.id) : credit.id, credit]),
  );
  const problem = problemOf(input.degree, input.school, [...once.values()], 'likely', () => ({ avoid: [] }));
  const { hours, proven } = solveAssignment(problem);
  return { hours: (hours * problem.step) / 100, proven };
}

describe.each(catalogDegrees.map((degree) => [degree.id, degree] as const))('%s', (_, degree) => {
  const input: CompletionInput = { ...forAll, ...degree };
  const plan = completePlan(input, undefined, limits);

  test('is met as far as the plan says, and each block that stays open has its reason', () => {
    const audit = auditDegree({ ...input, credits: added(plan) });
    expect(audit.met).toEqual(plan.met);
    expect(audit.notAccepted).toEqual([]);
    const leaves = audit.blocks.filter(({ block }) => plan.open.some((open) => open.block === block));
    expect(leaves.map(({ stillNeeded }) => stillNeeded)).toEqual(plan.open.map(({ stillNeeded }) => stillNeeded));
    expect(plan.residence.semesterHours).toBe(sumHours([plan.semesterHours, -plan.met.likely]));
    if (plan.open.length === 0) expect(plan.residence.semesterHours).toBe(0);
  });

  test('is met as far as courses on offer can', () => {
    const most = mostHours(input);
    if (!most.proven) return;
    const found = auditDegree({ ...input, credits: added(plan) }).readings.likely.applications;
    const hours = sumHours(
      found.flatMap(({ semesterHours, excessCounted }) => [semesterHours, excessCounted?.semesterHours ?? 0]),
    );
    expect(hours + plan.gap.semesterHours).toBeGreaterThanOrEqual(most.hours);
  });

  test('costs what its parts cost, and nothing in it has a price that is not known', () => {
    expect(sumHours(plan.costs.map(({ totalUsd }) => totalUsd))).toBe(plan.costUsd);
    expect(plan.courses.flatMap(({ way }) => way.unknown)).toEqual([]);
    for (const { unknown, reason } of plan.apart) expect(unknown.length > 0).toBe(reason === 'price-not-known');
  });
});

test('the usual search proves that no plan is cheaper, for nearly every degree, at the usual pace and the bench’s', () => {
  const plans = [45, 15].flatMap((studyPerSemesterHour) =>
    catalogDegrees.map((facts) =>
      completePlan({ ...forAll, ...facts, wishes: { ...forAll.wishes, studyPerSemesterHour } }),
    ),
  );
  const proven = plans.filter((plan) => plan.proven).length;
  addFigures('Cheapest plans from nothing', { tried: plans.length, proven });
  expect(proven / plans.length).toBeGreaterThan(0.95);
});

test('a course whose price is not known is offered apart, with what is not known', () => {
  const degree = catalogDegrees.find(({ id }) => id === 'tesu/ba-psychology-2026-27')!;
  const { apart, courses } = completePlan({ ...forAll, ...degree }, undefined, limits);
  const labs = apart.filter(({ course }) => course.startsWith('straighterline/') && course.endsWith('-lab'));
  expect(labs.flatMap(({ unknown }) => unknown)).toContain('Lab kit');
  expect(courses.map(({ course }) => course)).not.toContain(labs[0]?.course);
});

test('compared degrees come with what is least still needed first, and are told of one by one', () => {
  const degrees = catalogDegrees.filter(({ id }) => /^(tesu\/aa-|charter-oak\/as|snhu)/.test(id));
  const told: string[] = [];
  const compared = compareDegrees({ ...forAll, degrees }, ({ id }) => {
    told.push(id);
    return true;
  });
  expect(told).toEqual(degrees.map(({ id }) => id));
  expect(compared.map(({ id }) => id).toSorted()).toEqual(told.toSorted());
  const needed = compared.map(({ stillNeeded }) => stillNeeded.likely);
  expect(needed).toEqual(needed.toSorted((a, b) => a - b));
});
