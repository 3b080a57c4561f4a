import type { APIRoute } from 'astro';
import { getEntry } from 'astro:content';
import type { CatalogIndex } from '../../planner/catalog/catalog.ts';
import { readCatalog } from '../_catalog.ts';
import { factsOn } from './_facts-on.ts';

export const GET: APIRoute = async () => {
  const { schools, degrees } = await readCatalog();
  const index: CatalogIndex = {
    factsOn: await factsOn(),
    moved: (await getEntry('redirects', 'redirects'))?.data ?? {},
    schools: schools.map(({ id, data: { name, shortName } }) => ({
      id,
      name,
      shortName,
      degrees: degrees
        .filter((degree) => degree.data.school === id)
        .toSorted((a, b) => Number(a.data.superseded !== undefined) - Number(b.data.superseded !== undefined))
        .map(({ id, data: { title, award, catalogYear, semesterHours, superseded } }) => ({
          id,
          title,
          award,
          catalogYear,
          semesterHours,
          ...(superseded === undefined ? {} : { superseded: true as const }),
        })),
    })),
  };
  return Response.json(index);
};
