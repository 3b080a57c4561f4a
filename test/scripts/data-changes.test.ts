/** The changelog and the redirects have to be honest about the records. */
import { expect, test } from 'vitest';
import { formatProblems } from '../../scripts/load-data.ts';
import { changesSince, checkChanges, digestOf } from '../../scripts/data-changes.ts';
import { problemsIn, smallCatalog } from '../schemas/a-small-catalog.ts';

const course = 'data/courses/example-courses/statistics.json';
const digests = (files: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(files).map(([file, record]) => [file.slice(5, -5), digestOf(JSON.stringify(record))]),
  );
const released = (files: Record<string, unknown>) => ({ on: '2026-11-20', records: digests(files) });
const entry = (lists: object) => ({ on: '2026-11-21', says: 'What changed and why.', ...lists });

function said(files: Record<string, unknown>, entries: unknown[] = [], redirects = {}): string {
  return formatProblems(
    problemsIn({
      ...files,
      'data/last-release.json': released(smallCatalog()),
      'data/changelog.json': { entries },
      'data/redirects.json': redirects,
    }),
  );
}

const changed = () => {
  const files = smallCatalog();
  files[course] = { ...files[course], title: 'Statistics I' };
  return files;
};
const without = (file: string) => Object.fromEntries(Object.entries(smallCatalog()).filter(([name]) => name !== file));

test('nothing changed, and nothing said', () => {
  expect(said(smallCatalog())).toBe('');
});

test('a record is the same however its file is laid out', () => {
  expect(digestOf('{"a": 1,\n "b": [2]}')).toBe(digestOf('{"a":1,"b":[2]}'));
});

test('a change that the changelog is silent about', () => {
  expect(said(changed())).toMatchInlineSnapshot(`
    "data/changelog.json
      This file is silent about courses/example-courses/statistics; expected a line under "changed" of an entry later than the release of 2026-11-20.
        Add it and say what changed."
  `);
});

test.for([['courses/example-courses/statistics'], ['courses/example-courses/*'], ['courses/*']])(
  'a change that the changelog names as %s',
  ([line]) => {
    expect(said(changed(), [entry({ changed: [line] })])).toBe('');
  },
);

test('an entry older than the release says nothing of what changed since', () => {
  expect(said(changed(), [{ ...entry({ changed: ['courses/*'] }), on: '2026-11-20' }])).toContain('silent about');
});

test('a line of the changelog that is not true', () => {
  expect(said(changed(), [entry({ changed: ['courses/*'], added: ['schools/*'] })])).toMatchInlineSnapshot(`
    "data/changelog.json
      entries[0].added[0] is schools/*; expected a record that was added since 2026-11-20.
        Take the line out, or move it to where it belongs."
  `);
});

test('an id that vanished', () => {
  const text = said(without('data/degrees/example-u/ba-2026-27.json'), [
    entry({ removed: ['degrees/example-u/ba-2026-27'] }),
  ]);
  expect(text).toMatchInlineSnapshot(`
    "data/redirects.json
      This file is silent about degrees/example-u/ba-2026-27, which is gone; expected a line that says which record took its place.
        Put the file back, or add the line: saved plans and links refer to the old id."
  `);
});

test('an id that leads on to another', () => {
  const degree = 'data/degrees/example-u/ba-2026-27.json';
  const files = without(degree);
  files['data/degrees/example-u/ba-examples-2026-27.json'] = smallCatalog()[degree]!;
  const entries = [
    entry({ removed: ['degrees/example-u/ba-2026-27'], added: ['degrees/example-u/ba-examples-2026-27'] }),
  ];
  const from = 'degrees/example-u/ba-2026-27';
  expect(said(files, entries, { [from]: 'degrees/example-u/ba-examples-2026-27' })).toBe('');
  expect(said(files, entries, { [from]: 'degrees/example-u/nowhere' })).toContain(
    'degrees/example-u/nowhere; expected',
  );
  expect(said(files, entries, { [from]: 'schools/example-u' })).toContain('a record of data/degrees/');
});

test('many silent changes are summed up after twenty', () => {
  const records = new Map(Array.from({ length: 50 }, (_, index) => [`courses/a/c${index}`, 'x']));
  const problems = checkChanges(records, { entries: [] }, { on: '2026-01-01', records: {} }, {});
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)?.found).toBe('silent about 30 more that were added');
  expect(changesSince({ on: '2026-01-01', records: {} }, records).added).toHaveLength(50);
});
