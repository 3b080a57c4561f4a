/**
 * The smallest change that would make the degree use a credit: found by trying, from the smallest kind of change to the
 * largest, and kept only if an audit of the changed plan really uses the credit.
 */
import type { RequirementBlock } from '../schemas/degree.ts';
import { articulateCredit } from './articulate.ts';
import { auditDegree } from './audit.ts';
import { leavesOf } from './eligibility.ts';
import type { AcceptedCredit, AuditInput, Change, Decision, DegreeAudit, PlannedCredit, Repair } from './types.ts';

/** The plan with the change made. */
export function withChange(credits: readonly PlannedCredit[], change: Change): PlannedCredit[] {
  if (change.kind === 'drop-credit') return credits.filter(({ id }) => id !== change.credit);
  return credits.map((credit) => {
    if (credit.id !== change.credit) return credit;
    switch (change.kind) {
      case 'release-pins': {
        const { pins: _, ...rest } = credit;
        return rest;
      }
      case 'reach-score':
        return { ...credit, score: change.score };
      case 'school-decides':
        return { ...credit, decision: change.decision };
    }
  });
}

/**
 * The smallest change after which the likely reading uses the credit; undefined if none of these changes does it.
 *
 * Smaller is: the credit's own pins, then a score, then another credit's pins, then leaving out another credit (one that
 * costs the degree least), then a decision of the school.
 */
export function smallestRepair(input: AuditInput, credit: string): Repair | undefined {
  const audit = auditDegree(input);
  let best: Repair | undefined;
  for (const changes of candidates(input, audit, credit)) {
    for (const change of changes) {
      const after = auditDegree({ ...input, credits: withChange(input.credits, change) });
      if (!isUsed(after, credit)) continue;
      if (!best || after.met.likely > best.met) best = { change, met: after.met.likely };
    }
    if (best) return best;
  }
  return undefined;
}

/** True if every part of the credit is accepted and used in the likely reading. */
export function isUsed({ outcomes, notAccepted }: DegreeAudit, credit: string): boolean {
  const parts = outcomes.filter(({ accepted }) => accepted.credit === credit);
  return (
    parts.length > 0 &&
    parts.every(({ applied }) => applied !== undefined) &&
    !notAccepted.some((one) => one.credit === credit)
  );
}

/** Changes worth trying, by kind, the smallest kind first. */
function* candidates(input: AuditInput, audit: DegreeAudit, id: string): Generator<readonly Change[]> {
  const credit = input.credits.find((one) => one.id === id);
  if (!credit) return;
  if (credit.pins?.length) yield [{ kind: 'release-pins', credit: id }];
  const score = scoreToReach(input, credit);
  if (score !== undefined) yield [{ kind: 'reach-score', credit: id, score }];

  const others = input.credits.filter((one) => one.id !== id);
  const inTheWay = new Set([
    ...audit.outcomes.flatMap(({ accepted, applied }) => (applied ? [accepted.credit] : [])),
    ...audit.notAccepted.flatMap((one) => (one.credit === id && one.other !== undefined ? [one.other] : [])),
  ]);
  const pinned = others.filter((one) => inTheWay.has(one.id) && one.pins?.length);
  yield pinned.map((one): Change => ({ kind: 'release-pins', credit: one.id }));
  const droppable = others.filter((one) => inTheWay.has(one.id));
  yield droppable.map((one): Change => ({ kind: 'drop-credit', credit: one.id }));
  yield decisionsFor(input, audit, credit);
}

/** The lowest score at which the school gives anything, if the one entered is lower. */
function scoreToReach(input: AuditInput, credit: PlannedCredit): number | undefined {
  if (credit.score === undefined || credit.course === undefined) return undefined;
  const course = input.courses.get(credit.course);
  const rows = input.equivalencies.filter((row) => row.course === credit.course && row.basis === 'decided');
  const scores = [...rows, ...(course?.recommendations ?? [])].flatMap(({ minimumScore }) => minimumScore ?? []);
  const higher = scores.filter((score) => score > credit.score!);
  return higher.length ? Math.min(...higher) : undefined;
}

/** For each block that still needs hours, the decision that would let the credit fill it. The neediest block first. */
function decisionsFor(input: AuditInput, audit: DegreeAudit, credit: PlannedCredit): Change[] {
  const likely = articulateCredit(credit, input).accepted;
  const hours = likely.map((part) => part.hours.likely || part.hours.most).filter((amount) => amount > 0);
  if (!hours.length) return [];
  const needed = new Map(audit.blocks.map(({ block, stillNeeded }) => [block, stillNeeded]));
  return leavesOf(input.degree)
    .filter(({ block, path }) => needed.get(block.id)! > 0 && !path.some((one) => one.inResidence))
    .sort((a, b) => needed.get(b.block.id)! - needed.get(a.block.id)!)
    .map(({ block }) => ({
      kind: 'school-decides',
      credit: credit.id,
      block: block.id,
      decision: {
        becomes: hours.map((semesterHours, index) => asFits(block, semesterHours, likely[index]!)),
        decidedOn: input.today,
        by: '',
      },
    }));
}

/** Credit that fits the block, as like the credit at hand as the block allows. */
function asFits(
  { fits = {}, title }: RequirementBlock,
  semesterHours: number,
  like: AcceptedCredit,
): Decision['becomes'][number] {
  const [schoolCourse] = fits.courses ?? [];
  const [area] = fits.areas ?? [];
  const [subject] = fits.subjects ?? [];
  const named = area === undefined && subject === undefined && schoolCourse !== undefined;
  return {
    semesterHours,
    level: fits.level ?? (like.levelKnown ? like.level : 'lower-division'),
    title,
    ...(named ? { schoolCourse } : {}),
    ...(area === undefined ? {} : { areas: [area] }),
    ...(area === undefined && subject !== undefined ? { subject } : {}),
  };
}
