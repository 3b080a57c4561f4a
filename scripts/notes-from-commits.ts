/** An entry of `data/changelog.json`. */
export type FactChange = { readonly on: string; readonly says: string };

/** What commits are about, by how their first word or words begin. The first that fits holds; the rest are "The site". */
const subjects: readonly (readonly [heading: string, begins: RegExp])[] = [
  ['Guides', /^(?:guides?|journeys?|glossary)\b/i],
  [
    'Planner',
    /^(?:planner|plans?|map|moves?|import|finish|what-if|compare|cost|share|decisions?|pins?|request|trail|calendar)\b/i,
  ],
  ['Degree audit', /^(?:engine|audit|assign|limits?|waivers?|search)\b/i],
  ['Facts', /^(?:facts?|data|schools?|degrees?|courses?|providers?|equivalenc)/i],
];
/** Commits that no reader and no contributor needs to hear of. */
const silent = /^(?:merge\b|revert "?merge|fixup!|squash!|formatting\b)/i;

/** Release notes in Markdown. Each commit is "hash<tab>subject", newest first. */
export function notesFrom(commits: readonly string[], facts: readonly FactChange[]): string {
  const told = commits
    .map((line) => ({ hash: line.slice(0, line.indexOf('\t')), subject: line.slice(line.indexOf('\t') + 1) }))
    .filter(({ subject }) => !silent.test(subject));
  const headingOf = (subject: string): string => subjects.find(([, begins]) => begins.test(subject))?.[0] ?? 'The site';
  const groups = Map.groupBy(told, ({ subject }) => headingOf(subject));
  const headings = [...subjects.map(([heading]) => heading), 'The site'].filter((heading) => groups.has(heading));
  const parts = headings.map(
    (heading) =>
      `## ${heading}\n\n${groups
        .get(heading)!
        .map(({ hash, subject }) => `- ${subject} (${hash})\n`)
        .join('')}`,
  );
  const changed =
    facts.length > 0 ? [`## Changed facts\n\n${facts.map(({ on, says }) => `- ${on}: ${says}\n`).join('')}`] : [];
  return [...changed, ...parts].join('\n').trimEnd() || 'Nothing has changed.';
}
