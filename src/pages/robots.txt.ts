import type { APIRoute } from 'astro';
import { addressBelow } from '../components/site/base.ts';

/** What search engines may read: everything but the planner's data. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *
Allow: /
Disallow: ${addressBelow('/catalog/')}

Sitemap: ${new URL(addressBelow('/sitemap-index.xml'), site).href}
`);
