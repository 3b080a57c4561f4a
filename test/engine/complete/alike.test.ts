/** Working out once what is the same for many courses must change nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOf } from '../../../src/engine/assign.ts';
import { kindsOf } from '../../../src/engine/complete/alike.ts';
import type { Stack } from '../../../src/engine/complete/stacks.ts';
import type { AcceptedCredit } from '../../../src/engine/index.ts';
import type { Degree } from '../../../src/schemas/degree.ts';
import type { PinsOf } from '../../../src/engine/uses.ts';
import { casesOf } from '../../figures.ts';
import { choiceDegree, degree, school, sharingDegree } from '../example-university.ts';
import { randomDegree, randomSchool } from '../random-degree.ts';

const maybe = <T>(...some: readonly T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...some);

/** What rules may tell credits apart by. */
const nature = fc.record({
  subject: maybe('PHI', 'ART', 'BIO', 'ZOO'),
  areas: fc.subarray(['humanities', 'science', 'other']),
  level: fc.constantFrom('lower-division' as const, 'upper-division' as const),
  levelKnown: fc.boolean(),
  schoolCourse: maybe('ENG-1010', 'MAT-2310', 'PHI-3010', 'ZOO-1999'),
  source: fc.constantFrom('college' as const, 'exam' as const, 'alternative' as const, 'school' as const),
  provider: maybe('example', 'another'),
  recommender: maybe('ACE' as const, 'NCCRS' as const),
  grade: maybe('B' as const, 'D' as const),
  age: fc.constantFrom(undefined, 'not-known' as const, 2, 9),
  appliedHere: maybe('major', 'electives'),
  standsFor: maybe({ schoolCourse: 'CAP-4950', areas: ['science'] }),
});
const credits = fc.array(fc.tuple(nature, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 12 }).map((all) =>
  all.map(([own, hours], index): AcceptedCredit => {
    const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
    return {
      id: `c${index}`,
      credit: `c${index}`,
      part: 0,
      title: 'Credit',
      kind: 'subject-elective',
      hours: { least: hours, likely: hours, most: hours },
      certainty: 'published',
      sources: [],
      remarks: [],
      ...given,
    } as unknown as AcceptedCredit;
  }),
);
/** A block whose rules name what those of the example's degrees do not. */
const naming: Degree = {
  ...degree,
  blocks: [
    { id: 'numbers', title: 'Numbers', semesterHours: 6, fits: { numbers: { from: 1500, to: 3500 } } },
    {
      id: 'major',
      title: 'Example',
      semesterHours: 6,
      fits: { providers: ['example'], except: { courses: ['MAT-2310'] } },
    },
    { id: 'electives', title: 'ACE', semesterHours: 6, fits: { recommenders: ['ACE'], from: ['exam', 'alternative'] } },
  ],
};

const stackOf = (...accepted: AcceptedCredit[]): Stack => ({ candidates: [{ accepted }] }) as unknown as Stack;
const none: PinsOf = () => ({ avoid: [] });

test('the first course of each kind, with the hours of all, makes the problem that all courses make', () => {
  const degrees = fc.oneof(fc.constantFrom(degree, choiceDegree, sharingDegree, naming), randomDegree);
  fc.assert(
    fc.property(degrees, randomSchool, credits, fc.boolean(), (ofDegree, random, some, isRandom) => {
      const ofSchool = isRandom ? random : school;
      const kinds = kindsOf(
        some.map((credit) => stackOf(credit)),
        ofDegree,
        ofSchool,
      );
      const counts = new Map([...kinds.values()].map(({ first, count }) => [first.accepted[0]!, count]));
      const all = problemOf(ofDegree, ofSchool, some, 'likely', none);
      const once = problemOf(
        ofDegree,
        ofSchool,
        [...counts.keys()],
        'likely',
        none,
        undefined,
        (credit) => credit.hours.likely * counts.get(credit)!,
      );
      const pairsOf = (id: string) => all.items.filter((item) => [`${id}`, `${id}+`].includes(item.id));
      for (const [stack, { first }] of kinds) {
        const [own, same] = [stack.candidates[0]!, first].map(({ accepted }) => pairsOf(accepted[0]!.id));
        expect(own!.map(({ hours, pairs }) => [hours, pairs])).toEqual(same!.map(({ hours, pairs }) => [hours, pairs]));
      }
      const ids = new Set([...counts.keys()].map(({ id }) => id));
      expect(once).toEqual({
        ...all,
        items: all.items.filter(({ id, secondUseOf }) => ids.has(secondUseOf ?? id)),
      });
    }),
    { numRuns: casesOf(500, 10_000) },
  );
});

test('courses that no rule tells apart are of one kind', () => {
  const three = { least: 3, likely: 3, most: 3 };
  const course = (id: string, more: object) =>
    stackOf({ id, source: 'college', areas: [], hours: three, ...more } as unknown as AcceptedCredit);
  const stacks = [
    ...['ZOO', 'ZOO', 'XYZ', 'ZOO'].map((subject) => course(`by subject ${subject}`, { subject })),
    ...['one', 'two'].map((provider) => course(`by provider ${provider}`, { provider, subject: 'ZOO' })),
    ...['ZOO-1', 'ZOO-2', 'CAP-4950'].map((schoolCourse) => course(schoolCourse, { schoolCourse, subject: 'ZOO' })),
    course('of four hours', { subject: 'ZOO', hours: { ...three, likely: 4 } }),
  ];
  const kinds = new Set(kindsOf(stacks, degree, school).values());
  // The major asks for two subjects, whatever they are; no rule asks for a provider, and one names the capstone.
  expect([...kinds].map(({ first, count }) => [first.accepted[0]!.id, count])).toEqual([
    ['by subject ZOO', 7],
    ['by subject XYZ', 1],
    ['CAP-4950', 1],
    ['of four hours', 1],
  ]);
});
