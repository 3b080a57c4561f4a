/** The words of the built guides as plain Markdown, for other generators to make pages of. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export type GuideText = { readonly id: string; readonly title: string; readonly text: string };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#38': '&' };

/** Words and links of a piece of markup. `<` and braces are written so that no generator takes them for its own. */
function inline(markup: string): string {
  return markup
    .replace(
      /<a\s[^>]*href="(https?:[^"]*)"[^>]*>([\s\S]*?)<\/a>/g,
      (_, href: string, words: string) => `[${words}](${href})`,
    )
    .replace(/<(strong|b)>([\s\S]*?)<\/\1>/g, '**$2**')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[<{}]/g, (sign) => `\\${sign}`)
    .replace(/\s+/g, ' ')
    .trim();
}

function tableOf(markup: string): string {
  const rows = [...markup.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => inline(cell).replaceAll('|', '\\|')),
  );
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The text between an article's tags as Markdown: headings, paragraphs, lists and tables, in their order. */
function markdownOf(article: string): string {
  const parts = /<(h[2-4]|p|li|dt|dd|figcaption|summary)(?:\s[^>]*)?>([\s\S]*?)<\/\1>|<table[\s\S]*?<\/table>/g;
  return [...article.matchAll(parts)]
    .map(([whole, name, inside = '']) => {
      if (name === undefined) return tableOf(whole);
      if (/^h/.test(name)) return `${'#'.repeat(Number(name[1]))} ${inline(inside)}`;
      return `${name === 'li' ? '- ' : ''}${inline(inside)}`;
    })
    .filter((part) => part.length > 2)
    .join('\n\n');
}

/** Every guide of the built site. */
export function readGuides(folder = 'dist'): GuideText[] {
  return globSync('guides/*/index.html', { cwd: folder })
    .filter((file) => !/glossary|journeys/.test(file))
    .map((file) => {
      const markup = readFileSync(join(folder, file), 'utf8');
      const [, title = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(markup) ?? [];
      const [, article = ''] = /<article[^>]*>([\s\S]*?)<\/article>/.exec(markup) ?? [];
      const [, sources = ''] =
        /<section[^>]*aria-labelledby="guide-sources"[^>]*>([\s\S]*?)<\/section>/.exec(markup) ?? [];
      return { id: basename(dirname(file)), title: inline(title), text: markdownOf(article + sources) };
    });
}

/** So many guides, each of the real ones again and again under a name of its own. */
export function manyGuides(guides: readonly GuideText[], count: number): GuideText[] {
  return Array.from({ length: count }, (_, index) => {
    const guide = guides[index % guides.length]!;
    return { ...guide, id: `${guide.id}-${index}`, title: `${guide.title} ${index}` };
  });
}
