/**
 * What changed in `data/` since the last release, and whether `data/changelog.json` says so.
 *
 * `data/last-release.json` holds a digest of every record as it was released. A record that differs from it must be named
 * by an entry of the changelog that is newer than the release, and an entry may name nothing that does not differ. An id
 * that has gone needs a line in `data/redirects.json`, since saved plans and links refer to it.
 */
import { createHash } from 'node:crypto';
import type { Changelog, Redirects, Release } from '../src/schemas/changes.ts';
import type { Problem } from '../src/schemas/problem.ts';

/** The three files about the records; they are no records themselves. */
export const about = ['data/changelog.json', 'data/last-release.json', 'data/redirects.json'] as const;

/** A record's digest: of what it says, not of how it is laid out. */
export function digestOf(text: string): string {
  return createHash('sha256')
    .update(JSON.stringify(JSON.parse(text)))
    .digest('base64url')
    .slice(0, 12);
}

/** Paths of records that were added, changed and removed. */
export type Changes = Record<'added' | 'changed' | 'removed', string[]>;

/** How these records differ from the released ones. */
export function changesSince(release: Release, records: ReadonlyMap<string, string>): Changes {
  const old = release.records;
  return {
    added: [...records.keys()].filter((path) => old[path] === undefined),
    changed: [...records].flatMap(([path, digest]) => (old[path] !== undefined && old[path] !== digest ? [path] : [])),
    removed: Object.keys(old).filter((path) => !records.has(path)),
  };
}

const names = (pattern: string, path: string): boolean =>
  pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;

/** Every way in which the changelog and the redirects are not honest about the records. */
export function checkChanges(
  records: ReadonlyMap<string, string>,
  changelog: Changelog,
  release: Release,
  redirects: Redirects,
): Problem[] {
  const problems: Problem[] = [];
  const changes = changesSince(release, records);
  const open = changelog.entries.flatMap((entry, index) => (entry.on > release.on ? [{ entry, index }] : []));
  const file = 'data/changelog.json';
  for (const kind of ['added', 'changed', 'removed'] as const) {
    const silent = changes[kind].filter(
      (path) => !open.some(({ entry }) => entry[kind].some((one) => names(one, path))),
    );
    for (const path of silent.slice(0, 20)) {
      const expected = `a line under "${kind}" of an entry later than the release of ${release.on}`;
      problems.push({ file, field: '', found: `silent about ${path}`, expected, fix: `Add it and say what changed.` });
    }
    if (silent.length > 20) {
      const found = `silent about ${silent.length - 20} more that were ${kind}`;
      problems.push({ file, field: '', found, expected: 'a line for each', fix: 'A line may end in /* for a folder.' });
    }
    for (const { entry, index } of open) {
      entry[kind].forEach((pattern, at) => {
        if (changes[kind].some((path) => names(pattern, path))) return;
        const expected = `a record that was ${kind} since ${release.on}`;
        const fix = 'Take the line out, or move it to where it belongs.';
        problems.push({ file, field: `entries[${index}].${kind}[${at}]`, found: pattern, expected, fix });
      });
    }
  }
  return [...problems, ...checkRedirects(records, release, redirects)];
}

function checkRedirects(records: ReadonlyMap<string, string>, release: Release, redirects: Redirects): Problem[] {
  const file = 'data/redirects.json';
  const gone = Object.keys(release.records).filter((path) => !records.has(path) && !path.startsWith('equivalencies/'));
  return [
    ...gone
      .filter((path) => redirects[path] === undefined)
      .map((path) => ({
        file,
        field: '',
        found: `silent about ${path}, which is gone`,
        expected: 'a line that says which record took its place',
        fix: 'Put the file back, or add the line: saved plans and links refer to the old id.',
      })),
    ...Object.entries(redirects).flatMap(([from, to]): Problem[] => {
      if (records.has(from)) {
        const fix = 'Take the line out, or remove the record.';
        return [{ file, field: from, found: 'a record that is still there', expected: 'an id that is gone', fix }];
      }
      if (records.has(to) && from.split('/')[0] === to.split('/')[0]) return [];
      const expected = `a record of data/${from.split('/')[0]}/`;
      return [{ file, field: from, found: to, expected, fix: 'Name the record that took its place.' }];
    }),
  ];
}
