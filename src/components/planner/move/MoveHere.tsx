import { useState } from 'preact/hooks';
import { movableTo, useIn } from '../../../planner/audit/moves.ts';
import { hoursWords } from '../../../planner/wording.ts';
import { rangeWords } from '../../../planner/wording-beside.ts';
import { titleOfBlock } from '../../../planner/audit/landing.ts';
import type { RequirementBlock } from '../../../schemas/degree.ts';
import { SelectField } from '../form/Fields.tsx';
import { usePlanShown } from '../plan-context.ts';

/** Moves one of the plan's courses into this requirement: the menu from the other side. */
export function MoveHere({ block }: { readonly block: RequirementBlock }) {
  const { audit, names, onEdit } = usePlanShown();
  const [choice, setChoice] = useState('');
  const [asked, setAsked] = useState(false);
  const movable = movableTo(block, audit);
  if (movable.length === 0) return null;
  const submit = (event: Event) => {
    event.preventDefault();
    const outcome = movable.find(({ accepted }) => accepted.id === choice);
    setAsked(!outcome);
    setChoice('');
    if (outcome) onEdit(useIn(outcome, block, audit));
  };
  return (
    <form class="form with-button" onSubmit={submit}>
      <SelectField
        id={`here-${block.id}`}
        label="Move one of your courses here"
        error={asked && choice === '' ? 'Choose a course' : undefined}
        value={choice}
        onChange={setChoice}
      >
        <option value="">Choose a course</option>
        {movable.map(({ accepted, applied }) => (
          <option key={accepted.id} value={accepted.id}>
            {names.title(accepted.credit)},{' '}
            {applied
              ? `${hoursWords(applied.semesterHours)}, now in ${titleOfBlock(names.blocks, applied.block)}`
              : `${rangeWords(accepted.hours)}, not used now`}
          </option>
        ))}
      </SelectField>
      <button class="button button-quiet" type="submit">
        Move here
      </button>
    </form>
  );
}
