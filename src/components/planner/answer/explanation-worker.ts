/** The worker's own script: `new Worker(new URL('./explanation-worker.ts', import.meta.url), { type: 'module' })`. */
import type { ExplanationReply, ExplanationRequest } from '../../../planner/audit/explanation-search.ts';
import { answerRequests } from '../../../planner/audit/explanation-steps.ts';
import { asNextTask } from '../when.ts';

const hear = answerRequests((reply: ExplanationReply) => self.postMessage(reply), asNextTask);
self.addEventListener('message', ({ data }: MessageEvent<ExplanationRequest>) => hear(data));
