/** Which of the student's pins can be kept. A pin that can't is set aside and named, never silently dropped. */
import type { Degree } from '../schemas/degree.ts';
import type { School } from '../schemas/school.ts';
import { problemOf, type DegreeProblem, type PinsOf } from './assign.ts';
import { leavesOf, whyNotEligible } from './eligibility.ts';
import { toHundredths } from './semester-hours.ts';
import type { AcceptedCredit, BrokenPin, Pin, PlannedCredit } from './types.ts';

type UsePin = { readonly credit: AcceptedCredit; readonly block: string };

/** Pins that hold together, and the fewest that must be set aside for them to. */
export function settlePins(
  degree: Degree,
  school: School,
  accepted: readonly AcceptedCredit[],
  planned: readonly PlannedCredit[],
): { pins: PinsOf; broken: BrokenPin[] } {
  const broken: BrokenPin[] = [];
  const uses: UsePin[] = [];
  const avoids = new Map<string, string[]>();
  const leaves = leavesOf(degree);
  for (const { id, pins = [] } of planned) {
    const parts = accepted.filter((credit) => credit.credit === id);
    // Nothing was accepted: the credit's own reason says it all.
    if (!parts.length) continue;
    for (const pin of lastWords(pins)) {
      const setAside = (reason: BrokenPin['reason']): void => {
        broken.push({ credit: id, part: pin.part, block: pin.block, reason });
      };
      const credit = parts.find(({ part }) => part === pin.part);
      const leaf = leaves.find(({ block }) => block.id === pin.block);
      if (!credit) setAside('no-such-part');
      else if (!leaf) setAside('no-such-block');
      else if (!pin.use) avoids.set(credit.id, [...(avoids.get(credit.id) ?? []), pin.block]);
      else if (whyNotEligible(credit, leaf, degree)) setAside('does-not-fit');
      else uses.push({ credit, block: pin.block });
    }
  }
  const without: PinsOf = () => ({ avoid: [] });
  const problem = problemOf(degree, school, accepted, 'most', without);
  const released = fewestToRelease(uses, (kept) => holdTogether(kept, problem, leaves));
  for (const { credit, block } of released) {
    broken.push({ credit: credit.credit, part: credit.part, block, reason: 'no-room-with-other-pins' });
  }
  const useOf = new Map(uses.filter((pin) => !released.includes(pin)).map((pin) => [pin.credit.id, pin.block]));
  return { pins: (credit) => ({ use: useOf.get(credit.id), avoid: avoids.get(credit.id) ?? [] }), broken };
}

/** The last word counts: of several pins on one block, and of several "use it here" on one part. */
function lastWords(pins: readonly Pin[]): Pin[] {
  const isTakenBack = (pin: Pin, later: Pin): boolean =>
    later.part === pin.part && (later.block === pin.block || (later.use && pin.use));
  return pins.filter((pin, index) => !pins.slice(index + 1).some((later) => isTakenBack(pin, later)));
}

/** The first of the smallest sets without which the rest hold. Later pins go first. */
function fewestToRelease(uses: readonly UsePin[], holds: (kept: readonly UsePin[]) => boolean): UsePin[] {
  for (let count = 0; count <= uses.length; count++) {
    const found = releaseOf(uses, count, uses.length, [], holds);
    if (found) return found;
  }
  return [...uses];
}

function releaseOf(
  uses: readonly UsePin[],
  count: number,
  before: number,
  released: readonly UsePin[],
  holds: (kept: readonly UsePin[]) => boolean,
): UsePin[] | undefined {
  if (count === 0) return holds(uses.filter((pin) => !released.includes(pin))) ? [...released] : undefined;
  for (let index = before - 1; index >= 0; index--) {
    const found = releaseOf(uses, count - 1, index, [...released, uses[index]!], holds);
    if (found) return found;
  }
  return undefined;
}

/** True if these credits can all be where they are pinned: limits and choices kept, and none of them in a block already full. */
function holdTogether(kept: readonly UsePin[], problem: DegreeProblem, leaves: ReturnType<typeof leavesOf>): boolean {
  const limits = problem.limits.map(({ hours }) => hours);
  const sets = problem.choices.map(() => new Set<string>());
  const inBlock = new Map<string, number[]>();
  for (const { credit, block } of kept) {
    const item = problem.items.find(({ id }) => id === credit.id);
    const pair = item?.pairs.find(({ bin }) => problem.bins[bin] === block);
    if (!item || !pair) continue;
    for (const limit of pair.limits) limits[limit]! -= item.hours;
    for (const { choice, set } of pair.choices) sets[choice]!.add(set);
    inBlock.set(block, [...(inBlock.get(block) ?? []), item.hours]);
  }
  const roomy = [...inBlock].every(([id, hours]) => {
    const size = toHundredths(leaves.find(({ block }) => block.id === id)!.block.semesterHours) / problem.step;
    const sum = hours.reduce((total, one) => total + one, 0);
    return sum - Math.min(...hours) < size;
  });
  return (
    roomy &&
    limits.every((left) => left >= 0) &&
    sets.every((set, choice) => set.size <= problem.choices[choice]!.atMost)
  );
}
