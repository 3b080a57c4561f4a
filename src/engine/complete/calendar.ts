/** Days and months of study. Dates are ISO text; a month is a twelfth of a year. */
import type { Wishes } from './types.ts';

const daysAYear = 365.25;
const daysAMonth = daysAYear / 12;
const msADay = 86_400_000;
/** Parts of an hour that rounding errors are smaller than. */
const rounding = 1e-6;

/** The day so many days later, part days counted whole. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + Math.ceil(days - rounding) * msADay).toISOString().slice(0, 10);
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msADay);
}

/** Months from one day to another, to the tenth. */
export function monthsBetween(from: string, to: string): number {
  return Math.round((daysBetween(from, to) / daysAMonth) * 10) / 10;
}

/** Hours of study in a month. */
export function studyInMonth({ hoursAWeek }: Pick<Wishes, 'hoursAWeek'>): number {
  return (hoursAWeek * daysAMonth) / 7;
}

/** Whole months that so much study takes, at least one. */
export function monthsFor(studyHours: number, wishes: Pick<Wishes, 'hoursAWeek'>): number {
  return Math.max(1, Math.ceil(studyHours / studyInMonth(wishes) - rounding));
}

/** The day on which so much study is done, if it begins on this one. */
export function dayAfterStudy(start: string, studyHours: number, { hoursAWeek }: Pick<Wishes, 'hoursAWeek'>): string {
  return daysAfter(start, (studyHours / hoursAWeek) * 7);
}

/** Hours of study that go between two days. */
export function studyBetween(from: string, to: string, { hoursAWeek }: Pick<Wishes, 'hoursAWeek'>): number {
  return Math.max(0, (daysBetween(from, to) / 7) * hoursAWeek);
}

/** The last day of so many months from this day. */
export function monthsAfter(day: string, months: number): string {
  return daysAfter(day, months * daysAMonth);
}

/** The first day, this one or later, that lies in one of these months of the year. */
export function firstDayIn(months: readonly number[] | undefined, day: string): string {
  if (!months?.length) return day;
  for (let at = day; ; at = firstOfNextMonth(at)) {
    if (months.includes(Number(at.slice(5, 7)))) return at;
  }
}

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
