/** How a course travels to the planner. */
import type { Course } from '../../schemas/course.ts';
import type { CatalogCourse } from './catalog.ts';

/** Sources stay on the course's page: they are most of a record's size, and no rule depends on them. */
export function compactCourse(id: string, course: Course): CatalogCourse {
  const { title, provider, code, kind, recommendations, area, assessment, priceUsd, status } = course;
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
