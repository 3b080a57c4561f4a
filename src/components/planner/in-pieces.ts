/** How long work may keep the page busy at a time, in milliseconds. */
const atATime = 4;

/** Does work bit by bit, so that the page can answer in between. The returned function gives it up. */
export function inPieces<T>(steps: Generator<undefined, T>, done: (result: T) => void, rest = 0): () => void {
  const go = () => {
    const until = performance.now() + atATime;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (step.done) done(step.value);
    else timer = window.setTimeout(go);
  };
  let timer = window.setTimeout(go, rest);
  return () => clearTimeout(timer);
}
