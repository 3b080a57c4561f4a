import type { APIRoute } from 'astro';
import { getEntry } from 'astro:content';
import type { FactChanges, OlderDegree } from '../../planner/keeping/facts-since.ts';
import { readCatalog } from '../_catalog.ts';
import { factsOn } from './_facts-on.ts';

export const GET: APIRoute = async () => {
  const { degrees } = await readCatalog();
  const older: Record<string, OlderDegree> = {};
  for (const { id, data } of degrees) {
    const newer = degrees
      .filter((other) => other.data.school === data.school && other.data.title === data.title)
      .toSorted((a, b) => (a.data.catalogYear < b.data.catalogYear ? 1 : -1))
      .find((other) => other.data.catalogYear > data.catalogYear && other.data.superseded === undefined);
    if (data.superseded === undefined && !newer) continue;
    older[id] = {
      ...(data.superseded === undefined ? {} : { superseded: data.superseded }),
      ...(newer ? { newer: { id: newer.id, title: newer.data.title, catalogYear: newer.data.catalogYear } } : {}),
    };
  }
  const entries = (await getEntry('changelog', 'changelog'))?.data.entries ?? [];
  const changes: FactChanges = { on: await factsOn(), entries, older };
  return Response.json(changes);
};
