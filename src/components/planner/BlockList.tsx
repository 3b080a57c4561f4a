import type { BlockAudit, CreditOutcome, DegreeAudit, PlannedCredit } from '../../engine/types.ts';
import { applicationsIn, idsOf, isSure, type Region, type Territory } from '../../planner/degree-view.ts';
import { certaintyWords, hoursNumber, hoursWords, qualifierWords } from '../../planner/wording.ts';
import type { RequirementBlock } from '../../schemas/degree.ts';
import type { School } from '../../schemas/school.ts';
import { ruleInWords } from '../catalog/rules.ts';
import { SourceList } from './SourceList.tsx';

type Props = {
  readonly regions: readonly Region[];
  readonly audit: DegreeAudit;
  readonly school: School;
  readonly credits: readonly PlannedCredit[];
  readonly titleOf: (credit: string) => string;
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
              <TerritoryItem key={territory.block.id} territory={territory} {...rest} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function TerritoryItem({ territory, audit, ...rest }: Omit<Props, 'regions'> & { readonly territory: Territory }) {
  const { block, number } = territory;
  const inside = new Set(idsOf(block));
  const audits = audit.blocks.filter((entry) => inside.has(entry.block));
  const filling = applicationsIn(block, audit);
  const outcomes = new Map(audit.outcomes.map((outcome) => [outcome.accepted.id, outcome]));
  return (
    <li class="territory" id={`block-${block.id}`} tabIndex={-1}>
      <div class="territory-head">
        <h4>
          <span class="territory-number">{number}</span> {block.title}
        </h4>
        <Standing territory={territory} filled={filling.map(({ accepted }) => outcomes.get(accepted))} {...rest} />
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
      <Rules block={block} audits={audits} school={rest.school} />
    </li>
  );
}

type StandingProps = Pick<Props, 'credits'> & {
  readonly territory: Territory;
  readonly filled: readonly (CreditOutcome | undefined)[];
};

/** "Complete", "6 of 9 hours still needed", "Taken at the school". */
function Standing({ territory: { block, fill }, filled, credits }: StandingProps) {
  const met = fill.sure + fill.likely;
  if (fill.needed === 0) {
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
        {met > 0
          ? `${hoursNumber(fill.needed)} of ${hoursWords(block.semesterHours)} still needed`
          : `${hoursWords(fill.needed)} still needed`}
      </span>
    </p>
  );
}

type RulesProps = { readonly block: RequirementBlock; readonly audits: readonly BlockAudit[]; readonly school: School };

function Rules({ block, audits, school }: RulesProps) {
  const rule = block.says ?? (block.children || block.inResidence ? undefined : ruleInWords(block.fits, school));
  const qualifiers = audits.find((entry) => entry.block === block.id)?.qualifiers ?? [];
  const check = block.checkYourself ?? [];
  return (
    <>
      {qualifiers.length > 0 && (
        <ul class="qualifiers">
          {qualifiers.map((qualifier) => (
            <li key={qualifier.id}>
              {qualifier.says} <span class="quiet">{qualifierWords(qualifier)}.</span>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          What fits<span class="visually-hidden"> {block.title}</span>
        </summary>
        <div class="territory-details">
          {rule !== undefined && <p>{rule}</p>}
          {block.choose !== undefined && (
            <>
              <p>Choose {block.choose} of these:</p>
              <ul>
                {block.children?.map((child) => (
                  <li key={child.id} id={`block-${child.id}`}>
                    {child.title}, {hoursWords(child.semesterHours)}.{' '}
                    {child.says ?? (child.children ? '' : ruleInWords(child.fits, school))}
                  </li>
                ))}
              </ul>
            </>
          )}
          {check.length > 0 && (
            <div class="check-yourself">
              <p>
                <strong>Check this yourself</strong>
              </p>
              <ul>
                {check.map((says) => (
                  <li key={says}>{says}</li>
                ))}
              </ul>
            </div>
          )}
          <SourceList sources={block.sources ?? []} />
        </div>
      </details>
    </>
  );
}
