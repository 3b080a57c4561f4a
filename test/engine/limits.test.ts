import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignCredits, problemOf } from '../../src/engine/assign.ts';
import { boundsOf } from '../../src/engine/limits.ts';
import type { AcceptedCredit } from '../../src/engine/types.ts';
import { degreeSchema } from '../../src/schemas/degree.ts';
import { degree, school } from './example-university.ts';

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
      const { bounds, complete } = boundsOf([subjectsRule(asked)], size, inside);
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
