import type { ComponentChildren } from 'preact';
import type { CreditOutcome } from '../../../engine/types.ts';
import type { OnEdit } from '../../../planner/plan/edits.ts';
import type { PlanCredit } from '../../../planner/plan/plan.ts';
import { hasNoEquivalency, titleOfBlock, type Blocks, type Landing } from '../../../planner/audit/landing.ts';
import {
  hoursWords,
  noEquivalencySentence,
  notAcceptedSentence,
  notAppliedSentences,
} from '../../../planner/wording.ts';
import { memo } from '../memo.ts';
import type { useLater } from '../use-later.ts';
import { CertaintyTag } from './CertaintyTag.tsx';

type Props = {
  readonly credit: PlanCredit;
  readonly title: string;
  readonly landing: Landing | undefined;
  readonly blocks: Blocks;
  /** The school's short name. */
  readonly school: string;
  /** True while something is tried out with it. */
  readonly tried: boolean;
  readonly later: ReturnType<typeof useLater>;
  readonly onEdit: OnEdit;
};

/** Where one course lands, part by part, how sure that is, and the handle that moves it. */
export const CreditLines = memo(function CreditLines(props: Props) {
  const { credit, title, landing, blocks, school, tried, later, onEdit } = props;
  const { parts = [], notAccepted = [] } = landing ?? {};
  return (
    <>
      {parts.map((part, i) => (
        <PartLine key={part.accepted.id} part={part} blocks={blocks} tried={tried} above={i < parts.length - 1}>
          {typeof later === 'object' && (
            <>
              <later.PinTag
                pins={credit.pins?.filter((pin) => pin.part === part.accepted.part) ?? []}
                setAside={landing?.setAside?.some((pin) => pin.part === part.accepted.part) ?? false}
                title={title}
                onRelease={() => onEdit({ kind: 'release', credit: credit.id, part: part.accepted.part })}
              />
              <later.Grip
                accepted={part.accepted.id}
                title={parts.length > 1 ? (part.accepted.schoolCourse ?? part.accepted.title) : title}
              />
            </>
          )}
        </PartLine>
      ))}
      {tried && notAccepted.length > 0 && <span class="tag tag-needed">Trying out</span>}
      {notAccepted.map(({ part = -1, title: partTitle, reason, scores }) => (
        <p key={part} class="credit-part">
          {parts.length > 0 ? `${partTitle}: no hours here. ` : 'No hours here. '}
          {!tried && notAcceptedSentence(reason, scores)}
        </p>
      ))}
      {hasNoEquivalency(landing) && <p class="credit-part">{noEquivalencySentence(school)}</p>}
    </>
  );
}, saySame);

/** Whether both say the same. Most of what an audit finds of a credit is not in these lines: how full a rule is, say. */
function saySame({ landing: a, ...before }: Props, { landing: b, ...now }: Props): boolean {
  return (
    (Object.keys(now) as (keyof typeof now)[]).every((key) => before[key] === now[key]) && wordsOf(a) === wordsOf(b)
  );
}

function wordsOf(landing: Landing | undefined): string {
  const lines = landing?.parts.map(({ accepted, applied, alsoApplied, atBest, notApplied }) => {
    const { id, title, certainty, appliedHere } = accepted;
    return [id, title, certainty, appliedHere, applied, alsoApplied, atBest?.block, notApplied?.reason];
  });
  return JSON.stringify([lines, landing?.notAccepted, landing?.setAside, hasNoEquivalency(landing)]);
}

type PartProps = {
  readonly part: CreditOutcome;
  readonly blocks: Blocks;
  readonly tried: boolean;
  /** True where another part stands below it. */
  readonly above: boolean;
  readonly children: ComponentChildren;
};

function PartLine({
  part: { accepted, applied, alsoApplied, atBest, notApplied },
  blocks,
  tried,
  above,
  children,
}: PartProps) {
  return (
    <div class={above ? 'credit-part credit-moves credit-above' : 'credit-part credit-moves'}>
      <p class={applied ? undefined : 'quiet'}>
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
      </p>{' '}
      <p class="credit-tags">
        {tried ? <span class="tag tag-needed">Trying out</span> : <CertaintyTag certainty={accepted.certainty} />}{' '}
        {accepted.appliedHere !== undefined && accepted.appliedHere === applied?.block && (
          <span class="tag tag-planned">Placed by the school</span>
        )}{' '}
        {children}
      </p>
    </div>
  );
}
