/** The built site as files. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the site was built. */
export const builtFolder = process.env.SITE_FOLDER ?? 'dist';

/** The addresses of all built files: `/favicon.svg`; pages end in a slash or are `/404.html`. */
export const addresses: readonly string[] = globSync('**/*.*', { cwd: builtFolder })
  .map((path) => `/${path.replaceAll('\\', '/')}`.replace(/\/index\.html$/, '/'))
  .sort();

/** The addresses of all pages. */
export const pages: readonly string[] = addresses.filter((address) => /(\/|\.html)$/.test(address));

/** A built file's bytes. */
export function read(address: string): Buffer {
  return readFileSync(join(builtFolder, address.endsWith('/') ? `${address}index.html` : address));
}
