/** The degree that the start page draws, with a few real courses in it. */
import type { DegreeEntry, SchoolEntry } from '../components/catalog/records.ts';
import type { DegreeAudit } from '../engine/index.ts';
import { auditDegree } from '../engine/index.ts';
import type { Catalog } from './_catalog.ts';

export type Example = {
  readonly degree: DegreeEntry;
  readonly school: SchoolEntry;
  readonly audit: DegreeAudit;
  /** How many courses are in it. */
  readonly courses: number;
};

const degreeId = 'tesu/ba-liberal-studies-';
const courseIds = [
  'clep/biology',
  'clep/college-algebra',
  'clep/college-composition',
  'clep/introductory-psychology',
  'clep/introductory-sociology',
  'clep/principles-of-macroeconomics',
  'clep/principles-of-microeconomics',
  'sophia/introduction-to-ethics',
  'sophia/public-speaking',
  'sophia/us-history-i',
];

/** The example, or `undefined` if the catalog lacks its degree. Courses that the catalog lacks are left out. */
export function makeExample(catalog: Catalog, today: string): Example | undefined {
  const degree = catalog.degrees.find(({ id }) => id.startsWith(degreeId));
  const school = catalog.schools.find(({ id }) => id === degree?.data.school);
  if (!degree || !school) return undefined;
  const courses = catalog.courses.filter(({ id }) => courseIds.includes(id));
  const audit = auditDegree({
    degree: degree.data,
    school: school.data,
    equivalencies: catalog.tables
      .filter(({ data }) => data.school === school.id)
      .flatMap(({ data }) => data.equivalencies),
    courses: new Map(courses.map(({ id, data }) => [id, { ...data, id }])),
    credits: courses.map(({ id }) => ({ id, course: id, status: 'planned', completedOn: today })),
    today,
  });
  return { degree, school, audit, courses: courses.length };
}
