/**
 * Notes of a release, from the commits since the last one and the changelog of the facts: `npm run release:notes`.
 *
 *   npm run --silent release:notes              since the last tag
 *   npm run --silent release:notes -- v1.2.0    since that tag
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { notesFrom, type FactChange } from './notes-from-commits.ts';

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();

function lastTag(): string | undefined {
  const tags = git('tag', '--merged', 'HEAD', '--sort=-creatordate').split('\n');
  return tags.find(Boolean);
}

const since = process.argv[2] ?? lastTag();
const range = since === undefined ? ['HEAD'] : [`${since}..HEAD`];
const commits = git('log', '--no-merges', '--format=%h%x09%s', ...range)
  .split('\n')
  .filter(Boolean);
const from = since === undefined ? '' : git('log', '-1', '--format=%cs', since);
const { entries } = JSON.parse(readFileSync('data/changelog.json', 'utf8')) as { entries: readonly FactChange[] };
console.log(
  notesFrom(
    commits,
    entries.filter(({ on }) => on > from),
  ),
);
