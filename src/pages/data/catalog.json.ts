import type { APIRoute } from 'astro';
import { addressBelow } from '../../components/site/base.ts';
import { today } from '../../components/site/site.ts';
import { readCatalog } from '../_catalog.ts';

/** The whole catalog as it stands in `data/`, each record under its id; `public/schemas/` has the shapes. */
export const GET: APIRoute = async () => {
  const { providers, courses, services, schools, degrees, tables } = await readCatalog();
  const byId = (entries: readonly { readonly id: string; readonly data: unknown }[]) =>
    Object.fromEntries(entries.map(({ id, data }) => [id, data]));
  return Response.json({
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    credit: 'Credit Map contributors',
    builtOn: today,
    schemas: addressBelow('/schemas/'),
    providers: byId(providers),
    courses: byId(courses),
    services: byId(services),
    schools: byId(schools),
    degrees: byId(degrees),
    equivalencies: byId(tables),
  });
};
