import { expect, test, vi } from 'vitest';
import {
  explanationInput,
  searchInWorker,
  type Explanation,
  type ExplanationReply,
  type ExplanationRequest,
  type LookFor,
  type Wanted,
} from '../../../src/planner/audit/explanation-search.ts';
import { catalog, planOf, today } from '../example-catalog.ts';
import { fakeWorker, type FakeWorker } from '../fake-worker.ts';

const input = explanationInput(planOf('example/philosophy'), catalog, today);
const wanted: Wanted = { kind: 'repair', input, credit: 'c1' };
const found: Explanation = { kind: 'repair', repair: undefined };

/** Workers that do nothing by themselves, and a way without them. */
function searching({ start = true } = {}) {
  const made: FakeWorker<ExplanationRequest, ExplanationReply>[] = [];
  const without: { readonly tell: (found: Explanation) => void; readonly giveUp: () => void }[] = [];
  const lookWithout: LookFor = (_, tell) => {
    const giveUp = vi.fn();
    without.push({ tell, giveUp });
    return giveUp;
  };
  const { lookFor, rest } = searchInWorker(() => {
    if (!start) throw new Error('No worker here.');
    const worker = fakeWorker<ExplanationRequest, ExplanationReply>();
    made.push(worker);
    return worker;
  }, lookWithout);
  const say = (search: number, what = found) => made[0]?.onmessage?.({ data: { search, found: what } });
  return { made, without, lookFor, rest, say };
}

test('of the catalog only the courses of the plan are handed over, with what they become', () => {
  const typed = { title: 'Art', semesterHours: 3, level: 'lower-division', source: 'college' } as const;
  const { courses, equivalencies } = explanationInput(
    planOf('example/art', 'gone/away', { typed, status: 'planned' }),
    catalog,
    today,
  );
  expect([...courses.keys()]).toEqual(['example/art']);
  expect(equivalencies).toEqual(catalog.school.equivalencies.filter(({ course }) => course === 'example/art'));
});

test('one worker is made when something is first looked for, and each search is told its own answer', () => {
  const { made, without, lookFor, say } = searching();
  expect(made).toEqual([]);
  const told = [vi.fn(), vi.fn()] as const;
  lookFor(wanted, told[0]);
  lookFor(wanted, told[1]);
  expect(made).toHaveLength(1);
  expect(made[0]?.asked).toEqual([1, 2].map((search) => ({ kind: 'look-for', search, wanted })));
  say(2, { kind: 'failed' });
  expect(told[0]).not.toHaveBeenCalled();
  expect(told[1]).toHaveBeenCalledExactlyOnceWith({ kind: 'failed' });
  say(1);
  expect(told[0]).toHaveBeenCalledExactlyOnceWith(found);
  expect(without).toEqual([]);
});

test('a search that was given up tells nothing, though its answer is on the way', () => {
  const { made, lookFor, say } = searching();
  const told = vi.fn();
  const giveUp = lookFor(wanted, told);
  giveUp();
  expect(made[0]?.asked.at(-1)).toEqual({ kind: 'give-up', search: 1 });
  say(1);
  giveUp();
  expect(told).not.toHaveBeenCalled();
  expect(made[0]?.asked).toHaveLength(2);
});

test('the worker is let rest when it is there', () => {
  const { made, lookFor, rest } = searching();
  rest();
  expect(made).toEqual([]);
  lookFor(wanted, vi.fn());
  rest();
  expect(made[0]?.asked.at(-1)).toEqual({ kind: 'rest' });
});

test('where no worker starts, everything is looked for without one', () => {
  const { made, without, lookFor, rest } = searching({ start: false });
  const told = vi.fn();
  lookFor(wanted, told);
  rest();
  without[0]?.tell(found);
  expect(told).toHaveBeenCalledExactlyOnceWith(found);
  const giveUp = lookFor(wanted, told);
  giveUp();
  expect(without[1]?.giveUp).toHaveBeenCalledOnce();
  without[1]?.tell(found);
  expect(told).toHaveBeenCalledOnce();
  expect(made).toEqual([]);
});

test('a worker whose script does not come is ended, and what it was asked is looked for without it', () => {
  const { made, without, lookFor } = searching();
  const told = [vi.fn(), vi.fn()] as const;
  const giveUp = lookFor(wanted, told[0]);
  lookFor(wanted, told[1]);
  made[0]?.onerror?.('not there');
  expect(made[0]?.ended).toBe(true);
  expect(without).toHaveLength(2);
  giveUp();
  expect(without[0]?.giveUp).toHaveBeenCalledOnce();
  without[1]?.tell(found);
  expect(told[1]).toHaveBeenCalledExactlyOnceWith(found);
  lookFor(wanted, told[0]);
  expect(without).toHaveLength(3);
  expect(made).toHaveLength(1);
});
