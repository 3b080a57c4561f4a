/** How long work may keep the page busy at a time, in milliseconds. */
const atATime = 4;

/**
 * Does work bit by bit, so that the page can answer in between. It begins, and goes on, once nobody has pressed anything for
 * `rest` milliseconds. The returned function gives it up.
 */
export function inPieces<T>(steps: Generator<undefined, T>, done: (result: T) => void, rest = 0): () => void {
  const ends = new AbortController();
  const pressed = () => {
    clearTimeout(timer);
    timer = window.setTimeout(go, rest);
  };
  const go = () => {
    const until = performance.now() + atATime;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (!step.done) timer = window.setTimeout(go);
    else {
      ends.abort();
      done(step.value);
    }
  };
  let timer = window.setTimeout(go, rest);
  for (const event of ['keydown', 'pointerdown'])
    addEventListener(event, pressed, { capture: true, signal: ends.signal });
  return () => {
    clearTimeout(timer);
    ends.abort();
  };
}
