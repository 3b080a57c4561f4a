import { expect, test } from 'vitest';
import { numberSources } from '../../../src/planner/paper/plan-record.ts';
import type { Source } from '../../../src/schemas/shared.ts';

const page = (url: string, says = 'Something'): Source => ({ url, says, checkedOn: '2026-11', confidence: 'primary' });
const [a, b, c] = [page('https://a.example/'), page('https://b.example/'), page('https://c.example/')];

test('sources are numbered in the order in which they come up, each once though many facts name it', () => {
  const sources = numberSources([b, a, { ...b, checkedOn: '2025-01' }, { ...a }]);
  expect(sources.all).toEqual([b, a]);
  expect(sources.numbersOf([a, b, a])).toEqual([1, 2]);
  expect(sources.numbersOf([c])).toEqual([]);
});
