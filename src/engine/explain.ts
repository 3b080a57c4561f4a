/** Why accepted credit is used by no requirement. */
import type { Degree } from '../schemas/degree.ts';
import { takenOf, type Pair } from './assign/problem.ts';
import { itemId, type DegreeProblem } from './assign.ts';
import { blocksFor, fits, leavesOf, whyNotEligible } from './eligibility.ts';
import type { NamedBound, NamedChoice } from './scopes.ts';
import { fromHundredths } from './semester-hours.ts';
import type { AcceptedCredit, Assignment, CreditOutcome, NotAppliedReason } from './types.ts';

type NotApplied = NonNullable<CreditOutcome['notApplied']>;

/** What an assignment takes of each bound, in the problem's steps, and which sets of each choice. */
export type Use = {
  readonly caps: readonly number[];
  readonly limits: readonly number[];
  readonly sets: readonly ReadonlySet<string>[];
};

/** What the assignment uses up: of caps the hours that count, of limits whole credits. */
export function useOf(problem: DegreeProblem, assignment: Assignment): Use {
  const caps = problem.caps.map(() => 0);
  const limits = problem.limits.map(() => 0);
  const sets = problem.choices.map(() => new Set<string>());
  const items = new Map(problem.items.map((item) => [item.id, item]));
  for (const { accepted, secondUse, block, semesterHours, excessCounted } of assignment.applications) {
    const item = items.get(itemId(accepted, secondUse));
    const pair = item?.pairs.find(({ bin }) => problem.bins[bin] === block);
    if (!item || !pair) continue;
    const counted = Math.round((semesterHours * 100) / problem.step);
    for (const cap of pair.caps) caps[cap]! += counted;
    const spill = item.pairs.find(({ bin }) => problem.bins[bin] === excessCounted?.block);
    for (const cap of spill?.caps ?? []) caps[cap]! += Math.round((excessCounted!.semesterHours * 100) / problem.step);
    for (const limit of pair.limits) limits[limit]! += takenOf(problem.limits[limit]!, item.hours);
    for (const { choice, set } of pair.choices) sets[choice]!.add(set);
  }
  return { caps, limits, sets };
}

/** The reason that stands nearest: of the block where the least stands in the way, one with room before full ones. */
export function whyNotApplied(credit: AcceptedCredit, degree: Degree, problem: DegreeProblem, use: Use): NotApplied {
  const item = problem.items.find(({ id }) => id === credit.id);
  if (!item) return { reason: 'no-hours-in-this-reading', blocks: [] };
  const blocks = blocksFor(credit, degree);
  if (!blocks.length) return { reason: whyNowhere(credit, degree), blocks };
  if (!item.pairs.length) return { reason: 'pinned-away', blocks };

  const ways = item.pairs.map((pair) => inTheWay(item.hours, pair, problem, use));
  ways.sort((a, b) => a.length - b.length);
  const nearest = ways.find((way) => way.every(({ kind }) => kind !== 'size')) ?? ways[0]!;
  const rule = nearest.find(({ kind }) => kind !== 'size');
  const leaves = rule?.room === undefined ? {} : { leaves: fromHundredths(rule.room * problem.step) };
  return {
    reason: rule?.kind === 'maximum' ? 'over-maximum' : rule ? 'over-qualifier' : 'blocks-full',
    blocks,
    ...(rule?.says === undefined ? {} : { rule: { id: rule.id, says: rule.says, ...leaves } }),
  };
}

/** The bounds and choices that leave no room for one more item here, and of limits the room that is left, in steps. */
export function inTheWay(hours: number, pair: Pair, { limits, caps, choices }: DegreeProblem, use: Use) {
  const standing: ((NamedBound | NamedChoice) & { readonly room?: number })[] = [];
  for (const index of pair.limits) {
    const limit = limits[index]!;
    const room = limit.hours - use.limits[index]!;
    if (takenOf(limit, hours) > room) standing.push({ ...limit, room });
  }
  for (const cap of pair.caps) if (use.caps[cap]! >= caps[cap]!.hours) standing.push({ ...caps[cap]!, room: 0 });
  for (const { choice, set } of pair.choices) {
    const used = use.sets[choice]!;
    if (!used.has(set) && used.size >= choices[choice]!.atMost) standing.push(choices[choice]!);
  }
  return standing;
}

/** Nothing takes it: the reason of the block that comes closest. What it fits otherwise is taken at the school. */
function whyNowhere(credit: AcceptedCredit, degree: Degree): NotAppliedReason {
  const closest: readonly NotAppliedReason[] = ['below-minimum-grade', 'age-not-known', 'too-old', 'wrong-level'];
  const leaves = leavesOf(degree);
  const reasons = new Set(leaves.map((leaf) => whyNotEligible(credit, leaf, degree)));
  const otherwise = leaves.some(({ block }) => fits(credit, block.fits ?? {})) ? 'in-residence-only' : 'no-block-fits';
  return closest.find((reason) => reasons.has(reason)) ?? otherwise;
}
