import type { ComponentChildren } from 'preact';
import type { Completion } from '../../../engine/completion.ts';
import {
  costSentence,
  dollarWords,
  leftWords,
  openSentence,
  tuitionName,
  tuitionWords,
} from '../../../planner/finish/wording-completion.ts';
import { hoursForLack, type Blocks } from '../../../planner/audit/unknown-lists.ts';
import { hoursWords } from '../../../planner/wording.ts';
import { SourceList } from '../credit/SourceList.tsx';
import { siteAddress } from '../use-catalog.ts';

/** How things are called. */
export type FinishNames = {
  readonly course: (id: string) => string;
  readonly provider: (id: string) => string;
  readonly block: (id: string) => string;
  readonly blocks: Blocks;
  /** The school's short name. */
  readonly school: string;
};

type NumberProps = { readonly name: string; readonly says: string; readonly children: ComponentChildren };

/** A number that opens to what it is made of. */
export function OpenNumber({ name, says, children }: NumberProps) {
  return (
    <details class="finish-number">
      <summary>
        <span class="finish-name">{name}</span> <strong>{says}</strong>
      </summary>
      <div class="stack-small small">{children}</div>
    </details>
  );
}

/** Of one plan. */
export type PartProps<Part extends keyof Completion = keyof Completion> = {
  readonly completion: Pick<Completion, Part>;
  readonly names: FinishNames;
};

/** What is paid, sum by sum. */
export function Cost({ completion: { costUsd, costs }, names }: PartProps<'costUsd' | 'costs'>) {
  return (
    <OpenNumber name="Cost" says={dollarWords(costUsd)}>
      {costs.length === 0 && <p>There is nothing to pay for.</p>}
      <ul class="finish-parts">
        {costs.map((part, place) => (
          <li key={place}>
            {part.course !== undefined && <strong>{names.course(part.course)}. </strong>}
            {costSentence(part)}.{' '}
            <a href={siteAddress(`providers/${part.provider}/`)}>{names.provider(part.provider)}</a>
            {part.note !== undefined && <span class="quiet"> {part.note}</span>}
          </li>
        ))}
      </ul>
      <p class="quiet">
        Each provider’s page names where its prices were read. Taxes and what the school charges are not in it.
      </p>
    </OpenNumber>
  );
}

/** What stays open, why, and what the school asks for it. */
export function AtSchool({ completion: { residence, open }, names }: PartProps<'residence' | 'open'>) {
  return (
    <OpenNumber name="Left for the school" says={leftWords(residence, hoursForLack(open, names.blocks))}>
      {open.length > 0 && (
        <ul class="finish-parts">
          {open.map((block) => (
            <li key={block.block}>
              <strong>{names.block(block.block)}.</strong> {openSentence(block, names.blocks)}
            </li>
          ))}
        </ul>
      )}
      {residence.semesterHours > 0 && <Tuition parts={residence.tuition} semesterHours={residence.semesterHours} />}
    </OpenNumber>
  );
}

type TuitionProps = {
  readonly parts: Completion['residence']['tuition'];
  readonly semesterHours: number;
};

/** What so many hours cost at the school, line by line, each with its source. */
export function Tuition({ parts, semesterHours }: TuitionProps) {
  if (parts.length === 0) return <p>No tuition of the school was found.</p>;
  return (
    <>
      <p>What {hoursWords(semesterHours)} cost at the school:</p>
      <ul class="finish-parts">
        {parts.map(({ line, totalUsd }, place) => (
          <li key={place}>
            {tuitionName(line)}: {tuitionWords(line)}
            {totalUsd === undefined
              ? '. What these hours come to depends on how many one takes at a time.'
              : `, ${dollarWords(totalUsd)} in all.`}
            {line.note !== undefined && <span class="quiet"> {line.note}</span>}
            <SourceList sources={line.sources} />
          </li>
        ))}
      </ul>
    </>
  );
}
