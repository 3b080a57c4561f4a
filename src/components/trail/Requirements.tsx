import type { OnEdit } from '../../planner/plan/edits.ts';
import type { RequirementNote } from '../../planner/trail/trail-notes.ts';
import type { Trail, TrailRequirement } from '../../planner/trail/trail-types.ts';
import { windowSentence } from '../../planner/trail/wording-trail.ts';
import { dateWords } from '../../planner/wording.ts';
import { SourceList } from '../planner/credit/SourceList.tsx';
import { Fold } from './Fold.tsx';
import { NoteForm } from './NoteForm.tsx';

const states: Readonly<Record<RequirementNote['state'], string>> = {
  met: 'Met',
  failed: 'Not met',
  'not-needed': 'Not asked of me',
};

const stateWords: Readonly<Record<TrailRequirement['state'], string>> = {
  open: 'Missing',
  met: 'Met',
  failed: 'Not met',
  'not-needed': 'Not asked',
};

const tints: Readonly<Record<TrailRequirement['state'], string>> = {
  open: 'tag',
  met: 'tag tag-done',
  failed: 'tag tag-needed',
  'not-needed': 'tag',
};

type Props = { readonly trail: Trail; readonly today: string; readonly onEdit: OnEdit };

/** What is asked for before there is credit, each with its status, and the spans in which it must happen. */
export function Requirements({ trail, today, onEdit }: Props) {
  const { credit, requirements, windows } = trail;
  return (
    <section class="trail-part" aria-labelledby={`trail-${credit}-asked`}>
      <h4 id={`trail-${credit}-asked`}>What is asked for</h4>
      <ul class="trail-rows" role="list">
        {requirements.map((one) => (
          <RequirementRow key={one.requirement.id} credit={credit} asked={one} today={today} onEdit={onEdit} />
        ))}
      </ul>
      {windows.map((one) => (
        <p key={one.window.id} class={one.state === 'open' || one.state === 'passed' ? 'note' : undefined}>
          <strong>{one.window.title}:</strong> {windowSentence(one)} {one.state !== 'used' && one.window.text}
        </p>
      ))}
    </section>
  );
}

type RowProps = Pick<Props, 'today' | 'onEdit'> & { readonly credit: string; readonly asked: TrailRequirement };

function RequirementRow({ credit, asked, today, onEdit }: RowProps) {
  const { requirement, state, on, by } = asked;
  const { id, title, text, ifFailed, sources = [], ownAdvice } = requirement;
  const noted: RequirementNote | undefined =
    by === 'note' && state !== 'open' ? { state, ...(on === undefined ? {} : { on }) } : undefined;
  return (
    <li>
      <p class="trail-title">
        {title}{' '}
        <span class={tints[state]}>
          {stateWords[state]}
          {on !== undefined && ` on ${dateWords(on)}`}
        </span>
      </p>
      {state === 'failed' && <p class="note small">{ifFailed}</p>}
      <Fold summary="What it means, and how it stands" about={title}>
        {() => (
          <>
            <p>{text}</p>
            {state !== 'failed' && <p>If it is not met: {ifFailed}</p>}
            {by === 'step' && <p class="quiet small">A step below tells it. What you note here counts more.</p>}
            {by === 'plan' && <p class="quiet small">Your plan tells it. What you note here counts more.</p>}
            {ownAdvice && <p class="quiet small">This is our advice. No page says it.</p>}
            <SourceList sources={sources} />
            <NoteForm
              id={`trail-${credit}-asked-${id}`}
              title={title}
              note={noted}
              states={states}
              open="Not known yet"
              withProof={false}
              today={today}
              onSave={(note) => onEdit({ kind: 'note-trail', credit, notes: { requirements: { [id]: note } } })}
            />
          </>
        )}
      </Fold>
    </li>
  );
}
