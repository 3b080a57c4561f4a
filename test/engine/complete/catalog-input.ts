/** What completes each degree of the real catalog, as the site would ask for it. */
import { loadData } from '../../../scripts/load-data.ts';
import type { CompletionInput, DegreeToCompare } from '../../../src/engine/completion.ts';
import type { CatalogCourse } from '../../../src/planner/catalog/catalog.ts';
import { compactCourse } from '../../../src/planner/catalog/compact-course.ts';
import { catalogOffers, offersOf } from '../../../src/planner/finish/completion-offers.ts';
import { today, usualWishes } from './random-market.ts';

const catalog = loadData();

/** Every course of the catalog, as the planner has it. */
export const catalogCourses: readonly CatalogCourse[] = catalog.courses.map(({ id, record }) =>
  compactCourse(id, record),
);

/** What the build writes about prices. */
export const shard = catalogOffers(catalog.providers, catalog.courses);

/** Every degree with its school's facts. */
export const catalogDegrees: readonly DegreeToCompare[] = catalog.degrees.map(({ id, record: degree }) => ({
  id,
  degree,
  school: catalog.schools.find((school) => school.id === degree.school)!.record,
  equivalencies: catalog.equivalencies
    .filter(({ record }) => record.school === degree.school)
    .flatMap(({ record }) => record.equivalencies),
}));

/** What holds for all degrees: no credit yet, every course on offer. */
export const forAll: Omit<CompletionInput, 'degree' | 'school' | 'equivalencies'> = {
  courses: new Map(catalogCourses.map((course) => [course.id, course])),
  credits: [],
  offers: offersOf(catalogCourses, shard),
  memberships: shard.memberships,
  wishes: usualWishes,
  today,
};
