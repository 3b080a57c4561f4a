/** The steps of a credit's trail: those of its route and those of the school, in order, each as it stands. */
import type { Receives, SchoolStep } from '../../schemas/receives.ts';
import type { RouteStep } from '../../schemas/route.ts';
import type { UsualTime } from '../../schemas/steps.ts';
import type { StepNote } from './trail-notes.ts';
import { finishingStep, isUpTo } from './trail-stages.ts';
import { standingsOf } from './trail-standing.ts';
import type { PlanCredit } from '../plan/plan.ts';
import type { CatalogRoute, StepFacts, TrailFacts, TrailStep } from './trail-types.ts';

/** Every step of the credit's way. */
export function stepsOf(
  credit: PlanCredit,
  route: CatalogRoute,
  { school, notedOnce = {}, toldOnce }: Pick<TrailFacts, 'school' | 'notedOnce' | 'toldOnce'>,
  today: string,
): readonly TrailStep[] {
  const steps = stepFactsOf(route, school);
  const notes = { ...notesOf(steps, notedOnce), ...credit.trail?.steps };
  const finishing = finishingStep(route.steps)?.id;
  const standings = standingsOf(steps, credit, { notes, finishing, toldOnce, today });
  return steps.flatMap((step) => {
    const standing = standings.get(step.id);
    const note = notes[step.id];
    if (!standing) return [];
    // What the student does has no usual day, but for the planned end of the course.
    const { expected: _, ...undated } = { expected: undefined, ...standing };
    const isOwn = step.actor === 'student' && step.id !== finishing && standing.state !== 'waiting';
    return [{ ...step, ...(isOwn ? (undated as typeof standing) : standing), ...(note ? { note } : {}) }];
  });
}

/** Notes that hold here though another credit has them. */
function notesOf(
  steps: readonly StepFacts[],
  notedOnce: NonNullable<TrailFacts['notedOnce']>,
): Record<string, StepNote> {
  return Object.fromEntries(
    steps.flatMap(({ id, once }) => {
      const note = once ? notedOnce[id] : undefined;
      return note ? [[id, note]] : [];
    }),
  );
}

/** The steps of a route at a school, first to last, whatever any credit has done of them. */
export function stepFactsOf(route: CatalogRoute, school: TrailFacts['school']): readonly StepFacts[] {
  const receives = school?.school.receives;
  const steps = route.steps.map((step, index) => ofRoute(step, route.steps[index - 1]?.id, route, receives));
  for (const step of receives?.steps ?? []) {
    if (!holdsFor(step, route)) continue;
    const place = steps.findLastIndex(({ stage }) => isUpTo(stage, step.stage)) + 1;
    const added = ofSchool(step, school?.id ?? '', step.once ? finishingStep(route.steps)?.id : steps[place - 1]?.id);
    const next = steps[place];
    if (next && !added.optional) steps[place] = { ...next, after: [...next.after, added.id] };
    steps.splice(place, 0, added);
  }
  return steps;
}

/** True of a statement for this route, or for all of them. */
export function holdsFor(
  { routes }: { readonly routes?: readonly string[] | undefined },
  { id }: CatalogRoute,
): boolean {
  return routes === undefined || routes.includes(id);
}

function ofRoute(step: RouteStep, before: string | undefined, route: CatalogRoute, receives?: Receives): StepFacts {
  const own = before === undefined ? [] : [before];
  const usual = step.stage === 'evaluation' ? evaluationOf(route, receives) : undefined;
  const isLastSent = route.steps.findLast(({ stage, actor }) => stage === 'send' && actor === 'student') === step;
  return {
    ...step,
    after: step.after ?? own,
    sources: step.sources ?? [],
    takes: usual ?? step.takes,
    receivers: isLastSent ? (receives?.receivers ?? []).filter((one) => holdsFor(one, route)) : [],
    fees: step.stage === 'evaluation' ? (receives?.fees ?? []).filter((one) => holdsFor(one, route)) : [],
  };
}

function ofSchool(step: SchoolStep, school: string, before: string | undefined): StepFacts {
  const { routes: _, ...facts } = step;
  const after = before === undefined ? [] : [before];
  return { ...facts, id: `${school}--${step.id}`, after, ofSchool: true, receivers: [], fees: [] };
}

function evaluationOf(route: CatalogRoute, receives?: Receives): UsualTime | undefined {
  return receives?.evaluation.find((one) => holdsFor(one, route))?.takes;
}
