import { useState } from 'preact/hooks';
import {
  checkNote,
  noteFields,
  type AnyNote,
  type NoteFields,
  type TrailMistake,
} from '../../planner/trail/trail-entry.ts';
import { DateFields } from '../planner/form/DateFields.tsx';
import { ErrorSummary, Radios, TextField } from '../planner/form/Fields.tsx';
import { errorOf, summaryOf } from './mistakes.ts';
import { useFields } from '../planner/form/use-fields.ts';

type Props<S extends string> = {
  /** Unlike that of any other form on the page. */
  readonly id: string;
  /** What it is about, for those who don't see where it stands. */
  readonly title: string;
  readonly note: AnyNote<S> | undefined;
  /** How it may stand, in words, besides being open. */
  readonly states: Readonly<Record<S, string>>;
  readonly open: string;
  /** Whether the student's own words and a link are kept too. */
  readonly withProof: boolean;
  readonly today: string;
  readonly onSave: (note: AnyNote<S> | undefined) => void;
};

/** How a step or a requirement stands, since when, and what proves it. */
export function NoteForm<S extends string>({
  id: form,
  title,
  note,
  states,
  open,
  withProof,
  today,
  onSave,
}: Props<S>) {
  const [fields, setFields] = useFields(noteFields(note));
  const [mistakes, setMistakes] = useState<readonly TrailMistake[]>([]);
  const id = (field: string) => `${form}-${field}`;
  const set = (field: keyof NoteFields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkNote(fields, Object.keys(states) as S[], today);
    setMistakes('mistakes' in checked ? checked.mistakes : []);
    if ('value' in checked) onSave(checked.value);
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary since={mistakes} problems={summaryOf(id, mistakes)} />
      <Radios
        id={id('state')}
        legend={
          <>
            How does it stand?<span class="visually-hidden"> {title}</span>
          </>
        }
        error={errorOf(mistakes, 'state')}
        value={fields.state}
        choices={Object.entries<string>({ open, ...states }).map(([value, label]) => ({ value, label }))}
        onChange={set('state')}
      />
      <DateFields
        id={id}
        legend="Since when (optional)"
        value={fields}
        error={errorOf(mistakes, 'day')}
        onInput={(part) => set(part)}
      />
      {withProof && (
        <>
          <TextField
            id={id('note')}
            label="Your note (optional)"
            hint="A reference number of your order, whom you asked. Not the number of your ID"
            error={errorOf(mistakes, 'note')}
            value={fields.note}
            onInput={set('note')}
          />
          <TextField
            id={id('link')}
            label="Link to the proof (optional)"
            hint="Your badge, your certificate, your order"
            error={errorOf(mistakes, 'link')}
            value={fields.link}
            onInput={set('link')}
          />
        </>
      )}
      <div class="actions">
        <button class="button" type="submit">
          Save<span class="visually-hidden">: {title}</span>
        </button>
      </div>
    </form>
  );
}
