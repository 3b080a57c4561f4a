/** The aims come in order, however many hours there are. */
import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/engine/assign/classes.ts';
import type { Item } from '../../../src/engine/assign/problem.ts';

/** So many items of 3 hours that fit any block: one asks for anything, one for named courses, one for a number of any. */
function optionsOf(items: number, certainty: number) {
  const pairs = [0, 3, 0].map((demand, bin) => ({ bin, demand, caps: [], limits: bin === 2 ? [0] : [], choices: [] }));
  const all = Array.from({ length: items }, (_, index): Item => ({ id: `c${index}`, hours: 3, certainty, pairs }));
  const limits = [{ id: 'courses', hours: items, counts: 'items' as const }];
  const { model } = classify({ items: all, bins: ['anything', 'named', 'courses'], caps: [], limits, choices: [] });
  const [anything, named, course] = model.options;
  return { anything: anything!, named: named!, course: course! };
}

describe.for([1, 7, 120, 1500])('of %i credits', (items) => {
  test('one hour more outweighs all there is to gain in how sure the others are', () => {
    const [least, most] = [optionsOf(items, 0).anything.hour.first, optionsOf(items, 4).named.hour.first];
    expect(most).toBeGreaterThan(least);
    expect(3 * items * (most - least)).toBeLessThan(least);
  });

  test('one sure hour more in the demanding block outweighs what else there is to gain', () => {
    const [unsure, sure] = [optionsOf(items, 1), optionsOf(items, 2)];
    expect(sure.named.hour.first - unsure.named.hour.first).toBe(4);
    expect(sure.anything.hour.first - unsure.anything.hour.first).toBe(1);
  });

  test('one hour more in the demanding block, unsure as all are, outweighs all credits used', () => {
    const { anything, named } = optionsOf(items, 0);
    expect(named.hour.first).toBe(anything.hour.first);
    expect([anything.item, named.item]).toEqual([
      { first: 0, second: -1 },
      { first: 0, second: -1 },
    ]);
    expect(named.hour.second - anything.hour.second).toBeGreaterThan(items);
  });

  test('one course more of those a block asks for outweighs all credits used, and no hour in a more demanding block', () => {
    const { anything, named, course } = optionsOf(items, 0);
    expect(course.item.first).toBe(0);
    expect(course.item.second).toBeGreaterThanOrEqual(items);
    expect(named.hour.second - anything.hour.second).toBeGreaterThan(items * course.item.second);
  });
});
