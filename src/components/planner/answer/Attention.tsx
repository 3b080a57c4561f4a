import type { CreditOutcome, DegreeAudit } from '../../../engine/types.ts';
import { titleOfBlock, type Blocks } from '../../../planner/audit/landing.ts';
import { perhapsOne } from '../../../planner/same-title.ts';
import { notAcceptedSentence, notAppliedSentences } from '../../../planner/wording.ts';
import { brokenPinSentences, notAppliedAdvice, rangeWords, roomWords } from '../../../planner/wording-beside.ts';
import { memo } from '../memo.ts';
import { following } from '../following.ts';
import { useKept } from '../use-kept.ts';
import { SourceList } from '../credit/SourceList.tsx';

type Props = {
  readonly audit: DegreeAudit;
  readonly titleOf: (credit: string) => string;
  readonly blocks: Blocks;
};

/** What needs the student's eye: credit that is not used, courses that give nothing, rules to check. */
export const Attention = following(function Attention({ audit, titleOf, blocks }: Props) {
  const kept = useKept(
    () => new Map(audit.outcomes.filter(({ applied }) => !applied).map((outcome) => [outcome.accepted.id, outcome])),
    [audit],
  );
  const unused = [...kept.values()];
  const lists = [
    {
      id: 'unused-title',
      title: 'Taken by the school, not used here',
      outcomes: unused.filter(({ accepted }) => accepted.certainty !== 'unknown'),
    },
    {
      id: 'unknown-title',
      title: 'Not known whether the school takes it',
      outcomes: unused.filter(({ accepted }) => accepted.certainty === 'unknown'),
    },
  ].filter(({ outcomes }) => outcomes.length > 0);
  const alike = perhapsOne(audit.outcomes, titleOf);
  const wholeDegree = audit.checkYourself.filter(({ block }) => block === undefined);
  return (
    <>
      {audit.brokenPins.length > 0 && (
        <section aria-labelledby="broken-title">
          <h2 id="broken-title">Set aside</h2>
          <ul class="reasons" role="list">
            {audit.brokenPins.map(({ credit, part, block, reason }) => (
              <li key={`${credit} ${part} ${block}`}>
                <Name credit={credit} titleOf={titleOf} /> {brokenPinSentences[reason]} ({titleOfBlock(blocks, block)})
              </li>
            ))}
          </ul>
        </section>
      )}
      {lists.map(({ id, title, outcomes }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <ul class="reasons" role="list">
            {outcomes.map((outcome) => (
              <Unused key={outcome.accepted.id} outcome={outcome} titleOf={titleOf} blocks={blocks} />
            ))}
          </ul>
        </section>
      ))}
      {audit.notAccepted.length > 0 && (
        <section aria-labelledby="nothing-title">
          <h2 id="nothing-title">No hours at this school</h2>
          <ul class="reasons" role="list">
            {audit.notAccepted.map(({ credit, part, title, reason, scores, says, other, sources }) => (
              <li key={`${credit} ${part ?? ''} ${reason}`}>
                <Name credit={credit} titleOf={titleOf} /> {part !== undefined && `${title}: `}
                {notAcceptedSentence(reason, scores)} {other !== undefined && `The other one is ${titleOf(other)}. `}
                {says}
                <SourceList sources={sources} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {alike.length > 0 && (
        <section aria-labelledby="alike-title">
          <h2 id="alike-title">Perhaps the same course</h2>
          <p class="quiet">
            These are called alike, and each of them counts here. A school gives credit for one course once. Ask it
            whether it takes them for two.
          </p>
          <ul class="reasons" role="list">
            {alike.map((credits) => (
              <li key={credits.join()}>
                {credits.map((credit) => [<Name key={credit} credit={credit} titleOf={titleOf} />, ' '])}
              </li>
            ))}
          </ul>
        </section>
      )}
      {wholeDegree.length > 0 && (
        <section aria-labelledby="check-title">
          <h2 id="check-title">Check these yourself</h2>
          <p class="quiet">Rules of the degree that this page can’t count.</p>
          <ul class="reasons">
            {wholeDegree.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
});

function Name({ credit, titleOf }: { readonly credit: string; readonly titleOf: Props['titleOf'] }) {
  return (
    <>
      <a href={`#credit-${credit}`}>
        <bdi>{titleOf(credit)}</bdi>
      </a>
      .
    </>
  );
}

type UnusedProps = Pick<Props, 'titleOf' | 'blocks'> & { readonly outcome: CreditOutcome };

const Unused = memo(function Unused({ outcome, titleOf, blocks }: UnusedProps) {
  const { accepted, atBest, notApplied } = outcome;
  const title = accepted.schoolCourse ?? accepted.title;
  const becomes = title === titleOf(accepted.credit) ? [] : [title];
  const gives = [...becomes, rangeWords(accepted.hours)].join(', ');
  return (
    <li>
      <Name credit={accepted.credit} titleOf={titleOf} /> {gives.charAt(0).toUpperCase() + gives.slice(1)}.{' '}
      {notApplied && notAppliedSentences[notApplied.reason]} {notApplied?.rule?.says} {roomWords(notApplied?.rule)}{' '}
      {notApplied && notAppliedAdvice[notApplied.reason]}{' '}
      {atBest && `If everything goes well, it lands in ${titleOfBlock(blocks, atBest.block)}.`}
      <SourceList sources={accepted.sources} />
    </li>
  );
});
