/** The one line above a trail: eligible, not yet, or no longer, and why. */
import { isFinished } from '../../engine/index.ts';
import { holdsFor } from './trail-steps.ts';
import type { PlanCredit } from '../plan/plan.ts';
import type { Eligibility, Trail, TrailFacts, TrailReason } from './trail-types.ts';

/** Whether the credit can be had. What the school answered stands above everything. */
export function eligibilityOf(
  credit: PlanCredit,
  { route, steps, requirements, windows }: Pick<Trail, 'route' | 'steps' | 'requirements' | 'windows'>,
  { courses, school }: Pick<TrailFacts, 'courses' | 'school'>,
): Eligibility {
  if (credit.decision) return { state: credit.decision.becomes.length > 0 ? 'granted' : 'not-granted', reasons: [] };
  const end = endOfRecommendation(courses.get(credit.course ?? '')?.recommendations ?? []);
  const lost: TrailReason[] = [];
  const missing: TrailReason[] = (school?.school.receives?.notTaken ?? [])
    .filter((one) => holdsFor(one, route))
    .map(({ says }) => ({ kind: 'record-not-taken', says }));
  for (const one of requirements) {
    const { id, title, kind, final } = one.requirement;
    const about = { requirement: id, title };
    if (one.state === 'open') missing.push({ kind: 'requirement-open', ...about });
    if (one.state !== 'failed') continue;
    if (kind === 'in-force' && one.by === 'plan' && end && !isFinishedBy(end.on, credit)) {
      lost.push({ kind: 'lapsed', ...end });
    } else (final || kind === 'in-force' ? lost : missing).push({ kind: 'requirement-failed', ...about });
  }
  for (const { window, state, closesOn = '' } of windows) {
    const reason = { kind: 'window-passed', window: window.id, title: window.title, on: closesOn } as const;
    if (state === 'passed') (window.final ? lost : missing).push(reason);
  }
  const shown = new Set(requirements.flatMap(({ requirement }) => requirement.shownBy ?? []));
  for (const { id, title, state } of steps) {
    if (state === 'failed' && !shown.has(id)) missing.push({ kind: 'step-failed', step: id, title });
  }
  const isLate = end && credit.completedOn !== undefined && credit.completedOn > end.on && !isFinished(credit);
  if (isLate && requirements.some(({ requirement }) => requirement.kind === 'in-force')) {
    missing.push({ kind: 'lapses-first', ...end });
  }
  if (lost.length > 0) return { state: 'no-longer', reasons: lost };
  return missing.length > 0 ? { state: 'not-yet', reasons: missing } : { state: 'eligible', reasons: [] };
}

/** A course that was finished by the last day, and outside the dates all the same, was finished before the first. */
function isFinishedBy(last: string, credit: PlanCredit): boolean {
  return isFinished(credit) && credit.completedOn !== undefined && credit.completedOn <= last;
}

/** The last day on which finishing the course earns a recommendation, and whose. Undefined where one has no end. */
export function endOfRecommendation(
  recommendations: readonly { readonly by: string; readonly effectiveTo?: string | undefined }[],
): { readonly by: string; readonly on: string } | undefined {
  const ends = recommendations.flatMap(({ by, effectiveTo }) =>
    effectiveTo === undefined ? [] : { by, on: effectiveTo },
  );
  if (ends.length < recommendations.length) return undefined;
  return ends.reduce<(typeof ends)[number] | undefined>(
    (last, end) => (last && last.on >= end.on ? last : end),
    undefined,
  );
}
