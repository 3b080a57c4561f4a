/** Two schools side by side: what is fetched of each. */
import type { TopicEntries } from './side-by-side.ts';

/** `/catalog/compare/<school>.json` */
export type ComparedSchool = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** In the same order at every school; topics of which nothing is known are left out. */
  readonly rows: readonly TopicEntries[];
};

/** The schools named after the # of an address: "#tesu,excelsior". At most three, each once, only known ones. */
export function schoolsIn(hash: string, known: readonly string[]): string[] {
  const named = hash.replace(/^#/, '').slice(0, 200).split(',');
  return [...new Set(named)].filter((id) => known.includes(id)).slice(0, 3);
}
