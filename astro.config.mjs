import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';

export default defineConfig({
  site: 'https://creditmap.example',
  trailingSlash: 'always',
  integrations: [mdx(), preact()],
});
