import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeSearch } from '../../scripts/write-search.ts';

function site(pages: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'credit-map-search-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, body] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `<!doctype html><html lang="en"><body>${body}</body></html>`);
  }
  return folder;
}
const fragments = (folder: string) => readdirSync(join(folder, 'pagefind/fragment')).length;

test('the text search holds the pages that ask to be found, and no other', async () => {
  const folder = site({
    'index.html': '<main>first page</main>',
    'guides/clep/index.html': '<main data-pagefind-body><h1>CLEP</h1></main>',
    'courses/clep/biology/index.html': '<main>Biology</main>',
  });
  expect(await writeSearch(folder)).toBe(1);
  expect(fragments(folder)).toBe(1);
  expect(existsSync(join(folder, 'pagefind/pagefind.js'))).toBe(true);
});

test('an index made again takes the place of the one before', async () => {
  const guide = '<main data-pagefind-body><h1>Guide</h1></main>';
  const folder = site({ 'a/index.html': guide, 'b/index.html': `${guide}<p>b</p>` });
  await writeSearch(folder);
  rmSync(join(folder, 'b'), { recursive: true });
  expect(await writeSearch(folder)).toBe(1);
  expect(fragments(folder)).toBe(1);
});
