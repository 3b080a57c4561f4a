import type { APIRoute } from 'astro';
import type { CatalogCourses } from '../../planner/catalog/catalog.ts';
import { compactCourse } from '../../planner/catalog/compact-course.ts';
import { readCatalog } from '../_catalog.ts';

export const GET: APIRoute = async () => {
  const { providers, courses } = await readCatalog();
  const body: CatalogCourses = {
    providers: Object.fromEntries(
      providers.map(({ id, data: { name, kind, alsoCalled } }) => [id, { name, kind, alsoCalled }]),
    ),
    // Neighbours by id look most alike, and pack a twentieth smaller than neighbours by title.
    courses: courses.map(({ id, data }) => compactCourse(id, data)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  return Response.json(body);
};
