/** An exam slot on the reader's clock. This component holds the state; nothing is fetched. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  checkExamTime,
  examTimeFromLink,
  examTimeLink,
  typedHours,
  type ExamFields,
  type ExamTimeProblem,
} from '../../planner/exam-time-form.ts';
import { examTime, type ExamAsked } from '../../planner/exam-time.ts';
import { cityOf, type City } from '../../planner/zone-cities.ts';
import { DateFields } from '../planner/DateFields.tsx';
import { zoneHere } from '../planner/device.ts';
import { ErrorSummary, SelectField, TextField } from '../planner/Fields.tsx';
import { CityField } from './CityField.tsx';
import { ExamTimeResult } from './ExamTimeResult.tsx';

/** A service whose hours are known. */
export type OpenService = {
  readonly id: string;
  readonly name: string;
  readonly hours: NonNullable<ExamAsked['hours']>;
  /** The hours in words, and what must be known to read them right. */
  readonly note: string;
};

const empty: ExamFields = {
  name: '',
  day: '',
  month: '',
  year: '',
  at: '',
  zone: '',
  minutes: '120',
  here: '',
  proctor: '',
  hours: '',
  from: '',
  to: '',
};

export function ExamTime({ services }: { readonly services: readonly OpenService[] }) {
  const [fields, setFields] = useState<ExamFields>(empty);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<readonly ExamTimeProblem[]>([]);
  const [answered, setAnswered] = useState<{ readonly asked: ExamAsked; readonly service: OpenService | undefined }>();
  const [sent, setSent] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  const hours = useMemo(() => new Map(services.map((service) => [service.id, service.hours])), [services]);
  const time = useMemo(() => answered && examTime(answered.asked, Date.now()), [answered]);
  const nameOf = (zone: string) => names[zone] ?? cityOf(zone).name;

  const answer = (filled: ExamFields) => {
    const checked = checkExamTime(filled, hours);
    setProblems('problems' in checked ? checked.problems : []);
    const service = services.find(({ id }) => id === filled.hours);
    setAnswered('asked' in checked ? { asked: checked.asked, service } : undefined);
    return 'asked' in checked;
  };
  useLayoutEffect(() => {
    const open = () => {
      const linked = examTimeFromLink(location.hash);
      if (!linked) return;
      const filled = { ...empty, here: zoneHere(), ...linked };
      setFields(filled);
      // An address that names no slot fills the fields it can; that is no mistake of the reader's.
      if (linked.day !== undefined && linked.at !== undefined && linked.zone !== undefined) answer(filled);
    };
    set('here')(zoneHere());
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);
  useEffect(() => {
    if (sent > 0 && answered) title.current?.focus();
  }, [sent]);

  const set = (field: keyof ExamFields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const setCity = (field: keyof ExamFields) => (zone: string, city?: City) => {
    set(field)(zone);
    if (city) setNames((before) => ({ ...before, [zone]: city.name }));
  };
  const errorOf = (field: ExamTimeProblem['field']) => problems.find((problem) => problem.field === field)?.words;
  const submit = (event: Event) => {
    event.preventDefault();
    if (answer(fields)) history.replaceState(null, '', `#${examTimeLink(fields, zoneHere())}`);
    setSent(sent + 1);
  };
  return (
    <div class="exam-tool">
      <form class="form" noValidate onSubmit={submit}>
        <ErrorSummary
          since={problems}
          problems={problems.map(({ field, words }) => ({ id: `exam-${field === 'date' ? 'day' : field}`, words }))}
        />
        <DateFields
          id={(field) => `exam-${field}`}
          legend="Date of the exam"
          value={fields}
          error={errorOf('date')}
          onInput={set}
        />
        <TextField
          id="exam-at"
          label="Time it starts"
          hint="For example, 19:30 or 7:30 pm"
          error={errorOf('at')}
          width="short"
          value={fields.at}
          onInput={set('at')}
        />
        <CityField
          id="exam-zone"
          label="In the time of"
          hint="A city, as the booking page names it, or “Eastern Time”"
          error={errorOf('zone')}
          zone={fields.zone}
          onChange={setCity('zone')}
        />
        <TextField
          id="exam-minutes"
          label="How long it takes, in minutes"
          error={errorOf('minutes')}
          kind="numeric"
          width="short"
          value={fields.minutes}
          onInput={set('minutes')}
        />
        <CityField
          id="exam-here"
          label="Your city"
          hint="Your device’s clock says this one. Change it if you take the exam elsewhere"
          error={errorOf('here')}
          zone={fields.here}
          onChange={setCity('here')}
        />
        <details class="exam-more" open={fields.proctor !== '' || fields.hours !== '' || fields.name !== ''}>
          <summary>Proctor, opening hours, name (optional)</summary>
          <div class="stack-small">
            <CityField
              id="exam-proctor"
              label="City of the proctor or test body (optional)"
              error={errorOf('proctor')}
              zone={fields.proctor}
              onChange={setCity('proctor')}
            />
            <SelectField
              id="exam-hours"
              label="Opening hours to show on your day (optional)"
              hint="Only services whose hours we found are listed"
              value={fields.hours}
              onChange={set('hours')}
            >
              <option value="">None</option>
              <option value={typedHours}>Hours that I type</option>
              {services.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            {fields.hours === typedHours && (
              <>
                <TextField
                  id="exam-from"
                  label="Opens at"
                  hint="On the clock of the proctor’s city, or of the exam’s if you named none"
                  error={errorOf('from')}
                  width="short"
                  value={fields.from}
                  onInput={set('from')}
                />
                <TextField
                  id="exam-to"
                  label="Closes at"
                  error={errorOf('to')}
                  width="short"
                  value={fields.to}
                  onInput={set('to')}
                />
              </>
            )}
            <TextField
              id="exam-name"
              label="Name of the exam, for your calendar (optional)"
              value={fields.name}
              onInput={set('name')}
            />
          </div>
        </details>
        <div class="actions">
          <button class="button" type="submit">
            Show my time
          </button>
        </div>
      </form>
      {answered && time && (
        <section class="stack-small exam-result" aria-labelledby="exam-time-answer">
          <h2 id="exam-time-answer" tabIndex={-1} ref={title}>
            {answered.asked.name || 'Your exam'}
          </h2>
          <ExamTimeResult asked={answered.asked} time={time} nameOf={nameOf} service={answered.service} />
        </section>
      )}
    </div>
  );
}
