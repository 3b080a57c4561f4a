import type { APIRoute, GetStaticPaths } from 'astro';
import { comparedCourse } from '../../../../components/catalog/course-form.ts';
import { today } from '../../../../components/site/site.ts';
import type { ComparedCourse } from '../../../../planner/compare/compared-course.ts';
import { readCatalog } from '../../../_catalog.ts';

export const getStaticPaths = (async () => {
  const { courses, providers } = await readCatalog();
  const providersById = new Map(providers.map((provider) => [provider.id, provider]));
  return courses.map((course) => ({
    params: { course: course.id },
    props: { course: comparedCourse(course, providersById.get(course.data.provider), today) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ course: ComparedCourse }> = ({ props }) => Response.json(props.course);
