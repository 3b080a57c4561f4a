/** A record with its id, as the pages hand it to components. */
import type { Course } from '../../schemas/course.ts';
import type { Degree } from '../../schemas/degree.ts';
import type { Equivalency } from '../../schemas/equivalency.ts';
import type { Provider } from '../../schemas/provider.ts';
import type { Route } from '../../schemas/route.ts';
import type { School } from '../../schemas/school.ts';
import type { Service } from '../../schemas/service.ts';

type Entry<Data> = { readonly id: string; readonly data: Data };

export type CourseEntry = Entry<Course>;
export type DegreeEntry = Entry<Degree>;
export type ProviderEntry = Entry<Provider>;
export type SchoolEntry = Entry<School>;
export type ServiceEntry = Entry<Service>;
export type RouteEntry = Entry<Route>;

/** One equivalency with the school that published it. */
export type EquivalencyAt = { readonly school: SchoolEntry; readonly equivalency: Equivalency };

/** How sure an equivalency is, in the three words that pages and planner share, or a hint from a student's plan. */
export type Standing = 'published' | 'reported' | 'hint' | 'recommended';

/** `published` needs the school's own page and nothing left to confirm. */
export function standingOf(equivalency: Equivalency): Standing {
  if (equivalency.basis === 'student-plan') return 'hint';
  const primary = equivalency.sources.some((source) => source.confidence === 'primary');
  return primary && equivalency.confirm === undefined ? 'published' : 'reported';
}

/** A course that may fill a block, and what the school makes of it. */
export type Fit = {
  readonly course: CourseEntry;
  /** The provider's name. */
  readonly provider: string;
  /** The school's title for it, or the slot's name. */
  readonly becomes: string;
  readonly schoolCourse?: string | undefined;
  readonly semesterHours: number;
  readonly standing: Standing;
};

/** What may fill one block: courses with a known place, and how many more have only a recommendation. */
export type Fits = { readonly placed: readonly Fit[]; readonly recommended: number };
