/**
 * Pages with a tool start their scripts once they have been painted. What each needs is written into the page, so that the
 * browser can ask for all of it at once; otherwise it learns of each script only from the one before it.
 */

/** The text of a built script. */
type Read = (address: string) => string;

/** A script's address and those of all that it imports at once, and what that imports. */
export function withImports(address: string, read: Read, found = new Set<string>()): Set<string> {
  if (found.has(address)) return found;
  found.add(address);
  for (const [, file = ''] of read(address).matchAll(/(?:\bfrom|\bimport)\s*["'](\.\/[^"']+)["']/g))
    withImports(new URL(file, `https://site.example${address}`).pathname, read, found);
  return found;
}

/** What these scripts import, without themselves, in an attribute. */
function importsOf(own: readonly string[], read: Read): string {
  const found = new Set<string>();
  for (const address of own) withImports(address, read, found);
  return ` data-imports="${[...found].filter((address) => !own.includes(address)).join(' ')}"`;
}

/** The page, whose islands that wait for the first paint name what they import (`src/components/site/painted.ts`). */
export function withIslandImports(page: string, read: Read): string {
  return page.replace(/<astro-island\b[^>]*\bclient="painted"[^>]*/g, (island) => {
    const own = ['component-url', 'renderer-url'].flatMap(
      (name) => new RegExp(`\\b${name}="([^"]+)"`).exec(island)?.[1] ?? [],
    );
    return island + importsOf(own, read);
  });
}

const mark = '<template id="late-scripts"';

/** The page, whose scripts are named where `src/components/site/late-scripts.ts` looks for them, if it does. */
export function withLateScripts(page: string, read: Read): string {
  if (!page.includes(mark)) return page;
  const own: string[] = [];
  const rest = page.replace(/<script type="module" src="([^"]+)"><\/script>/g, (_, address: string) => {
    own.push(address);
    return '';
  });
  if (own.length === 0) return page;
  return rest.replace(mark, `${mark} data-scripts="${own.join(' ')}"${importsOf(own, read)}`);
}
