/** Which courses of the catalog may fill each block of a degree, as if each were finished today. */
import type { CourseEntry, Fit, Fits, Standing } from '../components/catalog/records.ts';
import { today } from '../components/site/site.ts';
import { articulateCredit, leavesOf, whyNotEligible, type AcceptedCredit } from '../engine/index.ts';
import type { Degree } from '../schemas/degree.ts';
import { readCatalog, type Catalog } from './_catalog.ts';

const order: readonly Standing[] = ['published', 'reported', 'hint'];
const standings: { readonly [C in AcceptedCredit['certainty']]?: Standing } = {
  published: 'published',
  reported: 'reported',
  recommended: 'recommended',
};

/** What fits, by block id: courses with a known place by name, surest first, and how many more are only recommended. */
export async function fittingCourses(degree: Degree): Promise<ReadonlyMap<string, Fits>> {
  const catalog = await readCatalog();
  const names = new Map(catalog.providers.map(({ id, data }) => [id, data.name]));
  const leaves = leavesOf(degree);
  const fitting = new Map(leaves.map(({ block }) => [block.id, { placed: [] as Fit[], recommended: 0 }]));
  for (const { course, accepted } of acceptedAt(degree, catalog)) {
    const standing = standings[accepted.certainty];
    if (!standing) continue;
    for (const leaf of leaves) {
      const fits = fitting.get(leaf.block.id);
      if (!fits || whyNotEligible(accepted, leaf, degree)) continue;
      if (standing === 'recommended') fits.recommended += 1;
      else
        fits.placed.push({
          course,
          provider: names.get(course.data.provider) ?? course.data.provider,
          becomes: accepted.title,
          schoolCourse: accepted.schoolCourse,
          semesterHours: accepted.hours.most,
          standing,
        });
    }
  }
  for (const { placed } of fitting.values())
    placed.sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  return fitting;
}

type AcceptedHere = { readonly course: CourseEntry; readonly accepted: AcceptedCredit };

/** Of the last school and program only: that of 40,000 courses fills some MB, and pages are made program by program. */
let last: { readonly key: string; readonly accepted: readonly AcceptedHere[] } | undefined;
let facts: ReadonlyMap<string, CourseEntry['data'] & { readonly id: string }> | undefined;

/** What the degree's school makes of every course that is offered. */
function acceptedAt(degree: Degree, { courses, schools, tables }: Catalog): readonly AcceptedHere[] {
  const key = `${degree.school} ${degree.program ?? ''}`;
  if (last?.key === key) return last.accepted;
  const school = schools.find(({ id }) => id === degree.school);
  if (!school) throw new Error(`A degree names the school ${degree.school}, which is not in the catalog.`);
  facts ??= new Map(courses.map(({ id, data }) => [id, { ...data, id }]));
  const equivalencies = tables.flatMap(({ data }) => (data.school === school.id ? data.equivalencies : []));
  const input = { school: school.data, degree, equivalencies, courses: facts, today };
  const accepted = courses.flatMap((course) => {
    if (course.data.status === 'withdrawn') return [];
    const credit = { id: course.id, course: course.id, status: 'planned', completedOn: today } as const;
    return articulateCredit(credit, input).accepted.map((one) => ({ course, accepted: one }));
  });
  last = { key, accepted };
  return accepted;
}
