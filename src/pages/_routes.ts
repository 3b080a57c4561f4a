/** Which ways the credit of a provider goes. */
import type { RouteEntry } from '../components/catalog/records.ts';
import { routesFor } from '../planner/trail/trail-route.ts';
import type { Catalog } from './_catalog.ts';

/** The route of each of its courses, those that the most courses go first; without courses, those that name it. */
export function routesOfProvider(provider: string, { routes, coursesOf }: Catalog): readonly RouteEntry[] {
  const courses = coursesOf.get(provider) ?? [];
  const facts = {
    routes: routes.map(({ id, data }) => ({ id, ...data })),
    courses: new Map(courses.map(({ id, data }) => [id, data])),
  };
  const counts = new Map<string, number>();
  for (const { id } of courses) {
    const [route] = routesFor({ id, course: id, status: 'planned' }, facts);
    if (route && !route.fallback) counts.set(route.id, (counts.get(route.id) ?? 0) + 1);
  }
  const named = routes.filter(({ data }) => data.carries.providers.includes(provider) && !data.fallback);
  const used = routes.filter(({ id }) => counts.has(id));
  return (used.length > 0 ? used : named).toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
}
