/**
 * How a school travels: hundreds of its equivalencies were read on a few dozen pages, so each page stands once in the file.
 * For the school with the longest tables that is 2 kB less (gzipped) before the planner's first answer.
 */
import type { Equivalency } from '../../schemas/equivalency.ts';
import type { Source } from '../../schemas/shared.ts';
import type { CatalogSchool } from './catalog.ts';

/** A page, and what it says, of one equivalency: the page's place in the list, and the words. */
type Cited = readonly [page: number, says: string];

/** `/catalog/schools/<school>.json` as it is fetched. */
export type SchoolFile = Omit<CatalogSchool, 'equivalencies'> & {
  readonly pages: readonly Omit<Source, 'says'>[];
  readonly equivalencies: readonly (Omit<Equivalency, 'sources'> & { readonly sources: readonly Cited[] })[];
};

/** The file of a school. */
export function schoolToFile({ equivalencies, ...rest }: CatalogSchool): SchoolFile {
  const places = new Map<string, number>();
  const cited = ({ says, ...page }: Source): Cited => {
    const key = JSON.stringify(page);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return [place, says];
  };
  const short = equivalencies.map((one) => ({ ...one, sources: one.sources.map(cited) }));
  const pages = [...places.keys()].map((key) => JSON.parse(key) as Omit<Source, 'says'>);
  return { ...rest, pages, equivalencies: short };
}

/** The school that a file holds. */
export function schoolFromFile({ pages, equivalencies, ...rest }: SchoolFile): CatalogSchool {
  const source = ([page, says]: Cited): Source => ({ ...pages[page]!, says });
  return { ...rest, equivalencies: equivalencies.map((one) => ({ ...one, sources: one.sources.map(source) })) };
}
