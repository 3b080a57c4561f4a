import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { basePath } from './scripts/base-path.ts';
import { finishedPages } from './scripts/finished-pages.ts';
import { plannerChunk, plansChunk, sharedChunk } from './scripts/planner-chunk.ts';
import redirects from './data/redirects.json' with { type: 'json' };

/** The folder of the host that the site will be served from. */
const base = basePath(process.env.BASE_PATH);

/** Addresses of records that have moved: they lead on and are not listed. */
const moved = new Set(Object.keys(redirects).map((path) => `${base}${path.replace(/^degrees\//, 'schools/')}/`));

export default defineConfig({
  // Where the site will be read: the address that canonical links, the sitemap and feeds name.
  site: process.env.SITE_URL ?? 'https://creditmap.example',
  base,
  trailingSlash: 'always',
  integrations: [
    mdx(),
    // Its compiler reads only what has markup; by itself it would read every script.
    preact({ include: ['**/*.tsx'] }),
    finishedPages(base),
    sitemap({ filter: (page) => !moved.has(new URL(page).pathname) && !/\/(404|search)\/$/.test(page) }),
  ],
  // Shiki colours code with inline styles, which the policy below forbids.
  markdown: { syntaxHighlight: false },
  build: {
    // One stylesheet, kept by the browser between pages.
    inlineStylesheets: 'never',
    // One page is made while the one before is written.
    concurrency: 4,
  },
  vite: {
    // Workers load parts of themselves later, too.
    worker: { format: 'es' },
    build: {
      // Phones that get no newer browser: iPhones with iOS 16, Androids before 8.
      target: ['chrome111', 'safari16', 'firefox115'],
      rollupOptions: {
        output: {
          codeSplitting: {
            groups: [
              // Every page with a tool has these; they must not bring the planner along.
              { name: 'preload', test: /preload-helper|trusted-types/, priority: 3 },
              {
                name: 'preact',
                test: /node_modules[\\/]preact[\\/]|components[\\/]planner[\\/](?:form[\\/](?:Fields|Checkbox)|CatalogMissing|use-catalog|use-address)/,
                priority: 3,
              },
              { name: sharedChunk, priority: 2 },
              { name: plansChunk, priority: 1 },
              { name: plannerChunk },
            ],
          },
        },
      },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "base-uri 'self'",
        "connect-src 'self'",
        "font-src 'none'",
        "form-action 'none'",
        "frame-src 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
        // No text becomes markup or script; "default" is `src/components/site/trusted-types.ts`.
        "require-trusted-types-for 'script'",
        'trusted-types default',
        "worker-src 'self'",
      ],
    },
  },
});
