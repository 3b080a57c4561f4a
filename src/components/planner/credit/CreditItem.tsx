import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CreditOutcome } from '../../../engine/types.ts';
import type { CatalogCourse } from '../../../planner/catalog/catalog.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import type { PlanCredit } from '../../../planner/plan/plan.ts';
import { hasNoEquivalency, titleOfBlock, type Blocks, type Landing } from '../../../planner/audit/landing.ts';
import {
  dateWords,
  hoursWords,
  noEquivalencySentence,
  notAcceptedSentences,
  notAppliedSentences,
  statusWords,
} from '../../../planner/wording.ts';
import type { Equivalency } from '../../../schemas/equivalency.ts';
import type { Answering } from '../school/AnswerFields.tsx';
import { CertaintyTag } from './CertaintyTag.tsx';
import type { Offered } from '../answer/RepairOffer.tsx';
import { NotHere } from '../NotHere.tsx';
import { memo } from '../memo.ts';
import { useLater } from '../use-later.ts';

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
  const { credit, title, provider, course, landing, landingNow, blocks, school } = props;
  const { equivalencies, answering, repairOf, onEdit } = props;
  const { parts = [], notAccepted = [] } = landing ?? {};
  const later = useLater();
  const [opened, setOpened] = useState(false);
  const tried = answering.tried === credit.id;
  const unused = notAccepted.length > 0 || parts.some(({ applied }) => !applied);
  return (
    <li class="credit" id={`credit-${credit.id}`} tabIndex={-1}>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <p class="credit-facts">{factsOf(credit, provider).join(' · ')}</p>
      {parts.map((part) => (
        <PartLine key={part.accepted.id} part={part} blocks={blocks} tried={tried}>
          {typeof later === 'object' && (
            <>
              <later.PinTag
                pins={credit.pins?.filter((pin) => pin.part === part.accepted.part) ?? []}
                setAside={landing?.setAside?.some((pin) => pin.part === part.accepted.part) ?? false}
                title={title}
                onRelease={() => onEdit({ kind: 'release', credit: credit.id, part: part.accepted.part })}
              />
              <later.Grip accepted={part.accepted.id} title={parts.length > 1 ? part.accepted.title : title} />
            </>
          )}
        </PartLine>
      ))}
      {tried && notAccepted.length > 0 && <span class="tag tag-needed">Trying out</span>}
      {notAccepted.map(({ part = -1, title: partTitle, reason }) => (
        <p key={part} class="credit-part">
          {parts.length > 0 ? `${partTitle}: no hours here. ` : 'No hours here. '}
          {!tried && notAcceptedSentences[reason]}
        </p>
      ))}
      {hasNoEquivalency(landing) && <p class="credit-part">{noEquivalencySentence(school)}</p>}
      <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary>
          Details and changes<span class="visually-hidden"> for {title}</span>
        </summary>
        <div class="credit-details">
          {opened && typeof later === 'string' && <NotHere state={later} />}
          {opened && typeof later === 'object' && (
            <>
              <later.CreditWhy
                credit={credit}
                landing={landing}
                tried={tried}
                equivalencies={equivalencies}
                blocks={blocks}
              />
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
              <later.TrailOpener credit={credit} title={title} />
            </>
          )}
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

type PartProps = {
  readonly part: CreditOutcome;
  readonly blocks: Blocks;
  readonly tried: boolean;
  readonly children: ComponentChildren;
};

function PartLine({
  part: { accepted, applied, alsoApplied, atBest, notApplied },
  blocks,
  tried,
  children,
}: PartProps) {
  return (
    <p class="credit-part">
      <span class={applied ? 'credit-lands' : 'credit-lands quiet'}>
        {applied && (
          <>
            <a href={`#block-${applied.block}`}>{titleOfBlock(blocks, applied.block)}</a>,{' '}
            {hoursWords(applied.semesterHours)}
            {applied.excessCounted &&
              `, and ${hoursWords(applied.excessCounted.semesterHours)} in ${titleOfBlock(blocks, applied.excessCounted.block)}`}
            {alsoApplied &&
              `, and ${hoursWords(alsoApplied.semesterHours)} again in ${titleOfBlock(blocks, alsoApplied.block)}`}
          </>
        )}
        {!applied && atBest && `At best: ${titleOfBlock(blocks, atBest.block)}. `}
        {!applied && !atBest && 'Not used in this degree. '}
        {!applied && notApplied && notAppliedSentences[notApplied.reason]}
      </span>{' '}
      {tried ? <span class="tag tag-needed">Trying out</span> : <CertaintyTag certainty={accepted.certainty} />}{' '}
      {accepted.appliedHere !== undefined && accepted.appliedHere === applied?.block && (
        <span class="tag tag-planned">Placed by the school</span>
      )}{' '}
      {children}
    </p>
  );
}
