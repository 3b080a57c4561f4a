/** The worker's own script: `new Worker(new URL('./obstacles-worker.ts', import.meta.url), { type: 'module' })`. */
import type { AuditInput } from '../../../engine/types.ts';
import { planObstacles } from '../../../planner/audit/plan-obstacles.ts';

self.addEventListener('message', ({ data }: MessageEvent<AuditInput>) => self.postMessage(planObstacles(data)));
