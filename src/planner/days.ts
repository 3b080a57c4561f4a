/** Days as ISO text: "2026-11-28". No local clock comes in: a day is a day everywhere. */

const dayMs = 86_400_000;
/** Years have four digits: no day lies outside these two. */
const [firstDay, lastDay] = ['0000-01-01', '9999-12-31'] as const;

/** The day so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  const time = Date.parse(day) + days * dayMs;
  if (time <= Date.parse(firstDay)) return firstDay;
  return time >= Date.parse(lastDay) ? lastDay : new Date(time).toISOString().slice(0, 10);
}

/** The same day so many months later, or earlier; the last day of a month that is too short for it. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  if (count < 0) return firstDay;
  if (count >= 120_000) return lastDay;
  const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const first = `${String(inYear).padStart(4, '0')}-${String(inMonth).padStart(2, '0')}-01`;
  return addDays(first, Math.min(date, daysInMonth(inYear, inMonth)) - 1);
}

/** How many days a weekend's day lies after its Friday, by the day of the week; 0 is Sunday. */
const afterFriday: Readonly<Record<number, number>> = { 6: 1, 0: 2 };

/** The day so many business days later. Saturdays and Sundays are not counted: what begins on one begins on the Friday. */
export function addBusinessDays(day: string, days: number): string {
  if (days === 0) return day;
  const from = addDays(day, -(afterFriday[weekdayOf(day)] ?? 0));
  const rest = days % 5;
  // A rest that reaches past the Friday goes over one more weekend.
  const weekend = weekdayOf(from) + rest > 5 ? 2 : 0;
  return addDays(from, Math.floor(days / 5) * 7 + rest + weekend);
}

/** The day so many days later, of all days or of business days. */
export function addCounted(day: string, days: number, unit: 'days' | 'business-days'): string {
  return unit === 'days' ? addDays(day, days) : addBusinessDays(day, days);
}

/** How many days lie between: 1 from today to tomorrow. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The latest of these days, or `undefined` of none. */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  return days.reduce((last, day) => (day !== undefined && (last === undefined || day > last) ? day : last), undefined);
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

function daysInMonth(year: number, month: number): number {
  // The calendar repeats every 400 years, and `Date.UTC` takes the years 0 to 99 for those of the last century.
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
