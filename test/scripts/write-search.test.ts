import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('the same pages make the same index, byte for byte, whatever order its filters come in', async () => {
  const kinds = 'abcdefgh'.split('');
  const page = (kind: string) =>
    ['kind', 'school', 'level'].map((filter) => `<p data-pagefind-filter="${filter}">${filter} ${kind}</p>`).join('');
  const folder = site(
    Object.fromEntries(kinds.map((kind) => [`${kind}/index.html`, `<main data-pagefind-body>${page(kind)}</main>`])),
  );
  const written = async () => {
    await writeSearch(folder);
    const files = readdirSync(join(folder, 'pagefind'), { recursive: true, withFileTypes: true });
    return files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name)).toString('base64')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  };
  const first = await written();
  expect(first.filter(([name]) => name.endsWith('.pf_filter'))).toHaveLength(3);
  expect(await written()).toEqual(first);
});
