/** From a plan and what was fetched of the catalog to what completes a degree, and what compares degrees. */
import type { CompletionInput, ComparisonInput, DegreeToCompare, Wishes } from '../../engine/completion.ts';
import type { PlannedCredit } from '../../engine/index.ts';
import type { CatalogCourse, CatalogDegree, CatalogSchool } from '../catalog/catalog.ts';
import { offersOf, type CatalogOffers } from './completion-offers.ts';
import { auditInput, type PlanCatalog } from '../audit/plan-audit.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * What a student starts from; every one of these is the student's own to change.
 *
 * A credit hour is about one hour of class and two of other work a week over fifteen weeks, 45 hours, by the definition of
 * the US Department of Education (34 CFR 600.2). Who knows the subject needs less.
 */
export const firstWishes: Wishes = {
  aim: 'cheapest',
  hoursAWeek: 10,
  studyPerSemesterHour: 45,
  coursesAtATime: 2,
  weeksForTranscripts: 4,
};

/** What the engine completes. */
export function completionInput(
  plan: Plan,
  catalog: PlanCatalog,
  offers: CatalogOffers,
  wishes: Wishes,
  today: string,
): CompletionInput {
  return {
    ...auditInput(plan, catalog, today),
    offers: offersOf(catalog.courses.values(), offers, wishes.vouchers),
    memberships: offers.memberships,
    wishes,
  };
}

/**
 * What the engine compares: the same credits against these degrees. `creditsAt` gives them as a school and a degree see them.
 * Degrees of schools that are not given are left out.
 */
export function comparisonInput(
  creditsAt: (school: string, degree: string) => readonly PlannedCredit[],
  catalog: {
    readonly courses: ReadonlyMap<string, CatalogCourse>;
    readonly schools: readonly CatalogSchool[];
    readonly degrees: readonly CatalogDegree[];
  },
  offers: CatalogOffers,
  wishes: Wishes,
  today: string,
): ComparisonInput {
  const schools = new Map(catalog.schools.map((school) => [school.id, school]));
  return {
    degrees: catalog.degrees.flatMap(({ id, degree }): DegreeToCompare[] => {
      const found = schools.get(degree.school);
      if (!found) return [];
      const { school, equivalencies } = found;
      return [{ id, degree, school, equivalencies, credits: creditsAt(found.id, id) }];
    }),
    courses: catalog.courses,
    credits: [],
    offers: offersOf(catalog.courses.values(), offers, wishes.vouchers),
    memberships: offers.memberships,
    wishes,
    today,
  };
}
