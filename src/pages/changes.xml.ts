import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { addressBelow, base } from '../components/site/base.ts';
import { siteName } from '../components/site/site.ts';
import { readGuides } from './_guides.ts';

/** Changed facts and reviewed guides, for readers of feeds: the newest fifty. */
export const GET: APIRoute = async ({ site }) => {
  const [logs, guides] = await Promise.all([getCollection('changelog'), readGuides()]);
  const facts = logs
    .flatMap(({ data }) => data.entries)
    .map(({ on, says }, index) => ({
      title: says,
      on,
      link: addressBelow('/data/#changes'),
      id: `fact-${on}-${index}`,
    }));
  const reviewed = guides.map(({ id, data }) => ({
    title: `Guide: ${data.title}`,
    on: data.reviewedOn,
    link: addressBelow(`/guides/${id}/`),
    id: `guide-${id}-${data.reviewedOn}`,
  }));
  const root = new URL(base, site ?? 'https://creditmap.example');
  const newest = [...facts, ...reviewed].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, 50);
  return rss({
    title: `${siteName}: changed facts and guides`,
    description: 'What changed in the facts, and which guides were written or read again.',
    site: root,
    trailingSlash: false,
    items: newest.map(({ title, on, link, id }) => ({
      title: title.length > 100 ? `${title.slice(0, 99)}…` : title,
      description: title,
      // Whole addresses are left as they are, with the slash at their end.
      link: new URL(link, root).href,
      pubDate: new Date(`${on}T12:00:00Z`),
      customData: `<guid isPermaLink="false">${id}</guid>`,
    })),
  });
};
