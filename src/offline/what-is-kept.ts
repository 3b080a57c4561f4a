/** Which files of the built site are kept: the core by everyone who opens a tool, the whole site by choice. */

/** A file of the built site. */
export type BuiltFile = {
  /** Its path below the site's folder, as someone asks for it: "planner/", "_astro/preact.5vhyvZrq.js". */
  readonly path: string;
  readonly bytes: number;
  /** True for a page that brings script: a tool. */
  readonly tool: boolean;
};

/** Larger files wait until they are used: readers of PDF, lists for one comparison. */
export const mostInCore = 250_000;

/** What is fetched only when someone asks to look longer for better plans. */
const onRequest = /^_astro\/highs-/;

/** Pages without a tool that lead to everything else. */
const ways = new Set(['', 'guides/', 'offline/']);

/** The path under which a file is asked for. Nothing for files that are for the host, for other programs or for saving. */
export function keptPath(file: string): string | undefined {
  const path = file.replace(/(^|\/)index\.html$/, '$1');
  if (/^pagefind\/pagefind-(?:component-ui|highlight|modular-ui|ui)\./.test(path)) return undefined;
  if (/^(?:_astro|catalog|icons|pagefind)\//.test(path)) return path;
  if (path === 'favicon.svg' || path === 'manifest.webmanifest') return path;
  return path === '' || path.endsWith('/') || path.endsWith('.html') ? path : undefined;
}

/** True for what is kept on every device that opens a tool: the tools, with what they need before anything is chosen. */
export function isCore({ path, bytes, tool }: BuiltFile): boolean {
  if (bytes > mostInCore || onRequest.test(path)) return false;
  if (path.startsWith('catalog/')) return !path.slice('catalog/'.length).includes('/');
  if (path.startsWith('pagefind/')) return false;
  return tool || ways.has(path) || !/(?:^|\/|\.html)$/.test(path);
}
