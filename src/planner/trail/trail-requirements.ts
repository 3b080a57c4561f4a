/** How each requirement for a credit stands: by the student's note, by the step that shows it, or by the plan itself. */
import { isFinished, timing } from '../../engine/index.ts';
import type { RouteRequirement } from '../../schemas/route.ts';
import type { PlanCredit } from '../plan/plan.ts';
import type { CatalogRoute, TrailFacts, TrailRequirement, TrailStep } from './trail-types.ts';

/** Every requirement of the route. */
export function requirementsOf(
  credit: PlanCredit,
  { requirements }: CatalogRoute,
  steps: readonly TrailStep[],
  { courses }: Pick<TrailFacts, 'courses'>,
  today: string,
): readonly TrailRequirement[] {
  const recommendations = courses.get(credit.course ?? '')?.recommendations ?? [];
  return requirements.map((requirement): TrailRequirement => {
    const note = credit.trail?.requirements?.[requirement.id];
    if (note) return { requirement, ...note, by: 'note' };
    const told = fromStep(steps.find(({ id }) => id === requirement.shownBy));
    if (told) return { requirement, ...told, by: 'step' };
    const state = fromPlan(requirement, credit, recommendations, today);
    return state === 'open' ? { requirement, state } : { requirement, state, by: 'plan' };
  });
}

function fromStep(step: TrailStep | undefined): Pick<TrailRequirement, 'state' | 'on'> | undefined {
  if (step?.state === 'not-needed') return { state: 'not-needed' };
  if (step?.state !== 'done' && step?.state !== 'failed') return undefined;
  return { state: step.state === 'done' ? 'met' : 'failed', ...(step.on === undefined ? {} : { on: step.on }) };
}

type Recommendations = NonNullable<ReturnType<TrailFacts['courses']['get']>>['recommendations'];

function fromPlan(
  { kind }: RouteRequirement,
  credit: PlanCredit,
  recommendations: Recommendations,
  today: string,
): TrailRequirement['state'] {
  if (kind === 'coursework') return isFinished(credit) ? 'met' : 'open';
  if (kind === 'passing-score') return scoreState(credit, recommendations);
  if (kind !== 'in-force' || recommendations.length === 0) return 'open';
  const times = recommendations.map((one) => timing(one, credit, today));
  // A course that is only planned can be planned anew, as long as a recommendation has not ended.
  const isOver = recommendations.every(({ effectiveTo }) => effectiveTo !== undefined && effectiveTo < today);
  if (times.every((time) => time === 'out') && (isFinished(credit) || isOver)) return 'failed';
  return isFinished(credit) && times.includes('in') ? 'met' : 'open';
}

/** The lowest score that anybody recommends credit for decides. */
function scoreState({ score }: PlanCredit, recommendations: Recommendations): TrailRequirement['state'] {
  const scores = recommendations.flatMap(({ minimumScore }) => minimumScore ?? []);
  if (score === undefined || scores.length === 0) return 'open';
  return score >= Math.min(...scores) ? 'met' : 'failed';
}
