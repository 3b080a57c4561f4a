/**
 * Branch and bound. Each part of the search has a fractional answer that no whole answer inside it beats. A part is
 * divided where its fractional answer is not whole: first on a choice that uses too many sets, then on how many items of
 * a class are used at all, then on how many go into one bin. Rounding every fractional answer gives good whole answers
 * early, and what cannot beat the best of them is left aside.
 */
import { aimsOf, type Aims } from './aims.ts';
import { classify, type Classes } from './classes.ts';
import { groupsOf, type Group } from './groups.ts';
import { tightenLimits, type Counts } from './limit-sums.ts';
import type { AssignmentProblem, Placement, Solution } from './problem.ts';
import { letStickOut, noise, relaxProblem, type Names, type Relaxation } from './relaxation.ts';
import { roundings, type Fractional, type Whole } from './rounding.ts';
import type { Term } from './tableau.ts';

/** How many parts to look at before settling for the best found. */
export const defaultStepLimit = 4_000;

/** A part of the search, solved. */
type Part = {
  readonly relaxation: Relaxation;
  readonly first: number;
  readonly second: number;
  readonly counts: Counts;
  /** Sets of choices that are kept, and those that are closed. */
  readonly kept: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
};

type Problem = {
  readonly problem: AssignmentProblem;
  readonly classes: Classes;
  readonly aims: Aims;
  readonly names: Names;
  readonly groups: readonly Group[];
};

/** What a branch adds: rows, options that get items for sure, and what it says of choices and counts. */
type Change = {
  readonly rows: readonly { readonly terms: readonly Term[]; readonly atMost: number }[];
  readonly filled?: readonly number[];
  readonly counts?: Counts;
  readonly kept?: ReadonlySet<string>;
  readonly closed?: ReadonlySet<string>;
};

const setKey = (choice: number, set: string): string => `${choice}\n${set}`;

/** An optimum of the aims, or the best found within the step limit, which then says so. */
export function solveAssignment(problem: AssignmentProblem, stepLimit = defaultStepLimit): Solution {
  const classes = classify(problem);
  const supply = classes.classes.reduce((sum, { hours, items }) => sum + hours * items.length, 0);
  const aims = aimsOf(problem, classes, supply);
  const start = relaxProblem(problem, classes, aims);
  if (!start) return { placements: [], hours: 0, proven: true, bound: 0 };
  if (start.relaxation.tableau.stuck) return { placements: [], hours: 0, proven: false, bound: supply };
  const groups = groupsOf(problem, classes);
  const all: Problem = { problem, classes, aims, names: start.names, groups };
  const open: Part[] = [
    { ...solved(start.relaxation), counts: firstCounts(classes, groups), kept: new Set(), closed: new Set() },
  ];
  const unsolved: Part[] = [];
  let best: Whole | undefined;
  let steps = 0;
  while (open.length && steps < stepLimit) {
    const part = open.pop()!;
    steps++;
    if (cannotBeat(part, best)) continue;
    const fractional = amountsOf(all, part);
    for (const whole of roundings(problem, classes, aims, fractional)) if (!best || isBetter(whole, best)) best = whole;
    if (cannotBeat(part, best)) continue;
    if (best) dropHopeless(all, part, best);
    const changes = branch(all, part, fractional);
    const parts = changes.map((change) => divide(all, part, change)).filter((next) => next !== undefined);
    if (parts.some(({ relaxation }) => relaxation.tableau.stuck)) {
      // No bound for these: the part they come from keeps its own, unsolved.
      unsolved.push(part);
      continue;
    }
    // The most promising last, so that it is looked at next.
    parts.sort((a, b) => a.first - b.first || a.second - b.second);
    open.push(...parts);
  }
  const left = [...open, ...unsolved].filter((part) => !cannotBeat(part, best));
  const bound = Math.max(best?.first ?? 0, ...left.map(({ first }) => first));
  return readOut(all, best, left.length === 0 ? undefined : Math.min(supply, Math.floor(bound / aims.perHour + noise)));
}

/** Before anything is settled: what pins put there, and all items that may go there. */
function firstCounts({ classes, options }: Classes, groups: readonly Group[]): Counts {
  const pinned = ({ options: its }: Group): number => its.reduce((sum, index) => sum + options[index]!.pinned, 0);
  const all = ({ options: its }: Group): number => {
    const ofClasses = new Set(its.map((index) => options[index]!.class));
    return [...ofClasses].reduce((sum, index) => sum + classes[index]!.items.length, 0);
  };
  return { least: Int32Array.from(groups, pinned), most: Int32Array.from(groups, all) };
}

function solved(relaxation: Relaxation): Pick<Part, 'relaxation' | 'first' | 'second'> {
  return { relaxation, ...relaxation.tableau.value };
}

function isBetter(a: Whole, b: Whole): boolean {
  return a.first > b.first + noise || (a.first > b.first - noise && a.second > b.second + noise);
}

/** True if no whole answer inside can beat the best. Values of whole answers are whole. */
function cannotBeat(bound: { first: number; second: number }, best: Whole | undefined): boolean {
  const slack = 1e-3;
  if (!best || bound.first > best.first + slack) return false;
  return bound.first < best.first - slack || bound.second < best.second + 1 - slack;
}

/** Forgets options of which a single item would cost more than the bound is ahead of the best answer. */
function dropHopeless({ classes, aims, names }: Problem, { relaxation: { tableau }, first }: Part, best: Whole): void {
  const hopeless = names.items.filter((name, index) => {
    const { pair } = classes.options[index]!;
    // An item may stick out of its caps: then it costs no room there, and counts for nothing.
    const room = pair.caps.reduce((sum, cap) => sum - tableau.lossOf(names.capRows[cap]!), 0);
    const saved = Math.max(0, room - aims.first[index]!) * classes.reach[index]!;
    return tableau.lossOf(name) + saved < best.first - first - 1e-3;
  });
  tableau.drop(hopeless);
}

/** The part with the change made; undefined if nothing whole is left in it. */
function divide({ problem, classes, aims, names, groups }: Problem, part: Part, change: Change): Part | undefined {
  let relaxation: Relaxation = { ...part.relaxation, tableau: part.relaxation.tableau.copy() };
  for (const index of change.filled ?? []) {
    relaxation = letStickOut(classes, aims, names, relaxation, index);
  }
  if (change.filled) relaxation.tableau.improve();
  const { tableau } = relaxation;
  for (const { terms, atMost } of change.rows) tableau.addRow(terms, atMost);
  const counts = change.counts ?? part.counts;
  if (change.counts) {
    for (const { limit, atMost } of tightenLimits(problem, groups, counts)) {
      tableau.addRow(limitTerms(classes, names, limit), atMost);
    }
  }
  if (!tableau.repair()) return undefined;
  return { ...solved(relaxation), counts, kept: change.kept ?? part.kept, closed: change.closed ?? part.closed };
}

function limitTerms({ classes, options }: Classes, names: Names, limit: number): Term[] {
  return options.flatMap(({ class: ofClass, pair }, index): Term[] =>
    pair.limits.includes(limit) ? [[names.items[index]!, classes[ofClass]!.hours]] : [],
  );
}

/** The fractional answer: items, counted hours and hours counted in the excess bin, by option. */
function amountsOf({ classes, names }: Problem, { relaxation: { tableau, sticks, spills } }: Part): Fractional {
  const items = Float64Array.from(names.items, (name) => tableau.amount(name));
  const counted = items.map((amount, index) => {
    const stick = sticks.get(index);
    return amount * classes.reach[index]! - (stick === undefined ? 0 : tableau.amount(stick));
  });
  const spilled = items.map((_, index) => {
    const spill = spills.get(index);
    return spill === undefined ? 0 : tableau.amount(spill);
  });
  return { items, counted, spilled };
}

/** The changes that divide the part. None if the fractional answer is whole. */
function branch(all: Problem, part: Part, fractional: Fractional): Change[] {
  const { items } = fractional;
  return (
    branchOnChoice(all, part, items) ?? branchOnGroup(all, part, items) ?? branchOnHours(all, part, fractional) ?? []
  );
}

function branchOnChoice({ problem, classes, names }: Problem, part: Part, items: Float64Array): Change[] | undefined {
  for (const [choice, { atMost }] of problem.choices.entries()) {
    const optionsOf = new Map<string, number[]>();
    for (const [index, { pair }] of classes.options.entries()) {
      for (const one of pair.choices) {
        if (one.choice === choice) optionsOf.set(one.set, [...(optionsOf.get(one.set) ?? []), index]);
      }
    }
    const amount = (set: string): number => optionsOf.get(set)!.reduce((sum, index) => sum + items[index]!, 0);
    const used = [...optionsOf.keys()].filter((set) => amount(set) > noise);
    if (used.length <= atMost) continue;
    const [chosen] = used
      .filter((set) => !part.kept.has(setKey(choice, set)))
      .sort((a, b) => amount(b) - amount(a) || (a < b ? -1 : 1));
    const close = (sets: readonly string[]): Pick<Change, 'rows' | 'closed'> => ({
      rows: [
        { terms: sets.flatMap((set) => optionsOf.get(set)!.map((index): Term => [names.items[index]!, 1])), atMost: 0 },
      ],
      closed: new Set([...part.closed, ...sets.map((set) => setKey(choice, set))]),
    });
    if (chosen === undefined) return [];
    const kept = new Set(part.kept).add(setKey(choice, chosen));
    const keptHere = [...optionsOf.keys()].filter((set) => kept.has(setKey(choice, set)));
    const others = [...optionsOf.keys()].filter((set) => !kept.has(setKey(choice, set)));
    if (keptHere.length > atMost) return [close([chosen])];
    const withChosen: Change = keptHere.length === atMost ? { ...close(others), kept } : { rows: [], kept };
    return [close([chosen]), withChosen];
  }
  return undefined;
}

/** Divides on the first group whose number of items is not whole: at most so many, or at least one more. */
function branchOnGroup({ names, groups }: Problem, { counts }: Part, items: Float64Array): Change[] | undefined {
  for (const [pick, { options }] of groups.entries()) {
    const amount = options.reduce((sum, index) => sum + items[index]!, 0);
    if (Math.abs(amount - Math.round(amount)) <= noise) continue;
    const whole = Math.floor(amount);
    const terms = (times: number): Term[] => options.map((index) => [names.items[index]!, times]);
    return [
      { rows: [{ terms: terms(1), atMost: whole }], counts: { ...counts, most: counts.most.with(pick, whole) } },
      {
        rows: [{ terms: terms(-1), atMost: -whole - 1 }],
        counts: { ...counts, least: counts.least.with(pick, whole + 1) },
        // Items that must be there may stick out.
        filled: options,
      },
    ];
  }
  return undefined;
}

/** Whole items may still count half an hour here and there. Divides on the first that does. */
function branchOnHours(
  { names, classes }: Problem,
  { relaxation }: Part,
  fractional: Fractional,
): Change[] | undefined {
  for (const [index, name] of names.items.entries()) {
    const stick = relaxation.sticks.get(index);
    if (stick === undefined) continue;
    const spill = relaxation.spills.get(index);
    const amounts: [number, (times: number) => Term[]][] = [
      [
        fractional.counted[index]!,
        (times) => [
          [name, times * classes.reach[index]!],
          [stick, -times],
        ],
      ],
    ];
    if (spill !== undefined) amounts.push([fractional.spilled[index]!, (times) => [[spill, times]]]);
    for (const [amount, terms] of amounts) {
      if (Math.abs(amount - Math.round(amount)) <= noise) continue;
      const whole = Math.floor(amount);
      return [{ rows: [{ terms: terms(1), atMost: whole }] }, { rows: [{ terms: terms(-1), atMost: -whole - 1 }] }];
    }
  }
  return undefined;
}

/** Says which items the whole answer puts where. Items of one class go in order. */
function readOut({ problem, classes }: Problem, best: Whole | undefined, bound: number | undefined): Solution {
  const placements: Placement[] = [];
  const next = classes.classes.map(() => 0);
  let hours = 0;
  for (const [index, { class: ofClass, pair }] of classes.options.entries()) {
    const one = classes.classes[ofClass]!;
    const rounded = (amount: number | undefined): number => Math.round((amount ?? 0) * 1e4) / 1e4;
    let left = rounded(best?.counted[index]);
    let spill = rounded(best?.spilled[index]);
    hours += left + spill;
    for (let count = best?.items[index] ?? 0; count > 0; count--) {
      const counted = Math.min(left, one.hours);
      const spilled = Math.min(spill, one.hours - counted);
      left -= counted;
      spill -= spilled;
      const item = one.items[next[ofClass]!++]!;
      placements.push({ item: item.id, bin: problem.bins[pair.bin]!, counted, excess: one.hours - counted, spilled });
    }
  }
  return { placements, hours, proven: bound === undefined, bound: bound ?? hours };
}
