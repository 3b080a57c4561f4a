/**
 * Adds the text search to the built site: an index of those pages that ask to be found (`data-pagefind-body`). Pagefind
 * alone would take every page apart to see which those are; of 40,000 courses that is most of its time.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { close, createIndex } from 'pagefind';

const inOneForm = (path: string): string => path.replaceAll('\\', '/');

/** Writes the index into the folder of a built site. Returns how many pages it holds. */
export async function writeSearch(folder = 'dist'): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind did not start. ${errors.join(' ')}`);
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  let found = 0;
  // In one order, so that the same pages make the same index on every machine.
  for (const file of pages.map(inOneForm).sort()) {
    const content = readFileSync(join(folder, file), 'utf8');
    if (!content.includes('data-pagefind-body')) continue;
    const added = await index.addHTMLFile({ sourcePath: file, content });
    if (added.errors.length > 0) throw new Error(`${file} could not be indexed. ${added.errors.join(' ')}`);
    found += 1;
  }
  rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  if (written.errors.length > 0) throw new Error(`The index could not be written. ${written.errors.join(' ')}`);
  await untilWhole(join(folder, 'pagefind'));
  await close();
  return found;
}

/** How long the index may take to be whole on the disk, in milliseconds. */
const mostMs = 30_000;

/** Pagefind says that it has written before the last files have their content, and closing it then leaves them empty. */
async function untilWhole(folder: string): Promise<void> {
  const end = performance.now() + mostMs;
  for (;;) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map(({ parentPath, name }) => join(parentPath, name));
    const empty = paths.filter((path) => statSync(path).size === 0);
    if (empty.length === 0) return;
    if (performance.now() > end)
      throw new Error(`The index could not be written whole: ${empty.join(', ')} stay empty.`);
    await setTimeout(50);
  }
}

if (import.meta.main) await writeSearch(process.argv[2]);
