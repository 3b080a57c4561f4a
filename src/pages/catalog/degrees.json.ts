import type { APIRoute } from 'astro';
import type { CatalogDegree } from '../../planner/catalog/catalog.ts';
import { readCatalog } from '../_catalog.ts';

/** Every degree that can still be begun, in one file: what compares them needs them all. */
export const GET: APIRoute = async () => {
  const { degrees } = await readCatalog();
  return Response.json(
    degrees
      .filter(({ data }) => data.superseded === undefined)
      .map(({ id, data }): CatalogDegree => ({ id, degree: data })),
  );
};
