import { expect, test } from 'vitest';
import type { CompletionInput } from '../../../src/engine/completion.ts';
import {
  answerRequest,
  CompletionSearch,
  type CompletionReply,
  type CompletionRequest,
  type WorkerLike,
} from '../../../src/planner/finish/completion-worker.ts';
import { catalogDegrees, forAll, shard } from '../../engine/complete/catalog-input.ts';

const waysOf = (course: string) => shard.ways[shard.waysOf[course]!];

test('a course is paid as its provider says', () => {
  expect(waysOf('sophia/introduction-to-ethics')).toEqual([{ fees: [], membership: 'sophia/1', unknown: [] }]);
  const clep = waysOf('clep/college-composition')!;
  expect(clep.map(({ at, unknown }) => [at, unknown])).toEqual([
    ['home', []],
    ['test-center', ['Fee of the test center']],
  ]);
  expect(clep[0]!.fees.map(({ priceUsd }) => priceUsd)).toEqual([97, 30]);
});

test('a request is answered with what was found on the way, then with the plan', () => {
  const degree = catalogDegrees.find(({ id }) => id === 'tesu/aas-2021-22')!;
  const input: CompletionInput = { ...forAll, ...degree };
  const replies: CompletionReply[] = [];
  answerRequest({ kind: 'complete', input }, (reply) => replies.push(reply));
  expect(replies.slice(0, -1).every(({ kind }) => kind === 'so-far')).toBe(true);
  expect(replies.at(-1)).toMatchObject({ kind: 'completed', completion: { semesterHours: 60 } });
});

test('a longer search finds a plan that is no worse, and says no less of it', () => {
  const degree = catalogDegrees.find(({ id }) => id === 'tesu/aas-2021-22')!;
  const [usual, longer] = [false, true].map((isLonger) => {
    const replies: CompletionReply[] = [];
    const input: CompletionInput = { ...forAll, ...degree };
    answerRequest({ kind: 'complete', input, longer: isLonger }, (reply) => replies.push(reply));
    const last = replies.at(-1);
    if (last?.kind !== 'completed') throw new Error('There is no answer.');
    return last.completion;
  });
  expect(longer!.met.likely).toBeGreaterThanOrEqual(usual!.met.likely);
  expect(longer!.costUsd).toBeLessThanOrEqual(usual!.costUsd);
  expect(longer!.proven || !usual!.proven).toBe(true);
});

test('a new request ends the search before it, and cancelling ends the one that runs', () => {
  const ended: number[] = [];
  const asked: [worker: number, request: CompletionRequest][] = [];
  let made = 0;
  const search = new CompletionSearch((): WorkerLike => {
    const number = ++made;
    return {
      postMessage: (request) => void asked.push([number, request]),
      onmessage: null,
      onerror: null,
      terminate: () => void ended.push(number),
    };
  });
  const request: CompletionRequest = { kind: 'compare', input: { ...forAll, degrees: [] } };
  search.ask(request, () => undefined);
  search.ask(request, () => undefined);
  expect(asked.map(([worker]) => worker)).toEqual([1, 2]);
  search.cancel();
  search.cancel();
  expect(ended).toEqual([1, 2]);
});
