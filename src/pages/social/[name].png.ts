import type { APIRoute, GetStaticPaths } from 'astro';
import { commonCards, guideCard, journeyCard, type SocialCard } from '../../components/site/social.ts';
import { today } from '../../components/site/site.ts';
import { readCatalog } from '../_catalog.ts';
import { makeExample } from '../_example.ts';
import { readGuides, readJourneys } from '../_guides.ts';
import { drawCard } from '../_social/card.ts';

export const getStaticPaths = (async () => {
  const cards = [
    ...commonCards,
    ...(await readGuides()).map(({ id, data }) => guideCard(id, data.title)),
    ...(await readJourneys()).map(({ id, data }) => journeyCard(id, data.title)),
  ];
  return cards.map((card) => ({ params: { name: card.name }, props: { card } }));
}) satisfies GetStaticPaths;

/** The picture that a link to a page shows elsewhere. */
export const GET: APIRoute<{ card: SocialCard }> = async ({ props: { card } }) => {
  const example = makeExample(await readCatalog(), today);
  return new Response(new Uint8Array(await drawCard(card, example)), { headers: { 'Content-Type': 'image/png' } });
};
