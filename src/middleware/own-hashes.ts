/**
 * A page's policy allows the scripts and styles that stand in that page. Astro lists those of the whole site in every
 * page, which allows more than is there, and costs 300 bytes of each: hashes can't be compressed.
 */
import { createHash } from 'node:crypto';

/** The page with a policy that lists the hashes of its own scripts and styles, and no other. */
export function withOwnHashes(page: string): string {
  const inside = page.matchAll(/<(script|style)\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g);
  const own = new Set([...inside].map(([, , text = '']) => ` 'sha256-${hashOf(text)}'`));
  return page.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(/ 'sha256-[^']+'/g, (hash) => (own.has(hash) ? hash : '')),
  );
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
