/**
 * Every kind of rule that the schemas know has a case from a real degree or school, so that no kind is there only because
 * someone thought of it; and it stands in a degree or school of the catalog.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadData } from '../../scripts/load-data.ts';
import { degreeSchema, qualifierSchema, requirementBlockSchema, type Degree } from '../../src/schemas/degree.ts';
import { fitsSchema } from '../../src/schemas/fits.ts';
import { schoolSchema, type School } from '../../src/schemas/school.ts';
import { choiceDegree, degree, school } from './example-university.ts';

type Case = {
  from?: { rule: string; source: string };
  degree: 'degree' | 'choice';
  given?: { degree?: object; school?: object };
};

/** Of each kind of rule, a case from a real degree or school. */
const shownBy: Readonly<Record<string, string>> = {
  'qualifier at-least': 'a-depth-in-one-discipline-asks-for-upper-division-hours-of-it',
  'qualifier at-most': 'a-third-course-of-the-first-year-goes-over-the-two-that-count',
  'qualifier at-least-subjects': 'a-third-subject-completes-a-block-that-asks-for-three',
  'qualifier at-most-per-subject': 'two-subjects-leave-an-hour-for-the-third-that-is-asked-for',
  'qualifier at-most-per-provider': 'only-so-many-hours-of-one-provider-count',
  'qualifier one-subject': 'a-block-in-one-subject-takes-only-one',
  'qualifier minimum-grade': 'a-grade-below-the-least-one-keeps-a-course-out-of-the-block-but-not-out-of-the-electives',
  'qualifier max-age': 'old-credit-that-a-concentration-no-longer-takes-counts-among-the-electives',
  'block courses': 'a-block-of-three-courses-takes-three-however-few-their-hours',
  'block choose': 'of-two-tracks-only-one-is-used-the-one-that-meets-more',
  'block children': 'a-track-of-several-courses-is-used-as-a-whole',
  'block fits': 'electives-of-a-level-take-no-other',
  'block mayShareWith': 'a-foundation-course-of-the-major-also-fills-general-education',
  'block qualifiers': 'a-block-of-6-with-3-upper-division-takes-3-lower-division-hours-and-no-more',
  'block inResidence': 'only-the-schools-own-course-fills-a-block-in-residence',
  'block takesExcess': 'old-credit-that-a-concentration-no-longer-takes-counts-among-the-electives',
  'block checkYourself': 'which-hours-must-be-the-last-ones-stays-for-the-student-to-check',
  'fits courses': 'a-course-of-the-major-is-never-a-free-elective',
  'fits subjects': 'a-third-subject-completes-a-block-that-asks-for-three',
  'fits areas': 'no-credit-fills-more-than-two-blocks-that-share-and-its-hours-count-once',
  'fits level': 'upper-division-hours-are-asked-for-anywhere-in-the-degree',
  'fits numbers': 'a-block-of-three-courses-is-not-complete-with-two-large-ones',
  'fits from': 'at-most-half-of-the-major-may-be-credit-without-a-grade',
  'fits providers': 'a-maximum-may-be-for-named-providers-alone',
  'fits recommenders': 'a-maximum-may-be-for-what-certain-reviewers-recommend',
  'fits except': 'a-course-of-the-major-is-never-a-free-elective',
  'degree qualifiers': 'shared-credit-counts-once-under-a-rule-of-the-whole-degree',
  'school maximums': 'a-course-over-the-maximum-falls-away-whole',
  'school residency': 'hours-to-be-earned-at-the-school-leave-the-rest-of-the-degree-for-credit-from-elsewhere',
  'school creditAge': 'a-course-finished-longer-ago-than-the-school-allows-gives-nothing',
  'school minimumGrades': 'a-grade-below-the-lowest-one-that-the-school-takes-gives-nothing',
  'school with-agreement': 'a-provider-that-needs-an-agreement-gives-nothing',
  'school case-by-case': 'a-provider-decided-case-by-case-counts-for-nothing-but-the-best-case',
  'school no': 'a-recommender-that-the-school-refuses-gives-nothing',
};

/** What no degree or school of the catalog has: the real rule stands on an older page, or no record counts by it. */
const notInCatalog: readonly string[] = ['qualifier at-most-per-provider', 'fits providers', 'fits recommenders'];

const named: readonly string[] = ['id', 'title', 'says', 'sources', 'semesterHours'];
const kindsOfSchemas = [
  ...qualifierSchema.options.map(({ shape }) => `qualifier ${shape.kind.value}`),
  ...Object.keys(requirementBlockSchema.shape).flatMap((key) => (named.includes(key) ? [] : [`block ${key}`])),
  ...Object.keys(fitsSchema.shape).map((key) => `fits ${key}`),
];

/** The kinds of rule of a degree at its school. */
function kindsIn(ofDegree: Degree, ofSchool: School): Set<string> {
  const kinds = new Set<string>();
  const add = (under: string, one: object): void => {
    for (const [key, value] of Object.entries(one)) if (value !== undefined) kinds.add(`${under} ${key}`);
  };
  JSON.stringify(ofDegree.blocks, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'title' in value && 'semesterHours' in value)
      add('block', value);
    return value;
  });
  JSON.stringify([ofDegree.blocks, ofDegree.qualifiers, ofSchool.maximums], (key, value: unknown) => {
    if (typeof value === 'object' && value !== null && ['fits', 'of'].includes(key)) add('fits', value);
    if (typeof value === 'object' && value !== null && 'kind' in value) kinds.add(`qualifier ${String(value.kind)}`);
    return value;
  });
  if (ofDegree.qualifiers.length > 0) kinds.add('degree qualifiers');
  for (const { verdict } of ofSchool.accepts) kinds.add(`school ${verdict}`);
  for (const key of ['maximums', 'residency', 'creditAge', 'minimumGrades'] as const) {
    if (ofSchool[key]?.length) kinds.add(`school ${key}`);
  }
  return kinds;
}

const catalog = loadData('.', '2026-11-28');
/** The degrees, and the schools, some of which have no degree here. */
const known = [
  ...catalog.degrees.map(({ id, record }) => ({
    id,
    kinds: kindsIn(record, catalog.schools.find((one) => one.id === record.school)!.record),
  })),
  ...catalog.schools.map(({ id, record }) => ({
    id,
    kinds: kindsIn({ ...degree, blocks: [], qualifiers: [] }, record),
  })),
];

describe('each kind of rule has a case from a real degree or school, and stands in the catalog', () => {
  test('every kind of the schemas is listed', () => {
    expect(kindsOfSchemas.filter((kind) => !(kind in shownBy))).toEqual([]);
  });

  for (const [kind, name] of Object.entries(shownBy)) {
    test(kind, () => {
      const one = JSON.parse(readFileSync(`test/engine/cases/${name}.json`, 'utf8')) as Case;
      expect(one.from?.rule).toMatch(/University|College|Degree/);
      expect(one.from?.source).toMatch(/^https?:/);
      const ofDegree = degreeSchema.parse({
        ...(one.degree === 'choice' ? choiceDegree : degree),
        ...one.given?.degree,
      });
      expect(kindsIn(ofDegree, schoolSchema.parse({ ...school, ...one.given?.school }))).toContain(kind);
      const inCatalog = known.filter(({ kinds }) => kinds.has(kind)).map(({ id }) => id);
      expect(inCatalog.length > 0).toBe(!notInCatalog.includes(kind));
    });
  }
});
