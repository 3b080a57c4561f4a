import type { TrailMistake } from '../../planner/trail/trail-entry.ts';

/** The words beside a field, where something is wrong with it. */
export function errorOf(mistakes: readonly TrailMistake[], field: string): string | undefined {
  return mistakes.find((mistake) => mistake.field === field)?.words;
}

/** The mistakes for the summary of a form. `id` gives the id of a field by its name. */
export function summaryOf(id: (field: string) => string, mistakes: readonly TrailMistake[]) {
  return mistakes.map(({ field, words }) => ({ id: id(field), words }));
}
