import type { APIRoute } from 'astro';
import { catalogOffers } from '../../planner/finish/completion-offers.ts';
import { readCatalog } from '../_catalog.ts';

export const GET: APIRoute = async () => {
  const { providers, courses } = await readCatalog();
  const entries = <T>(all: readonly { readonly id: string; readonly data: T }[]) =>
    all.map(({ id, data }) => ({ id, record: data }));
  return Response.json(catalogOffers(entries(providers), entries(courses)));
};
