import type { APIRoute, GetStaticPaths } from 'astro';
import { schoolToFile, type SchoolFile } from '../../../planner/catalog/school-file.ts';
import { readCatalog } from '../../_catalog.ts';

export const getStaticPaths = (async () => {
  const { schools, tables } = await readCatalog();
  return schools.map(({ id, data: { receives: _, ...data } }) => {
    const file = schoolToFile({
      id,
      // No more than the planner reads before its first answer: how records are taken stands with the routes.
      school: { ...data, sources: [], policies: [], disagreements: [] },
      equivalencies: tables.filter((table) => table.data.school === id).flatMap((table) => table.data.equivalencies),
    });
    return { params: { school: id }, props: { file } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: SchoolFile }> = ({ props }) => Response.json(props.file);
