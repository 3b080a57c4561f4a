/**
 * The best use of whole credits: builds the assignment problem from the degree, the school's maximums and the pins,
 * has it solved, and says the answer in the degree's words.
 */
import type { Degree } from '../schemas/degree.ts';
import type { School } from '../schemas/school.ts';
import type { AssignmentProblem, Item, Pair, Total } from './assign/problem.ts';
import { solveAssignment } from './assign/search.ts';
import { demandOf, leavesOf, type Leaf } from './eligibility.ts';
import { scopesOf, type NamedBound, type NamedChoice, type Scope, type Scopes } from './scopes.ts';
import { surenessOfHours } from './sureness.ts';
import { commonStep, fromHundredths, sumHours, toHundredths } from './semester-hours.ts';
import type { AcceptedCredit, Application, Assignment, Reading } from './types.ts';
import { usesOf, type PinsOf, type Use } from './uses.ts';

/** An assignment problem that remembers which school rule each bound is. */
export type DegreeProblem = AssignmentProblem & {
  readonly caps: readonly NamedBound[];
  readonly limits: readonly NamedBound[];
  readonly choices: readonly NamedChoice[];
  /** Hundredths of a semester hour in one step. */
  readonly step: number;
  /** Hours of the degree. */
  readonly semesterHours: number;
  /** False where some rules could not be turned into bounds. */
  readonly complete: boolean;
};

// One collator for all: making one takes longer than using it.
const { compare } = new Intl.Collator('en', { numeric: true });
/** By their ids, as one reads them: 2 before 10. */
export const byId = (a: { id: string }, b: { id: string }): number => compare(a.id, b.id);

/** Orders credits so that the answer never depends on the order they were entered in. */
export function inFixedOrder<T extends { id: string }>(credits: readonly T[]): T[] {
  return [...credits].sort(byId);
}

/** The item that stands for a use of the credit. */
export function itemId(credit: string, secondUse: boolean | undefined): string {
  return secondUse ? `${credit}+` : credit;
}

/**
 * The problem of one reading: credits that give no hours in it are left out. `unknownsIn`: what is not known is taken so.
 * `hoursOf`: those of all credits like one, where it stands for several.
 */
export function problemOf(
  degree: Degree,
  school: School,
  credits: readonly AcceptedCredit[],
  reading: Reading,
  pins: PinsOf,
  unknownsIn = reading,
  hoursOf = ({ hours }: AcceptedCredit): number => hours[reading],
): DegreeProblem {
  const counted = inFixedOrder(credits)
    .filter((credit) => credit.hours[reading] > 0)
    // At best, credit of an age that is not known is new enough.
    .map((credit) => (unknownsIn === 'most' && credit.age === 'not-known' ? { ...credit, age: 0 } : credit));
  const leaves = leavesOf(degree);
  const uses = usesOf(degree, counted, pins);
  const scopes = scopesOf(degree, school, leaves, uses, hoursOf, unknownsIn);
  const isShared = uses.some(({ second }) => second);
  const step = commonStep([
    ...(isShared ? [toHundredths(degree.semesterHours)] : []),
    ...counted.map((credit) => toHundredths(credit.hours[reading])),
    ...[...scopes.caps, ...scopes.limits].flatMap(({ bound }) => (bound.counts ? [] : [toHundredths(bound.hours)])),
  ]);
  const pairsOf = pairsIn(leaves, scopes);
  const inSteps = (hours: number): number => Math.round(toHundredths(hours) / step);
  const boundIn = ({ bound }: Scope): NamedBound => (bound.counts ? bound : { ...bound, hours: inSteps(bound.hours) });
  const items = uses.map((use): Item => {
    const { credit, second, places: _, ...pin } = use;
    return {
      id: itemId(credit.id, second),
      hours: inSteps(credit.hours[reading]),
      certainty: surenessOfHours(credit),
      pairs: pairsOf(use),
      ...pin,
      ...(second ? { secondUseOf: credit.id } : {}),
    };
  });
  const excessBin = countsExcess(school, reading) ? leaves.findIndex(({ block }) => block.takesExcess) : -1;
  return {
    items,
    bins: leaves.map((leaf) => leaf.block.id),
    caps: scopes.caps.map(boundIn),
    limits: scopes.limits.map(boundIn),
    choices: scopes.choices.map(({ choice }) => choice),
    ...(excessBin < 0 ? {} : { excessBin }),
    ...(isShared ? { total: totalOf(degree, scopes, inSteps) } : {}),
    step,
    semesterHours: degree.semesterHours,
    complete: scopes.complete,
  };
}

/** Blocks that share may have more hours than the degree: who shares nothing fills them all the same. */
function totalOf({ semesterHours, blocks }: Degree, { caps }: Scopes, inSteps: (hours: number) => number): Total {
  const beyond = sumHours([...blocks.map((block) => block.semesterHours), -semesterHours]);
  return {
    hours: inSteps(semesterHours),
    beyond: inSteps(Math.max(0, beyond)),
    caps: caps.flatMap(({ bound }, index) => (bound.block === undefined ? [index] : [])),
  };
}

/** Makes the pairs of a use: of each block that it may fill, the bounds and choices that count it there. */
function pairsIn(leaves: readonly Leaf[], { caps, limits, choices }: Scopes): (use: Use) => Pair[] {
  const inLeaf = (list: readonly Scope[]): number[][] =>
    leaves.map((leaf) => [...list.keys()].filter((index) => list[index]!.within(leaf)));
  const [capsIn, limitsIn] = [inLeaf(caps), inLeaf(limits)];
  return (use) => {
    const counting = (list: readonly Scope[]): ((index: number) => boolean) => {
      const counts: boolean[] = [];
      return (index) => (counts[index] ??= list[index]!.counts(use));
    };
    const [underCap, underLimit] = [counting(caps), counting(limits)];
    return use.places.map(({ leaf: bin, besides }): Pair => {
      const leaf = leaves[bin]!;
      return {
        bin,
        demand: demandOf(leaf.block.fits ?? {}),
        caps: capsIn[bin]!.filter(underCap),
        limits: limitsIn[bin]!.filter(underLimit),
        choices: choices.flatMap(({ setOf }, choice) => {
          const set = setOf(leaf, use);
          return set === undefined ? [] : [{ choice, set }];
        }),
        ...(besides ? { besides } : {}),
      };
    });
  };
}

/**
 * True if hours beyond a block's size count among the electives in this reading. Schools usually do so; only one that
 * says it makes it sure.
 */
export function countsExcess({ excessHours }: School, reading: Reading): boolean {
  return excessHours ? excessHours.go === 'free-electives' : reading !== 'least';
}

/** The best use of these credits in one reading. */
export function assignCredits(problem: DegreeProblem, solution = solveAssignment(problem)): Assignment {
  const items = new Map(problem.items.map((item) => [item.id, item]));
  const hours = (steps: number): number => fromHundredths(steps * problem.step);
  const applications = solution.placements.map(({ item, bin, counted, excess, spilled }): Application => {
    const { id, secondUseOf, pinnedTo, pairs, hours: whole } = items.get(item)!;
    const limitsIn = (name: string | undefined) => pairs.find((pair) => problem.bins[pair.bin] === name)?.limits;
    const block = problem.bins[problem.excessBin ?? -1]!;
    const electives = { block, semesterHours: hours(spilled) };
    // All of it counts in the electives: then it lies there, unless it is pinned, fills two blocks, is one of the courses
    // that a block asks for or more rules bound it.
    const isThere =
      spilled === whole &&
      pinnedTo === undefined &&
      !items.has(itemId(id, true)) &&
      limitsIn(block)?.every((limit) => limitsIn(bin)!.includes(limit)) &&
      limitsIn(bin)!.every((limit) => !problem.limits[limit]!.counts || limitsIn(block)!.includes(limit));
    return {
      accepted: secondUseOf ?? id,
      ...(isThere
        ? { ...electives, excess: 0 }
        : {
            block: bin,
            semesterHours: hours(counted),
            excess: hours(excess),
            ...(spilled > 0 ? { excessCounted: electives } : {}),
          }),
      pinned: pinnedTo !== undefined,
      ...(secondUseOf === undefined ? {} : { secondUse: true }),
    };
  });
  const proven = solution.proven && problem.complete;
  const semesterHours = Math.min(problem.semesterHours, hours(solution.met));
  const bound = proven ? semesterHours : Math.min(problem.semesterHours, hours(solution.bound));
  return { applications, semesterHours, proven, bound };
}
