/** How long work may keep the page busy at a time, in milliseconds. */
const atATime = 4;

/**
 * Does work bit by bit, so that the page can answer in between. It begins at once, or once nobody has pressed anything for
 * `rest` milliseconds, and goes on after a press in the same way. The returned function gives it up.
 */
export function inPieces<T>(steps: Generator<undefined, T>, done: (result: T) => void, rest = 0): () => void {
  const ends = new AbortController();
  let timer: number | undefined;
  const goIn = (ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(go, ms);
  };
  const go = () => {
    const until = performance.now() + atATime;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (!step.done) return goIn(0);
    ends.abort();
    done(step.value);
  };
  for (const event of ['keydown', 'pointerdown'])
    addEventListener(event, () => goIn(rest), { capture: true, signal: ends.signal });
  if (rest > 0) goIn(rest);
  else go();
  return () => {
    clearTimeout(timer);
    ends.abort();
  };
}
