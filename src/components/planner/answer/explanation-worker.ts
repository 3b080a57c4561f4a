/** The worker's own script: `new Worker(new URL('./explanation-worker.ts', import.meta.url), { type: 'module' })`. */
import type { ExplanationReply, ExplanationRequest } from '../../../planner/audit/explanation-search.ts';
import { answerRequests } from '../../../planner/audit/explanation-steps.ts';
import { asNextTask } from '../when.ts';
import { after } from './after.ts';

const hear = answerRequests((reply: ExplanationReply) => self.postMessage(reply), {
  pause: asNextTask,
  // By then the page shows what a press did, on a slow phone too.
  rest: after(200),
});
self.addEventListener('message', ({ data }: MessageEvent<ExplanationRequest>) => hear(data));
