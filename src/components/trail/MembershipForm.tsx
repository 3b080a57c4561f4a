import { useState } from 'preact/hooks';
import { dateParts } from '../../planner/plan/entry-check.ts';
import type { OnEdit } from '../../planner/plan/edits.ts';
import { checkMembership, type TrailMistake } from '../../planner/trail/trail-entry.ts';
import type { Membership } from '../../planner/trail/trail-notes.ts';
import type { Renewal } from '../../planner/trail/trail-types.ts';
import { DateFields } from '../planner/form/DateFields.tsx';
import { ErrorSummary, TextField } from '../planner/form/Fields.tsx';
import { errorOf, summaryOf } from './mistakes.ts';
import { useFields } from '../planner/form/use-fields.ts';

type Props = {
  readonly credit: string;
  readonly title: string;
  readonly membership: Membership | undefined;
  /** The memberships that the provider offers. */
  readonly renewals: readonly Renewal[];
  readonly onEdit: OnEdit;
};

/** A membership that is paid month by month: its renewals are days of the plan. */
export function MembershipForm({ credit, title, membership, renewals, onEdit }: Props) {
  const [fields, setFields] = useFields(fieldsOf(membership));
  const [mistakes, setMistakes] = useState<readonly TrailMistake[]>([]);
  const id = (field: string) => `trail-${credit}-membership-${field}`;
  const set = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const submit = (event: Event) => {
    event.preventDefault();
    const checked = checkMembership(fields);
    setMistakes('mistakes' in checked ? checked.mistakes : []);
    if ('value' in checked) onEdit({ kind: 'note-trail', credit, notes: { membership: checked.value } });
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary since={mistakes} problems={summaryOf(id, mistakes)} />
      <DateFields
        id={id}
        legend="Day on which you began to pay"
        value={fields}
        error={errorOf(mistakes, 'day')}
        onInput={(part) => set(part)}
      />
      <TextField
        id={id('months')}
        label="It renews every so many months"
        hint={renewals.map(({ what, months }) => `${what}: ${months}`).join('. ') || undefined}
        kind="numeric"
        width="short"
        error={errorOf(mistakes, 'months')}
        value={fields.months}
        onInput={set('months')}
      />
      <div class="actions">
        <button class="button button-quiet" type="submit">
          Save the membership<span class="visually-hidden">: {title}</span>
        </button>
      </div>
    </form>
  );
}

function fieldsOf(membership: Membership | undefined) {
  return { ...dateParts(membership?.since), months: membership ? String(membership.months) : '' };
}
