import type { CreditOutcome } from '../../../engine/types.ts';
import type { CatalogCourse } from '../../../planner/catalog/catalog.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import type { PlanCredit } from '../../../planner/plan/plan.ts';
import type { Blocks, Landing } from '../../../planner/audit/landing.ts';
import type { Equivalency } from '../../../schemas/equivalency.ts';
import { RepairOffer, type Offered } from '../answer/RepairOffer.tsx';
import { FoldedForm } from '../form/FoldedForm.tsx';
import { MoveForm } from '../move/MoveForm.tsx';
import { following } from '../following.ts';
import { useFollow } from '../use-follow.ts';
import type { Answering } from '../school/AnswerFields.tsx';
import { DecisionForm } from '../school/DecisionForm.tsx';
import { ExceptionForm } from '../school/ExceptionForm.tsx';
import { WhatIf } from '../school/WhatIf.tsx';
import { ProgressForm } from './ProgressForm.tsx';
import { TrailOpener } from './TrailOpener.tsx';
import { TypedCourseForm } from './TypedCourseForm.tsx';
import { CreditWhy } from './Why.tsx';

/** A course as its entry shows it. */
export type CreditShown = {
  readonly credit: PlanCredit;
  readonly title: string;
  readonly course: CatalogCourse | undefined;
  readonly landing: Landing | undefined;
  /** Where it lands, whatever is being tried. */
  readonly landingNow: Landing | undefined;
  readonly blocks: Blocks;
  readonly equivalencies: readonly Equivalency[];
  readonly answering: Answering;
  readonly repairOf: (credit: string, signal: AbortSignal) => Promise<Offered | undefined>;
  readonly onEdit: OnEdit;
};

type Props = CreditShown & {
  /** True while something is tried out with it. */
  readonly tried: boolean;
};

/**
 * Why it lands there, and all that can be changed about it. The entry unfolds first; where the credit goes comes in the next
 * frame, what is seldom changed in the one after it.
 */
export const CreditDetails = following(function CreditDetails(props: Props) {
  return useNextFrame() ? <Details {...props} /> : null;
});

function Details(props: Props) {
  const { credit, title, landing, blocks, equivalencies, repairOf, onEdit } = props;
  const { tried } = props;
  const { parts = [], notAccepted = [] } = landing ?? {};
  const unused = notAccepted.length > 0 || parts.some(({ applied }) => !applied);
  return (
    <>
      <CreditWhy credit={credit} landing={landing} tried={tried} equivalencies={equivalencies} blocks={blocks} />
      {unused && (
        <RepairOffer
          title={title}
          find={(signal) => repairOf(credit.id, signal)}
          onMake={(change) => onEdit({ kind: 'make-change', credit: credit.id, change })}
        />
      )}
      {parts.map((part) => (
        <MoveForm
          key={part.accepted.id}
          credit={credit}
          part={part}
          several={parts.length > 1}
          blocks={blocks}
          onEdit={onEdit}
        />
      ))}
      {useNextFrame() && <OtherChanges {...props} parts={parts} />}
    </>
  );
}

/** What the school said or might say of it, how far the student is, and what was typed. */
function OtherChanges(props: CreditShown & { readonly parts: readonly CreditOutcome[] }) {
  const { credit, title, course, parts, landingNow, answering, onEdit } = props;
  const { typed } = credit;
  return (
    <>
      <WhatIf credit={credit} title={title} landing={landingNow} today={answering.today} onTry={answering.onTry} />
      <DecisionForm credit={credit} title={title} landing={landingNow} onEdit={onEdit} {...answering} />
      <ExceptionForm credit={credit} title={title} parts={parts} onEdit={onEdit} {...answering} />
      <ProgressForm credit={credit} course={course} onEdit={onEdit} />
      {typed && (
        <FoldedForm name="Change what you typed" about={` for ${title}`}>
          {() => (
            <TypedCourseForm
              before={{ credit: credit.id, typed }}
              onDone={(entry) => onEdit({ kind: 'set-typed', credit: credit.id, typed: entry })}
            />
          )}
        </FoldedForm>
      )}
      <TrailOpener credit={credit} title={title} />
    </>
  );
}

/** True from the frame after the first: for what stands below what was pressed for, and takes long to draw. */
function useNextFrame(): boolean {
  return useFollow(true, false);
}
