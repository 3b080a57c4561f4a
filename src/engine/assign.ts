/**
 * The best use of whole credits: builds the assignment problem from the degree, the school's maximums and the pins,
 * has it solved, and says the answer in the degree's words.
 */
import type { Degree, Qualifier, RequirementBlock } from '../schemas/degree.ts';
import type { School } from '../schemas/school.ts';
import type { AssignmentProblem, Bound, Choice, Item, Pair } from './assign/problem.ts';
import { solveAssignment } from './assign/search.ts';
import { demandOf, leavesOf, whyNotEligible, type Leaf } from './eligibility.ts';
import { boundsOf, isCounted, maximumsFor, qualifiersOf, type QualifierBound, type QualifierChoice } from './limits.ts';
import { sureness } from './sureness.ts';
import { commonStep, fromHundredths, toHundredths } from './semester-hours.ts';
import type { AcceptedCredit, Application, Assignment, Reading } from './types.ts';

/** Where pins put, and don't put, one accepted credit. */
export type PinsOf = (credit: AcceptedCredit) => {
  readonly use?: string | undefined;
  readonly avoid: readonly string[];
};

/** A bound as the audit reports it: the block it belongs to (none: the whole degree), and the rule's words. */
export type NamedBound = Bound & { readonly block?: string; readonly kind: 'size' | 'qualifier' | 'maximum' };

/** An assignment problem that remembers which school rule each bound is. */
export type DegreeProblem = AssignmentProblem & {
  readonly caps: readonly NamedBound[];
  readonly limits: readonly NamedBound[];
  /** Hundredths of a semester hour in one step. */
  readonly step: number;
  /** Blocks each credit may fill, pins aside, by the credit's id. */
  readonly mayFill: ReadonlyMap<string, readonly string[]>;
};

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id, 'en', { numeric: true });

/** Orders credits so that the answer never depends on the order they were entered in. */
export function inFixedOrder<T extends { id: string }>(credits: readonly T[]): T[] {
  return [...credits].sort(byId);
}

/** The problem of one reading: credits that give no hours in it are left out. */
export function problemOf(
  degree: Degree,
  school: School,
  credits: readonly AcceptedCredit[],
  reading: Reading,
  pins: PinsOf,
): DegreeProblem {
  const counted = inFixedOrder(credits).filter((credit) => credit.hours[reading] > 0);
  const leaves = leavesOf(degree);
  const scopes = collectScopes(degree, school, counted);
  const step = commonStep([
    ...counted.map((credit) => toHundredths(credit.hours[reading])),
    ...[...scopes.caps, ...scopes.limits].map(({ bound }) => toHundredths(bound.hours)),
  ]);
  const inSteps = (hours: number): number => Math.round(toHundredths(hours) / step);
  const mayFill = new Map<string, string[]>();
  const items = counted.map((credit): Item => {
    const { use, avoid } = pins(credit);
    const pairs: Pair[] = [];
    for (const [bin, leaf] of leaves.entries()) {
      if (whyNotEligible(credit, leaf, degree)) continue;
      mayFill.set(credit.id, [...(mayFill.get(credit.id) ?? []), leaf.block.id]);
      if (avoid.includes(leaf.block.id)) continue;
      pairs.push(pairOf(bin, leaf, credit, scopes));
    }
    const pinnedTo = leaves.findIndex((leaf) => leaf.block.id === use);
    return {
      id: credit.id,
      hours: inSteps(credit.hours[reading]),
      certainty: sureness(credit.certainty),
      pairs,
      ...(pinnedTo < 0 ? {} : { pinnedTo }),
    };
  });
  const excessBin = countsExcess(school, reading) ? leaves.findIndex(({ block }) => block.takesExcess) : -1;
  return {
    items,
    bins: leaves.map((leaf) => leaf.block.id),
    caps: scopes.caps.map(({ bound }) => ({ ...bound, hours: inSteps(bound.hours) })),
    limits: scopes.limits.map(({ bound }) => ({ ...bound, hours: inSteps(bound.hours) })),
    choices: scopes.choices.map(({ choice }) => choice),
    ...(excessBin < 0 ? {} : { excessBin }),
    step,
    mayFill,
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
export function assignCredits(problem: DegreeProblem, stepLimit?: number): Assignment {
  const solution = solveAssignment(problem, stepLimit);
  const hours = (steps: number): number => fromHundredths(steps * problem.step);
  const pinned = new Set(problem.items.filter((item) => item.pinnedTo !== undefined).map((item) => item.id));
  return {
    applications: solution.placements.map(({ item, bin, counted, excess, spilled }): Application => ({
      accepted: item,
      block: bin,
      semesterHours: hours(counted),
      excess: hours(excess),
      ...(spilled > 0
        ? { excessCounted: { block: problem.bins[problem.excessBin!]!, semesterHours: hours(spilled) } }
        : {}),
      pinned: pinned.has(item),
    })),
    semesterHours: hours(solution.hours),
    proven: solution.proven,
    bound: hours(solution.bound),
  };
}

type Within = (leaf: Leaf) => boolean;
type Scopes = {
  caps: { bound: NamedBound; within: Within; bounds: QualifierBound['bounds'] }[];
  limits: { bound: NamedBound; within: Within; bounds: QualifierBound['bounds'] }[];
  choices: { choice: Choice; setOf: (leaf: Leaf, credit: AcceptedCredit) => string | undefined }[];
};

/** Every bound of the degree and the school, with the leaves and credits it holds for. */
function collectScopes(degree: Degree, school: School, credits: readonly AcceptedCredit[]): Scopes {
  const scopes: Scopes = { caps: [], limits: [], choices: [] };
  const everywhere: Within = () => true;
  const addQualifiers = (
    qualifiers: readonly Qualifier[],
    size: number,
    block: string | undefined,
    within: Within,
  ): void => {
    const found = boundsOf(qualifiers, size, credits);
    for (const one of found.bounds) {
      const bound: NamedBound = {
        id: one.rule.id,
        hours: one.hours,
        says: one.rule.says,
        kind: 'qualifier',
        ...(block === undefined ? {} : { block }),
      };
      scopes[one.as === 'cap' ? 'caps' : 'limits'].push({ bound, within, bounds: one.bounds });
    }
    for (const one of found.choices) scopes.choices.push(choiceOf(one, within));
  };
  const visit = (block: RequirementBlock): void => {
    const within: Within = (leaf) => leaf.path.includes(block);
    const bound: NamedBound = { id: block.id, hours: block.semesterHours, kind: 'size', block: block.id };
    scopes.caps.push({ bound, within, bounds: () => true });
    addQualifiers(qualifiersOf(block), block.semesterHours, block.id, within);
    if (block.children && block.choose !== undefined && block.choose < block.children.length) {
      scopes.choices.push({
        choice: { id: block.id, atMost: block.choose },
        setOf: (leaf) => (within(leaf) ? leaf.path[leaf.path.indexOf(block) + 1]?.id : undefined),
      });
    }
    block.children?.forEach(visit);
  };
  degree.blocks.forEach(visit);
  addQualifiers(degree.qualifiers, degree.semesterHours, undefined, everywhere);
  for (const maximum of maximumsFor(degree, school)) {
    const bound: NamedBound = { id: maximum.id, hours: maximum.atMost, says: maximum.says, kind: 'maximum' };
    scopes.limits.push({ bound, within: everywhere, bounds: (credit) => isCounted(credit, maximum) });
  }
  return scopes;
}

function choiceOf(one: QualifierChoice, within: Within): Scopes['choices'][number] {
  return {
    choice: { id: one.key, atMost: one.atMost },
    setOf: (leaf, credit) => (within(leaf) ? one.setOf(credit) : undefined),
  };
}

function pairOf(bin: number, leaf: Leaf, credit: AcceptedCredit, scopes: Scopes): Pair {
  const indexes = (list: Scopes['caps']): number[] =>
    list.flatMap(({ within, bounds }, index) => (within(leaf) && bounds(credit) ? [index] : []));
  const choices = scopes.choices.flatMap(({ setOf }, choice) => {
    const set = setOf(leaf, credit);
    return set === undefined ? [] : [{ choice, set }];
  });
  return {
    bin,
    demand: demandOf(leaf.block.fits ?? {}),
    caps: indexes(scopes.caps),
    limits: indexes(scopes.limits),
    choices,
  };
}
