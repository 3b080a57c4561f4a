import type { ComponentChildren } from 'preact';
import type { OnEdit } from '../../planner/plan/edits.ts';
import type { PlanCredit } from '../../planner/plan/plan.ts';
import type { Identity } from '../../planner/trail/trail-notes.ts';
import type { Renewal, Trail, TrailFacts } from '../../planner/trail/trail-types.ts';
import { DayForm } from './DayForm.tsx';
import { Eligible } from './Eligible.tsx';
import { Fold } from './Fold.tsx';
import { lazily } from './lazily.ts';
import { MembershipForm } from './MembershipForm.tsx';
import { Names } from './Names.tsx';
import { PlanBehind } from './PlanBehind.tsx';
import { Requirements } from './Requirements.tsx';
import { RouteChoice } from './RouteChoice.tsx';
import { StepItem } from './StepItem.tsx';

// It brings a list of the world’s cities along.
const SlotForm = lazily(async () => (await import('./SlotForm.tsx')).SlotForm);

type Props = {
  readonly trail: Trail;
  readonly credit: PlanCredit;
  readonly identity: Identity | undefined;
  readonly school: TrailFacts['school'];
  readonly renewals: readonly Renewal[];
  readonly today: string;
  readonly onEdit: OnEdit;
  /** What stands at the end: the school's answer. */
  readonly children?: ComponentChildren;
};

/** One credit's whole way: what is asked for, its steps, its days and names. */
export function CreditTrail({ trail, credit, identity, school, renewals, today, onEdit, children }: Props) {
  const { title, steps, notes, route } = trail;
  return (
    <div class="trail">
      <Eligible trail={trail} />
      <PlanBehind trail={trail} credit={credit} onEdit={onEdit} />
      <RouteChoice trail={trail} onEdit={onEdit} />
      <Requirements trail={trail} today={today} onEdit={onEdit} />
      <section class="trail-part" aria-labelledby={`trail-${credit.id}-steps`}>
        <h4 id={`trail-${credit.id}-steps`} tabIndex={-1}>
          Steps
        </h4>
        <ol class="trail-steps" role="list">
          {steps.map((step) => (
            <StepItem key={`${route.id} ${step.id}`} credit={credit.id} step={step} today={today} onEdit={onEdit} />
          ))}
        </ol>
      </section>
      <Names trail={trail} identity={identity} school={school} onEdit={onEdit} />
      <Fold summary="Dates of this course" about={title}>
        {() => (
          <>
            {steps.some(({ stage }) => stage === 'exam') && (
              <SlotForm credit={credit.id} title={title} exam={notes.exam} onEdit={onEdit} />
            )}
            {route.windows.some(({ opensAfter }) => opensAfter === 'course-ends') && (
              <DayForm
                id={`trail-${credit.id}-ends`}
                legend="Last day of the course, for everybody (optional)"
                save="Save the last day"
                about={title}
                day={notes.courseEndsOn}
                onSave={(courseEndsOn) => onEdit({ kind: 'note-trail', credit: credit.id, notes: { courseEndsOn } })}
              />
            )}
            {renewals.length > 0 && (
              <MembershipForm
                credit={credit.id}
                title={title}
                membership={notes.membership}
                renewals={renewals}
                onEdit={onEdit}
              />
            )}
          </>
        )}
      </Fold>
      {children}
    </div>
  );
}
