import { withSums, type TuitionPart } from '../../../engine/completion.ts';
import type { OwnCurrency } from '../../../planner/finish/cost.ts';
import { moneyWords, tuitionName } from '../../../planner/finish/wording-completion.ts';

type Props = {
  /** What is laid beside the school's tuition. */
  readonly label: string;
  readonly usd: number;
  readonly school: string;
  readonly tuition: readonly TuitionPart[];
  /** The reader's own currency, to say the sums in it too. */
  readonly own?: OwnCurrency | undefined;
};

/** A sum of money, and the school's for the same hours as far as they are known, drawn to one scale. */
export function CostBars({ label, usd, school, tuition, own }: Props) {
  const bars = [
    { label, usd },
    ...withSums(tuition).map(({ line, totalUsd }) => ({ label: `${school}, ${tuitionName(line)}`, usd: totalUsd })),
  ];
  const most = Math.max(1, ...bars.map(({ usd }) => usd));
  return (
    <ul class="cost-bars" role="list">
      {bars.map(({ label, usd }, place) => (
        <li key={place}>
          <p>
            {label}: <strong>{moneyWords(usd, own)}</strong>
          </p>
          <svg class="time-bar" width="100%" height="12" aria-hidden="true">
            <rect
              class={place === 0 ? 'cost-bar cost-bar-first' : 'cost-bar'}
              y="1"
              height="10"
              width={`${(usd / most) * 100}%`}
            />
          </svg>
        </li>
      ))}
    </ul>
  );
}
