import { expect, test, vi } from 'vitest';
import { auditPlan, tryAudit } from '../../../src/planner/audit/plan-audit.ts';
import { catalog, planOf, today } from '../example-catalog.ts';

test('what the school waived is not asked for', () => {
  const waivers = [{ block: 'calculus', decidedOn: today, by: 'Registrar' }];
  const needed = (plan: Parameters<typeof auditPlan>[0]) =>
    auditPlan(plan, catalog, today).blocks.map(({ block }) => block);
  expect(needed(planOf())).toContain('calculus');
  expect(needed({ ...planOf(), waivers })).not.toContain('calculus');
});

test('where the engine fails there is no answer, and the plan stays', () => {
  const plan = planOf('example/art');
  expect(tryAudit(plan, catalog, today)).toEqual({ audit: auditPlan(plan, catalog, today) });
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const courses = new Map<string, never>();
  vi.spyOn(courses, 'get').mockImplementation(() => {
    throw new Error('Out of memory');
  });
  expect(tryAudit(plan, { ...catalog, courses }, today)).toEqual({ audit: undefined });
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});
