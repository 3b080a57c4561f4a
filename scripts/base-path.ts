import { readdirSync } from 'node:fs';

const pages = new URL('../src/pages/', import.meta.url);

/**
 * The folder of the host that the site is served from, with a slash at both ends: "/" or "/credit-map/".
 *
 * Throws for what is no path, and for the name of one of the site's own folders: "/courses/" below the base "/courses/"
 * could be either.
 */
export function basePath(wanted = ''): string {
  const folder = wanted.replace(/^\/+|\/+$/g, '');
  if (folder === '') return '/';
  if (!/^[A-Za-z0-9._~-]+(?:\/[A-Za-z0-9._~-]+)*$/.test(folder) || /(?:^|\/)\.{1,2}(?:\/|$)/.test(folder)) {
    throw new Error(`BASE_PATH is "${wanted}". Write a path like "/credit-map/", in letters, digits and "-".`);
  }
  const first = folder.split('/')[0] ?? '';
  const taken = ['_astro', 'pagefind', 'schemas', ...readdirSync(pages).map((name) => name.replace(/\..*$/, ''))];
  if (taken.includes(first))
    throw new Error(`BASE_PATH is "${wanted}", and the site has pages at "/${first}/" itself.`);
  return `/${folder}/`;
}
