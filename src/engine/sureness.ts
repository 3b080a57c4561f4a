/** One order of certainties for every comparison. */
import type { AcceptedCredit, Certainty } from './types.ts';

const surestLast: readonly Certainty[] = ['unknown', 'recommended', 'reported', 'published', 'decided'];

/** 4 for decided … 0 for unknown. */
export function sureness(certainty: Certainty): number {
  return surestLast.indexOf(certainty);
}

/** The same of hours: where none are sure at least, as a date that is not known makes them, they are reported at most. */
export function surenessOfHours({ certainty, hours }: Pick<AcceptedCredit, 'certainty' | 'hours'>): number {
  return Math.min(sureness(certainty), sureness(hours.least > 0 ? 'decided' : 'reported'));
}
