import type { APIRoute } from 'astro';

/** What search engines may read: everything but the planner's data. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *
Allow: /
Disallow: /catalog/

Sitemap: ${new URL('sitemap-index.xml', site).href}
`);
