/** A guide's text as a reader meets it, for the tests. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** One guide: its name, and what stands below the lines at its top. */
export type GuideText = { readonly id: string; readonly body: string };

export const guides: readonly GuideText[] = globSync('src/content/guides/*.mdx')
  .sort()
  .map((file) => ({
    id: basename(file, '.mdx'),
    body: readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
  }));

/** Pages that guides cite, by id. */
export const citations: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  globSync('src/content/citations/*.json').map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>,
  ]),
);

/** Paragraphs, lines of lists and rows of tables: what one source is cited for. Examples, imports and code are left out. */
export function passagesOf(body: string): string[] {
  const text = body
    .replace(/^(import|export) .*$/gm, '')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<Example>[\s\S]*?<\/Example>/g, '');
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.)\s)/)
    .map((passage) => passage.trim())
    .filter(Boolean);
}

/** The ids that a passage cites. */
export function citedIn(passage: string): string[] {
  return [...passage.matchAll(/\(#source-([a-z0-9-]+)\)/g)].map(([, id = '']) => id);
}

/** The words of a passage without marks, tags and addresses. A fact of the catalog becomes a word. */
export function wordsOf(passage: string): string {
  return passage
    .replace(/<(Fact|Calc)[^>]*\/>/g, 'something')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*]|\d+\.|#+)\s+/gm, '')
    .replace(/[*_`|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
