import type { OnEdit } from '../../planner/plan/edits.ts';
import type { StepNote } from '../../planner/trail/trail-notes.ts';
import type { TrailStep } from '../../planner/trail/trail-types.ts';
import { actorWords, standingWords, usualTimeWords } from '../../planner/trail/wording-trail.ts';
import { dateWords, linkTo } from '../../planner/wording.ts';
import type { Source } from '../../schemas/shared.ts';
import { SourceList } from '../planner/credit/SourceList.tsx';
import { Fold } from './Fold.tsx';
import { NoteForm } from './NoteForm.tsx';
import { Receivers } from './Receivers.tsx';

/** The states of a step, as a form offers them. */
const states: Readonly<Record<StepNote['state'], string>> = {
  done: 'Done',
  waiting: 'Waiting for somebody else',
  failed: 'It went wrong',
  'not-needed': 'Not needed for me',
};

const tints: Readonly<Record<TrailStep['state'], string>> = {
  later: 'tag',
  ready: 'tag tag-needed',
  waiting: 'tag tag-planned',
  done: 'tag tag-done',
  failed: 'tag tag-needed',
  'not-needed': 'tag',
};

type Props = {
  readonly credit: string;
  readonly step: TrailStep;
  readonly today: string;
  readonly onEdit: OnEdit;
};

/** One step: how it stands, how it is done, and what the student notes of it. */
export function StepItem({ credit, step, today, onEdit }: Props) {
  const { id, title, state, note, takes, ifStalled } = step;
  const form = `trail-${credit}-step-${id}`;
  const save = (noted: StepNote | undefined) =>
    onEdit({ kind: 'note-trail', credit, notes: { steps: { [id]: noted } } });
  const isOverdue = state === 'waiting' && step.overdueDays !== undefined;
  return (
    <li class={`trail-step trail-${state}`} id={form} tabIndex={-1}>
      <p class="trail-title">
        <strong>{title}</strong> <span class={isOverdue ? 'tag tag-needed' : tints[state]}>{standingWords(step)}</span>
        {step.optional && state !== 'not-needed' && <span class="quiet small"> Only some need it.</span>}
      </p>
      <p class="quiet small">
        {actorWords[step.actor]}
        {!takes && step.actor !== 'student' && state !== 'done' && ', how long: no page says'}
        {takes && `, usually ${usualTimeWords(takes)}`}
        {'expected' in step && state !== 'waiting' && step.expected && `, expected by ${dateWords(step.expected.to)}`}
        {step.fromPlan && '. Your plan says so.'}
      </p>
      {(state === 'failed' || isOverdue) && (
        <p class="note small">
          <strong>{state === 'failed' ? 'What you can do: ' : 'It takes longer than usual. '}</strong>
          {ifStalled}
        </p>
      )}
      {note?.note !== undefined && (
        <p class="small">
          Your note: <bdi>{note.note}</bdi>
        </p>
      )}
      {note?.link !== undefined && (
        <p class="small trail-link">
          Proof: <a href={note.link}>{note.link}</a>
        </p>
      )}
      {(state === 'ready' || state === 'waiting') && (
        <div class="actions">
          <button
            class="button button-quiet"
            type="button"
            onClick={() => {
              save({ ...note, state: 'done', on: today });
              document.getElementById(form)?.focus();
            }}
          >
            Done today<span class="visually-hidden">: {title}</span>
          </button>
        </div>
      )}
      <Fold summary="How it is done, and your notes" about={title}>
        {() => (
          <>
            <StepFacts step={step} />
            <NoteForm
              id={form}
              title={title}
              note={note}
              states={states}
              open="Still to do"
              withProof
              today={today}
              onSave={save}
            />
          </>
        )}
      </Fold>
    </li>
  );
}

/** What has to be done, where, for how much, and where we read it. */
function StepFacts({
  step: { text, proof, ifStalled, receivers, fees, url, takes, sources, ownAdvice },
}: Pick<Props, 'step'>) {
  return (
    <>
      <p>{text}</p>
      {url !== undefined && (
        <p class="trail-link">
          <a href={url}>{url}</a>
        </p>
      )}
      <Receivers receivers={receivers} />
      {fees.map(({ what, amountUsd, note }) => (
        <p key={what}>
          {what}: {amountUsd === 0 ? 'free' : `US$ ${amountUsd}`}. {note}
        </p>
      ))}
      <p>
        <strong>Keep as proof:</strong> {proof}
      </p>
      <p>
        <strong>If it does not move:</strong> {ifStalled}
      </p>
      {takes?.note !== undefined && <p class="quiet small">About the usual time: {takes.note}</p>}
      {ownAdvice && <p class="quiet small">This is our advice. No page says it.</p>}
      <SourceList sources={eachOnce([...sources, ...(takes?.sources ?? []), ...fees.flatMap((fee) => fee.sources)])} />
    </>
  );
}

/** A page that several facts come from is named once. */
function eachOnce(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [linkTo(source) ?? source.says, source])).values()];
}
