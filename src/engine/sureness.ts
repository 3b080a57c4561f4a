/** One order of certainties for every comparison. */
import type { Certainty } from './types.ts';

const surestLast: readonly Certainty[] = ['unknown', 'recommended', 'reported', 'published', 'decided'];

/** 4 for decided … 0 for unknown. */
export function sureness(certainty: Certainty): number {
  return surestLast.indexOf(certainty);
}
