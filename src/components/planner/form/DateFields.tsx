import type { DateParts } from '../../../planner/plan/entry-check.ts';

type DateProps = {
  /** The id of a field by its name: `day`, `month`, `year`. */
  readonly id: (field: string) => string;
  readonly legend: string;
  readonly value: DateParts;
  readonly error: string | undefined;
  readonly onInput: (field: keyof DateParts) => (value: string) => void;
};

/** A date in three fields, in the order people say it. */
export function DateFields({ id, legend, value, error, onInput }: DateProps) {
  const hint = id('date-hint');
  return (
    <fieldset
      class={error === undefined ? undefined : 'has-error'}
      aria-describedby={error === undefined ? hint : `${hint} ${id('date-error')}`}
    >
      <legend>{legend}</legend>
      <p class="hint" id={hint}>
        For example, 22 11 2026
      </p>
      {error !== undefined && (
        <p class="error-message" id={id('date-error')}>
          <span class="visually-hidden">Error: </span>
          {error}
        </p>
      )}
      <div class="date-fields">
        {(['day', 'month', 'year'] as const).map((part) => (
          <div class="field" key={part}>
            <label for={id(part)}>{{ day: 'Day', month: 'Month', year: 'Year' }[part]}</label>
            <input
              id={id(part)}
              class={part === 'year' ? 'input-year' : 'input-day'}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              value={value[part]}
              onInput={(event) => onInput(part)(event.currentTarget.value)}
              {...(error === undefined ? {} : { 'aria-invalid': true as const })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
