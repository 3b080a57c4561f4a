/** Days as ISO text: "2026-11-28". No local clock comes in: a day is a day everywhere. */

const dayMs = 86_400_000;
/** Years have four digits: no day lies after this one. */
const lastDay = '9999-12-31';

/** The day so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return dayAt(Date.parse(day) + days * dayMs);
}

/** The same day so many months later; the last day of a month that is too short for it. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  if (count >= 120_000) return lastDay;
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  return addDays(first, Math.min(date, daysInMonth(first)) - 1);
}

/** The day so many business days later: Saturdays and Sundays are not counted. */
export function addBusinessDays(day: string, days: number): string {
  const weeks = Math.floor(days / 5);
  let at = addDays(day, weeks * 7);
  for (let left = days % 5; left > 0;) {
    at = addDays(at, 1);
    if (!isWeekend(at)) left -= 1;
  }
  while (days > 0 && isWeekend(at) && at < lastDay) at = addDays(at, 1);
  return at;
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

function dayAt(time: number): string {
  return time > Date.parse(lastDay) ? lastDay : new Date(time).toISOString().slice(0, 10);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(Date.parse(day)).getUTCDay());
}

function daysInMonth(first: string): number {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
