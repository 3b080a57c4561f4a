import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

function describedBy({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(error === undefined ? {} : { 'aria-invalid': true as const }),
  };
}

/** Label, hint, error, then the field itself. */
export function Field({ id, label, hint, error, children }: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class={error === undefined ? 'field' : 'field has-error'}>
      <label for={id}>{label}</label>
      <Notes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

function Notes({ id, hint, error }: Omit<FieldProps, 'label'>) {
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error-message" id={`${id}-error`}>
          <span class="visually-hidden">Error: </span>
          {error}
        </p>
      )}
    </>
  );
}

type InputProps = FieldProps & {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly kind?: 'text' | 'decimal' | 'numeric';
  readonly width?: 'short' | 'full';
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A field for a word or a number. Numbers are typed as text: people write them in many ways. */
export function TextField({ value, onInput, kind = 'text', width = 'full', inputRef = null, ...field }: InputProps) {
  return (
    <Field {...field}>
      <input
        ref={inputRef}
        id={field.id}
        class={width === 'short' ? 'input-short' : undefined}
        type="text"
        inputMode={kind}
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...describedBy(field)}
      />
    </Field>
  );
}

type SelectProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
};

/** A list to choose one of. Choosing changes nothing else by itself. */
export function SelectField({ value, onChange, children, ...field }: SelectProps) {
  return (
    <Field {...field}>
      <select
        id={field.id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...describedBy(field)}
      >
        {children}
      </select>
    </Field>
  );
}

type Choice = { readonly value: string; readonly label: string; readonly hint?: string };

type RadiosProps = Omit<FieldProps, 'label'> & {
  readonly legend: ComponentChildren;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Choice[];
};

/** One question, one answer. */
export function Radios({ id, legend, hint, error, value, onChange, choices }: RadiosProps) {
  return (
    <fieldset class={error === undefined ? undefined : 'has-error'} {...describedBy({ id, hint, error })}>
      <legend>{legend}</legend>
      <Notes id={id} hint={hint} error={error} />
      <div class="choices">
        {choices.map((choice, i) => (
          <div class="choice" key={choice.value}>
            <input
              type="radio"
              id={i === 0 ? id : `${id}-${i}`}
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <label for={i === 0 ? id : `${id}-${i}`}>
              {choice.label}
              {choice.hint !== undefined && <span class="hint choice-hint">{choice.hint}</span>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

type SummaryProps = {
  readonly problems: readonly { readonly id: string; readonly words: string }[];
  /** Another value with each time the form was sent. */
  readonly since: unknown;
};

/** The mistakes of a form, each a link to its field. It takes the focus each time the form is sent. */
export function ErrorSummary({ problems, since }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length === 0) return undefined;
    box.current?.focus();
    const title = document.title.replace(/^Error: /, '');
    document.title = `Error: ${title}`;
    return () => {
      document.title = title;
    };
  }, [since]);
  if (problems.length === 0) return null;
  const goTo = (event: Event, id: string) => {
    event.preventDefault();
    const field = document.getElementById(id);
    (field?.closest('.field, fieldset') ?? field)?.scrollIntoView();
    field?.focus({ preventScroll: true });
  };
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>There is a problem</h2>
      <ul>
        {problems.map(({ id, words }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
