import { typedHours, type ExamFields, type ExamTimeProblem } from '../../planner/exam/exam-time-form.ts';
import type { City } from '../../planner/exam/zone-cities.ts';
import { DateFields } from '../planner/form/DateFields.tsx';
import { ErrorSummary, SelectField, TextField } from '../planner/form/Fields.tsx';
import { CityField } from './CityField.tsx';
import type { OpenService } from './open-service.ts';

type Props = {
  readonly fields: ExamFields;
  readonly problems: readonly ExamTimeProblem[];
  readonly services: readonly OpenService[];
  readonly onField: (field: keyof ExamFields) => (value: string) => void;
  readonly onCity: (field: keyof ExamFields) => (zone: string, city?: City) => void;
  readonly onSubmit: () => void;
};

/** What is asked about the slot: when, on which clock, and for whom. */
export function ExamTimeForm({ fields, problems, services, onField: set, onCity: setCity, onSubmit }: Props) {
  const errorOf = (field: ExamTimeProblem['field']) => problems.find((problem) => problem.field === field)?.words;
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    // Its page has it before its script: nothing is to happen to it until then.
    <form class="form" method="dialog" noValidate onSubmit={submit}>
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
  );
}
