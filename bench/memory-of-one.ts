/** Prints how many bytes the heap grew by, for each of some R problems. Started by `memory.ts`. */
import { GCProfiler } from 'node:v8';
import { plainFamilies } from './models.ts';
import { ours } from './peers.ts';

const { families } = await plainFamilies();
const models = families.find(({ id }) => id === 'R')?.models() ?? [];

const peaks = models.slice(0, 10).map((model) => {
  const work = ours.prepare(model, Infinity);
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const profiler = new GCProfiler();
  profiler.start();
  work();
  const after = process.memoryUsage();
  const sizes = profiler.stop().statistics.map(({ beforeGC: { heapStatistics } }) => {
    const { usedHeapSize, externalMemory } = heapStatistics;
    return usedHeapSize + externalMemory;
  });
  return Math.max(after.heapUsed + after.external, ...sizes) - heapUsed - external;
});
console.log(JSON.stringify(peaks));
