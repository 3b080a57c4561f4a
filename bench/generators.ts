/** Other generators of sites, each as its own starter sets it up, with our guides as its pages. */
import type { GuideText } from './guide-texts.ts';

export type Generator = {
  readonly name: string;
  readonly packages: readonly string[];
  /** Path and text of every file of a project with these pages. Text search is left out where it would be made in the build. */
  readonly files: (guides: readonly GuideText[], withSearch: boolean) => Readonly<Record<string, string>>;
  readonly build: readonly [script: string, ...args: string[]];
  /** Where the built site lies. */
  readonly built: string;
  /** The address of a guide. */
  readonly address: (id: string) => string;
  /** False where only the time of the build is of interest. */
  readonly visited: boolean;
};

const page = ({ title, text }: GuideText): string => `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}\n`;
const pages = (guides: readonly GuideText[], folder: string): Record<string, string> =>
  Object.fromEntries(guides.map((guide) => [`${folder}/${guide.id}.md`, page(guide)]));

export const generators: readonly Generator[] = [
  {
    name: 'Starlight 0.42.4',
    packages: ['astro@7.3.4', '@astrojs/starlight@0.42.4', 'sharp@0.34.4'],
    files: (guides, withSearch) => ({
      'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'https://site.example',
  integrations: [starlight({ title: 'Guides', pagefind: ${withSearch}, sidebar: [{ label: 'Guides', items: [{ autogenerate: { directory: 'guides' } }] }] })],
});\n`,
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
      'src/content/docs/index.md': page({ id: 'index', title: 'Guides', text: 'All guides.' }),
      ...pages(guides, 'src/content/docs/guides'),
    }),
    build: ['node_modules/astro/bin/astro.mjs', 'build'],
    built: 'dist',
    address: (id) => `/guides/${id}/`,
    visited: true,
  },
  {
    name: 'VitePress 1.6.4',
    packages: ['vitepress@1.6.4'],
    files: (guides) => ({
      'docs/.vitepress/config.mjs': `export default {
  title: 'Guides',
  ignoreDeadLinks: true,
  themeConfig: { sidebar: [{ text: 'Guides', items: ${JSON.stringify(guides.map(({ id, title }) => ({ text: title, link: `/guides/${id}` })))} }] },
};\n`,
      'docs/index.md': page({ id: 'index', title: 'Guides', text: 'All guides.' }),
      ...Object.fromEntries(
        guides.map((guide) => [
          `docs/guides/${guide.id}.md`,
          page({ ...guide, text: `# ${guide.title}\n\n${guide.text}` }),
        ]),
      ),
    }),
    build: ['node_modules/vitepress/bin/vitepress.js', 'build', 'docs'],
    built: 'docs/.vitepress/dist',
    address: (id) => `/guides/${id}.html`,
    visited: true,
  },
  {
    name: 'Docusaurus 3.10.2',
    packages: ['@docusaurus/core@3.10.2', '@docusaurus/preset-classic@3.10.2', 'react@19.0.0', 'react-dom@19.0.0'],
    files: (guides) => ({
      'docusaurus.config.js': `module.exports = {
  title: 'Guides', url: 'https://site.example', baseUrl: '/', onBrokenLinks: 'ignore',
  markdown: { format: 'md' },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
};\n`,
      'docs/index.md': `---\ntitle: Guides\nslug: /\n---\n\nAll guides.\n`,
      ...pages(guides, 'docs/guides'),
    }),
    build: ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'],
    built: 'build',
    address: (id) => `/guides/${id}/`,
    visited: true,
  },
  {
    name: 'Eleventy 3.1.2',
    packages: ['@11ty/eleventy@3.1.2'],
    files: (guides) => ({
      '_includes/page.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><h1>{{ title }}</h1>{{ content }}</body></html>\n`,
      'guides/guides.json': `{ "layout": "page.html" }\n`,
      ...pages(guides, 'guides'),
    }),
    build: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    built: '_site',
    address: (id) => `/guides/${id}/`,
    visited: false,
  },
];
