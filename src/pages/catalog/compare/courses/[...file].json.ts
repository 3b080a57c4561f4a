import type { APIRoute, GetStaticPaths } from 'astro';
import { comparedCourse } from '../../../../components/catalog/course-form.ts';
import type { CourseEntry } from '../../../../components/catalog/records.ts';
import { today } from '../../../../components/site/site.ts';
import { comparedFile, type ComparedCourses } from '../../../../planner/compare/compared-course.ts';
import { readCatalog } from '../../../_catalog.ts';

export const getStaticPaths = (async () => {
  const files = Map.groupBy((await readCatalog()).courses, ({ id }) => comparedFile(id));
  return [...files].map(([file, courses]) => ({ params: { file }, props: { courses } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ courses: readonly CourseEntry[] }> = async ({ props }) => {
  const { providers, ownPage } = await readCatalog();
  const providerOf = ({ data }: CourseEntry) => providers.find(({ id }) => id === data.provider);
  const body: ComparedCourses = Object.fromEntries(
    props.courses.map((course) => [course.id, comparedCourse(course, providerOf(course), today, ownPage)]),
  );
  return Response.json(body);
};
