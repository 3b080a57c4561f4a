import { useState } from 'preact/hooks';
import type { CreditOutcome, PlannedCredit } from '../../../engine/types.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import { titleOfBlock, type Blocks } from '../../../planner/audit/landing.ts';
import { pinWords } from '../../../planner/audit/wording-moves.ts';
import { SelectField } from '../form/Fields.tsx';

type Props = {
  readonly credit: PlannedCredit;
  readonly part: CreditOutcome;
  readonly several: boolean;
  readonly blocks: Blocks;
  readonly onEdit: OnEdit;
};

/** Moves one part of a credit: into a requirement, out of one, or back to the planner's choice. */
export function MoveForm({ credit, part, several, blocks, onEdit }: Props) {
  const { accepted, applied, mayFill } = part;
  const pins = credit.pins?.filter((pin) => pin.part === accepted.part) ?? [];
  const [choice, setChoice] = useState('');
  if (mayFill.length === 0 && pins.length === 0) return null;
  const submit = (event: Event) => {
    event.preventDefault();
    onEdit({ credit: credit.id, part: accepted.part, ...moveOf(choice, mayFill) });
    setChoice('');
  };
  return (
    <form class="form with-button" onSubmit={submit}>
      <SelectField
        id={`move-${accepted.id}`}
        label={several ? `Move ${accepted.schoolCourse ?? accepted.title} to` : 'Move to'}
        hint={pinWords(pins, blocks)}
        value={choice}
        onChange={setChoice}
      >
        <option value="">The planner’s choice</option>
        {mayFill.length > 0 && (
          <optgroup label="Use it in">
            {mayFill.map((block) => (
              <option key={block} value={`use ${block}`}>
                {titleOfBlock(blocks, block)}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label="Keep it out">
          {applied && <option value={`avoid ${applied.block}`}>Not in {titleOfBlock(blocks, applied.block)}</option>}
          <option value="nowhere">Don’t use it in this degree</option>
        </optgroup>
      </SelectField>
      <button class="button button-quiet" type="submit">
        Move
      </button>
    </form>
  );
}

type Move =
  | { readonly kind: 'use-here'; readonly block: string }
  | { readonly kind: 'keep-out'; readonly blocks: readonly string[] }
  | { readonly kind: 'release' };

function moveOf(choice: string, mayFill: readonly string[]): Move {
  const [kind, block = ''] = choice.split(' ');
  if (kind === 'use') return { kind: 'use-here', block };
  if (kind === 'avoid') return { kind: 'keep-out', blocks: [block] };
  return kind === 'nowhere' ? { kind: 'keep-out', blocks: mayFill } : { kind: 'release' };
}
