/**
 * What the planner fetches of the catalog, and from where. The build writes these files from `data/`;
 * prose that the planner does not show is left out.
 */
import type { CourseFacts } from '../../engine/index.ts';
import type { Degree } from '../../schemas/degree.ts';
import type { Equivalency } from '../../schemas/equivalency.ts';
import type { Provider } from '../../schemas/provider.ts';
import type { School } from '../../schemas/school.ts';

/** `/catalog/index.json`: what there is to choose from. */
export type CatalogIndex = {
  /** The day of the newest change in the facts. A new plan keeps it. */
  readonly factsOn: string;
  /** Records that have another id today: "courses/clep/old" → "courses/clep/new". */
  readonly moved: Readonly<Record<string, string>>;
  readonly schools: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly degrees: readonly {
      readonly id: string;
      readonly title: string;
      readonly award: Degree['award'];
      readonly catalogYear: string;
      readonly semesterHours: number;
      /** True where nobody can start it any more. */
      readonly superseded?: true;
    }[];
  }[];
};

/** A course as the planner searches and judges it. Its page has the rest. */
export type CatalogCourse = CourseFacts &
  Readonly<{ area: string; proctored?: boolean; priceUsd?: number; withdrawn?: boolean }>;

/** `/catalog/courses.json` */
export type CatalogCourses = {
  readonly providers: Readonly<Record<string, Pick<Provider, 'name' | 'kind' | 'alsoCalled'>>>;
  readonly courses: readonly CatalogCourse[];
};

/** From `/catalog/schools/<school>.json`: the school without its prose policies and disagreements, and all its equivalencies. */
export type CatalogSchool = {
  readonly id: string;
  readonly school: School;
  readonly equivalencies: readonly Equivalency[];
};

/** `/catalog/degrees/<school>/<degree>.json` */
export type CatalogDegree = { readonly id: string; readonly degree: Degree };
