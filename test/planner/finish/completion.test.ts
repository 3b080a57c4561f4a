import loadHighs from 'highs';
import { expect, test, vi } from 'vitest';
import type { CompletionInput } from '../../../src/engine/completion.ts';
import {
  answerRequest,
  CompletionSearch,
  type CompletionReply,
  type CompletionRequest,
  type LoadSolver,
  type CompletionWorker,
} from '../../../src/planner/finish/completion-worker.ts';
import { highsSolver } from '../../../src/planner/finish/highs-solver.ts';
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

/** What the worker says to a request for the smallest degree, by a solver that is loaded so. */
async function repliesTo(longer: boolean, loadSolver: LoadSolver): Promise<CompletionReply[]> {
  const degree = catalogDegrees.find(({ id }) => id === 'tesu/aas-2021-22')!;
  const input: CompletionInput = { ...forAll, ...degree };
  const replies: CompletionReply[] = [];
  await answerRequest({ kind: 'complete', input, longer }, (reply) => replies.push(reply), loadSolver);
  return replies;
}

const unused: LoadSolver = () => Promise.reject(new Error('Nobody asked to look longer.'));

test('a request is answered with what was found on the way, then with the plan', async () => {
  const replies = await repliesTo(false, unused);
  expect(replies.slice(0, -1).every(({ kind }) => kind === 'so-far')).toBe(true);
  expect(replies.at(-1)).toMatchObject({ kind: 'completed', completion: { semesterHours: 60 } });
});

test('a longer search finds a plan that is no worse, with the solver and without', async () => {
  const highs = await loadHighs();
  const loaders: LoadSolver[] = [
    () => Promise.resolve(highsSolver(highs, 20)),
    () => Promise.reject(new TypeError('Failed to fetch')),
  ];
  const usual = (await repliesTo(false, unused)).at(-1)!;
  for (const load of loaders) {
    const longer = (await repliesTo(true, load)).at(-1)!;
    if (usual.kind !== 'completed' || longer.kind !== 'completed') throw new Error('There is no answer.');
    expect(longer.completion.met.likely).toBeGreaterThanOrEqual(usual.completion.met.likely);
    expect(longer.completion.costUsd).toBeLessThanOrEqual(usual.completion.costUsd);
    expect(longer.completion.proven || !usual.completion.proven).toBe(true);
  }
});

test('a solver that cannot be loaded is said, and the search goes on without it', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const replies = await repliesTo(true, () => Promise.reject(new TypeError('Failed to fetch')));
  expect(replies[0]).toEqual({ kind: 'without-solver', why: 'not-loaded' });
  expect(replies.at(-1)?.kind).toBe('completed');
});

test('a new request ends the search before it, and cancelling ends the one that runs', () => {
  const ended: number[] = [];
  const asked: [worker: number, request: CompletionRequest][] = [];
  let made = 0;
  const search = new CompletionSearch((): CompletionWorker => {
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
