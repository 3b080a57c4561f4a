/** Work that is done bit by bit, on a page that paints when the test says so. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inPieces } from '../../src/components/planner/in-pieces.ts';

/** What waits for the next frame, by its number. */
const frames = new Map<number, () => void>();
let last = 0;
let page = new EventTarget();

beforeEach(() => {
  frames.clear();
  page = new EventTarget();
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => {
    frames.set((last += 1), act);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => vi.unstubAllGlobals());

/** Lets all frames that are asked for be painted, and then as many tasks be done as come of it. */
async function paint(tasks = 20): Promise<void> {
  const due = [...frames.values()];
  frames.clear();
  for (const act of due) act();
  for (let task = 0; task < tasks; task++) await new Promise((next) => setTimeout(next, 1));
}

/** Steps of so many milliseconds; the step that was begun last stands in `at`. */
function work(steps: number, ms: number) {
  const done = { at: 0 };
  function* go(): Generator<undefined, string> {
    for (; done.at < steps; done.at++) {
      const until = performance.now() + ms;
      while (performance.now() < until);
      yield;
    }
    return 'done';
  }
  return { done, steps: go() };
}

test('nothing is done before what was drawn is painted', async () => {
  const { done, steps } = work(3, 0);
  const results: string[] = [];
  inPieces(steps, (result) => results.push(result));
  await new Promise((next) => setTimeout(next, 20));
  expect([done.at, results]).toEqual([0, []]);
  await paint();
  expect(results).toEqual(['done']);
});

test('others have their turn between long steps, and before the result is used', async () => {
  const { done, steps } = work(3, 5);
  const seen: number[] = [];
  const look = setInterval(() => seen.push(done.at), 0);
  const result = new Promise((used) => inPieces(steps, used));
  await paint();
  expect(await result).toBe('done');
  clearInterval(look);
  expect(seen).toEqual(expect.arrayContaining([1, 2]));
});

test.for(['keydown', 'pointerdown'])('after a %s it waits until what that did is painted', async (press) => {
  const { done, steps } = work(40, 5);
  const results: string[] = [];
  inPieces(steps, (result) => results.push(result));
  await paint(2);
  page.dispatchEvent(new Event(press));
  const before = done.at;
  await new Promise((next) => setTimeout(next, 30));
  expect([done.at, before < 40]).toEqual([before, true]);
  await paint(400);
  expect(results).toEqual(['done']);
});

test('what is given up is not gone on with, whenever that is', async () => {
  const results: string[] = [];
  const [early, late] = [work(3, 0), work(40, 5)];
  inPieces(early.steps, (result) => results.push(result))();
  const giveUp = inPieces(late.steps, (result) => results.push(result));
  await paint(2);
  giveUp();
  page.dispatchEvent(new Event('keydown'));
  const before = late.done.at;
  await paint();
  expect([early.done.at, late.done.at, results, frames.size]).toEqual([0, before, [], 0]);
});

test('another way to wait is waited for in the same way', async () => {
  const { steps } = work(3, 0);
  const results: string[] = [];
  let goOn: (() => void) | undefined;
  inPieces(
    steps,
    (result) => results.push(result),
    (act) => {
      goOn = act;
      return () => (goOn = undefined);
    },
  );
  await paint();
  expect(results).toEqual([]);
  goOn?.();
  expect(results).toEqual(['done']);
});
