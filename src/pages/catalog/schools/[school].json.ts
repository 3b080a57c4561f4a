import type { APIRoute, GetStaticPaths } from 'astro';
import { schoolToFile, type SchoolFile } from '../../../planner/catalog/school-file.ts';
import type { Source } from '../../../schemas/shared.ts';
import { readCatalog } from '../../_catalog.ts';

function trimmed({ url, title, says, pageDate, checkedOn, confidence, via }: Source): Source {
  return {
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    says,
    ...(pageDate === undefined ? {} : { pageDate }),
    checkedOn,
    confidence,
    ...(via === undefined ? {} : { via }),
  };
}

export const getStaticPaths = (async () => {
  const { schools, tables } = await readCatalog();
  return schools.map(({ id, data: { receives: _, ...data } }) => {
    const file = schoolToFile({
      id,
      // No more than the planner reads before its first answer: how records are taken stands with the routes.
      school: { ...data, sources: [], policies: [], disagreements: [] },
      equivalencies: tables
        .filter((table) => table.data.school === id)
        .flatMap((table) => table.data.equivalencies)
        .map((equivalency) => ({ ...equivalency, sources: equivalency.sources.map(trimmed) })),
    });
    return { params: { school: id }, props: { file } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: SchoolFile }> = ({ props }) => Response.json(props.file);
