/** How explanations are looked for: step by step, each as long as an audit or some, so that others are heard in between. */
import { findObstacles, findPinsToRelease, findRepair } from '../../engine/explanations.ts';
import type { When } from '../when.ts';
import type { Explanation, ExplanationReply, ExplanationRequest, Wanted } from './explanation-search.ts';

type Steps = Generator<undefined, Explanation>;

/** The search for what is wanted. */
export function* stepsFor(wanted: Wanted): Steps {
  const { input } = wanted;
  try {
    switch (wanted.kind) {
      case 'obstacles': {
        const obstacles = yield* findObstacles(input);
        return { kind: 'obstacles', obstacles, pins: yield* findPinsToRelease(input, wanted.audit) };
      }
      case 'repair':
        return { kind: 'repair', repair: yield* findRepair(input, wanted.credit) };
    }
  } catch (error) {
    console.error(error);
    return { kind: 'failed' };
  }
}

/**
 * The worker's ear: takes requests, and replies to each that is not given up, the newest first. `pause` goes on once all that
 * was said meanwhile has been heard, `rest` some time after it was last told to.
 */
export function answerRequests(
  reply: (reply: ExplanationReply) => void,
  { pause, rest }: { readonly pause: When; readonly rest: When },
): (request: ExplanationRequest) => void {
  const running = new Map<number, Steps>();
  let stopWaiting: (() => void) | undefined;
  const goOn = () => {
    stopWaiting = undefined;
    const newest = [...running].at(-1);
    if (!newest) return;
    const [search, steps] = newest;
    const step = steps.next();
    if (step.done) {
      running.delete(search);
      reply({ search, found: step.value });
    }
    stopWaiting = pause(goOn);
  };
  return (request) => {
    switch (request.kind) {
      case 'look-for':
        running.set(request.search, stepsFor(request.wanted));
        stopWaiting ??= pause(goOn);
        return;
      case 'give-up':
        running.delete(request.search);
        return;
      case 'rest':
        stopWaiting?.();
        stopWaiting = rest(goOn);
    }
  };
}
