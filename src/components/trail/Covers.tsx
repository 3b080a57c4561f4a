import type { Plan } from '../../planner/plan/plan.ts';
import type { Trail, TrailStep } from '../../planner/trail/trail-types.ts';
import { actorWords, examTimeWords, standingWords, windowSentence } from '../../planner/trail/wording-trail.ts';
import { identityWords } from '../../planner/trail/wording-trail-notes.ts';
import { dateWords } from '../../planner/wording.ts';
import { zoneHere } from '../planner/device.ts';
import { Eligible } from './Eligible.tsx';

type Props = {
  readonly plan: Plan;
  readonly trails: readonly Trail[];
  /** Who takes the credit, by name. */
  readonly school: string;
  readonly today: string;
};

/** A cover for the folder of each credit, a sheet each. */
export function Covers({ trails, ...rest }: Props) {
  return (
    <>
      {trails.map((trail) => (
        <Cover key={trail.credit} trail={trail} {...rest} />
      ))}
    </>
  );
}

function Cover({ trail, plan, school, today }: Omit<Props, 'trails'> & { readonly trail: Trail }) {
  const { title, route, steps, windows, events, notes } = trail;
  const proofs = [...new Set(steps.flatMap(({ proof, state }) => (state === 'not-needed' ? [] : proof)))];
  const facts: [name: string, value: string | undefined][] = [
    ['School', school],
    ['The way it goes', route.name],
    ['Credit from', route.organisations.find(({ id }) => id === notes.organisation)?.name],
    ['ID', plan.identity && identityWords(plan.identity)],
    ['Exam', notes.exam && `${dateWords(notes.exam.on)}, ${examTimeWords(notes.exam, zoneHere())}`],
    ['Printed', dateWords(today)],
  ];
  return (
    <article class="cover">
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <dl class="summary">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
      <Eligible trail={trail} />
      <h3>Steps</h3>
      <ol class="cover-steps" role="list">
        {steps.map((step) => (
          <CoverStep key={step.id} step={step} />
        ))}
      </ol>
      {(windows.length > 0 || events.length > 0) && <h3>Dates</h3>}
      <ul class="cover-dates">
        {windows.map((one) => (
          <li key={one.window.id}>
            {one.window.title}: {windowSentence(one)}
          </li>
        ))}
        {events
          .filter(({ on, kind }) => on >= today && kind !== 'window-closes')
          .map(({ id, on, title: what }) => (
            <li key={id}>
              {dateWords(on)}: {what}
            </li>
          ))}
      </ul>
      <h3>Keep in this folder</h3>
      <ul class="cover-steps cover-kept" role="list">
        {proofs.map((proof) => (
          <li key={proof} class="box">
            {proof}
          </li>
        ))}
      </ul>
      <p>
        <strong>The school decides; ask its registrar.</strong>
      </p>
    </article>
  );
}

function CoverStep({ step }: { readonly step: TrailStep }) {
  const { title, state, actor, note } = step;
  const isBehind = state === 'done' || state === 'not-needed';
  return (
    <li class={isBehind ? 'box box-ticked' : 'box'}>
      <strong>{title}</strong> ({actorWords[actor]}).{' '}
      {state === 'later' || state === 'ready' ? <span class="cover-line">Done on</span> : `${standingWords(step)}.`}
      {note?.note !== undefined && (
        <>
          {' '}
          <bdi>{note.note}</bdi>
        </>
      )}
      {note?.link !== undefined && <> {note.link}</>}
    </li>
  );
}
