import { expect, test, vi } from 'vitest';
import {
  answerRequest,
  CompletionSearch,
  type CompletionReply,
  type CompletionRequest,
} from '../../../src/planner/finish/completion-worker.ts';
import { comparisonInput, completionInput } from '../../../src/planner/finish/completion.ts';
import { firstCommonWishes } from '../../../src/planner/finish/wishes.ts';
import { catalog, planOf, today } from '../example-catalog.ts';
import { fakeWorker, type FakeWorker } from '../fake-worker.ts';

const offers = {
  memberships: [],
  ways: [[{ fees: [{ what: 'Price', priceUsd: 50, provider: 'example' }], unknown: [] }]],
  waysOf: Object.fromEntries([...catalog.courses.keys()].map((id) => [id, 0])),
  providers: {},
};
const wishes = { ...firstCommonWishes, aim: 'cheapest' as const };
const input = completionInput(planOf(), catalog, offers, wishes, today);

async function repliesTo(request: CompletionRequest): Promise<CompletionReply[]> {
  const replies: CompletionReply[] = [];
  await answerRequest(request, (reply) => replies.push(reply), vi.fn());
  return replies;
}

test('degrees are told one by one as they are compared, and last that all are', async () => {
  const { id, degree } = catalog.degree;
  const all = { courses: catalog.courses, schools: [catalog.school], degrees: [catalog.degree] };
  const lost = { id: 'gone/degree', degree: { ...degree, school: 'gone' } };
  const asked = comparisonInput(() => [], { ...all, degrees: [lost, catalog.degree] }, offers, wishes, today);
  const replies = await repliesTo({ kind: 'compare', input: asked });
  expect(replies.map(({ kind }) => kind)).toEqual(['compared-one', 'compared']);
  expect(replies.flatMap((reply) => (reply.kind === 'compared-one' ? [reply.degree.id] : []))).toEqual([id]);
});

test('what was found on the way is told once, and better each time', async () => {
  const found = (await repliesTo({ kind: 'complete', input })).flatMap((reply) =>
    reply.kind === 'so-far' ? [JSON.stringify(reply.soFar)] : [],
  );
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found).size).toBe(found.length);
});

test('a search that fails says so', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const broken = { ...input, credits: undefined as never };
  expect(await repliesTo({ kind: 'complete', input: broken })).toEqual([{ kind: 'failed' }]);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

/** Workers that say what they are told to say, and what became of them. */
function workers() {
  const made: FakeWorker<CompletionRequest, CompletionReply>[] = [];
  const heard: string[] = [];
  const search = new CompletionSearch(() => {
    const worker = fakeWorker<CompletionRequest, CompletionReply>();
    made.push(worker);
    return worker;
  });
  const ask = () => search.ask({ kind: 'complete', input }, ({ kind }) => heard.push(kind));
  const say = (at: number, reply: CompletionReply) => made[at]?.onmessage?.({ data: reply });
  return { made, heard, search, ask, say };
}
const soFar: CompletionReply = { kind: 'so-far', soFar: { hours: 3, costUsd: 50, courses: 1 } };
const done: CompletionReply = { kind: 'compared' };

test('a worker that has answered is asked again, and one that searches is not', () => {
  const { made, heard, search, ask, say } = workers();
  search.cancel();
  ask();
  say(0, soFar);
  say(0, { kind: 'compared-one', degree: {} as never });
  say(0, done);
  search.cancel();
  ask();
  expect([made.length, made[0]?.ended, made[0]?.asked.length]).toEqual([1, false, 2]);
  ask();
  expect(made.map(({ ended }) => ended)).toEqual([true, false]);
  expect(heard).toEqual(['so-far', 'compared-one', 'compared']);
});

test('a search goes on while it only tells how far it is', () => {
  for (const reply of [soFar, { kind: 'compared-one', degree: {} as never }] as const) {
    const { made, search, ask, say } = workers();
    ask();
    say(0, reply);
    search.cancel();
    expect(made[0]?.ended).toBe(true);
  }
});

test('a worker that had to go on without the solver ends once it has answered: the next one may load it', () => {
  const { made, ask, say } = workers();
  ask();
  say(0, { kind: 'without-solver', why: 'not-loaded' });
  expect(made[0]?.ended).toBe(false);
  say(0, done);
  expect(made[0]?.ended).toBe(true);
  ask();
  say(1, done);
  expect(made.map(({ ended }) => ended)).toEqual([true, false]);
});

test('a worker that breaks is ended, which is told as a failure', () => {
  const { made, heard, ask } = workers();
  ask();
  made[0]?.onerror?.(new Event('error'));
  expect([made[0]?.ended, heard]).toEqual([true, ['failed']]);
  ask();
  expect(made.length).toBe(2);
});
