import { expect, test, vi } from 'vitest';
import { remembered } from '../../src/engine/remembered.ts';

test('an answer is worked out once for each thing, and not for another one that is equal', () => {
  const make = vi.fn(({ hours }: { readonly hours: number }) => hours * 2);
  const doubled = remembered(make);
  const [one, other] = [{ hours: 3 }, { hours: 3 }];
  expect([doubled(one), doubled(other), doubled(one)]).toEqual([6, 6, 6]);
  expect(make.mock.calls).toEqual([[one], [other]]);
});
