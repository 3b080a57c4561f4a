import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostHours, longestTitle } from '../../src/planner/plan/entry-limits.ts';
import { openPlanFile, planToText } from '../../src/planner/keeping/plan-file.ts';
import { mostCredits, planVersion } from '../../src/planner/plan/plan.ts';
import { planSchema } from '../../src/schemas/plan.ts';
import { anyPlan, examplePlan } from '../planner/example-plan.ts';

/** A part of a plan replaced by something it may or may not be. */
const odd = fc.constantFrom(
  ...[undefined, null, '', 'A', 'considering', '2026-02-28', '2026-02-29', '0000-02-29', 'a/b', 'a/', true, [], {}],
  ...[-1, 0, 0.001, 0.01, 1.5, 2, mostHours, mostHours + 0.01, 99, 100, 10_000, 10_001, Number.MAX_SAFE_INTEGER, 1e300],
  ...['x'.repeat(longestTitle), 'x'.repeat(longestTitle + 1)],
);

const steps = fc.array(fc.nat(), { maxLength: 8 });

/** The plan with one value, found by these steps, replaced. */
function withOdd(plan: unknown, [step, ...rest]: number[], value: unknown): unknown {
  if (step === undefined || typeof plan !== 'object' || plan === null) return value;
  const keys = Object.keys(plan);
  const key = keys[step % keys.length];
  if (key === undefined) return value;
  const inside = withOdd((plan as Record<string, unknown>)[key], rest, value);
  return Array.isArray(plan) ? plan.with(Number(key), inside) : { ...plan, [key]: inside };
}

test('every plan that is saved keeps to the schema', () => {
  expect(planSchema.parse(examplePlan)).toEqual(examplePlan);
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(planSchema.parse(JSON.parse(planToText(plan)))).toEqual(plan);
    }),
    { numRuns: 1000 },
  );
});

test('a file of known fields keeps to the schema exactly if the planner opens it whole', () => {
  fc.assert(
    fc.property(fc.oneof(anyPlan, fc.constant(examplePlan)), steps, odd, (plan, path, value) => {
      const text = JSON.stringify(withOdd(plan, path, value)) ?? 'null';
      const file = JSON.parse(text) as unknown;
      const opened = openPlanFile(text);
      const whole = 'plan' in opened && opened.notices.length === 0;
      expect(planSchema.safeParse(file).success).toBe(whole);
      if (whole) expect(opened.plan).toEqual(file);
    }),
    { numRuns: 3000 },
  );
});

test('the planner’s own limits are the schema’s', () => {
  const [credit] = examplePlan.credits;
  const withCredits = (count: number) => ({
    ...examplePlan,
    credits: Array.from({ length: count }, (_, index) => ({ ...credit, id: `c${index}` })),
  });
  expect(planSchema.safeParse(withCredits(mostCredits)).success).toBe(true);
  expect(planSchema.safeParse(withCredits(mostCredits + 1)).success).toBe(false);
  expect(planSchema.safeParse({ ...examplePlan, version: planVersion }).success).toBe(true);
});
