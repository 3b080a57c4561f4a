/** The same credits against every degree: what is asked of the page, and which of the degrees are shown. */
import type { AcceptedCounts, DegreeOrder } from '../../engine/completion.ts';
import type { CatalogIndex } from '../catalog/catalog.ts';
import { mostCourses } from './compared-plan.ts';
import { hashOf, idsIn, isId, partsOf } from './side-by-side.ts';
import { hashOfWishes, wishesIn, type CommonWishes } from '../finish/wishes.ts';

/** What the page is asked for. Without courses it looks at the saved plan. */
export type DegreesAsked = {
  readonly courses?: readonly string[];
  /** Only this school; empty for all. */
  readonly school: string;
  /** Only this award; empty for all. */
  readonly award: string;
  /** Only with these words in the title, such as a subject; empty for all. */
  readonly words: string;
  /** Only where the school accepts every credit, as far as is known. */
  readonly acceptsAll: boolean;
  /** What comes first. */
  readonly order: DegreeOrder;
  readonly wishes: CommonWishes;
};

/** The orders there are, the usual one first. */
export const degreeOrders: readonly [DegreeOrder, ...DegreeOrder[]] = [
  'still-needed',
  'left-for-school',
  'cost',
  'time',
];

/** The order that is named so; else the usual one. */
export function orderIn(name: string | null): DegreeOrder {
  return degreeOrders.find((order) => order === name) ?? degreeOrders[0];
}

/** The longest words one may look for. */
const longestWords = 60;

/** In an address: other courses than the plan's are to be chosen, and none is yet. */
const noCourses = 'none';

/** What stands after the # of an address: "#courses=clep/biology&award=bachelor&week=15". */
export function degreesAskedIn(hash: string): DegreesAsked {
  const parts = partsOf(hash);
  const courses = parts.get('courses');
  const [school = '', award = ''] = ['school', 'award'].map((name) => [parts.get(name) ?? ''].find(isId) ?? '');
  return {
    ...(courses === null ? {} : { courses: courses === noCourses ? [] : idsIn(courses, mostCourses) }),
    school,
    award,
    words: (parts.get('words') ?? '').slice(0, longestWords),
    acceptsAll: parts.get('accepts') === 'all',
    order: orderIn(parts.get('first')),
    wishes: wishesIn(hash),
  };
}

/** The other way. */
export function hashOfDegrees({ courses, school, award, words, acceptsAll, order, wishes }: DegreesAsked): string {
  const chosen = hashOf({
    courses: courses?.length === 0 ? noCourses : courses?.join(','),
    school,
    award,
    words: encodeURIComponent(words),
    accepts: acceptsAll ? 'all' : undefined,
    first: order === degreeOrders[0] ? undefined : order,
  });
  const wished = hashOfWishes(wishes);
  return chosen && wished ? `${chosen}&${wished.slice(1)}` : chosen || wished;
}

/** A degree of the index with its school. */
export type ListedDegree = CatalogIndex['schools'][number]['degrees'][number] & {
  readonly school: Pick<CatalogIndex['schools'][number], 'id' | 'name' | 'shortName'>;
};

/** Every degree of the index by its id. */
export function listedDegrees({ schools }: CatalogIndex): ReadonlyMap<string, ListedDegree> {
  return new Map(
    schools.flatMap(({ degrees, ...school }) =>
      degrees.map((degree): [string, ListedDegree] => [degree.id, { ...degree, school }]),
    ),
  );
}

/** What narrows the list of degrees. */
export type DegreeFilter = Pick<DegreesAsked, 'school' | 'award' | 'words' | 'acceptsAll'>;

/** Whether the degree is among those asked for, where the school accepts so many of the credits. */
export function isAskedFor(
  { school, award, words, acceptsAll }: DegreeFilter,
  degree: ListedDegree,
  { notKnown, notAccepted }: AcceptedCounts,
): boolean {
  const title = degree.title.toLowerCase();
  return (
    (school === '' || degree.school.id === school) &&
    (award === '' || degree.award === award) &&
    (!acceptsAll || notKnown + notAccepted === 0) &&
    words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => title.includes(word))
  );
}
