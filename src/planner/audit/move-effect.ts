/** What a move of credit changed, found by comparing the audits before and after it. */
import { leavesOf } from '../../engine/index.ts';
import type { BrokenPin, CreditOutcome, DegreeAudit, HoursRange, QualifierAudit } from '../../engine/types.ts';
import type { Degree } from '../../schemas/degree.ts';

/** What a move did. Hours are semester hours. */
export type MoveEffect = {
  /** Hours that are met now and were not before; below 0 where fewer are. */
  readonly hours: HoursRange;
  /** Other credit that was used before, with the reason that it no longer is. */
  readonly pushedOut: readonly CreditOutcome[];
  /** Pins that cannot be kept now. Before, they could, or were not made yet. */
  readonly broken: readonly BrokenPin[];
  /** Blocks that need more hours than before, those that lost most first. */
  readonly short: readonly { readonly block: string; readonly hours: number }[];
  /** Rules that were kept before and are not now. */
  readonly rules: readonly QualifierAudit[];
};

/** Compares the audits before and after a move of this credit. */
export function effectBetween(before: DegreeAudit, after: DegreeAudit, credit: string, degree: Degree): MoveEffect {
  const usedBefore = new Set(before.outcomes.flatMap(({ accepted, applied }) => (applied ? [accepted.id] : [])));
  const brokenBefore = new Set(before.brokenPins.map(keyOf));
  const neededBefore = new Map(before.blocks.map(({ block, stillNeeded }) => [block, stillNeeded]));
  const keptBefore = new Set(rulesOf(before).flatMap(({ id, kept }) => (kept ? [id] : [])));
  const leaves = new Set(leavesOf(degree).map(({ block }) => block.id));
  return {
    hours: {
      least: difference(after.met.least, before.met.least),
      likely: difference(after.met.likely, before.met.likely),
      most: difference(after.met.most, before.met.most),
    },
    pushedOut: after.outcomes.filter(
      ({ accepted, applied }) => !applied && accepted.credit !== credit && usedBefore.has(accepted.id),
    ),
    broken: after.brokenPins.filter((pin) => !brokenBefore.has(keyOf(pin))),
    short: after.blocks
      .filter(({ block }) => leaves.has(block))
      .map(({ block, stillNeeded }) => ({ block, hours: difference(stillNeeded, neededBefore.get(block) ?? 0) }))
      .filter(({ hours }) => hours > 0)
      .sort((a, b) => b.hours - a.hours),
    rules: rulesOf(after).filter(({ id, kept }) => !kept && keptBefore.has(id)),
  };
}

/** True if a move cost hours, or something else that the student chose or a rule asks for. */
export function isCostly({ hours, broken, rules }: MoveEffect): boolean {
  return hours.least < 0 || hours.likely < 0 || broken.length > 0 || rules.length > 0;
}

function rulesOf({ blocks, qualifiers, maximums }: DegreeAudit): readonly QualifierAudit[] {
  return [...qualifiers, ...maximums, ...blocks.flatMap((block) => block.qualifiers)];
}

function keyOf({ credit, part, block }: BrokenPin): string {
  return `${credit} ${part} ${block}`;
}

/** Without the crumbs of binary fractions. */
function difference(now: number, before: number): number {
  return Math.round((now - before) * 100) / 100;
}
