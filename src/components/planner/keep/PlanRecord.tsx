/** A plan to read and to print, not to change: what it is for, every credit, what is still needed, every source. */
import { withWaivers } from '../../../engine/index.ts';
import type { DegreeAudit } from '../../../engine/types.ts';
import { answersIn } from '../../../planner/plan/decided.ts';
import { blocksById, contentsOf, regionsOf, type Content, type Territory } from '../../../planner/audit/degree-view.ts';
import { titleOfBlock } from '../../../planner/audit/landing.ts';
import { territoriesOf } from '../../../planner/audit/moves.ts';
import type { PlanCatalog } from '../../../planner/audit/plan-audit.ts';
import {
  numberSources,
  recordCredits,
  recordTitle,
  type NumberedSources,
  type Recorded,
  type RecordedCredit,
  type RecordedPart,
} from '../../../planner/paper/plan-record.ts';
import {
  certaintyWords,
  dateWords,
  hoursNumber,
  hoursWords,
  linkTo,
  listWords,
  sourceNote,
  sourceTitle,
  statusWords,
} from '../../../planner/wording.ts';
import { answeredWords, answerWords, howRead } from '../../../planner/audit/wording-decisions.ts';
import type { Source } from '../../../schemas/shared.ts';
import { noContent, Standing } from '../block/BlockList.tsx';
import { DegreeMap } from '../map/DegreeMap.tsx';
import { Limits } from '../map/Limits.tsx';
import { siteAddress } from '../use-catalog.ts';

type Props = Recorded & { readonly today: string };

/** The whole record. */
export function PlanRecord({ today, ...recorded }: Props) {
  const { plan, audit, catalog } = recorded;
  const degree = withWaivers(catalog.degree.degree, plan.waivers);
  const blocks = blocksById(catalog.degree.degree);
  const titles = new Map(plan.credits.map((credit) => [credit.id, recordTitle(credit, catalog.courses)]));
  const names = { title: (id: string) => titles.get(id) ?? id, block: (id: string) => titleOfBlock(blocks, id) };
  const answers = answersIn(plan);
  const credits = recordCredits(recorded);
  const rules = sourcesOfRules(catalog, audit);
  const sources = numberSources([...credits.flatMap(({ parts }) => parts.flatMap((part) => part.sources)), ...rules]);
  const toCheck = audit.checkYourself;
  const regions = regionsOf(degree, audit);
  const contents = contentsOf(regions, audit, recorded.plan.credits);
  return (
    <article class="plan-record" aria-labelledby="record-title">
      <RecordHead {...recorded} today={today} />
      <p class="answer-words">
        <strong>
          {hoursNumber(audit.met.least)} of {hoursNumber(audit.semesterHours)}
        </strong>{' '}
        semester hours sure, {hoursNumber(audit.met.likely)} sure or likely, {hoursNumber(audit.met.most)} at best
      </p>
      <DegreeMap degree={degree} audit={audit} label="The degree with these courses in it" withKey={false} />
      <section class="record-part" aria-labelledby="record-credits">
        <h2 id="record-credits">
          Courses <span class="quiet">({credits.length})</span>
        </h2>
        <ol class="record-list">
          {credits.map((credit) => (
            <CreditRecord key={credit.credit.id} recorded={credit} sources={sources} />
          ))}
        </ol>
      </section>
      <section class="record-part" aria-labelledby="record-blocks">
        <h2 id="record-blocks">Requirements</h2>
        <ul class="record-list" role="list">
          {territoriesOf(regions).map((territory) => (
            <BlockRecord
              key={territory.block.id}
              territory={territory}
              content={contents.get(territory.block.id) ?? noContent}
              recorded={recorded}
            />
          ))}
        </ul>
      </section>
      {answers.length > 0 && (
        <section class="record-part" aria-labelledby="record-decided">
          <h2 id="record-decided">What the school decided</h2>
          <p class="quiet">The student recorded this. This page has not seen the school’s answers.</p>
          <ul class="record-list">
            {answers.map((answer) => (
              <li key={answerWords(answer, names)}>
                {answerWords(answer, names)}. <span class="quiet">{answeredWords(answer)}.</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Limits
        Heading="h2"
        id="record-maximums"
        title="Most the school takes"
        limits={audit.maximums}
        degreeHours={audit.semesterHours}
      />
      <Limits
        Heading="h2"
        id="record-rules"
        title="Rules across the degree"
        limits={audit.qualifiers}
        degreeHours={audit.semesterHours}
      />
      {toCheck.length > 0 && (
        <section class="record-part" aria-labelledby="record-check">
          <h2 id="record-check">Check with the school</h2>
          <p class="quiet">Rules that this page can’t count.</p>
          <ul class="record-list">
            {[...new Set(toCheck.map(({ says }) => says))].map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </section>
      )}
      <section class="record-part" aria-labelledby="record-sources">
        <h2 id="record-sources">Where this was read</h2>
        <p class="quiet">
          The degree and its rules: <SourceNumbers of={rules} sources={sources} />.
        </p>
        <ol class="record-sources">
          {sources.all.map((source, i) => (
            <SourceLine key={i} source={source} number={i + 1} />
          ))}
        </ol>
      </section>
      <p class="record-end">
        <strong>The school decides; ask its registrar.</strong>
      </p>
    </article>
  );
}

function RecordHead({ plan, catalog, today }: Props) {
  const { degree } = catalog.degree;
  const facts: [name: string, value: string][] = [
    ['Degree', degree.title],
    ['School', catalog.school.school.name],
    ['Catalog year', degree.catalogYear],
    ['As of', dateWords(today)],
    ['Worked out by', location.origin + siteAddress('planner/')],
  ];
  return (
    <header class="record-head">
      <h2 id="record-title" tabIndex={-1}>
        <bdi>{plan.name}</bdi>
      </h2>
      <dl class="summary">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {['Made by', 'For'].map((name) => (
          <div key={name} class="record-line">
            <dt>{name}</dt>
            <dd />
          </div>
        ))}
      </dl>
      {degree.completeness === 'partial' && (
        <p class="quiet">Some of this degree’s lists were not found. The requirements may say more at the school.</p>
      )}
    </header>
  );
}

type CreditProps = { readonly recorded: RecordedCredit; readonly sources: NumberedSources };

function CreditRecord({ recorded: { credit, title, provider, parts }, sources }: CreditProps) {
  const { status, score, grade, completedOn, decision } = credit;
  const facts = [
    provider,
    statusWords[status],
    score === undefined ? '' : `score ${score}`,
    grade === undefined ? '' : `grade ${grade}`,
    completedOn === undefined ? '' : dateWords(completedOn),
  ];
  return (
    <li>
      <strong>
        <bdi>{title}</bdi>
      </strong>
      <span class="record-facts">{facts.filter(Boolean).join(' · ')}</span>
      {parts.map((part, i) => (
        <PartRecord key={i} part={part} sources={sources} />
      ))}
      {decision && (
        <span class="record-facts">
          The student recorded that the school answered on {dateWords(decision.decidedOn)}: <bdi>{decision.by}</bdi>
        </span>
      )}
    </li>
  );
}

/** The record is read by others too: to them, the school's answer is the student's word. */
const decidedAsRecorded = 'decided, as the student recorded it';

type PartProps = { readonly part: RecordedPart; readonly sources: NumberedSources };

function PartRecord({ part, sources }: PartProps) {
  const { becomes, requirement, hours, certainty, pinned, note } = part;
  return (
    <span class="record-facts">
      {hours ? (
        <>
          {requirement === '' ? 'Not used' : `In ${requirement}`}: <bdi>{becomes}</bdi>,{' '}
          {hours.least === hours.most
            ? hoursWords(hours.most)
            : `${hoursNumber(hours.least)} to ${hoursWords(hours.most)}, ${hoursNumber(hours.likely)} likely`}
          {pinned && ', moved by hand'}
          {certainty && <>, {certainty === 'decided' ? decidedAsRecorded : certaintyWords[certainty].toLowerCase()}</>}
          .{' '}
        </>
      ) : (
        'No hours here. '
      )}
      {note} <SourceNumbers of={part.sources} sources={sources} />
    </span>
  );
}

type BlockProps = { readonly territory: Territory; readonly content: Content; readonly recorded: Recorded };

function BlockRecord({ territory, content, recorded: { plan, catalog } }: BlockProps) {
  const { block, number, fill } = territory;
  const credits = new Map(plan.credits.map((credit) => [credit.id, credit]));
  const filledBy = content.filling.flatMap(({ credit: id, semesterHours }) => {
    const credit = credits.get(id);
    return credit ? [`${recordTitle(credit, catalog.courses)} (${hoursNumber(semesterHours)})`] : [];
  });
  return (
    <li>
      <span class="record-block">
        <strong>
          {number} {block.title}
        </strong>
        , {hoursWords(block.semesterHours)}
      </span>
      <Standing block={block} needed={fill.needed} likely={fill.likely} content={content} />
      {filledBy.length > 0 && (
        <span class="record-facts">
          Filled by <bdi>{listWords(filledBy)}</bdi>
        </span>
      )}
    </li>
  );
}

type NumbersProps = { readonly of: readonly Source[]; readonly sources: NumberedSources };

/** "[2, 5]", each a way to the source. */
function SourceNumbers({ of, sources }: NumbersProps) {
  const numbers = sources.numbersOf(of);
  if (numbers.length === 0) return null;
  return (
    <span>
      [
      {numbers.map((number, i) => (
        <span key={number}>
          {i > 0 && ', '}
          <a href={`#record-source-${number}`} aria-label={`Source ${number}`}>
            {number}
          </a>
        </span>
      ))}
      ]
    </span>
  );
}

function SourceLine({ source, number }: { readonly source: Source; readonly number: number }) {
  const href = linkTo(source);
  const title = sourceTitle(source);
  return (
    <li id={`record-source-${number}`} tabIndex={-1}>
      {href === undefined ? (
        title
      ) : (
        <>
          {title}, <a href={href}>{href}</a>
        </>
      )}
      , {sourceNote(source)}
      {source.via !== undefined && `. ${howRead(source.via)}`}
    </li>
  );
}

/** The pages that say what the degree asks for and how much the school takes. */
function sourcesOfRules(
  { school: { school }, degree: { degree } }: PlanCatalog,
  audit: DegreeAudit,
): readonly Source[] {
  const shown = new Set(audit.maximums.map(({ id }) => id));
  return [
    ...degree.sources,
    ...[...blocksById(degree).values()].flatMap(({ sources = [] }) => sources),
    ...school.maximums.filter(({ id }) => shown.has(id)).flatMap(({ sources }) => sources),
    ...school.residency.filter(({ awards }) => awards.includes(degree.award)).flatMap(({ sources }) => sources),
  ];
}
