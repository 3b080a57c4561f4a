import type { APIRoute } from 'astro';
import { siteName } from '../components/site/site.ts';

const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `icons/${file}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** What an installed site is called, looks like and starts with. Addresses count from this file: any folder will do. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      id: './',
      name: siteName,
      short_name: siteName,
      description: 'Where credit from outside college lands in a US degree, before you pay for it.',
      lang: 'en',
      start_url: './planner/',
      scope: './',
      display: 'standalone',
      background_color: '#ffffff',
      theme_color: '#0a5c5c',
      icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable-512', 512, 'maskable')],
      shortcuts: [
        { name: 'Your plans', url: './planner/plans/' },
        { name: 'On this device', url: './offline/' },
      ],
    }),
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
