/**
 * Which of the student's pins can be kept, and which words of the school on where to use a credit: those come first. A pin
 * that can't be kept is set aside and named, never silently dropped.
 */
import type { Degree } from '../schemas/degree.ts';
import type { School } from '../schemas/school.ts';
import { takenOf } from './assign/problem.ts';
import { problemOf, type DegreeProblem } from './assign.ts';
import { leavesOf, whyNotEligible, type Leaf } from './eligibility.ts';
import { groupedBy } from './grouped-by.ts';
import { toHundredths } from './semester-hours.ts';
import type { AcceptedCredit, AppliedHere, BrokenPin, Pin, PlannedCredit } from './types.ts';
import type { PinsOf } from './uses.ts';

type UsePin = { readonly credit: AcceptedCredit; readonly block: string };

/** Pins that hold together, and the fewest that must be set aside for them to. */
export function settlePins(
  degree: Degree,
  school: School,
  accepted: readonly AcceptedCredit[],
  planned: readonly PlannedCredit[],
): { pins: PinsOf; broken: BrokenPin[] } {
  const broken: BrokenPin[] = [];
  const decided: UsePin[] = [];
  const uses: UsePin[] = [];
  const avoids = new Map<string, string[]>();
  const leaves = leavesOf(degree);
  const partsOf = groupedBy(accepted, ({ credit }) => credit);
  for (const { id, pins = [], appliedHere = [] } of planned) {
    const parts = partsOf.get(id);
    // Nothing was accepted: the credit's own reason says it all.
    if (!parts) continue;
    for (const { part, block } of lastOfEach(appliedHere)) {
      const setAside = (reason: BrokenPin['reason']): void => {
        broken.push({ credit: id, part, block, reason, appliedHere: true });
      };
      const credit = parts.find((one) => one.part === part);
      if (!credit) setAside('no-such-part');
      else if (!leaves.some((leaf) => leaf.block.id === block)) setAside('no-such-block');
      else decided.push({ credit, block });
    }
    for (const pin of lastWords(pins)) {
      const setAside = (reason: BrokenPin['reason']): void => {
        broken.push({ credit: id, part: pin.part, block: pin.block, reason });
      };
      const credit = parts.find(({ part }) => part === pin.part);
      const inside = leaves.filter(({ path }) => path.some(({ id }) => id === pin.block));
      const leaf = inside.find(({ block }) => block.id === pin.block);
      const place = decided.find((one) => one.credit === credit)?.block;
      if (!credit) setAside('no-such-part');
      else if (!(pin.use ? leaf : inside.length)) setAside('no-such-block');
      else if (
        place !== undefined &&
        (pin.use ? pin.block !== place : inside.some(({ block }) => block.id === place))
      ) {
        setAside('school-decided');
      } else if (!pin.use) {
        // Out of a block that is made of others: out of each of them.
        avoids.set(credit.id, [...(avoids.get(credit.id) ?? []), ...inside.map(({ block }) => block.id)]);
      } else if (whyNotEligible(credit, leaf!, degree)) setAside('does-not-fit');
      else if (place === undefined) uses.push({ credit, block: pin.block });
    }
  }
  const released =
    decided.length + uses.length > 0 ? releasedOf(degree, school, decided, uses, leaves) : new Set<UsePin>();
  for (const pin of released) {
    const { credit, block } = pin;
    const bySchool = decided.includes(pin) ? { appliedHere: true as const } : {};
    broken.push({ credit: credit.credit, part: credit.part, block, reason: 'no-room-with-other-pins', ...bySchool });
  }
  const kept = [...decided, ...uses].filter((pin) => !released.has(pin));
  const useOf = new Map(kept.map((pin) => [pin.credit.id, pin.block]));
  return { pins: (credit) => ({ use: useOf.get(credit.id), avoid: avoids.get(credit.id) ?? [] }), broken };
}

/**
 * The fewest of these to set aside, with the most hours there may be, whatever is not known of them: first of the school's
 * own words, then, with the rest of those kept, of the student's pins.
 */
function releasedOf(
  degree: Degree,
  school: School,
  decided: readonly UsePin[],
  uses: readonly UsePin[],
  leaves: readonly Leaf[],
): ReadonlySet<UsePin> {
  const all = [...decided, ...uses];
  const credits = all.map(({ credit }) => credit);
  const problem = problemOf(degree, school, credits, 'most', () => ({ avoid: [] }), 'least');
  const hold = holdingIn(problem, all, leaves);
  const gone = new Set(fewestToRelease(decided, hold));
  const firm = decided.filter((pin) => !gone.has(pin));
  return new Set([...gone, ...fewestToRelease(uses, (kept) => hold([...firm, ...kept]))]);
}

/** Of several words on one part, the last. */
function lastOfEach(decided: readonly AppliedHere[]): AppliedHere[] {
  return [...new Map(decided.map((one) => [one.part, one])).values()];
}

/** The last word counts: of several pins on one block, and of several "use it here" on one part. */
function lastWords(pins: readonly Pin[]): Pin[] {
  const isTakenBack = (pin: Pin, later: Pin): boolean =>
    later.part === pin.part && (later.block === pin.block || (later.use && pin.use));
  return pins.filter((pin, index) => !pins.slice(index + 1).some((later) => isTakenBack(pin, later)));
}

/** Sets of pins to try before settling for one that is not proven the smallest: far more than any real plan needs. */
const patience = 5_000;

/** The first of the smallest sets without which the rest hold. Later pins go first. */
function fewestToRelease(uses: readonly UsePin[], holds: (kept: readonly UsePin[]) => boolean): UsePin[] {
  let tries = 0;
  const releaseMore = (count: number, before: number, released: readonly UsePin[]): UsePin[] | undefined => {
    if (count === 0) {
      tries++;
      const gone = new Set(released);
      return holds(uses.filter((pin) => !gone.has(pin))) ? [...released] : undefined;
    }
    for (let index = before - 1; index >= count - 1 && tries < patience; index--) {
      const found = releaseMore(count - 1, index, [...released, uses[index]!]);
      if (found) return found;
    }
    return undefined;
  };
  for (let count = 0; count <= uses.length && tries < patience; count++) {
    const found = releaseMore(count, uses.length, []);
    if (found) return found;
  }
  const kept: UsePin[] = [];
  return uses.filter((pin) => {
    if (!holds([...kept, pin])) return true;
    kept.push(pin);
    return false;
  });
}

/**
 * Tells of some of the pins whether they hold together: limits and choices kept, and no credit pinned into a block that
 * the others fill.
 */
function holdingIn(problem: DegreeProblem, uses: readonly UsePin[], leaves: readonly Leaf[]) {
  const items = new Map(problem.items.map((item) => [item.id, item]));
  const sizes = leaves.map(({ block }) => toHundredths(block.semesterHours) / problem.step);
  const pinned = new Map(
    uses.map((pin) => {
      const item = items.get(pin.credit.id);
      return [pin, { hours: item?.hours ?? 0, pair: item?.pairs.find(({ bin }) => problem.bins[bin] === pin.block) }];
    }),
  );
  return (kept: readonly UsePin[]): boolean => {
    const limits = problem.limits.map(({ hours }) => hours);
    const sets = problem.choices.map(() => new Set<string>());
    const inBin = new Map<number, { sum: number; least: number }>();
    for (const pin of kept) {
      const { hours, pair } = pinned.get(pin)!;
      if (!pair) continue;
      for (const limit of pair.limits) limits[limit]! -= takenOf(problem.limits[limit]!, hours);
      for (const { choice, set } of pair.choices) sets[choice]!.add(set);
      const { sum, least } = inBin.get(pair.bin) ?? { sum: 0, least: Infinity };
      inBin.set(pair.bin, { sum: sum + hours, least: Math.min(least, hours) });
    }
    return (
      limits.every((left) => left >= 0) &&
      sets.every((set, choice) => set.size <= problem.choices[choice]!.atMost) &&
      [...inBin].every(([bin, { sum, least }]) => sum - least < sizes[bin]!)
    );
  };
}
