import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { plannerChunk, plansChunk, sharedChunk } from './scripts/planner-chunk.ts';

export default defineConfig({
  site: 'https://creditmap.example',
  trailingSlash: 'always',
  integrations: [mdx(), preact()],
  // Shiki colours code with inline styles, which the policy below forbids.
  markdown: { syntaxHighlight: false },
  // One stylesheet, kept by the browser between pages.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      rollupOptions: {
        output: {
          codeSplitting: {
            groups: [
              // Every page with a tool has these; they must not bring the planner along.
              { name: 'preload', test: /preload-helper/, priority: 3 },
              { name: 'preact', test: /node_modules[\\/]preact[\\/]/, priority: 3 },
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
        "form-action 'self'",
        "frame-src 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
      ],
    },
  },
});
