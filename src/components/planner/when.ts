import type { When } from '../../planner/when.ts';

/** With the next task. A timer would come later: one that follows upon timers is made to wait for some milliseconds. */
export const asNextTask: When = (act) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage(undefined);
  return () => port1.close();
};

/** As soon as what was just drawn is painted; on a page that nobody sees, once it is seen. */
export const afterNextPaint: When = (act) => {
  const frame = requestAnimationFrame(() => (giveUp = asNextTask(act)));
  let giveUp = () => cancelAnimationFrame(frame);
  return () => giveUp();
};
