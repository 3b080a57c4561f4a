/** Why a move costs what it costs, where the rule was read, and the smallest change that makes it good. */
import { auditInSteps, leavesOf, whyNotEligible } from '../../engine/index.ts';
import type { BrokenPin, CreditOutcome, DegreeAudit, NotAppliedReason } from '../../engine/types.ts';
import type { Degree } from '../../schemas/degree.ts';
import type { School } from '../../schemas/school.ts';
import type { Source } from '../../schemas/shared.ts';
import { blocksById } from './degree-view.ts';
import type { MoveEffect } from './move-effect.ts';
import { auditInput, type PlanCatalog } from './plan-audit.ts';
import { sourcesOfBlock } from './sources-of-block.ts';
import { makeChange } from '../plan/plan-changes.ts';
import type { Plan } from '../plan/plan.ts';

/** Why credit does not fit one block, or `undefined` if it does. */
export function whyNotHere({ accepted }: CreditOutcome, block: string, degree: Degree): NotAppliedReason | undefined {
  const leaf = leavesOf(degree).find((one) => one.block.id === block);
  return leaf && whyNotEligible(accepted, leaf, degree);
}

/** Where a rule was read: a maximum of the school, or a rule of the degree or of a block in it. */
export function sourcesOfRule(id: string, degree: Degree, school: School): readonly Source[] {
  const maximum = school.maximums.find((one) => one.id === id);
  if (maximum) return maximum.sources;
  const residency = school.residency[Number(/^residency-(\d+)$/.exec(id)?.[1] ?? 0) - 1];
  if (residency) return residency.sources;
  const holder = [...blocksById(degree).values()].find(({ qualifiers }) => qualifiers?.some((rule) => rule.id === id));
  return holder ? sourcesOfBlock(holder.id, degree) : degree.sources;
}

/** A credit whose place the planner is to choose again, and the hours that are likely then. */
export type MoveRepair = { readonly release: string; readonly met: number };

/**
 * The smallest choice of the student's to take back after a move, so that the others can be kept and as many hours are likely as
 * before it. The move itself is that choice only where no other will do. Each step takes as long as part of an audit.
 */
export function* findMoveRepair(
  plan: Plan,
  catalog: PlanCatalog,
  today: string,
  { credit, effect, audit }: { readonly credit: string; readonly effect: MoveEffect; readonly audit: DegreeAudit },
): Generator<undefined, MoveRepair | undefined> {
  const before = audit.met.likely - effect.hours.likely;
  const brokenBefore = audit.brokenPins.length - effect.broken.length;
  for (const release of candidates(plan, credit, effect.broken)) {
    const released = makeChange(plan, { kind: 'release-pins', credit: release });
    const after = yield* auditInSteps(auditInput(released, catalog, today));
    const { likely } = after.met;
    if (after.brokenPins.length <= brokenBefore && likely >= before) return { release, met: likely };
    yield;
  }
  return undefined;
}

/** Other credits with pins, those that cannot be kept last; then the moved one. */
function candidates(plan: Plan, moved: string, broken: readonly BrokenPin[]): readonly string[] {
  const isBroken = (id: string) => broken.some(({ credit }) => credit === id);
  const pinned = plan.credits.flatMap(({ id, pins }) => (id !== moved && pins?.length ? [id] : []));
  const doesNotFit = broken.some(({ credit, reason }) => credit === moved && reason !== 'no-room-with-other-pins');
  const others = doesNotFit ? [] : pinned.sort((a, b) => Number(isBroken(a)) - Number(isBroken(b)));
  return [...others, moved];
}
