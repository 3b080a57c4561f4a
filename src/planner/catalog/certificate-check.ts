/**
 * Whether a certificate, by its exact name, is one that we know. Names differ by one word and so does the credit: a name
 * that is only near is shown as another name, never as a match.
 */
import { matchOf, tellingOf, wordsOf } from './search-words.ts';

/** A certificate with what a reader must know, in words. `/catalog/certificates.json` holds them all. */
export type Certificate = {
  /** The course's id in the catalog. */
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  /** Other names of the provider, which people put before or after the title. */
  readonly alsoCalled: readonly string[];
  /** Whether credit is recommended today; `lapsed`: it was. */
  readonly standing: 'recommended' | 'lapsed' | 'none';
  /** "Up to 12 semester hours, recommended by ACE". Empty where there is none. */
  readonly recommended: string;
  /** On which days finishing earns it, or that no dates were found. */
  readonly window: string;
  /** What schools are known to make of it. */
  readonly lands: readonly { readonly school: string; readonly page: string; readonly words: string }[];
};

/** What a name leads to. */
export type Checked = {
  readonly exact: Certificate | undefined;
  /** Names that are like it and not the same, the likest first. */
  readonly near: readonly Certificate[];
};

/** Finds the certificate of that name, and names near it. Capitals, punctuation and the provider's name make no difference. */
export function checkCertificate(typed: string, certificates: readonly Certificate[], mostNear = 5): Checked {
  const asked = wordsOf(typed);
  const exact = certificates.find((one) => isName(asked, one));
  const near = certificates
    .filter((one) => one !== exact)
    .map((one) => ({ one, likeness: likenessOf(asked, one) }))
    .filter(({ likeness }) => likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness || (a.one.title < b.one.title ? -1 : 1));
  return { exact, near: near.slice(0, mostNear).map(({ one }) => one) };
}

function isName(asked: readonly string[], { title, provider, alsoCalled }: Certificate): boolean {
  const name = wordsOf(title).join(' ');
  const typed = asked.join(' ');
  const by = [provider, ...alsoCalled].map((one) => wordsOf(one).join(' '));
  return typed === name || by.some((one) => typed === `${one} ${name}` || typed === `${name} ${one}`);
}

/** Words that most certificates have: alone they make no likeness. */
const common = new Set(['certificate', 'professional', 'specialization', 'course', 'coursera', 'edx', 'certified']);

/** The share of telling words that two names have in common, from 0 to 1. */
function likenessOf(asked: readonly string[], { title }: Certificate): number {
  const telling = (words: readonly string[]) => tellingOf(words).filter((word) => !common.has(word));
  const [typed, known] = [telling(asked), telling(wordsOf(title))];
  const shared = typed.filter((word) => known.some((one) => matchOf(one, word) > 0)).length;
  return shared / Math.max(1, typed.length, known.length);
}
