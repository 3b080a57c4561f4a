import { needs, type Answers, type Need } from '../../planner/suitability/suitability-answers.ts';
import { needWords, questionWords } from '../../planner/suitability/wording-suitability.ts';
import { Checkbox } from '../planner/form/Checkbox.tsx';

type Value = Answers['needs'];
type Props = {
  readonly value: Value;
  readonly error: string | undefined;
  readonly onChange: (value: Value) => void;
};

/** What may lie in the way: any number of needs, or none, or no answer known. */
export function NeedsField({ value, error, onChange }: Props) {
  const { legend, hint } = questionWords.needs;
  const chosen = typeof value === 'object' ? value : [];
  const change = (need: Need, on: boolean) => {
    const next = needs.filter((one) => (one === need ? on : chosen.includes(one)));
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset
      class={error === undefined ? undefined : 'has-error'}
      aria-describedby={['for-you-needs-hint', error === undefined ? '' : 'for-you-needs-error'].join(' ').trim()}
    >
      <legend>{legend}</legend>
      <p class="hint" id="for-you-needs-hint">
        {hint}. Choose all that hold
      </p>
      {error !== undefined && (
        <p class="error-message" id="for-you-needs-error">
          <span class="visually-hidden">Error: </span>
          {error}
        </p>
      )}
      <div class="choices">
        {needs.map((need, at) => (
          <Checkbox
            key={need}
            id={at === 0 ? 'for-you-needs' : `for-you-needs-${need}`}
            label={needWords[need]}
            value={chosen.includes(need)}
            onChange={(on) => change(need, on)}
          />
        ))}
        <p class="quiet">or</p>
        {(['none', 'unsure'] as const).map((alone) => (
          <Checkbox
            key={alone}
            id={`for-you-needs-${alone}`}
            label={needWords[alone]}
            value={value === alone}
            onChange={(on) => onChange(on ? alone : undefined)}
          />
        ))}
      </div>
    </fieldset>
  );
}
