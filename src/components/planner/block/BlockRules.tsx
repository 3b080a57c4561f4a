import { useState } from 'preact/hooks';
import type { BlockAudit } from '../../../engine/types.ts';
import { hoursWords, qualifierWords } from '../../../planner/wording.ts';
import type { RequirementBlock } from '../../../schemas/degree.ts';
import type { School } from '../../../schemas/school.ts';
import { ruleInWords } from '../../catalog/rules.ts';
import { NotHere } from '../NotHere.tsx';
import { SourceList } from '../credit/SourceList.tsx';
import { useLater } from '../use-later.ts';

type Props = {
  readonly block: RequirementBlock;
  readonly audits: readonly BlockAudit[];
  readonly school: School;
};

/** A requirement's rules, and folded away what fits it. The courses are looked up when it is first opened. */
export function BlockRules({ block, audits, school }: Props) {
  const [opened, setOpened] = useState(false);
  const later = useLater();
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
      <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
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
          {opened &&
            (typeof later === 'string' ? (
              <NotHere state={later} />
            ) : (
              <>
                <later.MoveHere block={block} />
                {!block.inResidence && <later.FittingCourses block={block} />}
                <later.BlockWhy block={block} />
              </>
            ))}
          {!(opened && typeof later === 'object') && <SourceList sources={block.sources ?? []} />}
        </div>
      </details>
    </>
  );
}
