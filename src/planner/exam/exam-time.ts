/** One exam slot on every clock that matters: the reader's, the one it was given in, and the proctor's. */
import { addDays, daysBetween } from '../days.ts';
import { instantOf, momentOf, offsetAt, wallTimeAt } from './time-zones.ts';
import type { Slot } from '../trail/calendar.ts';
import type { Moment, WallTime } from './time-zones.ts';

/** Hours that are the same on each day, in the time of a zone; past midnight where `to` is the earlier one. */
export type DailyHours = { readonly from: string; readonly to: string; readonly zone: string };

/** What the reader asks. */
export type ExamAsked = {
  /** What the exam is called; may be empty. */
  readonly name: string;
  readonly slot: Slot;
  /** The reader's zone. */
  readonly here: string;
  /** The zone of the proctor or test body, where it is known. */
  readonly proctor?: string | undefined;
  readonly hours?: 'always' | DailyHours | undefined;
};

/** The slot on one clock. */
export type ShownSlot = {
  readonly zone: string;
  readonly starts: WallTime;
  readonly ends: WallTime;
  /** Days between this clock's day and the day the slot was given on. */
  readonly daysLater: number;
  /** How far its clocks are ahead of universal time, in minutes. */
  readonly offset: number;
};

/** A night in which the clocks of a zone are changed, and by how many minutes: 60 is an hour forward. */
export type ClockChange = { readonly zone: string; readonly on: string; readonly minutes: number };

/** Everything there is to say about a slot. */
export type ExamTime = {
  readonly begins: number;
  readonly ends: number;
  /** Whether the time that was given happens once, twice or not at all that day. */
  readonly moment: Moment;
  /** The reader's clock first; each zone once. */
  readonly shown: readonly [ShownSlot, ...ShownSlot[]];
  /** Changes between now and the slot after which the difference between two of the clocks is another one. */
  readonly changes: readonly ClockChange[];
  /** True if some of it lies between 23 and 6 where the reader is. */
  readonly atNight: boolean;
  readonly past: boolean;
};

const minute = 60_000;

/** The slot on each clock, as seen at a moment. */
export function examTime({ slot, here, proctor }: ExamAsked, now: number): ExamTime {
  const moment = momentOf(slot, slot.zone);
  const begins = moment.instant;
  const ends = begins + slot.minutes * minute;
  const others = [slot.zone, ...(proctor === undefined ? [] : [proctor])].filter((zone) => zone !== here);
  const show = (zone: string): ShownSlot => {
    const starts = wallTimeAt(begins, zone);
    return {
      zone,
      starts,
      ends: wallTimeAt(ends, zone),
      daysLater: daysBetween(slot.on, starts.on),
      offset: offsetAt(begins, zone) / minute,
    };
  };
  const zones = [here, ...new Set(others)];
  const ahead = (zone: string, at: number): number => offsetAt(at, zone) - offsetAt(at, here);
  const shifted = begins > now && zones.some((zone) => ahead(zone, now) !== ahead(zone, begins));
  return {
    begins,
    ends,
    moment,
    shown: [show(here), ...[...new Set(others)].map(show)],
    changes: shifted ? zones.flatMap((zone) => clockChanges(zone, now, begins)) : [],
    atNight: isAtNight(begins, ends, here),
    past: ends <= now,
  };
}

/** The changes of a zone's clocks between two moments. */
export function clockChanges(zone: string, from: number, to: number): ClockChange[] {
  const found: ClockChange[] = [];
  for (let at = from; at < to; at += 24 * 60 * minute) {
    const until = Math.min(at + 24 * 60 * minute, to);
    const change = offsetAt(until, zone) - offsetAt(at, zone);
    if (change !== 0) found.push({ zone, on: changeBetween(zone, at, until), minutes: change / minute });
  }
  return found;
}

/** The day on which the clocks of a zone change, between two moments that differ. */
function changeBetween(zone: string, from: number, to: number): string {
  const before = offsetAt(from, zone);
  let [low, high] = [from, to];
  while (high - low > minute) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return wallTimeAt(low, zone).on;
}

/** From 23 to 6 most people sleep. */
function isAtNight(begins: number, ends: number, zone: string): boolean {
  for (let at = begins; at < ends; at += 5 * minute) if (isNight(at, zone)) return true;
  return isNight(ends - minute, zone);
}

function isNight(instant: number, zone: string): boolean {
  const { at } = wallTimeAt(instant, zone);
  return at >= '23:00' || at < '06:00';
}

/** A part of the day: where it begins and ends, in percent of the day's length. */
export type DayPart = { readonly from: number; readonly to: number };

/** The reader's day of the exam, as a strip. */
export type DayStrip = {
  readonly on: string;
  readonly slot: DayPart;
  readonly nights: readonly DayPart[];
  /** When the proctoring service is open; undefined where that is not known. */
  readonly open: readonly DayPart[] | undefined;
  /** True where the whole exam lies in opening hours, also past the day's end. */
  readonly slotIsOpen: boolean;
  /** Hours of the reader's clock, and where they stand. */
  readonly ticks: readonly { readonly at: string; readonly x: number }[];
};

/** The day as the reader's clock has it: shorter or longer by an hour where clocks are changed. */
export function dayStrip({ hours, here }: ExamAsked, { begins, ends, shown }: ExamTime): DayStrip {
  const { on } = shown[0].starts;
  const from = instantOf({ on, at: '00:00' }, here);
  const to = instantOf({ on: addDays(on, 1), at: '00:00' }, here);
  const x = (instant: number): number => ((Math.min(Math.max(instant, from), to) - from) / (to - from)) * 100;
  const at = (time: string): number => instantOf({ on, at: time }, here);
  const part = ([start, end]: Span): DayPart => ({ from: x(start), to: x(end) });
  const open = hours && joined(hours === 'always' ? [[from, Math.max(to, ends)]] : openSpans(hours, on));
  return {
    on,
    slot: part([begins, ends]),
    nights: [part([from, at('06:00')]), part([at('23:00'), to])],
    open: open?.filter(([start, end]) => end > from && start < to).map(part),
    slotIsOpen: open?.some(([start, end]) => start <= begins && ends <= end) ?? false,
    ticks: ['00:00', '06:00', '12:00', '18:00']
      .map((time) => ({ at: time, x: x(at(time)) }))
      .concat({ at: '24:00', x: 100 }),
  };
}

type Span = readonly [start: number, end: number];

/** Every opening that may touch a day in whichever zone, in their order. */
function openSpans({ from, to, zone }: DailyHours, on: string): Span[] {
  return [-2, -1, 0, 1, 2].map((days) => {
    const day = addDays(on, days);
    const closes = to > from ? day : addDays(day, 1);
    return [instantOf({ on: day, at: from }, zone), instantOf({ on: closes, at: to }, zone)];
  });
}

/** Openings that follow each other without a break are one. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const [start, end] of spans) {
    const last = found.at(-1);
    if (last && last[1] >= start) found[found.length - 1] = [last[0], Math.max(last[1], end)];
    else found.push([start, end]);
  }
  return found;
}
