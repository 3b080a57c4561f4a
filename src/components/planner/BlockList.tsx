import type { BlockAudit, CreditOutcome, DegreeAudit, PlannedCredit } from '../../engine/types.ts';
import { applicationsIn, idsOf, isSure, type Region, type Territory } from '../../planner/degree-view.ts';
import { certaintyWords, hoursNumber, hoursWords } from '../../planner/wording.ts';
import type { School } from '../../schemas/school.ts';
import { BlockRules } from './BlockRules.tsx';
import type { Offer } from './FittingCourses.tsx';

type Props = {
  readonly regions: readonly Region[];
  readonly audit: DegreeAudit;
  readonly school: School;
  readonly credits: readonly PlannedCredit[];
  readonly titleOf: (credit: string) => string;
  readonly offer: Offer;
};

/** Every requirement: what fills it, what is still needed, its rules. The numbers are those of the map. */
export function BlockList({ regions, ...rest }: Props) {
  return (
    <>
      {regions.map((region) => (
        <section key={region.id} class="region">
          {region.title !== undefined && (
            <h3 class="region-title">
              {region.title} <span class="quiet">{hoursWords(region.semesterHours)}</span>
            </h3>
          )}
          <ul class="territories" role="list">
            {region.territories.map((territory) => (
              <TerritoryItem
                key={territory.block.id}
                territory={territory}
                Heading={region.title === undefined ? 'h3' : 'h4'}
                {...rest}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type ItemProps = Omit<Props, 'regions'> & {
  readonly territory: Territory;
  /** One level below the region's title, where it has one. */
  readonly Heading: 'h3' | 'h4';
};

function TerritoryItem({ territory, audit, Heading, ...rest }: ItemProps) {
  const { block, number } = territory;
  const inside = new Set(idsOf(block));
  const audits = audit.blocks.filter((entry) => inside.has(entry.block));
  const filling = applicationsIn(block, audit);
  const outcomes = new Map(audit.outcomes.map((outcome) => [outcome.accepted.id, outcome]));
  return (
    <li class="territory" id={`block-${block.id}`} tabIndex={-1}>
      <div class="territory-head">
        <Heading>
          <span class="territory-number">{number}</span> {block.title}
        </Heading>
        <Standing
          territory={territory}
          filled={filling.map(({ accepted }) => outcomes.get(accepted))}
          courses={audits.find((entry) => entry.block === block.id)?.courses}
          {...rest}
        />
      </div>
      {filling.length > 0 && (
        <ul class="filling" role="list">
          {filling.map(({ accepted, semesterHours, leftOver }) => {
            const outcome = outcomes.get(accepted);
            if (!outcome) return null;
            const { credit, certainty } = outcome.accepted;
            return (
              <li key={accepted} class={isSure(certainty) ? 'filling-sure' : 'filling-likely'}>
                <a href={`#credit-${credit}`}>
                  <bdi>{rest.titleOf(credit)}</bdi>
                </a>
                , {hoursWords(semesterHours)}
                {leftOver && ' left over'}, {certaintyWords[certainty].toLowerCase()}
              </li>
            );
          })}
        </ul>
      )}
      <BlockRules block={block} audits={audits} school={rest.school} offer={rest.offer} />
    </li>
  );
}

type StandingProps = Pick<Props, 'credits'> & {
  readonly territory: Territory;
  readonly filled: readonly (CreditOutcome | undefined)[];
  readonly courses: BlockAudit['courses'] | undefined;
};

/** "Complete", "6 of 9 hours still needed", "Taken at the school". */
export function Standing({
  territory: { block, fill },
  filled,
  courses = { have: 0, need: 0 },
  credits,
}: StandingProps) {
  const met = fill.sure + fill.likely;
  const more = Math.max(0, courses.need - courses.have);
  if (fill.needed === 0 && more === 0) {
    if (fill.likely > 0) return <p class="standing-words">Complete, if the school agrees</p>;
    const done = filled.every((outcome) => {
      const status = credits.find(({ id }) => id === outcome?.accepted.credit)?.status ?? 'planned';
      return ['completed', 'transcript-sent', 'evaluated'].includes(status);
    });
    return <p class="standing-words">{done ? 'Complete' : 'Complete with planned courses'}</p>;
  }
  return (
    <p class="standing-words">
      {block.inResidence && <span class="tag tag-residence">Taken at the school</span>}{' '}
      <span class={block.inResidence ? 'quiet' : 'tag tag-needed'}>
        {fill.needed === 0
          ? `${more} more ${more === 1 ? 'course' : 'courses'} needed`
          : met > 0
            ? `${hoursNumber(fill.needed)} of ${hoursWords(block.semesterHours)} still needed`
            : `${hoursWords(fill.needed)} still needed`}
      </span>
    </p>
  );
}
