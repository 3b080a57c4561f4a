import type { DegreeAudit } from '../../../engine/types.ts';
import { hoursNumber, listWords } from '../../../planner/wording.ts';

const readingWords = { least: 'sure', likely: 'likely', most: 'at best' } as const;

/** Said where it is not proven that no other use of the courses meets more hours. */
export function BestFound({ audit: { readings } }: { readonly audit: DegreeAudit }) {
  const open = (['least', 'likely', 'most'] as const).filter((reading) => !readings[reading].proven);
  if (open.length === 0) return null;
  const bounds = open.map((reading) => `${hoursNumber(readings[reading].bound)} ${readingWords[reading]}`);
  return (
    <p class="note">
      <strong>Best found, not proven.</strong> Another way to use your courses may meet more hours, but no more than{' '}
      {listWords(bounds)}.
    </p>
  );
}
