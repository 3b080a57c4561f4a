/** Everything the pages read of the catalog, read once for the whole build. */
import { getCollection } from 'astro:content';
import type {
  CourseEntry,
  DegreeEntry,
  EquivalencyAt,
  ProviderEntry,
  RouteEntry,
  SchoolEntry,
  ServiceEntry,
} from '../components/catalog/records.ts';
import { ownPageOf, type OwnPage } from '../components/site/own-page.ts';
import type { EquivalencyTable } from '../schemas/equivalency.ts';

export type Catalog = {
  readonly providers: readonly ProviderEntry[];
  readonly courses: readonly CourseEntry[];
  readonly services: readonly ServiceEntry[];
  readonly routes: readonly RouteEntry[];
  readonly schools: readonly SchoolEntry[];
  readonly degrees: readonly DegreeEntry[];
  readonly tables: readonly { readonly id: string; readonly data: EquivalencyTable }[];
  /** Each provider's courses, by the provider's id. */
  readonly coursesOf: ReadonlyMap<string, readonly CourseEntry[]>;
  /** What each course becomes, by the course's id. */
  readonly equivalenciesOf: ReadonlyMap<string, readonly EquivalencyAt[]>;
  /** Whose page a primary source is. */
  readonly ownPage: OwnPage;
};

const byName = new Intl.Collator('en', { numeric: true }).compare;

async function read(): Promise<Catalog> {
  const [providers, courses, services, routes, schools, degrees, tables] = await Promise.all([
    getCollection('providers'),
    getCollection('courses'),
    getCollection('services'),
    getCollection('routes'),
    getCollection('schools'),
    getCollection('degrees'),
    getCollection('equivalencies'),
  ]);
  const schoolsById = new Map(schools.map((school) => [school.id, school]));
  const equivalenciesOf = new Map<string, EquivalencyAt[]>();
  for (const table of tables) {
    const school = schoolsById.get(table.data.school);
    if (!school) continue;
    for (const equivalency of table.data.equivalencies) {
      const known = equivalenciesOf.get(equivalency.course) ?? [];
      known.push({ school, equivalency });
      equivalenciesOf.set(equivalency.course, known);
    }
  }
  const byTitle = courses.toSorted((a, b) => byName(a.data.title, b.data.title));
  return {
    providers: providers.toSorted((a, b) => byName(a.data.name, b.data.name)),
    courses: byTitle,
    coursesOf: Map.groupBy(byTitle, ({ data }) => data.provider),
    services: services.toSorted((a, b) => byName(a.data.name, b.data.name)),
    routes: routes.toSorted((a, b) => byName(a.data.name, b.data.name)),
    schools: schools.toSorted((a, b) => byName(a.data.name, b.data.name)),
    degrees: degrees.toSorted((a, b) => byName(a.data.title, b.data.title)),
    tables,
    equivalenciesOf,
    // A school's exams are on its own site: the school is named first.
    ownPage: ownPageOf([
      ...schools.map(({ data: { shortName, url } }) => ({ name: shortName, url })),
      ...[...providers, ...services].map(({ data }) => data),
    ]),
  };
}

let known: Promise<Catalog> | undefined;

/** The catalog in reading order. */
export const readCatalog = (): Promise<Catalog> => (known ??= read());
