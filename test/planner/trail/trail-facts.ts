/** Routes, courses and schools of the catalog, as trails are made of them. */
import { loadData } from '../../../scripts/load-data.ts';
import type { TrailFacts } from '../../../src/planner/trail/trail-types.ts';

const data = loadData();

/** Every route of the catalog. */
export const routes = data.routes.map(({ id, record }) => ({ id, ...record }));

/** What trails at this school are made of. */
export function factsAt(school: string): TrailFacts {
  const found = data.schools.find(({ id }) => id === school);
  if (!found) throw new Error(`The catalog has no school ${school}.`);
  return {
    routes,
    courses: new Map(data.courses.map(({ id, record }) => [id, record])),
    school: { id: school, school: found.record },
    inSomeMonths: data.providers.flatMap(({ id, record }) => (record.onlyInMonths ? id : [])),
  };
}
