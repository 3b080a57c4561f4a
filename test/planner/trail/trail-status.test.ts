import { expect, test } from 'vitest';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import { progressToldBy } from '../../../src/planner/trail/trail-status.ts';
import type { TrailStep } from '../../../src/planner/trail/trail-types.ts';

const step = (stage: TrailStep['stage'], done: boolean, more: Partial<TrailStep> = {}): TrailStep => ({
  id: stage,
  stage,
  actor: 'student',
  title: stage,
  text: stage,
  proof: stage,
  ifStalled: stage,
  after: [],
  sources: [],
  receivers: [],
  fees: [],
  ...(done ? { state: 'done', on: '2026-11-02' } : { state: 'ready' }),
  ...more,
});
const steps = (...done: readonly TrailStep['stage'][]) =>
  (['enroll', 'study', 'exam', 'claim', 'send', 'evaluation', 'check'] as const).map((stage) =>
    step(stage, done.includes(stage)),
  );
const planned: PlanCredit = { id: 'c1', course: 'a/a', status: 'planned', score: 60 };

test.for([
  ['nothing', [], undefined],
  ['enrolling', ['enroll'], { status: 'in-progress', score: 60 }],
  ['the exam', ['enroll', 'study', 'exam'], { status: 'completed', score: 60, completedOn: '2026-11-02' }],
  ['sending the record', ['exam', 'send'], { status: 'transcript-sent', score: 60, completedOn: '2026-11-02' }],
  ['the evaluation', ['evaluation'], { status: 'evaluated', score: 60 }],
] as const)('%s tells how far the credit is', ([, done, progress]) => {
  expect(progressToldBy({ steps: steps(...done) }, planned)).toEqual(progress);
});

test('a plan that is as far, or further, is left alone', () => {
  for (const status of ['completed', 'transcript-sent', 'evaluated'] as const)
    expect(progressToldBy({ steps: steps('exam') }, { ...planned, status })).toBeUndefined();
});

test('a step that the school adds tells nothing: one may apply before a record is sent', () => {
  const applied = [step('exam', false), step('send', false), step('send', true, { id: 'tesu--apply', ofSchool: true })];
  expect(progressToldBy({ steps: applied }, planned)).toBeUndefined();
});

test('a step that only some need tells nothing', () => {
  const only = [step('exam', false), step('send', true, { optional: true })];
  expect(progressToldBy({ steps: only }, planned)).toBeUndefined();
});
