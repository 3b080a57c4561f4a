/** Why accepted credit is used by no requirement. */
import type { Degree } from '../schemas/degree.ts';
import type { DegreeProblem, NamedBound } from './assign.ts';
import { leavesOf, whyNotEligible } from './eligibility.ts';
import type { AcceptedCredit, Assignment, CreditOutcome, NotAppliedReason } from './types.ts';

type NotApplied = NonNullable<CreditOutcome['notApplied']>;

/** The hours an assignment takes of each bound, in the problem's steps. */
export type Use = { readonly caps: readonly number[]; readonly limits: readonly number[] };

/** What the assignment uses up: of caps the hours that count, of limits whole credits. */
export function useOf(problem: DegreeProblem, assignment: Assignment): Use {
  const caps = problem.caps.map(() => 0);
  const limits = problem.limits.map(() => 0);
  const items = new Map(problem.items.map((item) => [item.id, item]));
  for (const { accepted, block, semesterHours, excessCounted } of assignment.applications) {
    const item = items.get(accepted);
    const pair = item?.pairs.find(({ bin }) => problem.bins[bin] === block);
    if (!item || !pair) continue;
    const counted = Math.round((semesterHours * 100) / problem.step);
    for (const cap of pair.caps) caps[cap]! += counted;
    const spill = item.pairs.find(({ bin }) => problem.bins[bin] === excessCounted?.block);
    for (const cap of spill?.caps ?? []) caps[cap]! += Math.round((excessCounted!.semesterHours * 100) / problem.step);
    for (const limit of pair.limits) limits[limit]! += item.hours;
  }
  return { caps, limits };
}

/** The reason that stands nearest: the block where the least stands in the way. */
export function whyNotApplied(credit: AcceptedCredit, degree: Degree, problem: DegreeProblem, use: Use): NotApplied {
  const item = problem.items.find(({ id }) => id === credit.id);
  if (!item) return { reason: 'no-hours-in-this-reading', blocks: [] };
  const blocks = problem.mayFill.get(credit.id) ?? [];
  if (!blocks.length) return { reason: whyNowhere(credit, degree), blocks };
  if (!item.pairs.length) return { reason: 'pinned-away', blocks };

  let nearest: { standing: NamedBound[]; reason: NotAppliedReason } | undefined;
  for (const pair of item.pairs) {
    const over = pair.limits.filter((limit) => use.limits[limit]! + item.hours > problem.limits[limit]!.hours);
    const full = pair.caps.filter((cap) => use.caps[cap]! >= problem.caps[cap]!.hours);
    const standing = [...over.map((limit) => problem.limits[limit]!), ...full.map((cap) => problem.caps[cap]!)];
    if (nearest && nearest.standing.length <= standing.length) continue;
    const first = standing.find(({ kind }) => kind !== 'size') ?? standing[0];
    const reason =
      first?.kind === 'maximum' ? 'over-maximum' : first?.kind === 'qualifier' ? 'over-qualifier' : 'blocks-full';
    nearest = { standing, reason };
  }
  const rule = nearest?.standing.find(({ kind }) => kind !== 'size');
  return {
    reason: nearest?.reason ?? 'blocks-full',
    blocks,
    ...(rule?.says === undefined ? {} : { rule: { id: rule.id, says: rule.says } }),
  };
}

/** Nothing takes it: the reason of the block that comes closest. */
function whyNowhere(credit: AcceptedCredit, degree: Degree): NotAppliedReason {
  const closest: readonly NotAppliedReason[] = ['below-minimum-grade', 'wrong-level', 'in-residence-only'];
  const reasons = new Set(leavesOf(degree).map((leaf) => whyNotEligible(credit, leaf, degree)));
  return closest.find((reason) => reasons.has(reason)) ?? 'no-block-fits';
}
