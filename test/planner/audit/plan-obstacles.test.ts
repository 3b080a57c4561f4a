import { expect, test } from 'vitest';
import { obstaclesOf, pinsToRelease } from '../../../src/engine/explanations.ts';
import { auditInput, auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import { obstacleQuestion, planObstacles } from '../../../src/planner/audit/plan-obstacles.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

const plan = planOf('example/composition', 'example/exam-a', {
  course: 'example/ethics',
  status: 'planned',
  pins: [{ part: 0, block: 'electives', use: false }],
});
const question = obstacleQuestion(plan, catalog, today);

test('the worker is sent only what the school says of courses in the plan, in a form that can be sent', () => {
  expect(question.equivalencies.length).toBeGreaterThan(0);
  expect(question.equivalencies.length).toBeLessThan(catalog.school.equivalencies.length);
  expect(structuredClone(question)).toEqual(question);
});

test('what it finds is what is found with all that the school says', () => {
  const input = auditInput(plan, catalog, today);
  expect(planObstacles(structuredClone(question))).toEqual({
    obstacles: obstaclesOf(input),
    pins: pinsToRelease(input, auditPlan(plan, catalog, today)),
  });
});
