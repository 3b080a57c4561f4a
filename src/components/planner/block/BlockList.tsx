import { isFinished } from '../../../engine/index.ts';
import { isSure, type Content, type Region } from '../../../planner/audit/degree-view.ts';
import { certaintyWords, hoursNumber, hoursWords } from '../../../planner/wording.ts';
import type { RequirementBlock } from '../../../schemas/degree.ts';
import type { School } from '../../../schemas/school.ts';
import { BlockRules } from './BlockRules.tsx';
import { memo } from '../memo.ts';

type Props = {
  readonly regions: readonly Region[];
  readonly contents: ReadonlyMap<string, Content>;
  readonly school: School;
  readonly titleOf: (credit: string) => string;
};

/** Of a block that nothing fills. */
export const noContent: Content = { filling: [], audits: [] };

/** Every requirement: what fills it, what is still needed, its rules. The numbers are those of the map. */
export function BlockList({ regions, contents, school, titleOf }: Props) {
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
            {region.territories.map(({ block, number, fill }) => (
              <TerritoryItem
                key={block.id}
                block={block}
                number={number}
                needed={fill.needed}
                likely={fill.likely}
                content={contents.get(block.id) ?? noContent}
                Heading={region.title === undefined ? 'h3' : 'h4'}
                school={school}
                titleOf={titleOf}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type ItemProps = Pick<Props, 'school' | 'titleOf'> & {
  readonly block: RequirementBlock;
  readonly number: number;
  /** Semester hours still needed, and of those met the likely ones. */
  readonly needed: number;
  readonly likely: number;
  readonly content: Content;
  /** One level below the region's title, where it has one. */
  readonly Heading: 'h3' | 'h4';
};

const TerritoryItem = memo(function TerritoryItem({ Heading, ...item }: ItemProps) {
  const { block, number, content, school, titleOf } = item;
  const { filling, audits } = content;
  return (
    <li class="territory" id={`block-${block.id}`} data-block={block.id} tabIndex={-1}>
      <div class="territory-head">
        <Heading>
          <span class="territory-number">{number}&nbsp;</span>
          {block.title}
        </Heading>
        <Standing {...item} />
      </div>
      {filling.length > 0 && (
        <ul class="filling" role="list">
          {filling.map(({ accepted, credit, semesterHours, leftOver, certainty, pinned }) => (
            <li key={`${accepted} ${leftOver}`} class={isSure(certainty) ? 'filling-sure' : 'filling-likely'}>
              <a href={`#credit-${credit}`}>
                <bdi>{titleOf(credit)}</bdi>
              </a>
              , {hoursWords(semesterHours)}
              {leftOver && ' left over'}, {certaintyWords[certainty].toLowerCase()}
              {pinned && ', put here by you'}
            </li>
          ))}
        </ul>
      )}
      <BlockRules block={block} audits={audits} school={school} />
    </li>
  );
});

/** "Complete", "6 of 9 hours still needed", "Taken at the school". */
export function Standing({
  block,
  needed,
  likely,
  content,
}: Pick<ItemProps, 'block' | 'needed' | 'likely' | 'content'>) {
  const courses = content.audits.find((entry) => entry.block === block.id)?.courses ?? { have: 0, need: 0 };
  const more = Math.max(0, courses.need - courses.have);
  if (needed === 0 && more === 0) {
    if (likely > 0) return <p class="standing-words">Complete, if the school agrees</p>;
    const done = content.filling.every(isFinished);
    return <p class="standing-words">{done ? 'Complete' : 'Complete with planned courses'}</p>;
  }
  return (
    <p class="standing-words">
      {block.inResidence && <span class="tag tag-residence">Taken at the school</span>}{' '}
      <span class={block.inResidence ? 'quiet' : 'tag tag-needed'}>
        {needed === 0
          ? `${more} more ${more === 1 ? 'course' : 'courses'} needed`
          : needed < block.semesterHours
            ? `${hoursNumber(needed)} of ${hoursWords(block.semesterHours)} still needed`
            : `${hoursWords(needed)} still needed`}
      </span>
    </p>
  );
}
