import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignCredits, problemOf } from '../../src/engine/assign.ts';
import { fits } from '../../src/engine/eligibility.ts';
import { boundsOf } from '../../src/engine/limits.ts';
import { auditDegree } from '../../src/engine/index.ts';
import type { AcceptedCredit } from '../../src/engine/types.ts';
import { degreeSchema } from '../../src/schemas/degree.ts';
import { auditInput, degree, equivalencies, school } from './example-university.ts';

const credit = (id: string, subject: string, hours: number): AcceptedCredit => ({
  id,
  credit: id,
  part: 0,
  title: id,
  kind: 'subject-elective',
  subject,
  areas: [],
  level: 'lower-division',
  levelKnown: true,
  hours: { least: hours, likely: hours, most: hours },
  certainty: 'published',
  source: 'college',
  sources: [],
  remarks: [],
});
const subjectsRule = (subjects: number) =>
  ({ id: 'variety', kind: 'at-least-subjects', subjects, says: 'So many subjects.' }) as const;

test('a rule about subjects is kept exactly where every missing subject still has an hour left', () => {
  const hours = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(hours, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 5, max: 30 }), (each, asked, size) => {
      const inside = each.map((some, index) => ({ credit: credit(`c${index}`, `S${index}`, some), hours: some }));
      const { bounds, complete } = boundsOf([subjectsRule(asked)], size, inside, 'likely');
      const within = bounds.every(
        (bound) =>
          inside.filter((one) => bound.bounds(one.credit)).reduce((sum, one) => sum + one.hours, 0) <= bound.hours,
      );
      // The first hour of each subject is free: the others are what must leave room.
      const beyondFirst = each.reduce((sum, some) => sum + some - 1, 0);
      const total = each.reduce((sum, some) => sum + some, 0);
      expect(complete).toBe(true);
      if (total <= size) expect(within).toBe(beyondFirst <= size - asked);
    }),
  );
});

test('each set of too few subjects that could fill a block is bound to leave an hour for every other one', () => {
  const hours = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(hours, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 5, max: 30 }), (each, asked, size) => {
      const inside = each.map((some, index) => ({ credit: credit(`c${index}`, `S${index}`, some), hours: some }));
      const { bounds } = boundsOf([subjectsRule(asked)], size, inside, 'likely');
      const bound = bounds.map((one) => {
        const subjects = each.flatMap((_, index) => (one.bounds(inside[index]!.credit) ? [index] : []));
        return `${subjects.join()} at most ${one.hours}`;
      });
      const sets = Array.from({ length: 2 ** each.length }, (_, bits) =>
        [...each.keys()].filter((index) => (bits >> index) & 1),
      );
      const expected = sets.flatMap((some) => {
        const room = size - (asked - some.length);
        const all = some.reduce((sum, index) => sum + each[index]!, 0);
        const isTooFew = some.length > 0 && some.length < asked;
        return isTooFew && all > room ? [`${some.join()} at most ${Math.max(0, room)}`] : [];
      });
      expect(bound.sort()).toEqual(expected.sort());
    }),
  );
});

const fifty = (credits: number) =>
  Array.from({ length: 50 * credits }, (_, index) => credit(`c${index}`, `S${index % 50}`, 3));
const five = degreeSchema.parse({
  ...degree,
  semesterHours: 15,
  blocks: [{ id: 'all', title: 'Five subjects', semesterHours: 15, fits: {}, qualifiers: [subjectsRule(5)] }],
});

test('fifty subjects need no more bounds than can be kept in mind', () => {
  const few = problemOf(five, school, fifty(1), 'likely', () => ({ avoid: [] }));
  expect(few.caps.length).toBeLessThan(600);
  const many = problemOf(five, school, fifty(5), 'likely', () => ({ avoid: [] }));
  expect(many.caps.length).toBeLessThan(600);
  expect(assignCredits(many).proven).toBe(false);
});

test.for([
  ['lower-division', { level: 'lower-division' }, [true, true, false]],
  ['upper-division', { level: 'upper-division' }, [true, false, false]],
  ['of the first year', { numbers: { from: 1000, to: 1999 } }, [true, false, false]],
] as const)('where so many hours %s may count, those of unknown level do at worst', ([, rule, counts]) => {
  const unknown = { ...credit('c1', 'PHI', 3), levelKnown: false };
  const readings = ['least', 'likely', 'most'] as const;
  expect(readings.map((reading) => fits(unknown, rule, reading))).toEqual(counts);
});

test('what is known to be of another level is of no number there', () => {
  const upper = { ...credit('c1', 'PHI', 3), level: 'upper-division' } as const;
  expect(fits(upper, { numbers: { from: 1000, to: 1999 } }, 'least')).toBe(false);
  expect(fits(upper, { numbers: { from: 3000, to: 4999 } }, 'least')).toBe(true);
});

test('hours of unknown level that are sure are no more than a rule has room for at worst, pinned or not', () => {
  const pins = [{ part: 0, block: 'electives', use: true }];
  const electives = { id: 'electives', title: 'Electives', semesterHours: 6, fits: {} };
  const few = { id: 'few', kind: 'at-most', semesterHours: 3, of: { level: 'upper-division' }, says: 'Few.' } as const;
  const ofDegree = { ...degree, semesterHours: 6, blocks: [electives], qualifiers: [few] };
  const becomes = [{ kind: 'general-elective', title: 'Elective', semesterHours: 3 }] as const;
  const rows = ['example/english-1', 'example/calculus'].map((course) => ({
    ...equivalencies[0]!,
    course,
    becomes: [...becomes],
  }));
  for (const pinned of [[], pins]) {
    const credits = rows.map(({ course }) => ({ id: course, course, status: 'completed' as const, pins: pinned }));
    const { met, brokenPins } = auditDegree({ ...auditInput(credits, ofDegree), equivalencies: rows });
    expect(met).toEqual({ least: 3, likely: 6, most: 6 });
    expect(brokenPins).toHaveLength(pinned.length);
  }
});
