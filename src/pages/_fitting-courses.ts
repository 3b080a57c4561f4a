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
  const accepted = acceptedAt(degree, catalog);
  const fitOf = ({ course, accepted: { title, schoolCourse, hours } }: AcceptedHere, standing: Standing): Fit => ({
    course,
    provider: names.get(course.data.provider) ?? course.data.provider,
    becomes: title,
    schoolCourse,
    semesterHours: hours.most,
    standing,
  });
  return new Map(
    leavesOf(degree).map((leaf) => {
      const placed: [place: number, fit: Fit][] = [];
      let recommended = 0;
      for (const [standing, alike] of accepted) {
        if (whyNotEligible(alike[0]!.accepted, leaf, degree)) continue;
        if (standing === 'recommended') recommended += alike.length;
        else placed.push(...alike.map((one): [number, Fit] => [one.place, fitOf(one, standing)]));
      }
      placed.sort(([a, one], [b, other]) => order.indexOf(one.standing) - order.indexOf(other.standing) || a - b);
      return [leaf.block.id, { placed: placed.map(([, fit]) => fit), recommended }];
    }),
  );
}

/** A course and what it becomes. `place`: where it stands in the catalog. */
type AcceptedHere = { readonly course: CourseEntry; readonly accepted: AcceptedCredit; readonly place: number };
/** Credits that no rule of a degree tells apart, with one standing. */
type Alike = readonly [Standing, readonly AcceptedHere[]];

/** Of the last school and program only: that of 40,000 courses fills some MB, and pages are made program by program. */
let last: { readonly key: string; readonly accepted: readonly Alike[] } | undefined;
let facts: ReadonlyMap<string, CourseEntry['data'] & { readonly id: string }> | undefined;

/** What the degree's school makes of every course that is offered. */
function acceptedAt(degree: Degree, { courses, schools, equivalenciesOf }: Catalog): readonly Alike[] {
  const key = `${degree.school} ${degree.program ?? ''}`;
  if (last?.key === key) return last.accepted;
  const school = schools.find(({ id }) => id === degree.school);
  if (!school) throw new Error(`A degree names the school ${degree.school}, which is not in the catalog.`);
  facts ??= new Map(courses.map(({ id, data }) => [id, { ...data, id }]));
  const input = { school: school.data, degree, courses: facts, today };
  const alike = new Map<string, [Standing, AcceptedHere[]]>();
  let place = 0;
  for (const course of courses) {
    if (course.data.status === 'withdrawn') continue;
    const credit = { id: course.id, course: course.id, status: 'planned', completedOn: today } as const;
    // Of the catalog's equivalencies, those of this course are the only ones that matter for it.
    const equivalencies = (equivalenciesOf.get(course.id) ?? []).flatMap((row) =>
      row.school.id === school.id ? row.equivalency : [],
    );
    for (const accepted of articulateCredit(credit, { ...input, equivalencies }).accepted) {
      const standing = standings[accepted.certainty];
      if (!standing) continue;
      const sort = sortOf(accepted);
      const known = alike.get(sort) ?? [standing, []];
      alike.set(sort, known);
      known[1].push({ course, accepted, place: place++ });
    }
  }
  last = { key, accepted: [...alike.values()] };
  return last.accepted;
}

/** Everything that the rules of a degree ask of a credit which nobody has earned yet. */
function sortOf({ certainty, source, provider, recommender, level, levelKnown, ...its }: AcceptedCredit): string {
  const { schoolCourse, subject, areas } = its;
  return JSON.stringify([certainty, source, provider, recommender, level, levelKnown, schoolCourse, subject, areas]);
}
