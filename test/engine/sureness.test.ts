import { expect, test } from 'vitest';
import { sureness, surenessOfHours } from '../../src/engine/sureness.ts';
import type { Certainty } from '../../src/engine/types.ts';

const certainties: readonly Certainty[] = ['unknown', 'recommended', 'reported', 'published', 'decided'];

test('each certainty is surer than the one before it', () => {
  expect(certainties.map(sureness)).toEqual([0, 1, 2, 3, 4]);
});

test('hours of which none are sure at least are no surer than reported ones', () => {
  const of = (least: number) =>
    certainties.map((certainty) => surenessOfHours({ certainty, hours: { least, likely: 3, most: 3 } }));
  expect(of(3)).toEqual([0, 1, 2, 3, 4]);
  expect(of(1)).toEqual([0, 1, 2, 3, 4]);
  expect(of(0)).toEqual([0, 1, 2, 2, 2]);
});
