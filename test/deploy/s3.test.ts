import { execFileSync } from 'node:child_process';
import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, matchesGlob, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHeaderRules } from '../../scripts/serve.ts';

const files = [
  'index.html',
  'courses/index.html',
  '_astro/a.css',
  '_headers',
  'catalog/index.json',
  'catalog/list/a.json',
  'sw.js',
];
let folder: string;
let calls: string[][];

// In place of the real program: writes down what it is asked to do.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-map-s3-'));
  for (const file of files) {
    mkdirSync(join(folder, 'dist', dirname(file)), { recursive: true });
    writeFileSync(join(folder, 'dist', file), file);
  }
  writeFileSync(join(folder, 'aws'), `#!/bin/sh\nprintf '%s\\n' "$@" '--' >> ${join(folder, 'calls')}\n`);
  chmodSync(join(folder, 'aws'), 0o755);
  execFileSync('sh', [resolve('deploy/s3.sh'), 's3://bucket/map', 'E2EXAMPLE'], {
    env: { ...process.env, PATH: [folder, process.env.PATH].join(delimiter), FOLDER: join(folder, 'dist') },
  });
  calls = readFileSync(join(folder, 'calls'), 'utf8')
    .split('\n--\n')
    .filter(Boolean)
    .map((call) => call.split('\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The files of the built site that a call uploads, and the Cache-Control they get. */
function uploaded([, command, from = '', to = '', ...flags]: readonly string[]): [
  file: string,
  cache: string | undefined,
][] {
  const excluded = flags.flatMap((flag, index) => (flag === '--exclude' ? [flags[index + 1] ?? ''] : []));
  const cache = flags[flags.indexOf('--cache-control') + 1];
  const inside = to.slice('s3://bucket/map'.length).replace(/^\//, '');
  const found = command === 'cp' ? [''] : globSync('**/*.*', { cwd: from }).concat(globSync('_headers', { cwd: from }));
  return found
    .filter((file) => !excluded.some((pattern) => matchesGlob(file, pattern.replace(/\*$/, '**'))))
    .map((file) => [[inside, file].filter(Boolean).join('/'), cache]);
}

test('every file but _headers is uploaded once, to be kept as long as _headers says', () => {
  const rules = readHeaderRules('public/_headers');
  const wanted = files
    .filter((file) => file !== '_headers')
    .map((file) => {
      const headers = rules.filter(({ matches }) => matches.test(`/${file}`)).flatMap((rule) => rule.headers);
      return [file, headers.find(([name]) => name === 'Cache-Control')?.[1] ?? 'no-cache'];
    });
  const all = calls.filter(([service]) => service === 's3').flatMap(uploaded);
  expect(all.sort()).toEqual(wanted.sort());
});

test('the pages come after what they need, the service worker last, and old hashed files stay', () => {
  const order = calls.map((call) => uploaded(call).map(([file]) => file));
  expect(order[0]).toEqual(['_astro/a.css']);
  expect(calls[0]).not.toContain('--delete');
  expect(order[3]).toEqual(['sw.js']);
  expect(calls[4]).toEqual(['cloudfront', 'create-invalidation', '--distribution-id', 'E2EXAMPLE', '--paths', '/*']);
});
