/**
 * Adds the text search to the built site: an index of those pages that ask to be found (`data-pagefind-body`). Pagefind
 * alone would take every page apart to see which those are; of 40,000 courses that is most of its time.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
  await close();
  return found;
}

if (import.meta.main) await writeSearch(process.argv[2]);
