import { useState } from 'preact/hooks';
import type { OnEdit } from '../../planner/plan/edits.ts';
import { checkName, type TrailMistake } from '../../planner/trail/trail-entry.ts';
import { idKinds, type Identity } from '../../planner/trail/trail-notes.ts';
import { idKindWords } from '../../planner/trail/wording-trail-notes.ts';
import { countries, countryName } from '../../planner/exam/zone-cities.ts';
import { ErrorSummary, SelectField, TextField } from '../planner/form/Fields.tsx';
import { errorOf, summaryOf } from './mistakes.ts';
import { useFields } from '../planner/form/use-fields.ts';

type Props = { readonly identity: Identity | undefined; readonly onEdit: OnEdit };

/** The name on the ID, what it is and which country issued it. Never its number, never a picture. */
export function IdentityForm({ identity, onEdit }: Props) {
  const [fields, setFields] = useFields(fieldsOf(identity));
  const [mistakes, setMistakes] = useState<readonly TrailMistake[]>([]);
  const id = (field: string) => `identity-${field}`;
  const set = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkName(fields.name, 'name');
    setMistakes('mistakes' in checked ? checked.mistakes : []);
    if ('mistakes' in checked) return;
    const kind = idKinds.find((one) => one === fields.kind);
    const next: Identity = {
      ...(checked.value === undefined ? {} : { nameOnId: checked.value }),
      ...(kind === undefined ? {} : { idKind: kind }),
      ...(fields.country === '' ? {} : { idCountry: fields.country }),
    };
    onEdit({ kind: 'set-identity', identity: Object.keys(next).length > 0 ? next : undefined });
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary since={mistakes} problems={summaryOf(id, mistakes)} />
      <p>
        A name that differs can stop an exam or a record. Note the name as your ID prints it, to compare. Don’t enter
        the number of the ID: this page has no place for it.
      </p>
      <TextField
        id={id('name')}
        label="Name on the ID (optional)"
        hint="Letter by letter, with accents, in its order"
        error={errorOf(mistakes, 'name')}
        value={fields.name}
        onInput={set('name')}
      />
      <SelectField id={id('kind')} label="Kind of ID (optional)" value={fields.kind} onChange={set('kind')}>
        <option value="">Not noted</option>
        {idKinds.map((kind) => (
          <option key={kind} value={kind}>
            {idKindWords[kind]}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={id('country')}
        label="Country that issued it (optional)"
        value={fields.country}
        onChange={set('country')}
      >
        <option value="">Not noted</option>
        {sortedCountries().map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <div class="actions">
        <button class="button button-quiet" type="submit">
          Save these
        </button>
      </div>
    </form>
  );
}

function fieldsOf(identity: Identity | undefined): Record<'name' | 'kind' | 'country', string> {
  return { name: identity?.nameOnId ?? '', kind: identity?.idKind ?? '', country: identity?.idCountry ?? '' };
}

function sortedCountries(): readonly (readonly [code: string, name: string])[] {
  return countries
    .map((code) => [code, countryName(code)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, 'en'));
}
