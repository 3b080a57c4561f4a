/** Spans in which something must be done, such as the year in which credit can be bought. */
import type { RouteWindow } from '../../schemas/route.ts';
import { addDays, addMonths, daysBetween } from '../days.ts';
import type { PlanCredit } from '../plan/plan.ts';
import type { CatalogRoute, TrailStep, TrailWindow } from './trail-types.ts';

/** Every window of the route, with its days as far as they are known. */
export function windowsOf(
  { trail }: PlanCredit,
  { windows }: CatalogRoute,
  steps: readonly TrailStep[],
  today: string,
): readonly TrailWindow[] {
  return windows.map((window): TrailWindow => {
    const step = steps.find(({ id }) => id === window.step);
    const isUsed = step?.state === 'done' || step?.state === 'not-needed';
    const { opensOn, isEstimated } = opening(window, trail?.courseEndsOn, steps);
    if (opensOn === undefined) return { window, state: isUsed ? 'used' : 'not-open' };
    const closesOn = closing(opensOn, window);
    const span = { window, opensOn, closesOn, ...(isEstimated ? { estimated: true as const } : {}) };
    if (isUsed) return { ...span, state: 'used' };
    if (isEstimated || opensOn > today) return { ...span, state: 'not-open' };
    return closesOn < today
      ? { ...span, state: 'passed' }
      : { ...span, state: 'open', daysLeft: daysBetween(today, closesOn) };
  });
}

function opening(
  { opensAfter }: RouteWindow,
  courseEndsOn: string | undefined,
  steps: readonly TrailStep[],
): { readonly opensOn?: string | undefined; readonly isEstimated?: boolean } {
  if (opensAfter === 'course-ends') return { opensOn: courseEndsOn };
  const step = steps.find(({ id }) => id === opensAfter.step);
  if (step?.state === 'done') return { opensOn: step.on };
  const expected = step && 'expected' in step ? step.expected : undefined;
  return { opensOn: expected?.from, isEstimated: true };
}

function closing(opensOn: string, { months = 0, days = 0 }: RouteWindow): string {
  return addDays(addMonths(opensOn, months), days);
}
