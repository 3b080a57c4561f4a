/** A page's side of the talk with the worker. */
import type { ToWorker } from './messages.ts';

/** A worker that can be spoken to. */
export type Listener = { readonly postMessage: (message: ToWorker, ports: MessagePort[]) => void };

/** The worker's answer. Nothing where it gives none within a while: one of an older version does not know every question. */
export function askWorker<T>(worker: Listener, message: ToWorker, patience = 5000): Promise<T | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (answer?: T) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    const timer = setTimeout(end, patience);
    port1.onmessage = ({ data }: MessageEvent<T>) => end(data);
    worker.postMessage(message, [port2]);
  });
}
