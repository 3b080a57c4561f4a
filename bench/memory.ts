/** How much memory one answer takes, measured in a process of its own. */
import { execFileSync } from 'node:child_process';
import { inMb, type Target } from './table.ts';

/** The heap's peak while one R problem is solved, beyond what was there before. */
export function measureMemory(): { text: string; targets: Target[] } {
  // A small nursery is emptied often, so that little of what is counted is already done with.
  const flags = ['--expose-gc', '--max-semi-space-size=1', 'bench/memory-of-one.ts'];
  const peaks = JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })) as number[];
  const worst = Math.max(...peaks);
  const text = [
    '## Memory',
    '',
    `The heap with its buffers grew by at most ${inMb(worst)} while one R problem was solved; by ${inMb(Math.min(...peaks))} at the least.`,
    `That is the worst of ${peaks.length} problems, as seen before each collection of garbage.`,
    '',
  ].join('\n');
  return { text, targets: [{ says: 'Memory: at most 20 MB', is: inMb(worst), reached: worst <= 20e6 }] };
}
