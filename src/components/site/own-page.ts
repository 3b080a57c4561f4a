/** Whose page a source of the first hand is. Only its address can tell: a provider also writes about what schools do. */
import type { Source } from '../../schemas/shared.ts';

/** "Saylor Academy’s own page": whose page a primary source is, in words. */
export type OwnPage = (source: Pick<Source, 'url'>) => string;

/** Someone who has pages. */
export type Publisher = { readonly name: string; readonly url?: string | undefined };

/** AP and CLEP are both on its site, and its pages tell of either. */
const collegeBoard: Publisher = { name: 'College Board', url: 'https://www.collegeboard.org/' };

/** Tells by the site that a page is on whose it is. Of publishers that share a site, the first is meant. */
export function ownPageOf(publishers: readonly Publisher[]): OwnPage {
  const known = [collegeBoard, ...publishers].flatMap(({ name, url }) =>
    url === undefined ? [] : ([[siteOf(url), name]] as const),
  );
  const names = new Map(known.toReversed());
  return ({ url = '' }) => {
    const name = names.get(siteOf(url));
    return name === undefined ? `a page at ${hostOf(url)}` : `${ownerWords(name)} own page`;
  };
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\d?\./, '') : url);

/** "wgu.edu" of "https://cm.wgu.edu/t5/": what is registered to one owner. */
const siteOf = (url: string): string => hostOf(url).split('.').slice(-2).join('.');

/** "Saylor Academy’s", "Cisco certifications’". What stands in brackets is left out. */
const ownerWords = (name: string): string => name.replace(/ \(.*\)$/, '').replace(/(s?)$/, (s) => (s ? 's’' : '’s'));
