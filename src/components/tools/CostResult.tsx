import { withSums } from '../../engine/completion.ts';
import type { CatalogSchool } from '../../planner/catalog/catalog.ts';
import type { CostAnswer, CostAsked } from '../../planner/finish/cost.ts';
import { costSentence, countWords, moneyWords } from '../../planner/finish/wording-completion.ts';
import { hoursWords } from '../../planner/wording.ts';
import { CostBars } from '../planner/finish/CostBars.tsx';
import { OpenNumber, Tuition } from '../planner/finish/FinishNumbers.tsx';
import { siteAddress } from '../planner/use-catalog.ts';

type Props = {
  readonly asked: CostAsked;
  readonly answer: CostAnswer;
  readonly school: CatalogSchool;
  readonly providerName: (id: string) => string;
};

/** Both sums, drawn to one scale, each with its parts. */
export function CostResult({ asked, answer, school, providerName }: Props) {
  const { own, membership, semesterHours } = asked;
  const { lines, totalUsd, perHourUsd, months, tuition } = answer;
  const provider = membership?.membership.provider;
  const who = provider === undefined ? 'By the course' : providerName(provider);
  const { shortName } = school.school;
  return (
    <>
      <CostBars label={who} usd={totalUsd} school={shortName} tuition={tuition} own={own} />
      {withSums(tuition).length === 0 && (
        <p>{shortName} has no price by the hour that was found, so there is no sum to lay beside it.</p>
      )}
      <div class="finish-numbers">
        <OpenNumber name={who} says={moneyWords(totalUsd, own)}>
          {months !== undefined && membership && (
            <p>
              {hoursWords(semesterHours)} of credit at {hoursWords(membership.studyPerSemesterHour)} of study each, and{' '}
              {hoursWords(membership.hoursAWeek)} a week: {countWords(months, 'month')}.
            </p>
          )}
          <ul class="finish-parts">
            {lines.map((line, place) => (
              <li key={place}>{costSentence(line)}.</li>
            ))}
          </ul>
          <p>That is {moneyWords(perHourUsd, own)} for each semester hour.</p>
          {provider !== undefined && (
            <p>
              <a href={siteAddress(`providers/${provider}/`)}>{who}: prices and where they were read</a>
            </p>
          )}
        </OpenNumber>
        <OpenNumber name={`${shortName}, tuition`} says={hoursWords(semesterHours)}>
          <Tuition parts={tuition} semesterHours={semesterHours} />
        </OpenNumber>
      </div>
      <p class="quiet">
        Exams, transcripts and the school’s fees may come on top. Ask the school whether it takes the credit before you
        pay.
      </p>
    </>
  );
}
