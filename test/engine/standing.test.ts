import { expect, test } from 'vitest';
import { auditDegree, type AcceptedCredit, type Application } from '../../src/engine/index.ts';
import { appliedIn, auditAcross, auditBlock, type Applied } from '../../src/engine/standing.ts';
import type { Qualifier, RequirementBlock } from '../../src/schemas/degree.ts';
import { auditInput, degree, school } from './example-university.ts';

const { accepted: art } = auditDegree(auditInput([{ id: 'c1', course: 'example/art', status: 'planned' }]))
  .outcomes[0]!;

/** Hours of a credit in a block. */
const applied = (
  block: string,
  semesterHours: number,
  more: Partial<Application> & Partial<AcceptedCredit> = {},
): Applied => {
  const { excess = 0, excessCounted, secondUse, ...credit } = more;
  return {
    credit: { ...art, ...credit },
    application: {
      accepted: art.id,
      block,
      semesterHours,
      excess,
      pinned: false,
      ...(excessCounted && { excessCounted }),
      ...(secondUse && { secondUse }),
    },
  };
};
const block = (id: string, semesterHours: number, more: Partial<RequirementBlock> = {}): RequirementBlock => ({
  id,
  title: id,
  semesterHours,
  ...more,
});
const standing = (of: RequirementBlock, ...all: readonly Applied[]) =>
  auditBlock(of, all).map(({ block: id, met, stillNeeded, complete, courses, chosen, filledBy }) => [
    id,
    met,
    stillNeeded,
    complete,
    courses,
    chosen,
    filledBy.length,
  ]);

test('a block has the hours of what is in it and in its parts, and what is left over from elsewhere', () => {
  const parent = block('a', 9, { children: [block('b', 3), block('c', 6)] });
  const over = { excess: 2, excessCounted: { block: 'c', semesterHours: 1.5 } };
  expect(standing(parent, applied('b', 3), applied('c', 2.5), applied('else', 3, over), applied('else', 3))).toEqual([
    ['a', 7, 2, false, undefined, true, 0],
    ['b', 3, 0, true, undefined, true, 1],
    ['c', 4, 2, false, undefined, true, 1],
  ]);
});

test('a block that counts courses is complete with its hours and its courses', () => {
  const two = block('a', 6, { courses: 2 });
  const answer = (...all: readonly Applied[]) =>
    standing(two, ...all).map(([, , , complete, courses]) => [complete, courses]);
  expect(answer(applied('a', 6))).toEqual([[false, { have: 1, need: 2 }]]);
  expect(answer(applied('a', 3), applied('a', 3), applied('b', 3))).toEqual([[true, { have: 2, need: 2 }]]);
  expect(answer(applied('a', 3), applied('a', 2))).toEqual([[false, { have: 2, need: 2 }]]);
});

test('of parts to choose from, those are chosen that are used, and all while there are too few', () => {
  const tracks = (choose?: number) =>
    block('a', 6, {
      ...(choose !== undefined && { choose }),
      children: [block('b', 6, { children: [block('d', 6)] }), block('c', 6)],
    });
  const chosen = (of: RequirementBlock, ...all: readonly Applied[]) => auditBlock(of, all).map((one) => one.chosen);
  expect(chosen(tracks(1))).toEqual([true, true, true, true]);
  expect(chosen(tracks(1), applied('c', 3))).toEqual([true, false, false, true]);
  expect(chosen(tracks(1), applied('d', 3))).toEqual([true, true, true, false]);
  expect(chosen(tracks(2), applied('c', 3))).toEqual([true, true, true, true]);
  expect(chosen(tracks(), applied('c', 3))).toEqual([true, true, true, true]);
});

const sorts: readonly Applied[] = [
  applied('a', 2, { excess: 1, subject: 'ART', provider: 'one', level: 'upper-division' }),
  applied('a', 3, { subject: 'ART', provider: 'two' }),
  applied('a', 3, { subject: 'PHI', provider: 'two' }),
  applied('b', 3, { subject: 'BIO', provider: 'two' }),
];
const rule = (more: object): Qualifier => ({ id: 'rule', says: 'A rule.', ...more }) as Qualifier;

test.for<[object, have: number, limit: number, kept: boolean]>([
  [{ kind: 'at-least', semesterHours: 2, of: { level: 'upper-division' } }, 2, 2, true],
  [{ kind: 'at-least', semesterHours: 3, of: { level: 'upper-division' } }, 2, 3, false],
  [{ kind: 'at-most', semesterHours: 6, of: { subjects: ['ART'] } }, 6, 6, true],
  [{ kind: 'at-most', semesterHours: 5, of: { subjects: ['ART'] } }, 6, 5, false],
  [{ kind: 'at-least-subjects', subjects: 2 }, 2, 2, true],
  [{ kind: 'at-least-subjects', subjects: 3 }, 2, 3, false],
  [{ kind: 'at-most-per-subject', semesterHours: 6 }, 6, 6, true],
  [{ kind: 'at-most-per-subject', semesterHours: 5 }, 6, 5, false],
  [{ kind: 'at-most-per-provider', semesterHours: 5 }, 6, 5, false],
  [{ kind: 'one-subject' }, 2, 1, false],
  [{ kind: 'minimum-grade', grade: 'C' }, 0, 0, true],
  [{ kind: 'max-age', years: 5 }, 0, 0, true],
])('under the rule %j a block of art and philosophy has %d of %d', ([of, have, limit, kept]) => {
  const [audited] = auditBlock(block('a', 9, { qualifiers: [rule(of)] }), sorts);
  expect(audited?.qualifiers).toEqual([
    { id: 'rule', says: 'A rule.', kind: (of as { kind: string }).kind, have, limit, kept },
  ]);
});

test('rules across the degree count a credit that two blocks share once, and what no block of it has not at all', () => {
  const across = {
    ...degree,
    blocks: [block('a', 6, { children: [block('b', 3)] })],
    qualifiers: [rule({ kind: 'at-most', semesterHours: 6, of: {} })],
  };
  const exam = { source: 'exam' } as const;
  const all = [
    applied('b', 3, exam),
    applied('a', 3, { ...exam, secondUse: true }),
    applied('a', 2, { excess: 1 }),
    applied('gone', 3),
  ];
  const { qualifiers, maximums } = auditAcross(across, school, all);
  expect(qualifiers.map(({ have, kept }) => [have, kept])).toEqual([[6, true]]);
  expect(maximums.find(({ id }) => id === 'exams')).toMatchObject({ have: 3, limit: 9, kept: true });
});

test('what is applied is told with its credit, second uses too, and never without one', () => {
  const applications = [applied('a', 3).application, { ...applied('b', 3).application, accepted: 'gone.0' }];
  const assignment = { applications, semesterHours: 3, proven: true, bound: 3 };
  expect(appliedIn(assignment, [art])).toEqual([{ credit: art, application: applications[0] }]);
});
