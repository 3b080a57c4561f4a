/** The worker's own script: `new Worker(new URL('./explanation-worker.ts', import.meta.url), { type: 'module' })`. */
import type { ExplanationReply, ExplanationRequest } from '../../../planner/audit/explanation-search.ts';
import { answerRequests } from '../../../planner/audit/explanation-steps.ts';

const { port1, port2 } = new MessageChannel();

const hear = answerRequests(
  (reply: ExplanationReply) => self.postMessage(reply),
  (goOn) => {
    port1.onmessage = goOn;
    port2.postMessage(0);
  },
);
self.addEventListener('message', ({ data }: MessageEvent<ExplanationRequest>) => hear(data));
