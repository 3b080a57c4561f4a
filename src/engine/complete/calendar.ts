/** Days and months of study. Dates are ISO text; a month is a twelfth of a year. */
import type { Wishes } from './types.ts';

const daysAYear = 365.25;
const daysAMonth = daysAYear / 12;
/** Parts of an hour that rounding errors are smaller than. */
const rounding = 1e-6;

/** The day so many days later, part days counted whole. */
export function daysAfter(day: string, days: number): string {
  return dayOf(numberOf(day) + Math.ceil(days - rounding));
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** Days in 400 years, after which the calendar repeats itself, and in its shorter parts. */
const cycle = { fourCenturies: 146_097, century: 36_524, fourYears: 1_461, year: 365 };

/** Days since the first of March of the year 0. The leap day is the last of a year that begins in March. */
function numberOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const from = month > 2 ? year : year - 1;
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return from * cycle.year + leaps + daysBefore((month + 9) % 12) + date - 1;
}

/** Days from the first of March to the first of a month, counted from March. */
function daysBefore(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}

function dayOf(number: number): string {
  const era = Math.floor(number / cycle.fourCenturies);
  const inEra = number - era * cycle.fourCenturies;
  const centuries = Math.min(3, Math.floor(inEra / cycle.century));
  const inCentury = inEra - centuries * cycle.century;
  const fours = Math.floor(inCentury / cycle.fourYears);
  const inFour = inCentury - fours * cycle.fourYears;
  const years = Math.min(3, Math.floor(inFour / cycle.year));
  const inYear = inFour - years * cycle.year;
  const month = Math.floor((5 * inYear + 2) / 153);
  const year = 400 * era + 100 * centuries + 4 * fours + years + (month >= 10 ? 1 : 0);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(((month + 2) % 12) + 1)}-${two(inYear - daysBefore(month) + 1)}`;
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
