import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditDegree, type AuditInput, type OfferedCourse, type PlannedCredit } from '../../src/engine/index.ts';
import { acceptedCourses, fittingCourses } from '../../src/engine/explanations.ts';
import { sureness } from '../../src/engine/sureness.ts';
import type { RequirementBlock } from '../../src/schemas/degree.ts';
import { auditInput, choiceDegree, courses as facts, degree } from './example-university.ts';

const prices: Readonly<Record<string, number>> = {
  'example/ethics': 90,
  'example/philosophy': 40,
  'example/exam-b': 10,
};
const courses: ReadonlyMap<string, OfferedCourse> = new Map(
  [...facts].map(([id, course]) => [id, { ...course, priceUsd: prices[id] }]),
);

function blocksOf(blocks: readonly RequirementBlock[]): RequirementBlock[] {
  return blocks.flatMap((block) => [block, ...blocksOf(block.children ?? [])]);
}

function fittingIn(input: AuditInput, block: RequirementBlock) {
  return fittingCourses(block, input, auditDegree(input), acceptedCourses(courses.values(), { ...input, courses }));
}

const planned = (id: string, course: string): PlannedCredit => ({ id, course: `example/${course}`, status: 'planned' });
const block = (id: string) => blocksOf(degree.blocks).find((one) => one.id === id)!;
const answers = (id: string, credits: PlannedCredit[] = []) =>
  fittingIn(auditInput(credits), block(id)).map(({ course, meets }) => [course.id, meets]);

describe('the courses that fit a block', () => {
  test('come with the hours that each would meet, the surest first, then the cheapest', () => {
    expect(answers('major')).toEqual([
      ['example/philosophy', 3],
      ['example/ethics', 3],
      ['example/art', 3],
    ]);
  });

  test('come last where a rule leaves them no room', () => {
    expect(answers('major', [planned('c1', 'philosophy')])).toEqual([
      // Two subjects are asked for: an hour is left for the other one.
      ['example/ethics', 2],
      ['example/philosophy', 0],
      ['example/art', 0],
    ]);
  });

  test('are those beside the planned ones: what becomes the same course is left out', () => {
    expect(answers('english', [planned('c1', 'composition')])).toEqual([['example/composition', 0]]);
    expect(answers('english', [planned('c1', 'english-1')])).toEqual([
      ['example/composition', 3],
      ['example/english-1', 0],
    ]);
  });

  test('meet nothing where a maximum of the school is used up', () => {
    const credits = [planned('c1', 'composition')];
    expect(answers('electives', credits).find(([id]) => id === 'example/exam-b')).toEqual(['example/exam-b', 0]);
    expect(answers('electives').find(([id]) => id === 'example/exam-b')).toEqual(['example/exam-b', 6]);
  });
});

describe('of the courses on offer', () => {
  const accepted = (...some: readonly OfferedCourse[]) =>
    acceptedCourses(some, { ...auditInput([]), courses: new Map(some.map((one) => [one.id, one])) });
  const art = courses.get('example/art')!;

  test('what is no longer offered, and what nobody says that the school takes, is left out', () => {
    const ids = (...some: readonly OfferedCourse[]) => accepted(...some).map(({ course }) => course.id);
    expect(ids(art, { ...art, id: 'example/old', withdrawn: true })).toEqual(['example/art']);
    expect(ids(courses.get('ask-first/course')!, courses.get('example/certificate')!)).toEqual(['example/certificate']);
  });

  test('those that are alike in all else come by price, unknown ones last, then by title', () => {
    const like = (id: string, title: string, priceUsd?: number): OfferedCourse => {
      const { priceUsd: _, ...exam } = courses.get('example/exam-a')!;
      return { ...exam, id, title, ...(priceUsd !== undefined && { priceUsd }) };
    };
    const some = [like('z/4', 'D'), like('z/2', 'B', 90), like('z/3', 'C'), like('z/1', 'A', 90), like('z/0', 'Z', 5)];
    const input = auditInput([]);
    const ids = (of: readonly OfferedCourse[]) =>
      fittingCourses(block('electives'), input, auditDegree(input), accepted(...of)).map(({ course }) => course.id);
    expect(ids(some)).toEqual(['z/0', 'z/1', 'z/2', 'z/3', 'z/4']);
    expect(ids(some.toReversed())).toEqual(['z/0', 'z/1', 'z/2', 'z/3', 'z/4']);
  });

  test('of parts of a course that fit alike the surest stands for it, in whatever order they come', () => {
    const input = { ...auditInput([]), courses };
    const [part] = accepted(courses.get('example/philosophy')!);
    const parts = (['recommended', 'published', 'reported'] as const).map((certainty) => ({
      ...part!,
      accepted: { ...part!.accepted, id: certainty, certainty },
    }));
    for (const offered of [parts, parts.toReversed()]) {
      const found = fittingCourses(block('major'), input, auditDegree(input), offered);
      expect(found.map((one) => one.accepted.certainty)).toEqual(['published']);
    }
  });

  test('what becomes an elective like one that is planned is not the same course', () => {
    expect(answers('electives', [planned('c1', 'exam-a')]).map(([id]) => id)).toContain('example/exam-b');
    const typed: PlannedCredit = {
      id: 'c2',
      status: 'planned',
      typed: { title: 'Art', semesterHours: 3, level: 'lower-division', source: 'college', schoolCourse: 'ART-1010' },
    };
    expect(answers('major', [typed]).map(([id]) => id)).not.toContain('example/art');
  });
});

const plan = fc
  .uniqueArray(fc.constantFrom(...courses.keys()), { maxLength: 7 })
  .map((ids) => ids.map((course, index): PlannedCredit => ({ id: `c${index}`, course, status: 'planned' })));

describe('for any plan', () => {
  test('adding an offered course gives credit that fits the block, and meets as many hours as it says', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(degree, choiceDegree), (credits, ofDegree) => {
        const input = auditInput(credits, ofDegree);
        const before = auditDegree(input);
        for (const one of blocksOf(ofDegree.blocks)) {
          const inside = blocksOf([one]).map(({ id }) => id);
          for (const { course, accepted, meets } of fittingIn(input, one)) {
            if (credits.some((credit) => credit.course === course.id)) continue;
            const added: PlannedCredit = { id: 'z', course: course.id, status: 'considering' };
            const after = auditDegree({ ...input, credits: [...credits, added] });
            const outcome = after.outcomes.find(({ accepted: { id } }) => id === `z.${accepted.part}`);
            const fits = outcome?.mayFill.filter((id) => inside.includes(id)) ?? [];
            expect(fits.length).toBeGreaterThan(0);
            // Another part of it may take the place of a credit that became the same course.
            const displaced = after.notAccepted.length > before.notAccepted.length;
            if (meets === 0 || displaced) continue;
            const pinned = fits.map((id) => {
              const pins = [{ part: accepted.part, block: id, use: true }];
              return auditDegree({ ...input, credits: [...credits, { ...added, pins }] }).met.likely;
            });
            expect(Math.max(...pinned)).toBeGreaterThanOrEqual(before.met.likely + meets);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the order is by room, then certainty, then price', () => {
    fc.assert(
      fc.property(plan, (credits) => {
        for (const one of blocksOf(degree.blocks)) {
          const ranks = fittingIn(auditInput(credits), one).map(({ course, accepted, meets }) => [
            meets > 0 ? 0 : 1,
            -sureness(accepted.certainty),
            course.priceUsd ?? 1e9,
          ]);
          const sorted = ranks.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!);
          expect(ranks).toEqual(sorted);
        }
      }),
      { numRuns: 60 },
    );
  });
});
