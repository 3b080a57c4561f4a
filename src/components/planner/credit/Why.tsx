import type { CreditOutcome, DegreeAudit, PlannedCredit, Reading } from '../../../engine/types.ts';
import { applicationsIn } from '../../../planner/audit/degree-view.ts';
import { titleOfBlock, type Blocks, type Landing } from '../../../planner/audit/landing.ts';
import { sourcesOfBlock } from '../../../planner/audit/sources-of-block.ts';
import { countedIn, disputesAbout } from '../../../planner/audit/why.ts';
import { certaintyWords, hoursNumber, hoursWords, listWords, sourceNote } from '../../../planner/wording.ts';
import {
  becomesName,
  certaintySentences,
  levelWords,
  rangeWords,
  remarkSentences,
} from '../../../planner/wording-beside.ts';
import {
  answeredWords,
  readingSentences,
  sharingSentence,
  sourceSentences,
} from '../../../planner/audit/wording-decisions.ts';
import type { RequirementBlock } from '../../../schemas/degree.ts';
import type { Equivalency } from '../../../schemas/equivalency.ts';
import type { Disagreement, Source } from '../../../schemas/shared.ts';
import { memo } from '../memo.ts';
import { usePlanShown } from '../plan-context.ts';
import { SourceList } from './SourceList.tsx';
import { useFetched, valueOf } from '../use-catalog.ts';

type SourcesProps = {
  readonly sources: readonly Source[];
  /** The names of those that stand in full above. */
  readonly told?: ReadonlySet<string>;
};

/** Each source in full, once: what it says, the date it shows, the month it was read. */
export function FullSources({ sources, told }: SourcesProps) {
  const says = (source: Source) =>
    told?.has(nameOf(source)) ? `, ${sourceNote(source)}` : `. ${sourceSentences(source)}`;
  return <SourceList sources={sources} after={says} />;
}

type CreditProps = {
  readonly credit: PlannedCredit;
  readonly landing: Landing | undefined;
  /** True while it is only tried what the school might answer. */
  readonly tried: boolean;
  readonly equivalencies: readonly Equivalency[];
  readonly blocks: Blocks;
};

/** Why a credit counts as it does: what it becomes, how sure that is, who says so and when, and who says otherwise. */
export function CreditWhy({ credit, landing, tried, equivalencies, blocks }: CreditProps) {
  const { parts = [], notAccepted = [] } = landing ?? {};
  const { names } = usePlanShown();
  const sources = sourcesOf(landing);
  const named = new Set(sources.map(nameOf));
  const disputes = credit.decision ? [] : disputesAbout(credit.course, equivalencies);
  return (
    <div class="why">
      {parts.map((part) => (
        <PartWhy
          key={part.accepted.id}
          part={part}
          credit={credit}
          tried={tried}
          several={parts.length > 1}
          blocks={blocks}
        />
      ))}
      {notAccepted.map(({ part = -1, says, other }) => {
        const twin = other === undefined ? undefined : `The other one is ${names.title(other)}.`;
        const words = [twin, says].filter(Boolean).join(' ');
        return words && <p key={part}>{words}</p>;
      })}
      {credit.decision && <p>The school’s answer: {answeredWords(credit.decision)}.</p>}
      <FullSources sources={sources} />
      {disputes.length > 0 && (
        <>
          <p>
            <strong>What else is said about it</strong>
          </p>
          <ul>
            {disputes.map(({ says, sources: its }) => (
              <li key={says}>
                {says}
                <FullSources sources={its} told={named} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type PartProps = Pick<CreditProps, 'credit' | 'tried' | 'blocks'> & {
  readonly part: CreditOutcome;
  readonly several: boolean;
};

function PartWhy({ part: { accepted }, credit, tried, several, blocks }: PartProps) {
  const { schoolCourse, hours, level, certainty, remarks, standsFor, appliedHere, part } = accepted;
  const substitution = credit.substitutions?.findLast((one) => one.part === part);
  const applied = credit.appliedHere?.findLast((one) => one.part === part);
  return (
    <div class="credit-becomes">
      <p>
        {several ? 'One part becomes ' : schoolCourse === undefined ? '' : 'Becomes '}
        {becomesName(accepted)}: {rangeWords(hours)}, {levelWords[level].toLowerCase()}.{' '}
        {tried ? 'You are only trying this. Nobody has answered.' : certaintySentences[certainty]}
      </p>
      {standsFor && substitution && (
        <p>
          Substitution: it stands for {standsFor.schoolCourse} ({answeredWords(substitution)}).
        </p>
      )}
      {appliedHere !== undefined && applied && (
        <p>
          Apply here: the school uses it in {titleOfBlock(blocks, appliedHere)} ({answeredWords(applied)}).
        </p>
      )}
      {remarks.length > 0 && (
        <ul>
          {remarks.map((remark) => (
            <li key={remark}>{remarkSentences[remark]}</li>
          ))}
          {credit.typed && credit.typed.subject === undefined && credit.typed.schoolCourse === undefined && (
            <li>{remarkSentences['subject-not-known']} Add it to what you typed, below.</li>
          )}
        </ul>
      )}
    </div>
  );
}

/** Each source once, though every part names it. */
function sourcesOf(landing: Landing | undefined): readonly Source[] {
  const all = [
    ...(landing?.parts ?? []).flatMap(({ accepted }) => accepted.sources),
    ...(landing?.notAccepted ?? []).flatMap(({ sources }) => sources),
  ];
  return [...new Map(all.map((source) => [nameOf(source), source])).values()];
}

const nameOf = ({ url = '', title, says }: Source): string => `${url} ${title ?? says}`;

/** Why a requirement stands as it does: how sure each hour in it is, and where the rule was read. */
export function BlockWhy({ block }: { readonly block: RequirementBlock }) {
  const { degree, audit, names } = usePlanShown();
  const outcomes = new Map(audit.outcomes.map((outcome) => [outcome.accepted.id, outcome]));
  return (
    <div class="why">
      {applicationsIn(block, audit).map(({ accepted, semesterHours }) => {
        const outcome = outcomes.get(accepted);
        return (
          outcome && (
            <p key={accepted}>
              {names.title(outcome.accepted.credit)}, {hoursWords(semesterHours)}.{' '}
              {certaintySentences[outcome.accepted.certainty]}
            </p>
          )
        );
      })}
      <FullSources sources={sourcesOfBlock(block.id, degree)} />
    </div>
  );
}

type AnswerProps = {
  readonly audit: DegreeAudit;
  /** The credit with which something is being tried. */
  readonly tried: string | undefined;
  readonly titleOf: (credit: string) => string;
  readonly blocks: Blocks;
};

const readings: readonly { readonly reading: Reading; readonly name: string }[] = [
  { reading: 'least', name: 'sure' },
  { reading: 'likely', name: 'likely' },
  { reading: 'most', name: 'at best' },
];

/** What makes each of the three numbers: which credit counts, for how many hours, and where. */
export function AnswerWhy({ audit, tried, titleOf, blocks }: AnswerProps) {
  return (
    <div class="answer-why">
      {readings.map(({ reading, name }) => {
        const counted = countedIn(audit, reading);
        return (
          <section key={reading} aria-labelledby={`why-${reading}`}>
            <h3 id={`why-${reading}`}>
              {hoursNumber(audit.met[reading])} {name}
            </h3>
            <p class="quiet">{readingSentences[reading]}</p>
            {counted.length === 0 && <p>No course counts here yet.</p>}
            <ul>
              {counted.map(({ accepted, credit, title, certainty, semesterHours, blocks: places }) => (
                <li key={accepted}>
                  <a href={`#credit-${credit}`}>
                    <bdi>{titleOf(credit)}</bdi>
                  </a>
                  {title === titleOf(credit) ? '' : `, ${title}`}: {hoursWords(semesterHours)} in{' '}
                  {listWords([...new Set(places)].map((block) => titleOfBlock(blocks, block)))}.{' '}
                  <span class="quiet">{credit === tried ? 'Trying out' : certaintyWords[certainty]}.</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {[...blocks.values()].some(({ mayShareWith }) => mayShareWith) && <p class="quiet">{sharingSentence}</p>}
    </div>
  );
}

type DisputesProps = { readonly ofDegree: readonly Disagreement[]; readonly school: string };

/** Where the pages about the school or the degree disagree, and which one is followed here. */
export const Disputes = memo(function Disputes({ ofDegree, school }: DisputesProps) {
  const ofSchool = useFetched<readonly Disagreement[]>(`catalog/disagreements/${school}.json`);
  const disagreements = [...ofDegree, ...(valueOf(ofSchool) ?? [])];
  if (disagreements.length === 0 && ofSchool.state !== 'failed') return null;
  return (
    <section aria-labelledby="disputes-title">
      <h2 id="disputes-title">Where sources disagree</h2>
      <ul class="reasons" role="list">
        {disagreements.map(({ about, follows, sources }) => (
          <li key={about}>
            <strong>{about}</strong> We follow: {follows}
            <details>
              <summary>
                The sources<span class="visually-hidden">: {about}</span>
              </summary>
              <FullSources sources={sources} />
            </details>
          </li>
        ))}
      </ul>
      {ofSchool.state === 'failed' && (
        <p>
          What sources say of the school could not be loaded. Check your connection.{' '}
          <button class="button button-quiet no-print" type="button" onClick={ofSchool.retry}>
            Try again
          </button>
        </p>
      )}
    </section>
  );
});
