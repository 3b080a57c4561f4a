import { expect, test } from 'vitest';
import { auditInWords, readAuditInput } from '../../scripts/audit.ts';
import { auditDegree } from '../../src/engine/index.ts';
import type { Plan } from '../../src/planner/plan.ts';

const plan: Plan = {
  kind: 'credit-map-plan',
  version: 1,
  id: 'p-1',
  name: 'My plan',
  school: 'tesu',
  degree: 'tesu/ba-liberal-studies-2026-27',
  revision: 0,
  credits: [
    { id: 'c1', course: 'clep/college-composition', status: 'planned' },
    { id: 'c2', course: 'nobody/no-such-course', status: 'planned' },
  ],
};

test('the text says where each course of the plan lands, or why it does not', () => {
  const input = readAuditInput(plan, '2026-11-22');
  const text = auditInWords(input, auditDegree(input));
  expect(text).toMatch(/of 120 semester hours sure/);
  expect(text).toMatch(/English Composition I: 3 of 3 hours, complete\n\s+\+ College Composition as ENC-1010/);
  expect(text).toMatch(/nobody\/no-such-course: This course is not in our catalog/);
  expect(text).not.toMatch(/undefined|NaN|\[object/);
});

test('a degree that the catalog does not have is named, and none outside it is read', () => {
  const elsewhere = { ...plan, degree: 'tesu/ba-juggling-2026-27' };
  expect(() => readAuditInput(elsewhere, '2026-11-22')).toThrow('data/degrees/tesu/ba-juggling-2026-27.json');
  expect(() => readAuditInput({ ...plan, degree: '../../package' }, '2026-11-22')).toThrow('"../../package"');
});
