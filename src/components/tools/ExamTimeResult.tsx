import { calendarText, calendarType } from '../../planner/trail/calendar.ts';
import { dayStrip, type ExamAsked, type ExamTime } from '../../planner/exam/exam-time.ts';
import {
  aheadWords,
  changeWords,
  dateChangeWords,
  dayWords,
  momentWords,
  offsetWords,
  slotWords,
  timeWords,
  type ZoneName,
} from '../../planner/exam/wording-exam-time.ts';
import { saveText } from '../planner/keep/save-text.ts';
import { DayStrip } from './DayStrip.tsx';
import type { OpenService } from './open-service.ts';

type Props = {
  readonly asked: ExamAsked;
  readonly time: ExamTime;
  readonly nameOf: ZoneName;
  /** Whose hours they are; undefined where the reader typed them, or asked for none. */
  readonly service: OpenService | undefined;
};

/** The slot on every clock, what to watch out for, and the reader's day. */
export function ExamTimeResult({ asked, time, nameOf, service }: Props) {
  const [here, ...others] = time.shown;
  const moment = momentWords(time, asked.slot, nameOf);
  const strip = dayStrip(asked, time);
  const change = dateChangeWords(here.daysLater);
  return (
    <>
      <p class="exam-answer">
        <strong>{dayWords(here.starts.on)}</strong>
        <br />
        <strong>{slotWords(here)}</strong>
        <br />
        in {nameOf(here.zone)}, on your clock ({offsetWords(here.offset)})
      </p>
      {change !== '' && (
        <p class="note">
          Mind the date: where you are it is <strong>{change}</strong>. In {nameOf(asked.slot.zone)} it is{' '}
          {dayWords(asked.slot.on)}.
        </p>
      )}
      {moment !== '' && <p class="note">{moment}</p>}
      {time.past && <p class="note">This time has passed.</p>}
      {time.atNight && (
        <p class="note">Some of it lies between 23:00 and 6:00 where you are. Ask for another hour, if there is one.</p>
      )}
      {others.length > 0 && (
        <table class="table exam-clocks">
          <caption>The same time on other clocks</caption>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {others.map((shown) => (
              <tr key={shown.zone}>
                <th scope="row">{nameOf(shown.zone)}</th>
                <td>
                  {dayWords(shown.starts.on)}, {slotWords(shown)}
                  <br />
                  <span class="quiet small">
                    {offsetWords(shown.offset)}, {aheadWords(shown, here)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {time.changes.length > 0 && (
        <div class="note">
          <p>
            Before the exam, the difference between these clocks changes. A difference that you count today is wrong
            then.
          </p>
          <ul>
            {time.changes.map((one) => (
              <li key={`${one.zone} ${one.on}`}>{changeWords(one, nameOf)}</li>
            ))}
          </ul>
        </div>
      )}
      <figure class="exam-day">
        <figcaption>
          Your day, {dayWords(strip.on)}, on the clock of {nameOf(here.zone)}
        </figcaption>
        <DayStrip
          strip={strip}
          label={`Your day: the exam is from ${timeWords(here.starts.at)} to ${timeWords(here.ends.at)}.`}
        />
        <ul class="exam-legend" role="list">
          <li class="legend-slot">Your exam</li>
          {strip.open && <li class="legend-open">Open</li>}
          <li class="legend-night">Night, from 23:00 to 6:00</li>
        </ul>
        {asked.hours && (
          <p>
            {strip.slotIsOpen ? 'Your exam lies in ' : 'Some of your exam lies outside '}
            {service ? `the hours of ${service.name}. ${service.note}` : 'the hours that you typed.'}
          </p>
        )}
      </figure>
      <div class="actions no-print">
        <button class="button" type="button" onClick={() => saveCalendar(asked, time, nameOf)}>
          Add to calendar
        </button>
        <button class="button button-quiet" type="button" onClick={() => print()}>
          Print
        </button>
      </div>
      <p class="quiet small no-print">
        The button saves a file (.ics) that your calendar opens. The address of this page leads back to this answer:
        copy it to share it.
      </p>
    </>
  );
}

/** A calendar replaces an entry of the same name by the one saved last. */
function saveCalendar(asked: ExamAsked, { shown }: ExamTime, nameOf: ZoneName): void {
  const { name, slot } = asked;
  const id = name === '' ? `exam-time/${slot.on}T${slot.at}/${slot.zone}` : `exam-time/${name.toLowerCase()}`;
  const event = {
    id,
    title: name === '' ? 'Exam' : name,
    description: shown.map((one) => `${nameOf(one.zone)}: ${dayWords(one.starts.on)}, ${slotWords(one)}`).join('\n'),
    url: location.href,
    start: slot,
    remindDaysBefore: 1,
    revision: Math.floor(Date.now() / 60_000),
  };
  saveText('exam.ics', calendarText([event], new Date().toISOString()), calendarType);
}
