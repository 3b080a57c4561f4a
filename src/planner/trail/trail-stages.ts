/** How far on its way a credit is. */
import { isFinished } from '../../engine/index.ts';
import type { Stage } from '../../schemas/steps.ts';
import type { PlanCredit } from '../plan/plan.ts';

/** Every stage, first to last. */
export const stages = [
  'enroll',
  'study',
  'exam',
  'result',
  'claim',
  'send',
  'evaluation',
  'check',
] as const satisfies readonly Stage[];

/** True where one stage is the other, or lies before it. */
export function isUpTo(stage: Stage, last: Stage): boolean {
  return stages.indexOf(stage) <= stages.indexOf(last);
}

/** The step by which the course or exam is finished, of those in their order; undefined where it lies before the first of them. */
export function finishingStep<S extends { readonly stage: Stage; readonly optional?: boolean | undefined }>(
  steps: readonly S[],
): S | undefined {
  return steps.findLast(({ stage, optional }) => !optional && (stage === 'study' || stage === 'exam'));
}

/** The credits that the student only thinks about, by id: they ask for nothing, and nothing is expected of them. */
export function idleCredits(credits: readonly Pick<PlanCredit, 'id' | 'status'>[]): ReadonlySet<string> {
  return new Set(credits.flatMap(({ id, status }) => (status === 'considering' ? id : [])));
}

/** The last stage that must be behind the credit, from what the plan says of it; undefined where none needs to be. */
export function stageBehind(credit: PlanCredit): Stage | undefined {
  if (credit.decision || credit.status === 'evaluated') return 'evaluation';
  if (credit.status === 'transcript-sent') return 'send';
  if (isFinished(credit)) return 'exam';
  return credit.status === 'in-progress' ? 'enroll' : undefined;
}
