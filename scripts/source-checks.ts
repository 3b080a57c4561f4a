/**
 * What is known of the pages that facts were read on: there, gone, or not to be told.
 *
 * Many schools answer a machine with 403 or 429, so these say nothing. A page is dead only after two failures that lie a
 * day or more apart.
 */

/** What one visit of a page brought: an HTTP status, or why there was none ("ENOTFOUND"). */
export type Visit = { readonly status: number } | { readonly failed: string };

/** What is remembered of one page between visits. Dates with time, as ISO text. */
export type PageRecord = {
  readonly lastThere?: string;
  readonly firstFailure?: string;
  readonly lastFailure?: string;
  /** What the last visit brought, in a word: "200", "404", "ENOTFOUND". */
  readonly last: string;
};

export type State = 'there' | 'failing' | 'dead' | 'unknown';

/** The site does not want machines, or not so many: nothing is known of the page. */
const refusals = new Set([401, 403, 405, 406, 429, 451, 503, 999]);
const aDay = 24 * 60 * 60 * 1000;

/** What a visit means for the page. */
export function meaningOf(visit: Visit): 'there' | 'failure' | 'unknown' {
  if ('failed' in visit) return 'failure';
  if (refusals.has(visit.status)) return 'unknown';
  return visit.status < 400 ? 'there' : 'failure';
}

/** The record of a page after a visit at that time. A page that is there again has no failures. */
export function recordVisit(before: PageRecord | undefined, visit: Visit, at: string): PageRecord {
  const last = 'failed' in visit ? visit.failed : String(visit.status);
  switch (meaningOf(visit)) {
    case 'there':
      return { lastThere: at, last };
    case 'unknown':
      return { ...before, last };
    case 'failure':
      return { ...before, firstFailure: before?.firstFailure ?? at, lastFailure: at, last };
  }
}

/** What can be said of a page by its record. */
export function stateOf({ lastThere, firstFailure, lastFailure }: PageRecord): State {
  if (firstFailure !== undefined && lastFailure !== undefined) {
    return Date.parse(lastFailure) - Date.parse(firstFailure) >= aDay ? 'dead' : 'failing';
  }
  return lastThere === undefined ? 'unknown' : 'there';
}

/** The order to visit pages in: never seen first, then the ones seen longest ago; failing ones before all. */
export function visitOrder(urls: readonly string[], known: Readonly<Record<string, PageRecord>>): string[] {
  const rank = (url: string): string => {
    const record = known[url];
    if (!record) return '1';
    if (stateOf(record) === 'failing') return '0';
    return `2${record.lastThere ?? record.lastFailure ?? ''}`;
  };
  return [...urls].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}
