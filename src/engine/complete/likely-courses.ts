/**
 * Of hundreds of courses, the few among which a good answer lies: for each block the cheapest that fill it twice over. A
 * linear program of these sets prices on the room under the degree's rules. Where it leaves hours open, courses come in that
 * are worth more than the room they take, until there are none: then all courses together count no more than these.
 */
import type { Pair } from '../assign/problem.ts';
import type { DegreeProblem } from '../assign.ts';
import { studyInMonth } from './calendar.ts';
import type { Group } from './groups.ts';
import { cheapestPlans } from './prices.ts';
import { programOf, type Program, type ProgramInput } from './program.ts';
import { settle } from './settle.ts';
import { worthOfGroups } from './worth.ts';

/** So many times the hours of a block are kept for it. */
const plenty = 2;
/** So many groups come in at once, and at most so often. */
const atOnce = 20;
const mostRounds = 8;
/** Each adds at least this part of an hour. */
const little = 0.01;

/** Some courses to choose from. */
export type Likely = {
  readonly input: ProgramInput;
  /** Settled. */
  readonly program: Program;
  /** The steps of hours that they count at most, where they may be split. */
  readonly hours: number;
};

/** The likely ones, if they count as many hours as all would. `most`: all count no more than this. */
export function likelyCourses(input: ProgramInput, most: number): Likely | undefined {
  const { groups, weights } = input;
  const perHour = centsPerHour(input);
  const cheapestFirst = [...groups.keys()].sort((a, b) => perHour[a]! - perHour[b]! || a - b);
  const likely = fillingTwice(input, cheapestFirst);
  for (let round = 0; round < mostRounds; round++) {
    const some = only(likely, input);
    if (!some || some.hours >= most) return some;
    const worth = worthOfGroups(input, some.program, perHour);
    const more = cheapestFirst.filter((index) => !likely.has(index) && worth[index]! >= little * weights.hour);
    if (!more.length) return some;
    for (const index of [...more.slice(0, atOnce), ...ofEachSize(cheapestFirst, groups)]) likely.add(index);
  }
  return undefined;
}

/** These groups alone, unless what they count can't be worked out. */
function only(likely: ReadonlySet<number>, all: ProgramInput): Likely | undefined {
  const input = { ...all, groups: all.groups.filter((_, index) => likely.has(index)) };
  const program = programOf(input);
  const isPossible = settle(program.start, program);
  if (!isPossible || program.start.tableau.stuck) return undefined;
  return { input, program, hours: Math.floor(hoursIn(program) + 1e-6) };
}

function hoursIn({ start, counted }: Program): number {
  return counted.reduce((sum, [name, hours]) => sum + hours * start.tableau.amount(name), 0);
}

/** By group, what an hour of it costs, with its share of what the cheapest membership for it costs. */
function centsPerHour({ groups, memberships, wishes }: ProgramInput): number[] {
  const monthly = new Map(
    memberships.map((one) => [one.id, cheapestPlans(one, 1).cents / studyInMonth(wishes)] as const),
  );
  return groups.map(({ prices, studyHours, parts }) => {
    const cents = prices.map((price) => {
      const cheapest = Math.min(...price.memberships.map((id) => monthly.get(id)!));
      return price.cents + (price.memberships.length ? cheapest * studyHours : 0);
    });
    return Math.min(...cents) / hoursOf(parts);
  });
}

/** For each block, the cheapest groups that fill it twice over. */
function fillingTwice({ groups, problem }: ProgramInput, cheapestFirst: readonly number[]): Set<number> {
  const room = roomIn(groups, problem).map((hours) => plenty * hours);
  const likely = new Set<number>();
  for (const index of cheapestFirst) {
    const { parts, candidates } = groups[index]!;
    const hours = hoursOf(parts) * candidates.length;
    for (const bin of binsOf(parts)) {
      if (room[bin]! <= 0) continue;
      likely.add(index);
      room[bin]! -= hours;
    }
  }
  return likely;
}

/** Each bin in which one of these parts may land. */
function binsOf(parts: Group['parts']): Iterable<number> {
  const bins = parts.flatMap(({ pairs }) => pairs.map(({ bin }) => bin));
  return parts.length > 1 ? new Set(bins) : bins;
}

/** By bin, the most steps that courses count in it. */
function roomIn(groups: readonly Group[], { bins, caps }: DegreeProblem): number[] {
  const last: Pair[] = [];
  for (const { parts } of groups) for (const { pairs } of parts) for (const pair of pairs) last[pair.bin] = pair;
  return bins.map((_, bin) => Math.min(...(last[bin]?.caps.map((cap) => caps[cap]!.hours) ?? [0])));
}

/** For each block and each size of a course, the first: what is left of a block may need a small one. */
function ofEachSize(some: readonly number[], groups: readonly Group[]): Iterable<number> {
  const found = new Map<string, number>();
  for (const index of some) {
    for (const { pairs, hours } of groups[index]!.parts) {
      for (const { bin } of pairs) {
        const key = `${bin} ${hours}`;
        if (!found.has(key)) found.set(key, index);
      }
    }
  }
  return found.values();
}

const hoursOf = (parts: Group['parts']): number => parts.reduce((sum, { hours }) => sum + hours, 0);
