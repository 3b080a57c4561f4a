import { describe, expect, test } from 'vitest';
import { withWaivers } from '../../src/engine/index.ts';
import type { Degree, RequirementBlock } from '../../src/schemas/degree.ts';
import { degree } from './example-university.ts';

const block = (id: string, semesterHours: number, more: Partial<RequirementBlock> = {}): RequirementBlock => ({
  id,
  title: id,
  semesterHours,
  ...(more.children ? {} : { fits: { subjects: ['ART'] } }),
  ...more,
});
const free = (semesterHours: number, more: Partial<RequirementBlock> = {}) =>
  block('free', semesterHours, { fits: {}, takesExcess: true, ...more });
const degreeOf = (...blocks: readonly RequirementBlock[]): Degree => ({
  ...degree,
  semesterHours: blocks.reduce((sum, { semesterHours }) => sum + semesterHours, 0),
  blocks: [...blocks],
});
/** The degree's blocks after these waivers. */
const left = (of: Degree, ...ids: readonly string[]) =>
  withWaivers(
    of,
    ids.map((id) => ({ block: id })),
  ).blocks;

test('a degree of which nothing is waived is the same degree', () => {
  const nested = degreeOf(block('a', 6, { children: [block('b', 3), block('c', 3)] }), free(6));
  expect(withWaivers(nested)).toBe(nested);
  expect(withWaivers(nested, [])).toBe(nested);
  expect(withWaivers(nested, [{ block: 'gone' }])).toBe(nested);
});

test('the hours of what is waived are free electives, and everything else stays as it is', () => {
  const [first, second] = [block('a', 6), block('b', 3)];
  const of = degreeOf(first, second, free(6));
  const [kept, electives, ...none] = left(of, 'a');
  expect(kept).toBe(second);
  expect(electives).toEqual(free(12));
  expect(none).toEqual([]);
  expect(withWaivers(of, [{ block: 'a' }]).semesterHours).toBe(15);
});

test('what is waived twice, or with what is around it, counts once', () => {
  const of = degreeOf(block('a', 6, { children: [block('b', 3), block('c', 3)] }), free(6));
  expect(left(of, 'a', 'b', 'a')).toEqual([free(12)]);
});

describe('a block with parts', () => {
  const parts = (more: Partial<RequirementBlock> = {}, hours = 9) =>
    degreeOf(block('a', hours, { children: [block('b', 3), block('c', 3), block('d', 3)], ...more }), free(6));

  test('is smaller by those that are waived', () => {
    expect(left(parts(), 'c')).toEqual([block('a', 6, { children: [block('b', 3), block('d', 3)] }), free(9)]);
  });

  test('is gone where no part is left', () => {
    expect(left(parts(), 'b', 'c', 'd')).toEqual([free(15)]);
  });

  test('of which some are to be chosen asks for fewer: what is waived was chosen', () => {
    expect(left(parts({ choose: 2 }, 6), 'c')).toEqual([
      block('a', 3, { choose: 1, children: [block('b', 3), block('d', 3)] }),
      free(9),
    ]);
    expect(left(parts({ choose: 2 }, 6), 'b', 'c')).toEqual([free(12)]);
  });

  test('that counts courses asks for as many fewer as its parts did, and for one at least', () => {
    const counted = [block('b', 3, { courses: 1 }), block('c', 6, { courses: 2 }), block('d', 3)];
    const of = degreeOf(block('a', 12, { courses: 4, children: counted }), free(6));
    const courses = (...ids: readonly string[]) => left(of, ...ids)[0]?.courses;
    expect([courses('b'), courses('c'), courses('d'), courses('c', 'd'), courses('b', 'c')]).toEqual([3, 2, 3, 1, 1]);
    expect(left(degreeOf(block('a', 12, { courses: 1, children: counted }), free(6)), 'c')[0]?.courses).toBe(1);
  });

  test('in which something deeper is waived is smaller too', () => {
    const inner = block('b', 6, { children: [block('c', 3), block('d', 3)] });
    const of = degreeOf(block('a', 9, { children: [inner, block('e', 3)] }), free(6));
    expect(left(of, 'd')).toEqual([
      block('a', 6, { children: [{ ...inner, semesterHours: 3, children: [block('c', 3)] }, block('e', 3)] }),
      free(9),
    ]);
  });

  test('that is smaller than its parts is gone once they have lost its hours', () => {
    const of = degreeOf(block('a', 3, { children: [block('b', 3), block('c', 3)] }), free(6));
    expect(left(of, 'b')).toEqual([free(9)]);
  });
});

describe('the hours of what is waived', () => {
  const instead = (semesterHours: number, more: Partial<RequirementBlock> = {}): RequirementBlock => ({
    id: 'in-place-of-waived',
    title: 'Electives in place of what is waived',
    semesterHours,
    fits: {},
    ...more,
  });

  test('go into electives inside of another block, which is larger with them', () => {
    const around = (hours: number, inside: RequirementBlock) => block('around', hours, { children: [inside] });
    expect(left(degreeOf(block('a', 3), around(6, free(6))), 'a')).toEqual([around(9, free(9))]);
  });

  test.for<[string, RequirementBlock]>([
    ['take only some credit', free(6, { fits: { level: 'upper-division' } })],
    ['are taken at the school', free(6, { inResidence: true })],
    ['take nothing that is left over', block('free', 6, { fits: {} })],
    ['count courses', free(6, { courses: 2 })],
    ['are one of several to choose', block('around', 6, { choose: 1, children: [free(6), block('b', 6)] })],
  ])('have a block of their own where the electives %s', ([, electives]) => {
    expect(left(degreeOf(block('a', 3), electives), 'a')).toEqual([electives, instead(3)]);
  });

  test('have a block that takes what is left over, where the electives themselves are waived', () => {
    expect(left(degreeOf(block('a', 3), free(6)), 'free')).toEqual([block('a', 3), instead(6, { takesExcess: true })]);
    expect(left(degreeOf(block('a', 3), block('b', 3)), 'a')).toEqual([block('b', 3), instead(3)]);
  });

  test('are not asked for where the other blocks have as many as the degree', () => {
    const of = { ...degreeOf(block('a', 3), block('b', 3)), semesterHours: 3 };
    expect(left(of, 'a')).toEqual([block('b', 3)]);
  });
});
