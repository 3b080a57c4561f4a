/**
 * The smallest change that would make the degree use a credit: found by trying, from the smallest kind of change to the
 * largest, and kept only if an audit of the changed plan really uses the credit.
 */
import { auditDegree } from './audit.ts';
import { withChange } from './change.ts';
import { decisionsFor } from './decisions.ts';
import { ownChanges } from './own-changes.ts';
import { setsOf } from './smallest-set.ts';
import { toTheEnd } from './to-the-end.ts';
import type {
  AuditInput,
  Change,
  CreditOutcome,
  DegreeAudit,
  NotAppliedReason,
  PlannedCredit,
  Repair,
} from './types.ts';

/**
 * The smallest change after which the likely reading uses the credit; undefined if none of these changes does it.
 *
 * Smaller is: changes of the credit itself (its pins, date, score or grade), then another credit's pins, then leaving out
 * another credit, then the pins of several credits, then a decision of the school, alone or with the credit's own pins
 * released. At last two change: another credit gives way, and whichever takes its place; or two that are used now; or one
 * gives way, and the credit itself changes or the school decides on it. Of these only so many are tried. Of changes of one
 * kind it is the one after which most of the degree is met.
 */
export function smallestRepair(input: AuditInput, credit: string): Repair | undefined {
  return toTheEnd(findRepair(input, credit));
}

/** The same, with a pause before each trial. */
export function* findRepair(input: AuditInput, credit: string): Generator<undefined, Repair | undefined> {
  const before = auditDegree(input);
  if (isUsed(before, credit)) return undefined;
  const rivals: Change[] = [];
  for (const { changes, enough } of candidates(input, before, credit, rivals)) {
    let best: Repair | undefined;
    for (const change of changes) {
      yield;
      const after = auditDegree({ ...input, credits: withChange(input.credits, change) });
      if (!isUsed(after, credit)) {
        rivals.push(...withRivals(input, before, after, change, credit));
        continue;
      }
      const met = after.met.likely;
      if (!best || met > best.met) best = { change, met };
      if (met >= enough) break;
    }
    if (best) return best;
  }
  return undefined;
}

/** The change with one more: that whichever credit is used after it, and was not before, gives way too. */
function withRivals(input: AuditInput, before: DegreeAudit, after: DegreeAudit, change: Change, id: string): Change[] {
  if (change.kind !== 'release-pins' && change.kind !== 'drop-credit') return [];
  return input.credits
    .filter((one) => one.id !== id && one.id !== change.credit && !isUsed(before, one.id) && isUsed(after, one.id))
    .flatMap(({ id: rival, pins }) => [
      ...(pins?.length ? [joined([change, releasing(rival)])] : []),
      joined([change, { kind: 'drop-credit', credit: rival }]),
    ]);
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

/** Changes of one size. The first that meets `enough` hours is taken: those after it are larger or no better. */
type Candidates = { readonly changes: Iterable<Change>; readonly enough: number };

/** Reasons that another credit's place has nothing to do with. */
const itsOwnMatter: ReadonlySet<NotAppliedReason> = new Set([
  'no-block-fits',
  'wrong-level',
  'in-residence-only',
  'below-minimum-grade',
  'too-old',
  'age-not-known',
  'no-hours-in-this-reading',
] satisfies NotAppliedReason[]);

/** Changes worth trying, the smallest first. `rivals`: pairs that trials of single ones have found. */
function* candidates(
  input: AuditInput,
  audit: DegreeAudit,
  id: string,
  rivals: readonly Change[],
): Generator<Candidates> {
  const credit = input.credits.find((one) => one.id === id);
  if (!credit) return;
  const own = ownChanges(input, credit);
  for (let count = 1; count <= own.length; count++) {
    for (const kinds of setsOf(own, count)) yield { changes: combinations(kinds).map(joined), enough: -1 };
  }

  const unused = audit.outcomes.filter(({ accepted, applied }) => accepted.credit === id && !applied);
  const refused = audit.notAccepted.filter((one) => one.credit === id);
  const inTheWay = new Set([
    ...audit.outcomes.flatMap(({ accepted, applied }) => (applied && accepted.credit !== id ? [accepted.credit] : [])),
    ...refused.flatMap(({ other }) => (other === undefined || other === id ? [] : [other])),
  ]);
  const othersMatter =
    unused.every(({ notApplied }) => !notApplied || !itsOwnMatter.has(notApplied.reason)) &&
    refused.every(({ reason }) => reason === 'duplicate-credit');
  const gain = audit.met.likely + sum(unused.map(({ accepted }) => accepted.hours.likely));
  const all = input.credits.filter((one) => inTheWay.has(one.id));
  const leaveOut = unlike(all, audit).map((other): Change => ({ kind: 'drop-credit', credit: other }));
  const others = othersMatter ? all : [];
  const drop = othersMatter ? leaveOut : [];
  const release = others.filter(({ pins }) => pins?.length).map(({ id: other }) => releasing(other));
  yield { changes: release, enough: gain };
  yield { changes: drop, enough: gain };
  yield { changes: fewerOf(input, release, id), enough: gain };
  const decisions = decisionsFor(input, audit, credit);
  yield { changes: decisions, enough: gain };
  if (credit.pins?.length) yield { changes: decisions.map((one) => joined([releasing(id), one])), enough: gain };
  // Two at once are many: only so many of them are tried.
  yield { changes: rivals.slice(0, mostPairs), enough: gain };
  yield { changes: [...setsOf(drop, 2)].slice(0, mostPairs).map(joined), enough: gain };
  const mixed = leaveOut.flatMap((other) => [...own.flat(), ...decisions].map((mine) => joined([mine, other])));
  yield { changes: mixed.slice(0, mostPairs), enough: gain };
}

const mostPairs = 45;

const releasing = (credit: string): Change => ({ kind: 'release-pins', credit });

function joined(changes: readonly Change[]): Change {
  return changes.length === 1 ? changes[0]! : { kind: 'together', changes };
}

/** One of each list, in every way, the first of each first. */
function combinations(lists: readonly (readonly Change[])[]): Change[][] {
  return lists.reduce<Change[][]>((made, list) => made.flatMap((some) => list.map((one) => [...some, one])), [[]]);
}

/** Of others that the degree treats alike, only the last: to leave out one is as good as another. */
function unlike(others: readonly PlannedCredit[], audit: DegreeAudit): string[] {
  const alike = ({ accepted, applied }: CreditOutcome): unknown[] => {
    const { id: _, credit: __, title: ___, sources: ____, remarks: _____, ...rest } = accepted;
    return [rest, applied?.block];
  };
  const last = new Map(
    others.map(({ id, pins = [] }) => {
      const parts = audit.outcomes.filter(({ accepted }) => accepted.credit === id).map(alike);
      return [JSON.stringify([parts, pins]), id];
    }),
  );
  return [...last.values()];
}

/** If all these releases together do it: a set of them of which none can be spared. */
function* fewerOf(input: AuditInput, all: readonly Change[], credit: string): Generator<Change> {
  if (all.length < 2) return;
  const works = (changes: readonly Change[]): boolean =>
    isUsed(auditDegree({ ...input, credits: withChange(input.credits, joined(changes)) }), credit);
  if (!works(all)) return;
  const pairs = [...setsOf(all, 2)].slice(0, mostPairs);
  const pair = pairs.find(works);
  if (pair) return yield joined(pair);
  let needed = all;
  for (const change of all) {
    const fewer = needed.filter((one) => one !== change);
    if (works(fewer)) needed = fewer;
  }
  yield joined(needed);
}

function sum(hours: readonly number[]): number {
  return hours.reduce((total, some) => total + some, 0);
}
