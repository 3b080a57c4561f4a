/**
 * Dates as a calendar file (RFC 5545), for any calendar on any device. A slot is written as a moment in universal time, which
 * every calendar shows in the zone its reader is in; a day has no zone and stays that day everywhere.
 */
import { addDays } from '../days.ts';
import { instantOf, type WallTime } from '../exam/time-zones.ts';

/** A time of day in an IANA zone, and how long it takes. */
export type Slot = WallTime & { readonly zone: string; readonly minutes: number };

/** One entry of the calendar. */
export type CalendarEvent = {
  /** Stays the same for as long as the entry is about the same thing, unlike that of every other entry of the reader. */
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** Where to read more: an http or https address. Anything else is left out. */
  readonly url?: string | undefined;
  /** A whole day, as ISO text, or a slot. */
  readonly start: string | Slot;
  /**
   * When the calendar reminds: so many days before. A day reminds at nine in the morning; a slot at its own time of day, and
   * an hour before where this is 0. Absent: it doesn't.
   */
  readonly remindDaysBefore?: number | undefined;
  /** A number that is higher each time the entry has changed. A calendar then replaces what it has. */
  readonly revision?: number | undefined;
};

/** The kind of file, for the browser. */
export const calendarType = 'text/calendar;charset=utf-8';

/** The text of the file. `madeAt` is the moment it is made, as ISO text. A calendar needs at least one entry. */
export function calendarText(events: readonly CalendarEvent[], madeAt: string): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Credit Map//Credit Map//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => entryLines(event, universal(Date.parse(madeAt)))),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

/** What a calendar knows an entry by. It stays the same in every file. */
export function calendarUid(id: string): string {
  return `${encodeURIComponent(wellFormed(id))}@credit-map`;
}

function entryLines(event: CalendarEvent, stamp: string): string[] {
  const { id, title, start, remindDaysBefore, revision = 0 } = event;
  const url = webAddress(event.url);
  // Several calendars show no address, so the text ends with it.
  const description = [event.description, url].filter(Boolean).join('\n\n');
  return [
    'BEGIN:VEVENT',
    `UID:${calendarUid(id)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${revision}`,
    ...timeLines(start),
    `SUMMARY:${escaped(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    ...(remindDaysBefore === undefined ? [] : reminderLines(title, start, remindDaysBefore)),
    'END:VEVENT',
  ];
}

/** A day doesn't make its reader busy, a slot does. */
function timeLines(start: string | Slot): string[] {
  if (typeof start === 'string') {
    const [from, to] = [start, addDays(start, 1)].map((day) => day.replaceAll('-', ''));
    return [`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${to}`, 'TRANSP:TRANSPARENT'];
  }
  const begins = instantOf(start, start.zone);
  return [`DTSTART:${universal(begins)}`, `DTEND:${universal(begins + start.minutes * 60_000)}`, 'TRANSP:OPAQUE'];
}

function reminderLines(title: string, start: string | Slot, daysBefore: number): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${typeof start === 'string' ? triggerOfDay(daysBefore) : triggerOfSlot(daysBefore)}`,
    'END:VALARM',
  ];
}

/** A day begins at midnight; nine in the morning of the day before is 15 hours earlier. */
function triggerOfDay(daysBefore: number): string {
  return daysBefore === 0 ? 'PT9H' : `-P${daysBefore - 1}DT15H`;
}

function triggerOfSlot(daysBefore: number): string {
  return daysBefore === 0 ? '-PT1H' : `-P${daysBefore}D`;
}

/** `20261208T140000Z` */
function universal(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** The address in letters that end no line; undefined where it isn't one of the web. */
function webAddress(url: string | undefined): string | undefined {
  try {
    const { protocol, href } = new URL(url ?? '');
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Text as a value: line ends as `\n`, nothing in it that a calendar would read as its own, no control characters. */
function escaped(text: string): string {
  return wellFormed(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|[\n\u2028\u2029]/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** Half a pair of code units is no letter and has no bytes. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

/** A line is at most 75 bytes long; it goes on after a line end and a space. No letter is cut. */
function folded(line: string): string {
  const lines = [''];
  let room = 75;
  for (const letter of line) {
    const bytes = bytesOf(letter);
    if (bytes > room) {
      lines.push('');
      room = 74;
    }
    lines[lines.length - 1] += letter;
    room -= bytes;
  }
  return lines.join('\r\n ');
}

/** How many bytes a letter takes in UTF-8. */
function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
