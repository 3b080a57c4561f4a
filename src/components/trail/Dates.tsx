import { calendarText, calendarType } from '../../planner/trail/calendar.ts';
import { daysBetween } from '../../planner/days.ts';
import type { OnEdit } from '../../planner/plan/edits.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { calendarOf } from '../../planner/trail/trail-calendar.ts';
import type { TrailEvent } from '../../planner/trail/trail-types.ts';
import { examTimeWords } from '../../planner/trail/wording-trail.ts';
import { dateWords } from '../../planner/wording.ts';
import { zoneHere } from '../planner/device.ts';
import { saveText } from '../planner/keep/save-text.ts';
import { siteAddress } from '../planner/use-catalog.ts';
import { Fold } from './Fold.tsx';
import { lazily } from './lazily.ts';

const DayForm = lazily(async () => (await import('./DayForm.tsx')).DayForm);

type Props = {
  readonly plan: Plan;
  readonly events: readonly TrailEvent[];
  /** The school's short name. */
  readonly school: string;
  readonly today: string;
  readonly onEdit: OnEdit;
  readonly onSay: (words: string) => void;
};

/** Every day of the plan on one line of time, in words, and as a file for a calendar. */
export function Dates({ plan, events, school, today, onEdit, onSay }: Props) {
  const here = zoneHere();
  const coming = events.filter(({ on }) => on >= today);
  const save = () => {
    const page = new URL(siteAddress('trail/'), location.origin).href;
    const entries = calendarOf(plan, events, today, page);
    saveText(`credit-map-dates-${today}.ics`, calendarText(entries, new Date().toISOString()), calendarType);
    onSay('The dates are in a file. Open it with your calendar.');
  };
  return (
    <section class="trail-dates" aria-labelledby="dates-title">
      <h2 id="dates-title">Your dates</h2>
      {coming.length === 0 ? (
        <p>No dates yet. They come from what you note: when a course ends, when the exam is, what was sent when.</p>
      ) : (
        <>
          <TimeLine events={coming} today={today} />
          <ol class="trail-days" role="list">
            {coming.map(({ id, kind, on, title, slot, certainty }) => (
              <li key={id} class={certainty === 'fixed' ? 'day-fixed' : 'day-expected'}>
                <strong>{dateWords(on)}</strong> <bdi>{title}</bdi>
                {slot && ` at ${examTimeWords(slot, here)}`}
                {certainty === 'expected' && kind !== 'expected' && <span class="quiet"> (expected)</span>}
              </li>
            ))}
          </ol>
          <div class="actions no-print">
            <button class="button" type="button" onClick={save}>
              Save the dates to your calendar (.ics)
            </button>
          </div>
          <p class="quiet small no-print">
            Save them again after changes: your calendar moves what it knows. It does not take out what is gone here.
          </p>
        </>
      )}
      <Fold
        summary={
          plan.startsOn === undefined
            ? `When do you start at ${school}?`
            : `You start at ${school} on ${dateWords(plan.startsOn)}`
        }
        about="Change the day"
      >
        {() => (
          <>
            <p>The school’s deadlines count from that day.</p>
            <DayForm
              id="starts"
              legend="Day on which you start, or plan to (optional)"
              save="Save the start"
              about={school}
              day={plan.startsOn}
              onSave={(startsOn) => onEdit({ kind: 'set-start', startsOn })}
            />
          </>
        )}
      </Fold>
    </section>
  );
}

/** The days as points on a line from today on. The list beneath says the same. */
function TimeLine({ events, today }: Pick<Props, 'events' | 'today'>) {
  const all = Math.max(1, daysBetween(today, events.at(-1)?.on ?? today));
  return (
    <svg class="trail-line" width="100%" height="16" aria-hidden="true">
      <line x1="0" x2="100%" y1="8" y2="8" />
      {events.map(({ id, on, certainty }) => (
        <circle
          key={id}
          class={certainty === 'fixed' ? 'point-fixed' : 'point-expected'}
          cx={`${1 + (daysBetween(today, on) / all) * 98}%`}
          cy="8"
          r="5"
        />
      ))}
    </svg>
  );
}
