/** What a table of providers can show, by the name that a guide gives for it. */
import type { PricePlan, Provider } from '../../schemas/provider.ts';
import { listInWords, outsideInWords, priceFor } from '../site/words.ts';
import type { Column } from './record-table.ts';

const line = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

export const providerColumns: Readonly<Record<string, Column<Provider>>> = {
  prices: { head: 'Price', says: ({ prices }) => priceLines(prices) },
  recommenders: {
    head: 'Recommended by',
    says: ({ recommenders }) => line(recommenders.length > 0 ? inSentenceCase(listInWords(recommenders)) : undefined),
  },
  proctoring: { head: 'How the exam is watched', says: ({ proctoring }) => line(proctoring) },
  pace: { head: 'Pace', says: ({ pace }) => line(pace) },
  retakes: { head: 'If you fail', says: ({ retakes }) => line(retakes) },
  transcript: { head: 'Who sends the record', says: ({ transcript }) => line(transcript) },
  exams: {
    head: 'Taking its exams',
    says: ({ exams = [], outsideUs }) =>
      exams.length === 0
        ? []
        : [
            ...exams.map(({ text }) => text),
            `Outside the US: ${outsideUs ? lowerFirst(outsideInWords[outsideUs]) : 'not found'}.`,
          ],
  },
  abroad: {
    head: 'From outside the US',
    says: ({ outsideUs, abroad }) => [...line(outsideUs && `${outsideInWords[outsideUs]}.`), ...line(abroad)],
  },
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const inSentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Membership: US$ 99 a month, US$ 299 for 4 months": what one buys, with every way to pay for it that is in use. */
function priceLines(prices: readonly PricePlan[]): readonly string[] {
  const byWhat = new Map<string, string[]>();
  for (const { what, priceUsd, per, current } of prices) {
    if (!current) continue;
    const price = priceUsd === undefined ? 'amount not found' : priceUsd === 0 ? 'no charge' : priceFor(priceUsd, per);
    byWhat.set(what, [...(byWhat.get(what) ?? []), price]);
  }
  return [...byWhat].map(([what, ways]) => `${what}: ${ways.join(', ')}`);
}
