/** The aims come in order, however many hours there are. */
import { describe, expect, test } from 'vitest';
import { aimsOf } from '../../../src/engine/assign/aims.ts';
import type { Pair } from '../../../src/engine/assign/problem.ts';

const inBlock = (demand: number): Pair => ({ bin: 0, demand, caps: [], limits: [], choices: [] });
const [anything, named] = [inBlock(0), inBlock(3)];

describe.for([1, 7, 120, 1500])('of %i hours', (hours) => {
  test('one more outweighs all there is to gain in how sure the others are', () => {
    for (const isShared of [false, true]) {
      const { hour, perHour } = aimsOf(hours, 40, isShared);
      const more = hour(0, anything, true).first;
      expect(more).toBe(perHour);
      expect(hours * (hour(4, named, true).first - more)).toBeLessThan(more);
    }
  });

  test('one more that the degree counts outweighs how sure they are, and one more in any use outweighs that', () => {
    const { hour } = aimsOf(hours, 40, true);
    const [once, again] = [hour(0, anything, false).first, hour(0, anything, true).first];
    expect(hours * (hour(4, named, false).first - once)).toBeLessThan(once - again);
    expect(hours * (hour(4, named, false).first - again)).toBeLessThan(again);
    // Where none is shared there is nothing to tell apart.
    const alone = aimsOf(hours, 40, false);
    expect(alone.hour(2, named, false)).toEqual(alone.hour(2, named, true));
  });

  test('one more in a demanding block, as sure as elsewhere, outweighs all credits used', () => {
    const { hour, item } = aimsOf(hours, 40, false);
    expect(item).toEqual({ first: 0, second: -1 });
    expect(hour(0, inBlock(1), false).second + 40 * item.second).toBeGreaterThan(0);
    expect(hour(0, named, false).second).toBe(3 * hour(0, inBlock(1), false).second);
    expect(hour(3, named, false).first - hour(3, inBlock(2), false).first).toBe(3);
  });
});
