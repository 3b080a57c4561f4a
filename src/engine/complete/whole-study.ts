/** How much of the time that a membership runs is of use: courses are whole, and two of 45 hours need all of 90. */
import type { Group } from './groups.ts';
import type { Price } from './stacks.ts';

/** Parts of an hour that rounding errors are smaller than. */
const rounding = 1e-6;

/** True if these memberships alone pay for what is paid so. */
export function isOnlyIn({ memberships }: Pick<Price, 'memberships'>, some: readonly string[]): boolean {
  return memberships.length > 0 && memberships.every((id) => some.includes(id));
}

/** By time up to the longest, how much study of whole courses of these groups goes into it. */
export function wholeStudy(groups: readonly Group[], longest: number): (time: number) => number {
  const sizes = new Map<number, number>();
  for (const { studyHours, candidates } of groups)
    sizes.set(studyHours, (sizes.get(studyHours) ?? 0) + candidates.length);
  const sums = new Set([0]);
  for (const [study, most] of sizes) {
    for (const sum of [...sums]) {
      for (let count = 1; count <= most && sum + count * study <= longest; count++) sums.add(sum + count * study);
    }
  }
  const known = Float64Array.from(sums).sort();
  return (time) => known.findLast((sum) => sum <= time + rounding) ?? 0;
}
