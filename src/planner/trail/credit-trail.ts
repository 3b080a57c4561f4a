/**
 * The trail of a planned credit: which route it takes, how each step and requirement stands, and its dates. Nothing here
 * knows the clock: "today" is an ISO date.
 */
import type { StepNote } from './trail-notes.ts';
import { eligibilityOf } from './trail-eligibility.ts';
import { eventsOfCredit } from './trail-events.ts';
import { requirementsOf } from './trail-requirements.ts';
import { routesFor } from './trail-route.ts';
import { stepsOf } from './trail-steps.ts';
import { windowsOf } from './trail-windows.ts';
import type { PlanCredit } from '../plan/plan.ts';
import type { Trail, TrailFacts, TrailPlan } from './trail-types.ts';

/** The credit's trail as of `today`; undefined where the facts hold no route at all. */
export function trailOfCredit(credit: PlanCredit, facts: TrailFacts, today: string): Trail | undefined {
  const [route, ...otherRoutes] = routesFor(credit, facts);
  if (!route) return undefined;
  const title = facts.courses.get(credit.course ?? '')?.title ?? credit.typed?.title ?? credit.course ?? '';
  const steps = stepsOf(credit, route, facts, today);
  const requirements = requirementsOf(credit, route, steps, facts, today);
  const windows = windowsOf(credit, route, steps, today);
  const eligibility = eligibilityOf(credit, { route, steps, requirements, windows }, facts);
  const trail = { credit: credit.id, title, route, otherRoutes, steps, requirements, windows, eligibility };
  return { ...trail, events: eventsOfCredit(credit, trail, facts, today), notes: credit.trail ?? {} };
}

/**
 * A trail for every credit of the plan that is not the school's own course, in the plan's order. A step that is done once for
 * all credit counts wherever it was noted, or wherever the plan tells of it.
 */
export function trailsOf({ credits }: TrailPlan, facts: TrailFacts, today: string): readonly Trail[] {
  const known = { ...facts, notedOnce: notesOnSchoolSteps(credits) };
  const trails = (facts: TrailFacts) =>
    credits.flatMap((credit) => (credit.typed?.source === 'school' ? [] : (trailOfCredit(credit, facts, today) ?? [])));
  const first = trails(known);
  const toldOnce = new Set(
    first.flatMap(({ steps }) =>
      steps.flatMap(({ id, once, fromPlan, state }) => (once && fromPlan && state === 'done' ? id : [])),
    ),
  );
  return toldOnce.size === 0 ? first : trails({ ...known, toldOnce });
}

/** Notes on steps that a school adds; of two on one step that of the credit with the smaller id. */
function notesOnSchoolSteps(credits: TrailPlan['credits']): Readonly<Record<string, StepNote>> {
  const inOrder = credits.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return Object.fromEntries(
    inOrder.flatMap(({ trail }) => Object.entries(trail?.steps ?? {}).filter(([id]) => id.includes('--'))),
  );
}
