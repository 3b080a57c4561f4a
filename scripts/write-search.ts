/**
 * Adds the text search to the built site: an index of those pages that ask to be found (`data-pagefind-body`). Pagefind
 * alone would take every page apart to see which those are; of 40,000 courses that is most of its time.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { inOneOrder } from './search-order.ts';

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
  const { files, errors: unwritten } = await index.getFiles();
  if (unwritten.length > 0) throw new Error(`The index could not be made. ${unwritten.join(' ')}`);
  await close();
  rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
  for (const { path, content } of inOneOrder(files)) {
    const to = join(folder, 'pagefind', path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  return found;
}

if (import.meta.main) await writeSearch(process.argv[2]);
