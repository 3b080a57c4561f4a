/** What a choice of courses is worth: its hours by the exact assignment, its costs by the cheapest memberships. */
import type { Item, Solution } from '../assign/problem.ts';
import { inFixedOrder, itemId, type DegreeProblem } from '../assign.ts';
import { solveAssignment } from '../assign/search.ts';
import { sureness, surenessOfHours } from '../sureness.ts';
import { groupedBy } from '../grouped-by.ts';
import type { Candidate } from './candidates.ts';
import type { Group } from './groups.ts';
import { cheapestLengths, type Lengths } from './prices.ts';
import type { ProgramInput } from './program.ts';
import type { Price } from './stacks.ts';
import type { Membership, Wishes } from './types.ts';

const nothing: Solution = { placements: [], hours: 0, met: 0, proven: true, bound: 0 };

/** An exact assignment of the courses of an answer takes about as long as working on so many table entries. */
const assignmentWork = 1e6;

/** A course that is taken, and how it is paid. */
export type Taken = {
  readonly candidate: Candidate;
  readonly price: Price;
  /** Where its parts may land. */
  readonly parts: Group['parts'];
};

/** A whole answer. */
export type Answer = {
  readonly taken: readonly Taken[];
  /** Steps of the degree's hours that count. */
  readonly hours: number;
  /** Those of them that are sure, where it matters how many: else 0. */
  readonly sureHours: number;
  /** Hours of study. */
  readonly study: number;
  readonly cents: number;
  readonly value: number;
  /** The exact use of the credit that stays and of these courses, where it was worked out. */
  readonly use?: Use | undefined;
};

/** The problem of some courses beside the credit that stays, and its solution. */
export type Use = { readonly problem: DegreeProblem; readonly solution: Solution };

/** Answers to one program. What was worked out once is known. */
export class Answers {
  private readonly input: ProgramInput;
  private readonly known = new Map<string, Use>();
  /** The most table entries to work on for one exact assignment. */
  private readonly mostWork: number | undefined;
  private work = 0;
  /** False once an assignment was left with the best found. */
  isExact = true;

  constructor(input: ProgramInput, mostWork?: number) {
    this.input = input;
    this.mostWork = mostWork;
  }

  /** What these courses are as an answer. `known`: the hours that count of them, where there is a use of them that says so. */
  of(taken: readonly Taken[], known?: number): Answer {
    const { weights, memberships, wishes, problem } = this.input;
    // Where blocks share, a program counts hours that stick out once more than a use of them does.
    const isKnown = known !== undefined && !weights.sureHour && !problem.total;
    const use = isKnown ? undefined : this.useOf(taken);
    const hours = use?.solution.hours ?? known ?? 0;
    const sureHours = use && weights.sureHour > 0 ? sureHoursIn(use) : 0;
    const study = taken.reduce((sum, { candidate }) => sum + candidate.studyHours, 0);
    const { cents } = lengthsFor(taken, memberships, wishes);
    const value =
      weights.hour * hours +
      weights.sureHour * Math.min(mostSure(this.input), sureHours) -
      weights.study * study -
      weights.cent * cents;
    return { taken, hours, sureHours, study, cents, value, use };
  }

  /** The work since this was last asked, in table entries. */
  takeWork(): number {
    const { work } = this;
    this.work = 0;
    return work;
  }

  /** The exact use of the credit that stays and of these courses. */
  useOf(taken: readonly Taken[]): Use {
    const key = taken
      .map(({ candidate }) => candidate.offer.course.id)
      .sort()
      .join();
    const known = this.known.get(key);
    if (known) return known;
    const { held } = this.input;
    const items = inFixedOrder([...held, ...taken.flatMap(itemsOf)]);
    // A plan that finishes a degree fills all of its blocks, by second uses too.
    const { total: _, ...whole } = this.input.problem;
    const problem = { ...whole, items };
    const solution = items.length ? solveAssignment(problem, undefined, this.mostWork) : nothing;
    this.work += assignmentWork;
    this.isExact &&= solution.proven;
    this.known.set(key, { problem, solution });
    return { problem, solution };
  }
}

/** The uses of a course's parts. */
function itemsOf({ candidate, parts }: Taken): Item[] {
  return parts.flatMap(({ part, hours, pairs, second }) => {
    const credit = candidate.accepted[part]!;
    const { id } = credit;
    const item = { id, hours, certainty: surenessOfHours(credit), pairs };
    return second.length ? [item, { ...item, id: itemId(id, true), pairs: second, secondUseOf: id }] : [item];
  });
}

/** The steps of its hours that are sure. */
function sureHoursIn({ problem, solution }: Use): number {
  const sure = new Set(
    problem.items.flatMap(({ id, certainty, secondUseOf }) =>
      certainty >= sureness('published') && secondUseOf === undefined ? [id] : [],
    ),
  );
  return solution.placements.reduce(
    (sum, { item, counted, spilled }) => sum + (sure.has(item) ? counted + spilled : 0),
    0,
  );
}

/** The steps of sure hours that are wished for: more of them are of no use. */
export function mostSure({ wishes: { leastSureHours }, problem }: ProgramInput): number {
  return leastSureHours === undefined ? Infinity : leastSureHours * (100 / problem.step);
}

/** Of each group as many courses as are taken at each price, in the group's order. */
export function takenBy(groups: readonly Group[], countOf: (group: number, price: number) => number): Taken[] {
  return groups.flatMap(({ candidates, prices, parts }, index): Taken[] => {
    let next = 0;
    return prices.flatMap((price, which) => {
      const from = next;
      next += Math.round(countOf(index, which));
      return candidates.slice(from, next).map((candidate) => ({ candidate, price, parts }));
    });
  });
}

/** How long the memberships of these courses run, and what all costs. */
export function lengthsFor(taken: readonly Taken[], memberships: readonly Membership[], wishes: Wishes): Lengths {
  const loads = groupedBy(taken, ({ price }) => price.memberships.join());
  const lengths = cheapestLengths(
    [...loads.values()].map((some) => ({
      memberships: some[0]!.price.memberships,
      studyHours: some.reduce((sum, { candidate }) => sum + candidate.studyHours, 0),
    })),
    memberships,
    wishes,
  );
  return { ...lengths, cents: taken.reduce((sum, { price }) => sum + price.cents, lengths.cents) };
}
