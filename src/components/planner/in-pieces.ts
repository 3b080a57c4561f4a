import type { When } from '../../planner/when.ts';
import { afterNextPaint, asNextTask } from './when.ts';

/** How long work may keep the page busy at a time, in milliseconds. */
const atATime = 4;

/**
 * Does work bit by bit, so that the page can answer in between. It waits before it begins, by itself until what was just drawn
 * is painted, and in the same way after each press. The returned function gives it up.
 */
export function inPieces<T>(
  steps: Generator<undefined, T>,
  done: (result: T) => void,
  wait: When = afterNextPaint,
): () => void {
  const ends = new AbortController();
  let step: IteratorResult<undefined, T> | undefined;
  const go = () => {
    const until = performance.now() + atATime;
    while (!step?.done && performance.now() < until) step = steps.next();
    // What is done with the result is a piece of its own.
    if (!step?.done || performance.now() >= until) waits = asNextTask(go);
    else {
      giveUp();
      done(step.value);
    }
  };
  let waits = wait(go);
  const giveUp = () => {
    waits();
    ends.abort();
  };
  const waitAgain = () => {
    waits();
    waits = wait(go);
  };
  for (const event of ['keydown', 'pointerdown'])
    addEventListener(event, waitAgain, { capture: true, signal: ends.signal });
  return giveUp;
}
