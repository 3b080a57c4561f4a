/** What a school's own hours cost. */
import type { School, Tuition } from '../../schemas/school.ts';
import { fromCents, toCents } from './prices.ts';
import type { TuitionPart } from './types.ts';

/** A quarter hour is two thirds of a semester hour. */
const quarterHours = 1.5;

/** For so many years the last known price of the past is still shown. */
const mostYears = 5;

/** Prices toward a degree: those in use, then the last known one of what has none in use. `today` is an ISO date. */
export function tuitionToward(tuition: readonly Tuition[], today: string): readonly Tuition[] {
  const toward = tuition.filter(({ visiting }) => !visiting);
  const oldest = String(Number(today.slice(0, 4)) - mostYears);
  const isLast = ({ what, year = '' }: Tuition): boolean =>
    year >= oldest && !toward.some((other) => other.what === what && (other.current || (other.year ?? '') > year));
  return [...toward.filter(({ current }) => current), ...toward.filter((line) => !line.current && isLast(line))];
}

/** These prices of the school, with what the hours cost where they are by the hour. */
export function tuitionFor({ tuition }: Pick<School, 'tuition'>, semesterHours: number, today: string): TuitionPart[] {
  return tuitionToward(tuition, today).map((line) => {
    const { priceUsd, per } = line;
    const perHour = per === 'semester-hour' ? priceUsd : per === 'quarter-hour' ? priceUsd * quarterHours : undefined;
    return perHour === undefined
      ? { line }
      : { line, totalUsd: fromCents(Math.round(toCents(perHour) * semesterHours)) };
  });
}

/** Those lines of which it can be said what the hours cost. */
export function withSums(parts: readonly TuitionPart[]): (TuitionPart & { readonly totalUsd: number })[] {
  return parts.flatMap(({ line, totalUsd }) => (totalUsd === undefined ? [] : [{ line, totalUsd }]));
}
