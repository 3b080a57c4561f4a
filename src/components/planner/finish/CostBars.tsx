import type { OwnCurrency } from '../../../planner/finish/cost.ts';
import { moneyWords } from '../../../planner/finish/wording-completion.ts';

type Props = {
  readonly bars: readonly { readonly label: string; readonly usd: number }[];
  /** The reader's own currency, to say the sums in it too. */
  readonly own?: OwnCurrency | undefined;
};

/** Sums of money, drawn to one scale. */
export function CostBars({ bars, own }: Props) {
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
