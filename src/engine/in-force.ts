/** What follows from the date a credit was finished, and from its score: which recommendation holds, and its age. */
import type { Recommendation } from '../schemas/course.ts';
import type { AcceptedCredit, PlannedCredit } from './types.ts';

const finished = new Set<PlannedCredit['status']>(['completed', 'transcript-sent', 'evaluated']);

/** True once the course or exam is behind the student, whatever became of it since. */
export function isFinished({ status }: Pick<PlannedCredit, 'status'>): boolean {
  return finished.has(status);
}

const never = '9999';

/** `out`: finished, or to be finished, outside the dates. `undated`: nobody said when, and they do not hold on every day. */
export function timing(
  window: Pick<Recommendation, 'effectiveFrom' | 'effectiveTo'>,
  credit: PlannedCredit,
  today: string,
): 'in' | 'undated' | 'out' {
  const { effectiveFrom: from = '', effectiveTo: to = never } = window;
  const { completedOn } = credit;
  if (completedOn !== undefined) return completedOn < from || completedOn > to ? 'out' : 'in';
  const soonest = isFinished(credit) ? '' : today;
  if (soonest > to) return 'out';
  return to < never || from > soonest ? 'undated' : 'in';
}

/** True if the credit is, or would be, finished before the dates begin. */
export function isEarly(window: Pick<Recommendation, 'effectiveFrom'>, credit: PlannedCredit, today: string): boolean {
  return window.effectiveFrom !== undefined && (credit.completedOn ?? today) < window.effectiveFrom;
}

/** Within how many years of today it was finished; `undefined` for what is still ahead of the student. */
export function ageOf(credit: PlannedCredit, today: string): AcceptedCredit['age'] {
  const { completedOn } = credit;
  if (completedOn === undefined) return isFinished(credit) ? 'not-known' : undefined;
  const years = Number(today.slice(0, 4)) - Number(completedOn.slice(0, 4));
  return Math.max(0, today.slice(4) > completedOn.slice(4) ? years + 1 : years);
}

/** True if a score was entered and is too low. */
export function isBelowScore(credit: PlannedCredit, minimum: number | undefined): boolean {
  return minimum !== undefined && credit.score !== undefined && credit.score < minimum;
}

/** Exams may carry a recommendation for each score. A score earns the highest it reaches; none yet, the lowest there is. */
export function forScore(all: readonly Recommendation[], score: number | undefined): Recommendation[] {
  const least = (one: Recommendation): number => one.minimumScore ?? 0;
  const order = score === undefined ? 1 : -1;
  return all.filter((one) => score === undefined || least(one) <= score).sort((a, b) => order * (least(a) - least(b)));
}
