/**
 * Whole items rarely use a limit up: with 3-hour items alone, a limit of 88 hours is one of 87. As it gets settled how
 * many items of each size count under a limit, this makes the fractional bound honest.
 */
import type { Group } from './groups.ts';
import type { AssignmentProblem } from './problem.ts';

/** How many items of each group are used, at least and at most. */
export type Counts = { readonly least: Int32Array; readonly most: Int32Array };

/** The limits that whole items can only use up to less than they allow. */
export function tightenLimits(
  problem: AssignmentProblem,
  groups: readonly Group[],
  counts: Counts,
): { limit: number; atMost: number }[] {
  return problem.limits.flatMap(({ hours: allowed }, limit) => {
    const under = groups.flatMap((group, index) =>
      group.limits.includes(limit) ? [{ hours: group.hours, index }] : [],
    );
    const most = under.reduce((sum, { hours, index }) => sum + hours * counts.most[index]!, 0);
    if (most <= allowed) return [];
    let sums = new Uint8Array(allowed + 1);
    sums[0] = 1;
    for (const { hours, index } of under) sums = withItems(sums, hours, counts.least[index]!, counts.most[index]!);
    const reached = sums.lastIndexOf(1);
    return reached >= 0 && reached < allowed ? [{ limit, atMost: reached }] : [];
  });
}

/** Every sum that so many items of one size can make on top of these. */
function withItems(sums: Uint8Array, hours: number, least: number, most: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(sums.length);
  for (let sum = 0; sum < sums.length; sum++) {
    if (!sums[sum]) continue;
    for (let count = least; count <= most && sum + count * hours < sums.length; count++) more[sum + count * hours] = 1;
  }
  return more;
}
