/** Which courses of the catalog may fill each block of a degree, asked of the engine one course at a time. */
import type { Fit, SchoolEntry, Standing } from '../components/catalog/records.ts';
import { articulateCredit, leavesOf, whyNotEligible } from '../engine/index.ts';
import type { Catalog } from './_catalog.ts';
import type { AcceptedCredit } from '../engine/index.ts';
import type { Degree } from '../schemas/degree.ts';
import type { Equivalency } from '../schemas/equivalency.ts';

const order: readonly Standing[] = ['published', 'reported', 'recommended', 'hint'];
const standings: { readonly [C in AcceptedCredit['certainty']]?: Standing } = {
  published: 'published',
  reported: 'reported',
  recommended: 'recommended',
};

/** The courses that may fill each block, by block id, surest first: as if each were finished `today`. */
export function fittingCourses(
  degree: Degree,
  school: SchoolEntry,
  equivalencies: readonly Equivalency[],
  { courses, providers }: Pick<Catalog, 'courses' | 'providers'>,
  today: string,
): ReadonlyMap<string, readonly Fit[]> {
  const facts = {
    school: school.data,
    degree,
    equivalencies,
    courses: new Map(courses.map(({ id, data }) => [id, { ...data, id }])),
    today,
  };
  const names = new Map(providers.map(({ id, data }) => [id, data.name]));
  const leaves = leavesOf(degree);
  const fitting = new Map<string, Fit[]>(leaves.map(({ block }) => [block.id, []]));
  for (const course of courses) {
    if (course.data.status === 'withdrawn') continue;
    const credit = { id: course.id, course: course.id, status: 'planned', completedOn: today } as const;
    for (const accepted of articulateCredit(credit, facts).accepted) {
      const standing = standings[accepted.certainty];
      if (!standing) continue;
      for (const leaf of leaves) {
        if (whyNotEligible(accepted, leaf, degree)) continue;
        fitting.get(leaf.block.id)?.push({
          course,
          provider: names.get(course.data.provider) ?? course.data.provider,
          becomes: accepted.title,
          schoolCourse: accepted.schoolCourse,
          semesterHours: accepted.hours.most,
          standing,
        });
      }
    }
  }
  for (const list of fitting.values()) list.sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  return fitting;
}
