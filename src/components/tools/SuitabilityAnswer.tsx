import type { Ref } from 'preact';
import type { SchoolStance } from '../../planner/suitability/school-stance.ts';
import { questions, type Answers } from '../../planner/suitability/suitability-answers.ts';
import { reasons, suitabilityOf, type Reason } from '../../planner/suitability/suitability.ts';
import { reasonBasis } from '../../planner/suitability/suitability-basis.ts';
import {
  answerWords,
  groupWords,
  nextPageWords,
  questionWords,
  reasonWords,
  schoolWords,
  verdictWords,
} from '../../planner/suitability/wording-suitability.ts';
import { siteAddress } from '../planner/use-catalog.ts';

/** The pages that reasons rest on, by the id of their citation. */
export type ReasonSources = Readonly<
  Record<string, { readonly name: string; readonly href: string; readonly checked: string }>
>;

type Props = {
  readonly answers: Answers;
  readonly schools: readonly SchoolStance[];
  readonly sources: ReasonSources;
  readonly heading: Ref<HTMLHeadingElement>;
};

/** The answer, its reasons with their sources, what was answered, and the next page. */
export function SuitabilityAnswer({ answers, schools, sources, heading }: Props) {
  const { verdict, reasons: found, next } = suitabilityOf(answers, schools);
  const { title, says } = verdictWords[verdict];
  const school = schools.find(({ id }) => id === answers.school);
  const schoolName = (id: string) => school?.name ?? (id === 'unsure' ? schoolWords.unsure : schoolWords.other);
  return (
    <section class="stack prose" aria-labelledby="for-you-answer">
      <div class="note">
        <h2 id="for-you-answer" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <p>{says}</p>
      </div>
      {(['against', 'first', 'how', 'for'] as const).map((group) => {
        const its = found.filter((reason) => reasons[reason] === group);
        if (its.length === 0) return null;
        return (
          <div key={group} class="stack-small">
            <h3>{groupWords[group]}</h3>
            <ul>
              {its.map((reason) => (
                <li key={reason}>
                  {reasonWords[reason]} <Basis reason={reason} sources={sources} school={school} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p class="actions no-print">
        <a class="button" href={siteAddress(next)}>
          {nextPageWords(next)}
        </a>
        <button class="button button-quiet" type="button" onClick={() => print()}>
          Print
        </button>
      </p>
      <div class="stack-small">
        <h3>Your answers</h3>
        <dl class="summary">
          {questions.map((question) => (
            <div key={question}>
              <dt>{questionWords[question].legend}</dt>
              <dd>{answerWords(question, answers, schoolName)}</dd>
            </div>
          ))}
        </dl>
        <p class="quiet small">
          They stand in this page’s address, after the #, and nowhere else. Who has the address has the answers.
        </p>
      </div>
    </section>
  );
}

type BasisProps = {
  readonly reason: Reason;
  readonly sources: ReasonSources;
  readonly school: SchoolStance | undefined;
};

/** What a reason rests on: the school's record, the pages that say so, and the guide that says more. */
function Basis({ reason, sources, school }: BasisProps) {
  const { guide, cites } = reasonBasis[reason];
  return (
    <span class="small quiet">
      {school && reason.startsWith('school-') && (
        <>
          <a href={siteAddress(`schools/${school.id}/`)}>{school.name}: our record with its sources</a>.{' '}
        </>
      )}
      {cites
        .flatMap((id) => sources[id] ?? [])
        .map(({ name, href, checked }) => (
          <>
            <a href={href} rel="external">
              {name}
            </a>
            , checked {checked}.{' '}
          </>
        ))}
      <a href={siteAddress(guide)}>More about this</a>
    </span>
  );
}
