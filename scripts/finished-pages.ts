/** The last changes to pages with a tool, once the site is built; and the directive `client:painted`, which needs one of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toolPage } from '../src/components/site/site.ts';
import { withIslandImports, withLateScripts } from './late-scripts.ts';

/** For a site that is served from this folder of its host. */
export function finishedPages(base: string): AstroIntegration {
  return {
    name: 'finished-pages',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({ name: 'painted', entrypoint: './src/components/site/painted.ts' });
      },
      'astro:build:done': ({ dir, pages }) => {
        const folder = fileURLToPath(dir);
        const script = (address: string): string => readFileSync(join(folder, address.slice(base.length)), 'utf8');
        for (const { pathname } of pages.filter((page) => toolPage.test(`/${page.pathname}`))) {
          const file = join(folder, pathname, 'index.html');
          const page = readFileSync(file, 'utf8');
          writeFileSync(file, withLateScripts(withIslandImports(page, script), script));
        }
      },
    },
  };
}
