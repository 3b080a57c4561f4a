import { expect, test } from 'vitest';
import { obstaclesOf, pinsToRelease } from '../../../src/engine/explanations.ts';
import { toTheEnd } from '../../../src/engine/smallest-set.ts';
import { findPlanObstacles, repairOf } from '../../../src/planner/audit/explanations.ts';
import { auditInput, auditPlan } from '../../../src/planner/audit/plan-audit.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

/** Philosophy, kept out of every block that it fits. */
const plan = planOf({
  course: 'example/philosophy',
  status: 'planned',
  pins: ['major', 'electives'].map((block) => ({ part: 0, block, use: false })),
});

test('a credit of the plan that is kept out is used once its pins are taken back', () => {
  const change = { kind: 'release-pins', credit: 'c1' };
  expect(repairOf(plan, catalog, today, 'c1')).toMatchObject({ change, met: 3 });
  expect(repairOf(planOf('example/philosophy'), catalog, today, 'c1')).toBeUndefined();
});

test('what stands in the way of a plan is what the engine finds, the pins that cost hours too', () => {
  const audit = auditPlan(plan, catalog, today);
  const input = auditInput(plan, catalog, today);
  const found = toTheEnd(findPlanObstacles(plan, catalog, today, audit));
  expect(found).toEqual({ obstacles: obstaclesOf(input), pins: pinsToRelease(input, audit) });
  expect(found.pins).toEqual({ credits: ['c1'], met: 3 });
});
