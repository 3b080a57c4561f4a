/**
 * Acts with the next task. A timer would come later: one that follows upon timers is made to wait for some milliseconds. The
 * returned function gives it up.
 */
export function asNextTask(act: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage(undefined);
  return () => port1.close();
}

/** Acts as soon as what was just drawn is painted; on a page that nobody sees, once it is seen. The returned function gives it up. */
export function afterPaint(act: () => void): () => void {
  let giveUp: (() => void) | undefined;
  const frame = requestAnimationFrame(() => (giveUp = asNextTask(act)));
  return () => {
    cancelAnimationFrame(frame);
    giveUp?.();
  };
}
