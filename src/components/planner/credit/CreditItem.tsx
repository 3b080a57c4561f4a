import { useState } from 'preact/hooks';
import type { CatalogCourse } from '../../../planner/catalog/catalog.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import type { PlanCredit } from '../../../planner/plan/plan.ts';
import type { Blocks, Landing } from '../../../planner/audit/landing.ts';
import { dateWords, statusWords } from '../../../planner/wording.ts';
import type { Equivalency } from '../../../schemas/equivalency.ts';
import type { Answering } from '../school/AnswerFields.tsx';
import type { Offered } from '../answer/RepairOffer.tsx';
import { NotHere } from '../NotHere.tsx';
import { memo } from '../memo.ts';
import { useLater, type Later } from '../use-later.ts';
import { CreditLines } from './CreditLines.tsx';

type Props = {
  readonly credit: PlanCredit;
  readonly title: string;
  readonly provider: string | undefined;
  readonly course: CatalogCourse | undefined;
  readonly landing: Landing | undefined;
  /** Where it lands, whatever is being tried. */
  readonly landingNow: Landing | undefined;
  readonly blocks: Blocks;
  /** The school's short name. */
  readonly school: string;
  readonly equivalencies: readonly Equivalency[];
  readonly answering: Answering;
  readonly repairOf: (credit: string) => Promise<Offered | undefined>;
  readonly onEdit: OnEdit;
};

/** One course: where it lands and how sure that is; what more there is to see and to do is folded away. */
export const CreditItem = memo(function CreditItem(props: Props) {
  const { credit, title, provider, landing, blocks, school, answering, onEdit } = props;
  const later = useLater();
  const [opened, setOpened] = useState(false);
  const tried = answering.tried === credit.id;
  return (
    <li class="credit" id={`credit-${credit.id}`} tabIndex={-1}>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <p class="credit-facts">{factsOf(credit, provider).join(' · ')}</p>
      <CreditLines
        credit={credit}
        title={title}
        landing={landing}
        blocks={blocks}
        school={school}
        tried={tried}
        later={later}
        onEdit={onEdit}
      />
      <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary>
          Details and changes<span class="visually-hidden"> for {title}</span>
        </summary>
        <div class="credit-details">
          {opened && typeof later === 'string' && <NotHere state={later} />}
          {opened && typeof later === 'object' && <CreditDetails {...props} later={later} tried={tried} />}
          <button
            class="button button-quiet"
            type="button"
            onClick={() => onEdit({ kind: 'remove', credit: credit.id })}
          >
            Remove from my plan<span class="visually-hidden">: {title}</span>
          </button>
        </div>
      </details>
    </li>
  );
});

/** Who gives it and how far the student is: everything that was entered. */
function factsOf({ typed, status, score, grade, completedOn }: PlanCredit, provider: string | undefined): string[] {
  return [
    provider ?? (typed ? 'Typed in by you' : 'Not in our catalog'),
    statusWords[status],
    score === undefined ? '' : `score ${score}`,
    grade === undefined ? '' : `grade ${grade}`,
    completedOn === undefined ? '' : dateWords(completedOn),
  ].filter(Boolean);
}

type DetailsProps = Props & { readonly later: Later; readonly tried: boolean };

/** Why it lands there, and all that can be changed about it. */
function CreditDetails(props: DetailsProps) {
  const { credit, title, course, landing, landingNow, blocks, equivalencies, answering, repairOf, onEdit } = props;
  const { later, tried } = props;
  const { parts = [], notAccepted = [] } = landing ?? {};
  const unused = notAccepted.length > 0 || parts.some(({ applied }) => !applied);
  return (
    <>
      <later.CreditWhy credit={credit} landing={landing} tried={tried} equivalencies={equivalencies} blocks={blocks} />
      {unused && (
        <later.RepairOffer
          title={title}
          find={() => repairOf(credit.id)}
          onMake={(change) => onEdit({ kind: 'make-change', credit: credit.id, change })}
        />
      )}
      {parts.map((part) => (
        <later.MoveForm
          key={part.accepted.id}
          credit={credit}
          part={part}
          several={parts.length > 1}
          blocks={blocks}
          onEdit={onEdit}
        />
      ))}
      <later.WhatIf
        credit={credit}
        title={title}
        landing={landingNow}
        today={answering.today}
        onTry={answering.onTry}
      />
      <later.DecisionForm credit={credit} title={title} landing={landingNow} onEdit={onEdit} {...answering} />
      <later.ExceptionForm credit={credit} title={title} parts={parts} onEdit={onEdit} {...answering} />
      <later.ProgressForm credit={credit} course={course} onEdit={onEdit} />
      {credit.typed && (
        <details class="decision">
          <summary>
            Change what you typed<span class="visually-hidden"> for {title}</span>
          </summary>
          <later.TypedCourseForm
            before={{ credit: credit.id, typed: credit.typed }}
            onDone={(typed) => onEdit({ kind: 'set-typed', credit: credit.id, typed })}
          />
        </details>
      )}
      <later.TrailOpener credit={credit} title={title} />
    </>
  );
}
