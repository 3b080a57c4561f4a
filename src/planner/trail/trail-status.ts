/** What the notes of a trail say of how far a credit is. */
import type { CreditStatus } from '../../engine/index.ts';
import type { Progress } from '../plan/plan-changes.ts';
import type { PlanCredit } from '../plan/plan.ts';
import { finishingStep } from './trail-stages.ts';
import type { Trail, TrailStep } from './trail-types.ts';

const order: readonly CreditStatus[] = [
  'considering',
  'planned',
  'in-progress',
  'completed',
  'transcript-sent',
  'evaluated',
];

/**
 * The progress that the done steps tell, where it is further than the plan's; else `undefined`. What a school asks for besides
 * tells nothing: one may apply long before a record is sent.
 */
export function progressToldBy({ steps: all }: Pick<Trail, 'steps'>, credit: PlanCredit): Progress | undefined {
  const steps = all.filter(({ ofSchool }) => !ofSchool);
  const last = (isOf: (step: TrailStep) => boolean) => steps.findLast((step) => !step.optional && isOf(step));
  const finishing = finishingStep(steps);
  const [sent, evaluated] = (['send', 'evaluation'] as const).map((of) => last(({ stage }) => stage === of));
  const told: CreditStatus | undefined = isDone(evaluated)
    ? 'evaluated'
    : isDone(sent)
      ? 'transcript-sent'
      : isDone(finishing)
        ? 'completed'
        : steps.some((step) => step.stage === 'enroll' && isDone(step))
          ? 'in-progress'
          : undefined;
  if (!told || order.indexOf(told) <= order.indexOf(credit.status)) return undefined;
  const finishedOn = told !== 'in-progress' && finishing?.state === 'done' ? finishing.on : undefined;
  const { score, grade, completedOn } = { ...credit, ...(finishedOn === undefined ? {} : { completedOn: finishedOn }) };
  return {
    status: told,
    ...(score === undefined ? {} : { score }),
    ...(grade === undefined ? {} : { grade }),
    ...(completedOn === undefined ? {} : { completedOn }),
  };
}

function isDone(step: TrailStep | undefined): boolean {
  return step?.state === 'done';
}
