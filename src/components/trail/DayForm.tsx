import { useState } from 'preact/hooks';
import { dateParts } from '../../planner/plan/entry-check.ts';
import { checkDay, type TrailMistake } from '../../planner/trail/trail-entry.ts';
import { DateFields } from '../planner/form/DateFields.tsx';
import { ErrorSummary } from '../planner/form/Fields.tsx';
import { errorOf, summaryOf } from './mistakes.ts';
import { useFields } from '../planner/form/use-fields.ts';

type Props = {
  readonly id: string;
  readonly legend: string;
  /** What the button says, and of what. */
  readonly save: string;
  readonly about: string;
  readonly day: string | undefined;
  readonly onSave: (day: string | undefined) => void;
};

/** One day, to note or to take back by emptying it. */
export function DayForm({ id: form, legend, save, about, day, onSave }: Props) {
  const [fields, setFields] = useFields(dateParts(day));
  const [mistakes, setMistakes] = useState<readonly TrailMistake[]>([]);
  const id = (field: string) => `${form}-${field}`;
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkDay(fields);
    setMistakes('mistakes' in checked ? checked.mistakes : []);
    if ('value' in checked) onSave(checked.value);
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary since={mistakes} problems={summaryOf(id, mistakes)} />
      <DateFields
        id={id}
        legend={legend}
        value={fields}
        error={errorOf(mistakes, 'day')}
        onInput={(part) => (value) => setFields((before) => ({ ...before, [part]: value }))}
      />
      <div class="actions">
        <button class="button button-quiet" type="submit">
          {save}
          <span class="visually-hidden">: {about}</span>
        </button>
      </div>
    </form>
  );
}
