import type { APIRoute } from 'astro';
import type { CatalogRoutes, Renewal } from '../../planner/trail/trail-types.ts';
import type { Provider } from '../../schemas/provider.ts';
import { readCatalog } from '../_catalog.ts';

export const GET: APIRoute = async () => {
  const { routes, providers, schools } = await readCatalog();
  const catalogRoutes: CatalogRoutes = {
    routes: routes.map(({ id, data }) => ({ id, ...data })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    renewals: Object.fromEntries(
      providers.map(({ id, data }) => [id, renewalsOf(data)] as const).filter(([, some]) => some.length > 0),
    ),
    receives: Object.fromEntries(schools.flatMap(({ id, data }) => (data.receives ? [[id, data.receives]] : []))),
    inSomeMonths: providers.flatMap(({ id, data }) => (data.onlyInMonths ? id : [])),
  };
  return Response.json(catalogRoutes);
};

/** Memberships that one can pay for today. */
function renewalsOf({ prices }: Provider): readonly Renewal[] {
  return prices.flatMap(({ what, opens, current, priceUsd }) =>
    opens && current ? [{ what, months: opens.months, ...(priceUsd === undefined ? {} : { priceUsd }) }] : [],
  );
}
