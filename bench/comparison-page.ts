/** What runs in the page: degrees compared, from the first line of code that the browser has never seen. */
import { compareDegrees, type Wishes } from '../src/engine/completion.ts';
import type { CatalogCourse, CatalogDegree, CatalogSchool } from '../src/planner/catalog/catalog.ts';
import { comparisonInput } from '../src/planner/finish/completion.ts';
import type { CatalogOffers } from '../src/planner/finish/completion-offers.ts';

/** Milliseconds until the first degree, and until all. */
export type ComparisonTimes = { readonly first: number; readonly all: number };

/** What the page has fetched, and what is asked. */
export type ComparisonText = {
  readonly courses: readonly CatalogCourse[];
  readonly schools: readonly CatalogSchool[];
  readonly degrees: readonly CatalogDegree[];
  readonly offers: CatalogOffers;
  readonly wishes: Wishes;
  readonly today: string;
};

declare global {
  var compare: ((input: string) => ComparisonTimes) | undefined;
}

globalThis.compare = (text) => {
  const { courses, schools, degrees, offers, wishes, today } = JSON.parse(text) as ComparisonText;
  const catalog = { courses: new Map(courses.map((course) => [course.id, course])), schools, degrees };
  const input = comparisonInput(() => [], catalog, offers, wishes, today);
  // As a worker gets it: with every school, and every price that courses share, once.
  const asked = structuredClone(input);
  const started = performance.now();
  let first: number | undefined;
  compareDegrees(asked, () => {
    first ??= performance.now() - started;
    return true;
  });
  const all = performance.now() - started;
  return { first: first ?? all, all };
};
