/** What a request is for, by its address alone: how it is answered follows from that. */

/**
 * `page`: a page someone goes to. `asset`: a file whose bytes never change under its name, or change nothing else.
 * `data`: a file that belongs together with others of the same build. `other`: not ours to answer.
 */
export type RequestKind = 'page' | 'asset' | 'data' | 'other';

/** What of a request decides. */
export type Asked = {
  readonly method: string;
  readonly url: string;
  readonly navigates: boolean;
  /** True where only a part of the file is wanted. */
  readonly partial: boolean;
  /** `default`, unless the copy of the server or of the browser itself is wanted. */
  readonly cache: RequestCache;
};

/** The path below the site's folder, without what follows "?" and "#". Nothing for an address outside. */
export function pathWithin(scope: string, url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  const whole = origin + pathname;
  return whole.startsWith(scope) ? whole.slice(scope.length) : undefined;
}

/** The path under which a page is kept, however its address was written. */
export function pagePath(path: string): string {
  const folder = path.replace(/(^|\/)index\.html$/, '$1');
  return folder === '' || folder.endsWith('/') || /\.[^/]*$/.test(folder) ? folder : `${folder}/`;
}

export function kindOf({ method, url, navigates, partial, cache }: Asked, scope: string): RequestKind {
  const path = pathWithin(scope, url);
  if (method !== 'GET' || partial || path === undefined) return 'other';
  if (navigates) return /(?:^|\/|\.html)$/.test(pagePath(path)) ? 'page' : 'other';
  if (cache !== 'default') return 'other';
  if (/^(?:_astro|icons)\/|^(?:favicon\.svg|manifest\.webmanifest)$/.test(path)) return 'asset';
  return /^(?:catalog|pagefind)\//.test(path) ? 'data' : 'other';
}
