/** What a school's own hours cost. */
import type { School } from '../../schemas/school.ts';
import { fromCents, toCents } from './prices.ts';
import type { TuitionPart } from './types.ts';

/** A quarter hour is two thirds of a semester hour. */
const quarterHours = 1.5;

/** The current prices of the school, with what the hours cost where they are by the hour. */
export function tuitionFor({ tuition }: Pick<School, 'tuition'>, semesterHours: number): TuitionPart[] {
  return tuition
    .filter(({ current }) => current)
    .map((line) => {
      const { priceUsd, per } = line;
      const perHour = per === 'semester-hour' ? priceUsd : per === 'quarter-hour' ? priceUsd * quarterHours : undefined;
      return perHour === undefined
        ? { line }
        : { line, totalUsd: fromCents(Math.round(toCents(perHour) * semesterHours)) };
    });
}
