/** Two schools side by side: what is fetched of each, and how their lines are laid together. */

/** One statement with its sources: each its name, its address if it has one, and when it was read. */
export type ComparedEntry = {
  readonly says: string;
  readonly sources: readonly { readonly name: string; readonly href?: string; readonly note: string }[];
};

/** `/catalog/compare/<school>.json` */
export type ComparedSchool = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** In the same order at every school; topics of which nothing is known are left out. */
  readonly rows: readonly (readonly [topic: string, entries: readonly ComparedEntry[]])[];
};

/** One topic across schools; an empty list where nothing is known of it. */
export type ComparedRow = { readonly topic: string; readonly sides: readonly (readonly ComparedEntry[])[] };

/** The topics of any of these schools, in their common order. */
export function sideBySide(schools: readonly ComparedSchool[]): ComparedRow[] {
  const topics: string[] = [];
  for (const { rows } of schools) {
    let at = 0;
    for (const [topic] of rows) {
      const known = topics.indexOf(topic);
      if (known >= 0) at = known + 1;
      else topics.splice(at++, 0, topic);
    }
  }
  return topics.map((topic) => ({
    topic,
    sides: schools.map(({ rows }) => rows.find(([one]) => one === topic)?.[1] ?? []),
  }));
}

/** The schools named after the # of an address: "#tesu,excelsior". At most three, each once, only known ones. */
export function schoolsIn(hash: string, known: readonly string[]): string[] {
  const named = hash.replace(/^#/, '').slice(0, 200).split(',');
  return [...new Set(named)].filter((id) => known.includes(id)).slice(0, 3);
}
