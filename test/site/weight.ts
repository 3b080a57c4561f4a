/** What a reader's first visit of a page brings, from the built files: everything as `npm run pack` packs it. */
import { gzipSync } from 'node:zlib';
import { withImports } from '../../scripts/late-scripts.ts';
import { read } from './built-site.ts';

/** Bytes, packed. */
export type Weight = {
  readonly page: number;
  readonly styles: number;
  /** What runs before the page can be used: its scripts, its islands, and all that they import at once. */
  readonly scripts: number;
  readonly icon: number;
  readonly all: number;
  readonly requests: number;
};

const text = (address: string): string => read(address).toString();
const known = new Map<string, number>();

/** The bytes of one built file, packed. */
export function packedBytes(address: string): number {
  const bytes = known.get(address) ?? gzipSync(read(address), { level: 9 }).length;
  known.set(address, bytes);
  return bytes;
}

/** The elements of that name, each as its attributes. */
function elements(markup: string, name: string): ReadonlyMap<string, string>[] {
  return [...markup.matchAll(new RegExp(`<${name}\\s([^>]*)>`, 'g'))].map(
    ([, inside = '']) =>
      new Map([...inside.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
  );
}

/** The scripts that a page starts with. */
export function scriptsOf(markup: string): Set<string> {
  const named = [
    ...elements(markup, 'script').map((script) => script.get('src')),
    ...elements(markup, 'template').flatMap((late) => late.get('data-scripts')?.split(' ')),
    ...elements(markup, 'astro-island').flatMap((island) => [island.get('component-url'), island.get('renderer-url')]),
  ];
  const found = new Set<string>();
  for (const address of named) if (address) withImports(address, text, found);
  return found;
}

/** What the page at an address weighs. */
export function weightOf(address: string): Weight {
  const markup = text(address);
  const links = (rel: string) =>
    elements(markup, 'link').flatMap((link) => (link.get('rel') === rel ? [link.get('href') ?? ''] : []));
  const sum = (files: Iterable<string>) => [...files].reduce((bytes, file) => bytes + packedBytes(file), 0);
  const scripts = scriptsOf(markup);
  const [page, styles, icon] = [packedBytes(address), sum(links('stylesheet')), sum(links('icon'))];
  return {
    page,
    styles,
    scripts: sum(scripts),
    icon,
    all: page + styles + sum(scripts) + icon,
    requests: 1 + links('stylesheet').length + scripts.size + links('icon').length,
  };
}
