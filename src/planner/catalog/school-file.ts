/**
 * How a school travels: hundreds of its facts were read on a few dozen pages, so each page stands once in the file. For the
 * school with the longest tables that is 2.5 kB less (gzipped) before the planner's first answer.
 */
import type { Source } from '../../schemas/shared.ts';
import type { CatalogSchool } from './catalog.ts';

type Page = Omit<Source, 'says'>;
/** A page's place in the list, and what it says. */
type Cited = readonly [page: number, says: string];

/** `/catalog/schools/<school>.json` as it is fetched: a school whose lists of sources are of `Cited`, wherever they stand. */
export type SchoolFile = { readonly pages: readonly Page[]; readonly school: unknown };

/** The file of a school. */
export function schoolToFile(school: CatalogSchool): SchoolFile {
  const places = new Map<string, number>();
  const cited = ({ says, ...page }: Source): Cited => {
    const key = JSON.stringify(page);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return [place, says];
  };
  const short = withSources(school, cited);
  return { pages: [...places.keys()].map((key) => JSON.parse(key) as Page), school: short };
}

/** The school that a file holds. */
export function schoolFromFile({ pages, school }: SchoolFile): CatalogSchool {
  return withSources(school, ([page, says]: Cited): Source => ({ ...pages[page]!, says })) as CatalogSchool;
}

/** The same with each source in another form. */
function withSources<From>(value: unknown, change: (source: From) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withSources(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]: [string, unknown]) => [
      name,
      name === 'sources' ? (inside as readonly From[]).map(change) : withSources(inside, change),
    ]),
  );
}
