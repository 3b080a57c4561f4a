/** The aims come in order, however many hours there are. */
import { describe, expect, test } from 'vitest';
import { aimsOf } from '../../../src/engine/assign/aims.ts';
import type { AssignmentProblem, Pair } from '../../../src/engine/assign/problem.ts';

const inBlock = (demand: number): Pair => ({ bin: 0, demand, caps: [], limits: [], choices: [] });
const [anything, named] = [inBlock(0), inBlock(3)];

/** A problem of one item, shared by two bins or by none. */
function problemOf(hours: number, isShared: boolean): AssignmentProblem {
  const item = { id: 'a', hours, certainty: 0, pairs: [anything] };
  const parts = { bins: ['a', 'b'], caps: [], limits: [], choices: [] };
  if (!isShared) return { ...parts, items: [item] };
  return {
    ...parts,
    items: [item, { ...item, id: 'a+', secondUseOf: 'a' }],
    total: { hours, beyond: hours, caps: [] },
  };
}

describe.for([1, 7, 120, 1500])('of %i hours', (hours) => {
  test('one more outweighs all there is to gain in how sure the others are', () => {
    for (const isShared of [false, true]) {
      const { hour } = aimsOf(problemOf(hours, isShared));
      const more = hour(0, anything, true).first;
      expect(more).toBeGreaterThan(0);
      expect(hours * (hour(4, named, true).first - more)).toBeLessThan(more);
    }
  });

  test('where bins share, one more of a first use outweighs all second uses, however sure', () => {
    const { hour, perHour, once } = aimsOf(problemOf(hours, true));
    const [first, again] = [hour(0, anything, false).first, hour(0, anything, true).first];
    expect(first).toBe(perHour);
    expect(first - again).toBe(once);
    expect(hours * hour(0, anything, true).first).toBeLessThan(first);
  });

  test('where none is shared, first and second uses are not told apart', () => {
    const alone = aimsOf(problemOf(hours, false));
    expect(alone.once).toBe(0);
    expect(alone.hour(2, named, false)).toEqual(alone.hour(2, named, true));
  });

  test('one more in a demanding block, as sure as elsewhere, outweighs all credits used', () => {
    const problem = problemOf(hours, false);
    const { hour, item } = aimsOf(problem);
    expect(item).toEqual({ first: 0, second: -1 });
    expect(hour(0, inBlock(1), false).second + problem.items.length * item.second).toBeGreaterThan(0);
    expect(hour(0, named, false).second).toBe(3 * hour(0, inBlock(1), false).second);
    expect(hour(3, named, false).first - hour(3, inBlock(2), false).first).toBe(3);
  });
});
