/** Puts the addresses of every page below the folder that the site is served from. At a host's root nothing changes. */
import { defineMiddleware } from 'astro:middleware';
import { base, markupBelow } from './components/site/base.ts';

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (base === '/' || !response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  return new Response(markupBelow(await response.text()), response);
});
