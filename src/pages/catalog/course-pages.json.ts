import type { APIRoute } from 'astro';
import { readCatalog } from '../_catalog.ts';

/** Each course's own page at its provider, by the course's id. The request for pre-approval names it. */
export const GET: APIRoute = async () => {
  const { courses } = await readCatalog();
  return Response.json(
    Object.fromEntries(courses.flatMap(({ id, data: { url } }) => (url === undefined ? [] : [[id, url]]))),
  );
};
