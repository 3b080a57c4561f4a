import { useState } from 'preact/hooks';
import { dateParts } from '../../planner/plan/entry-check.ts';
import type { OnEdit } from '../../planner/plan/edits.ts';
import { checkSlot, type SlotFields, type TrailMistake } from '../../planner/trail/trail-entry.ts';
import type { ExamSlot } from '../../planner/trail/trail-notes.ts';
import { DateFields } from '../planner/form/DateFields.tsx';
import { ErrorSummary, TextField } from '../planner/form/Fields.tsx';
import { zoneHere } from '../planner/device.ts';
import { siteAddress } from '../planner/use-catalog.ts';
import { CityField } from '../tools/CityField.tsx';
import { errorOf, summaryOf } from './mistakes.ts';
import { useFields } from '../planner/form/use-fields.ts';

type Props = {
  readonly credit: string;
  readonly title: string;
  readonly exam: ExamSlot | undefined;
  readonly onEdit: OnEdit;
};

/** When the exam is, on the clocks of which city. */
export function SlotForm({ credit, title, exam, onEdit }: Props) {
  const [fields, setFields] = useFields(fieldsOf(exam));
  const [mistakes, setMistakes] = useState<readonly TrailMistake[]>([]);
  const id = (field: string) => `trail-${credit}-slot-${field}`;
  const set = (field: keyof SlotFields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkSlot(fields);
    setMistakes('mistakes' in checked ? checked.mistakes : []);
    if ('value' in checked) onEdit({ kind: 'note-trail', credit, notes: { exam: checked.value } });
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary since={mistakes} problems={summaryOf(id, mistakes)} />
      <DateFields
        id={id}
        legend="Day of the exam"
        value={fields}
        error={errorOf(mistakes, 'day')}
        onInput={(part) => set(part)}
      />
      <TextField
        id={id('at')}
        label="Time"
        hint="As it was booked, like 19:30 or 7:30 pm"
        width="short"
        error={errorOf(mistakes, 'at')}
        value={fields.at}
        onInput={set('at')}
      />
      <CityField
        id={id('zone')}
        label="City whose clock it is"
        hint="Where the booking names no city, yours"
        error={errorOf(mistakes, 'zone')}
        zone={fields.zone}
        onChange={set('zone')}
      />
      {exam && (
        <p>
          <a href={`${siteAddress('tools/exam-time/')}#${new URLSearchParams({ ...exam, name: title }).toString()}`}>
            See it on your clock and the proctor’s
          </a>
          , or <a href={siteAddress('tools/exam-ready/')}>see whether you can take it from here</a>.
        </p>
      )}
      <div class="actions">
        <button class="button button-quiet" type="submit">
          Save the exam’s time<span class="visually-hidden">: {title}</span>
        </button>
      </div>
    </form>
  );
}

function fieldsOf(exam: ExamSlot | undefined): SlotFields {
  return { ...dateParts(exam?.on), at: exam?.at ?? '', zone: exam?.zone ?? zoneHere() };
}
