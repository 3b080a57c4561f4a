/** What is said about an exam slot. Both ways to tell the time are given: readers know one, the test body may use the other. */
import type { ClockChange, ExamTime, ShownSlot } from './exam-time.ts';

/** What the reader calls a zone: the city that was chosen for it. */
export type ZoneName = (zone: string) => string;

const days = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "Tuesday 8 December 2026" */
export function dayWords(on: string): string {
  return days.format(Date.parse(on)).replace(',', '');
}

/** "19:30 (7:30 pm)" */
export function timeWords(at: string): string {
  const [hour = '', minutes = ''] = at.split(':');
  return `${at} (${Number(hour) % 12 || 12}:${minutes} ${Number(hour) < 12 ? 'am' : 'pm'})`;
}

/** "19:30 (7:30 pm) to 21:00 (9:00 pm)", and the day it ends on where that is another one. */
export function slotWords({ starts, ends }: ShownSlot): string {
  const until = starts.on === ends.on ? '' : ` on ${dayWords(ends.on)}`;
  return `${timeWords(starts.at)} to ${timeWords(ends.at)}${until}`;
}

/** "the next day" for a clock that has another date than the one the slot was given on; empty for the same date. */
export function dateChangeWords(daysLater: number): string {
  if (daysLater === 0) return '';
  if (daysLater === 1) return 'the next day';
  return daysLater === -1 ? 'the day before' : `${Math.abs(daysLater)} days ${daysLater > 0 ? 'later' : 'earlier'}`;
}

/** "5 hours 45 minutes" */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    rest > 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** How another clock stands to the reader's: "10 hours 30 minutes behind you". */
export function aheadWords({ offset }: ShownSlot, here: ShownSlot): string {
  const minutes = offset - here.offset;
  if (minutes === 0) return 'the same time as yours';
  return `${lengthWords(minutes)} ${minutes > 0 ? 'ahead of' : 'behind'} you`;
}

/** "UTC+5:30" */
export function offsetWords(offset: number): string {
  if (offset === 0) return 'UTC';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? '−' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

/** Said where the time that was given happens twice, or not at all. */
export function momentWords(
  { moment }: ExamTime,
  given: { readonly at: string; readonly zone: string },
  nameOf: ZoneName,
): string {
  const city = nameOf(given.zone);
  switch (moment.kind) {
    case 'once':
      return '';
    case 'twice':
      return `Clocks in ${city} are put back that night, so ${given.at} comes twice. This is the first one. Ask which is meant: the second is ${lengthWords((moment.second - moment.instant) / 60_000)} later.`;
    case 'skipped':
      return `Clocks in ${city} are put forward that night, so ${given.at} does not exist. It is read as ${moment.later.at}. Ask which time is meant.`;
  }
}

/** "Clocks in New York are put forward by 1 hour on Sunday 14 March 2027." */
export function changeWords({ zone, on, minutes }: ClockChange, nameOf: ZoneName): string {
  return `Clocks in ${nameOf(zone)} are put ${minutes > 0 ? 'forward' : 'back'} by ${lengthWords(minutes)} on ${dayWords(on)}.`;
}
