/** The worker's own script: `new Worker(new URL('./completion-worker.ts', import.meta.url), { type: 'module' })`. */
import {
  answerRequest,
  type CompletionReply,
  type CompletionRequest,
} from '../../../planner/finish/completion-worker.ts';
import { loadHighsSolver } from './load-highs.ts';

self.addEventListener('message', ({ data }: MessageEvent<CompletionRequest>) => {
  void answerRequest(data, (reply: CompletionReply) => self.postMessage(reply), loadHighsSolver);
});
