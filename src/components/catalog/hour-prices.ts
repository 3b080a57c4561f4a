/** What a semester hour costs at a provider, by its own prices, for courses of three hours that count in full. */
import type { CatalogOffers } from '../../planner/finish/completion-offers.ts';
import { listInWords, priceInWords, recommendedHours } from '../site/words.ts';
import type { CourseEntry } from './records.ts';

/** One way to pay: what an hour costs if one course, and if three, are finished in a month. */
export type HourPrice = { readonly one: string; readonly three: string };

type Costs = {
  readonly way: string;
  readonly without: readonly string[];
  readonly one: number;
  readonly three: number;
};
const hours = 3;

/** The ways to pay for the provider's courses of three hours, as far as their price is known. A way is named where there are more, or where it is a place. */
export function hourPrices(courses: readonly CourseEntry[], offers: CatalogOffers): readonly HourPrice[] {
  const costs = courses.flatMap((course) => costsOf(course, offers));
  const ways = [...Map.groupBy(costs, ({ way, without }) => [way, ...without].join())].map(([, alike]) => alike);
  return ways.map((alike) => {
    const [{ way, without } = { way: '', without: [] }] = alike;
    const notes = [
      ...(ways.length > 1 || way.startsWith('at ') ? [way] : []),
      ...(without.length > 0 ? [`without: ${listInWords(without)}`] : []),
    ];
    const note = notes.length > 0 ? ` (${notes.join(', ')})` : '';
    return { one: spanOf(alike.map(({ one }) => one)) + note, three: spanOf(alike.map(({ three }) => three)) + note };
  });
}

/** The course's ways to pay, by the hour. */
function costsOf({ id, data }: CourseEntry, { ways, waysOf, memberships }: CatalogOffers): Costs[] {
  const [recommendation] = data.recommendations;
  if (data.status === 'withdrawn' || !recommendation || recommendedHours(recommendation) !== hours) return [];
  return (ways[waysOf[id] ?? -1] ?? []).flatMap(({ fees, monthly, membership, at, unknown }): Costs[] => {
    const month = memberships.find((one) => one.id === membership)?.plans.find(({ months }) => months === 1);
    // Without the price of the course itself nothing can be said.
    if (unknown.some((what) => what.startsWith('The price')) || (membership !== undefined && !month)) return [];
    const own = fees.reduce((sum, { priceUsd }) => sum + priceUsd, monthly?.priceUsd ?? 0);
    const shared = month?.priceUsd ?? 0;
    const paid = month?.what ?? monthly?.what ?? (at ? undefined : 'By the course');
    const place = at && { home: 'at home', 'test-center': 'at a test center' }[at];
    return [
      {
        way: [paid, place].filter((part) => part !== undefined).join(', '),
        without: unknown.map((what) => what.charAt(0).toLowerCase() + what.slice(1)),
        one: (own + shared) / hours,
        three: (3 * own + shared) / (3 * hours),
      },
    ];
  });
}

/** "US$ 32.33", or "US$ 53 to 66" where the courses differ. */
function spanOf(costs: readonly number[]): string {
  const [least, most] = [Math.min(...costs), Math.max(...costs)].map((usd) =>
    priceInWords(Math.round(usd * 100) / 100),
  );
  return least === most ? (least ?? '') : `${least ?? ''} to ${(most ?? '').replace('US$ ', '')}`;
}
