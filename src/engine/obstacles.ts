/**
 * What stands in the way of finishing the degree: tried with all the credit one could wish for. What cannot be met even so
 * cannot be met, and the rules to blame are those without which it could.
 */
import type { CreditSource } from '../schemas/school.ts';
import { acceptPlan } from './accepted.ts';
import { auditDegree } from './audit.ts';
import { withChange } from './change.ts';
import { idealProblem } from './ideal-problem.ts';
import { sumHours } from './semester-hours.ts';
import { findSmallestSet, setsOf } from './smallest-set.ts';
import { toTheEnd } from './to-the-end.ts';
import type { AuditInput, DegreeAudit, Obstacle, Obstacles, PinsToRelease, PlannedCredit, Reach } from './types.ts';

const alternative: readonly CreditSource[] = ['exam', 'alternative'];
const elsewhere: readonly CreditSource[] = ['college', ...alternative, 'foreign'];

/** Which rules and pins stand in the way of finishing this degree with this plan, and more credit of some sources. */
export function obstaclesOf(input: AuditInput): Obstacles {
  return toTheEnd(findObstacles(input));
}

/** The same, with a pause after each trial, so that a page can do it bit by bit. */
export function* findObstacles(input: AuditInput): Generator<undefined, Obstacles> {
  const { degree, school } = input;
  const { accepted, pins } = acceptPlan(input);
  function* reach(sources: readonly CreditSource[], of: number): Generator<undefined, Reach> {
    for (const withFits of [false, true]) {
      const { obstacles, most } = idealProblem(degree, school, accepted, pins, sources, withFits);
      yield;
      const { semesterHours } = most([]);
      const reached = (without: readonly Obstacle[]) => (without.length ? most(without).semesterHours : semesterHours);
      const found = yield* findSmallestSet(obstacles, (without) => reached(without) >= of);
      if (!found && !withFits) continue;
      return { sources, semesterHours, of, inTheWay: found?.set ?? [], smallest: found?.smallest ?? false };
    }
    throw new Error('Unreachable');
  }
  const whole = sumHours(degree.blocks.map(({ semesterHours }) => semesterHours));
  const anywhere = yield* reach(['school', ...elsewhere], whole);
  return {
    anywhere,
    elsewhere: yield* reach(elsewhere, anywhere.semesterHours),
    alternative: yield* reach(alternative, anywhere.semesterHours),
  };
}

/**
 * The smallest set of credits whose pins cost hours of the degree; `undefined` if pins cost none. Of many pins only so many
 * sets are tried: then it is one of which none can be spared.
 */
export function pinsToRelease(input: AuditInput, audit: Pick<DegreeAudit, 'met'>): PinsToRelease | undefined {
  return toTheEnd(findPinsToRelease(input, audit));
}

/** The same, with a pause after each trial. */
export function* findPinsToRelease(
  input: AuditInput,
  audit: Pick<DegreeAudit, 'met'>,
): Generator<undefined, PinsToRelease | undefined> {
  const pinned = input.credits.flatMap(({ id, pins }) => (pins?.length ? [id] : []));
  const metWithout = (released: readonly string[]): number => {
    const release = (credits: readonly PlannedCredit[], credit: string): PlannedCredit[] =>
      withChange(credits, { kind: 'release-pins', credit });
    return auditDegree({ ...input, credits: released.reduce(release, [...input.credits]) }).met.likely;
  };
  if (!pinned.length) return undefined;
  const met = metWithout(pinned);
  if (met <= audit.met.likely) return undefined;
  const isEnough = (released: readonly string[]): boolean => metWithout(released) >= met;
  const found = yield* findSmallestSet(pinned, isEnough, 60);
  return found && { credits: (yield* fewerThan(found.set, pinned, isEnough)) ?? found.set, met };
}

/** Sets of pins tried again: enough for every set of two of eighteen. */
const mostAgain = 171;

/**
 * A smaller set that is enough. Where a pin was set aside for others it may hold when those are released: more released is
 * then not always as good.
 */
function* fewerThan(
  { length }: readonly string[],
  all: readonly string[],
  isEnough: (some: readonly string[]) => boolean,
): Generator<undefined, readonly string[] | undefined> {
  let tries = 0;
  for (let count = 1; count < length; count++) {
    for (const some of setsOf(all, count)) {
      if (++tries > mostAgain) return undefined;
      yield;
      if (isEnough(some)) return some;
    }
  }
  return undefined;
}
