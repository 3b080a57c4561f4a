import { useMemo } from 'preact/hooks';
import type { ComparedDegree, DegreeOrder } from '../../engine/completion.ts';
import type { ListedDegree } from '../../planner/compare/compared-degrees.ts';
import { blocksById } from '../../planner/audit/degree-view.ts';
import { titleOfBlock } from '../../planner/audit/landing.ts';
import type { CommonWishes } from '../../planner/finish/wishes.ts';
import { acceptsWords, awardWords, degreeLine, farWords, inAllWords } from '../../planner/compare/wording-degrees.ts';
import {
  completionSentence,
  noCourseWords,
  studySentence,
  timeWords,
} from '../../planner/finish/wording-completion.ts';
import { hoursNumber, hoursWords } from '../../planner/wording.ts';
import type { Degree } from '../../schemas/degree.ts';
import { AtSchool, Cost, OpenNumber } from '../planner/finish/FinishNumbers.tsx';
import { isOlderPage } from '../site/older-page.ts';
import { HoursBar } from './HoursBar.tsx';
import { siteAddress } from '../planner/use-catalog.ts';

type Props = {
  readonly compared: ComparedDegree;
  readonly listed: ListedDegree;
  readonly degree: Degree;
  readonly wishes: CommonWishes;
  readonly today: string;
  /** By what the degrees are in order. */
  readonly order: DegreeOrder;
  readonly courseTitle: (id: string) => string;
  readonly providerName: (id: string) => string;
  readonly onOpen: () => void;
};

/** One degree: what it still needs, and what it costs to finish what can be transferred. */
export function ComparedDegreeItem(props: Props) {
  const { compared, listed, degree, wishes, today, order, courseTitle, providerName, onOpen } = props;
  const { stillNeeded, plan } = compared;
  const accepts = acceptsWords(plan.counts);
  const inAll = inAllWords(plan, order);
  const blocks = useMemo(() => blocksById(degree), [degree]);
  const names = {
    course: courseTitle,
    provider: providerName,
    block: (id: string) => titleOfBlock(blocks, id),
    blocks,
    school: listed.school.shortName,
  };
  const { likely } = stillNeeded;
  return (
    <li class="stack-small">
      <div>
        <h3>
          <a href={siteAddress(`schools/${compared.id}/`)}>{listed.title}</a>
        </h3>
        <p class="quiet small">
          {degreeLine(listed)}
          {isOlderPage({ pageDate: listed.catalogYear }, today) && (
            <>
              {' '}
              <span class="tag">older catalog year</span>
            </>
          )}
        </p>
      </div>
      {accepts && <p class="small">{accepts}</p>}
      <HoursBar
        of={plan.semesterHours}
        had={plan.before.likely}
        added={plan.met.likely - plan.before.likely}
        says={farWords(plan)}
      />
      <div class="finish-numbers">
        <OpenNumber name="Still needed" says={`${hoursNumber(likely)} of ${hoursWords(plan.semesterHours)}`}>
          <p>
            {hoursWords(likely)} where likely credit counts too. {hoursWords(stillNeeded.sure)} where only sure credit
            counts.
          </p>
        </OpenNumber>
        {plan.courses.length === 0 ? (
          <OpenNumber name="Before the school" says="nothing to take">
            <p>{noCourseWords}</p>
          </OpenNumber>
        ) : (
          <>
            <Cost completion={plan} names={names} />
            <OpenNumber name="Time" says={timeWords(plan.months)}>
              <p>{studySentence(plan, wishes)}</p>
              <p>{completionSentence(plan)}</p>
            </OpenNumber>
          </>
        )}
        <AtSchool completion={plan} names={names} />
      </div>
      {inAll && <p>{inAll}</p>}
      <p>
        <button class="button button-quiet" type="button" onClick={onOpen}>
          Open in the planner
          <span class="visually-hidden">
            : {listed.title}, {awardWords[listed.award]}, {listed.school.shortName}
          </span>
        </button>
      </p>
    </li>
  );
}
