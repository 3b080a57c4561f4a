/** The last changes to every page, once the site is built; and the directive `client:painted`, which needs one of them. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withIslandImports, withLateScripts } from './late-scripts.ts';
import { withOwnHashes } from './own-hashes.ts';

/** For a site that is served from this folder of its host. */
export function finishedPages(base: string): AstroIntegration {
  return {
    name: 'finished-pages',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({ name: 'painted', entrypoint: './src/components/site/painted.ts' });
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const script = (address: string): string => readFileSync(join(folder, address.slice(base.length)), 'utf8');
        for (const file of globSync('**/*.html', { cwd: folder }).map((path) => join(folder, path))) {
          const page = readFileSync(file, 'utf8');
          writeFileSync(file, withOwnHashes(withLateScripts(withIslandImports(page, script), script)));
        }
      },
    },
  };
}
