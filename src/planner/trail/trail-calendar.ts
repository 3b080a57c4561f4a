/** The days of a plan as entries of a calendar. */
import type { CalendarEvent } from './calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { isZone, placeOf } from '../exam/time-zones.ts';
import type { TrailEvent, TrailEventKind } from './trail-types.ts';
import { dateWords } from '../wording.ts';

/** How many days before a calendar reminds. A day on which an answer is expected needs no preparing. */
const remindBefore: Readonly<Record<TrailEventKind, number>> = {
  exam: 1,
  finish: 7,
  'course-ends': 7,
  lapse: 14,
  'window-closes': 14,
  expected: 0,
  renewal: 2,
  'school-deadline': 14,
  'school-starts': 7,
  'appeal-closes': 7,
};

/** How long an exam's entry is, where the plan does not know how long the exam takes. */
const examMinutes = 60;

/**
 * Entries for today and every later day. Ids stay with the plan and with what the day is about, so that a newer file moves
 * entries and does not double them. An exam in a zone that this device does not know is a whole day. `page` is the address where the plan is worked on.
 */
export function calendarOf(
  { id, revision }: Pick<Plan, 'id' | 'revision'>,
  events: readonly TrailEvent[],
  today: string,
  page: string,
): readonly CalendarEvent[] {
  return events
    .filter(({ on }) => on >= today)
    .map((event) => ({
      id: `${id}.${event.id}`,
      title: event.title,
      description: descriptionOf(event),
      url: page,
      start: event.slot && isZone(event.slot.zone) ? { ...event.slot, minutes: examMinutes } : event.on,
      remindDaysBefore: remindBefore[event.kind],
      revision,
    }));
}

function descriptionOf({ slot, certainty, on }: TrailEvent): string {
  if (slot) {
    return `It was booked for ${dateWords(slot.on)}, ${slot.at}, in the time of ${placeOf(slot.zone)}. How long it takes is not known here: this entry takes ${examMinutes} minutes.`;
  }
  return certainty === 'fixed'
    ? 'From your plan.'
    : `Worked out from your plan and usual times: ${dateWords(on)} is not a promise.`;
}
