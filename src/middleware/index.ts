/**
 * The last changes to a page that need nothing but its text: its policy lists its own scripts and styles alone, and its
 * addresses stand below the folder that the site is served from, which at a host's root changes nothing.
 */
import { defineMiddleware } from 'astro:middleware';
import { markupBelow } from '../components/site/base.ts';
import { withOwnHashes } from './own-hashes.ts';

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  return new Response(withOwnHashes(markupBelow(await response.text())), response);
});
