import type { AuditInput } from '../../../engine/types.ts';
import type { PlanObstacles } from '../../../planner/audit/plan-obstacles.ts';
import '../../site/trusted-types.ts';

let worker: Worker | undefined;

/** Has a worker find what stands in the way. The returned function gives it up; a worker at rest stays for the next question. */
export function askForObstacles(question: AuditInput, tell: (found: PlanObstacles) => void): () => void {
  const asked = (worker ??= new Worker(new URL('./obstacles-worker.ts', import.meta.url), { type: 'module' }));
  const stop = () => {
    asked.terminate();
    worker = undefined;
  };
  let isRunning = true;
  asked.onmessage = ({ data }: MessageEvent<PlanObstacles>) => {
    isRunning = false;
    tell(data);
  };
  asked.onerror = () => {
    isRunning = false;
    stop();
  };
  asked.postMessage(question);
  return () => {
    if (isRunning) stop();
  };
}
