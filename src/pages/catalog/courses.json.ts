import type { APIRoute } from 'astro';
import type { CatalogCourse, CatalogCourses } from '../../planner/catalog/catalog.ts';
import type { CourseEntry } from '../../components/catalog/records.ts';
import { readCatalog } from '../_catalog.ts';

// Sources stay on the course's page: they are most of a record's size, and no rule depends on them.
function compact({ id, data }: CourseEntry): CatalogCourse {
  const { title, provider, code, kind, recommendations, area, assessment, priceUsd, status } = data;
  return {
    id,
    title,
    provider,
    kind,
    recommendations,
    area,
    ...(code === undefined ? {} : { code }),
    ...(assessment.proctored === undefined ? {} : { proctored: assessment.proctored }),
    ...(priceUsd === undefined ? {} : { priceUsd }),
    ...(status === 'withdrawn' ? { withdrawn: true } : {}),
  };
}

export const GET: APIRoute = async () => {
  const { providers, courses } = await readCatalog();
  const body: CatalogCourses = {
    providers: Object.fromEntries(
      providers.map(({ id, data: { name, kind, alsoCalled } }) => [id, { name, kind, alsoCalled }]),
    ),
    // Neighbours by id look most alike, and pack a twentieth smaller than neighbours by title.
    courses: courses.map(compact).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  return Response.json(body);
};
