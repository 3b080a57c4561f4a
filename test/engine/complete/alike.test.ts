/** Working out once what is the same for many courses must change nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOf } from '../../../src/engine/assign.ts';
import { remembering } from '../../../src/engine/complete/alike.ts';
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

test('a problem is the same whether credits alike are worked out once or each by itself', () => {
  const degrees = fc.oneof(fc.constantFrom(degree, choiceDegree, sharingDegree, naming), randomDegree);
  const pinned = fc.array(fc.tuple(maybe('electives', 'major'), fc.subarray(['major', 'culture', 'block-1'])), {
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(degrees, randomSchool, credits, pinned, fc.boolean(), (ofDegree, random, some, places, isRandom) => {
      const ofSchool = isRandom ? random : school;
      const pins: PinsOf = ({ id }) => {
        const [use, avoid] = places[Number(id.slice(1))]!;
        return { use: Number(id.slice(1)) % 3 ? undefined : use, avoid: Number(id.slice(1)) % 4 ? [] : avoid };
      };
      const each = problemOf(ofDegree, ofSchool, some, 'likely', pins);
      const once = problemOf(ofDegree, ofSchool, some, 'likely', pins, remembering(ofDegree, ofSchool, pins));
      expect(once).toEqual(each);
    }),
    { numRuns: casesOf(500, 10_000) },
  );
});

test('of credits that no rule tells apart it is worked out once', () => {
  const made: string[] = [];
  const alike = remembering(degree, school, () => ({ avoid: [] }));
  const from: readonly unknown[] = [];
  const ask = (id: string, more: object) =>
    alike({ id, source: 'college', areas: [], ...more } as unknown as AcceptedCredit, from, () => made.push(id));
  for (const subject of ['ZOO', 'ZOO', 'XYZ', 'ZOO']) ask(`by subject ${subject}`, { subject });
  for (const provider of ['one', 'two']) ask(`by provider ${provider}`, { provider, subject: 'ZOO' });
  for (const schoolCourse of ['ZOO-1', 'ZOO-2', 'CAP-4950']) ask(schoolCourse, { schoolCourse, subject: 'ZOO' });
  // The major asks for two subjects, whatever they are; no rule asks for a provider, and one names the capstone.
  expect(made).toEqual(['by subject ZOO', 'by subject XYZ', 'CAP-4950']);
});
