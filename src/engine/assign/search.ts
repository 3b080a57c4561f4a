/**
 * Branch and bound. Each part of the search has a fractional answer that no whole answer inside it beats. A part is
 * divided where its fractional answer is not whole: first on a choice that uses too many sets, then on how many items a
 * group of options has, the large groups first. Rounding every fractional answer gives good whole answers early, and what
 * cannot beat the best of them is left aside.
 */
import { aimsOf } from './aims.ts';
import { classify, type Classes } from './classes.ts';
import { groupsOf, type Group } from './groups.ts';
import { tightenLimits, type Counts } from './limit-sums.ts';
import type { AssignmentProblem, Placement, Solution } from './problem.ts';
import { noise, Relaxation, type Fractional, type Setting } from './relaxation.ts';
import { roundings, type Whole } from './rounding.ts';

/** How many parts to look at before settling for the best found. */
export const defaultStepLimit = 4_000;
/** How much arithmetic to do before settling for the best found: about two seconds on a laptop, far more than real plans need. */
const workLimit = 1e9;

/** A part of the search, solved. */
type Part = {
  readonly relaxation: Relaxation;
  readonly first: number;
  readonly second: number;
  readonly counts: Counts;
  /** Sets of choices that are kept. */
  readonly kept: ReadonlySet<string>;
};

/** How one part is made of another: what it does to the relaxation, and what it then knows. */
type Change = {
  readonly make: (relaxation: Relaxation) => void;
  readonly counts?: Counts;
  readonly kept?: ReadonlySet<string>;
};

const setKey = (choice: number, set: string): string => `${choice}\n${set}`;

/** An optimum of the aims, or the best found within the step limit, which then says so. */
export function solveAssignment(problem: AssignmentProblem, stepLimit = defaultStepLimit): Solution {
  const classes = classify(problem);
  const supply = classes.classes.reduce((sum, { hours, items }) => sum + hours * items.length, 0);
  const groups = groupsOf(problem, classes);
  const setting: Setting = { problem, classes, aims: aimsOf(problem, classes, supply), groups };
  const start = Relaxation.of(setting);
  if (!start) return { placements: [], hours: 0, proven: true, bound: 0 };

  const open: Part[] = [{ ...solved(start), counts: firstCounts(classes, groups), kept: new Set() }];
  const unsolved: Part[] = [];
  let best: Whole | undefined;
  let steps = 0;
  let work = 0;
  while (open.length && steps < stepLimit && work < workLimit) {
    const part = open.pop()!;
    steps++;
    work += part.relaxation.tableau.takeWork();
    if (part.relaxation.tableau.stuck) {
      unsolved.push(part);
      continue;
    }
    if (cannotBeat(part, best)) continue;
    const { fractional } = part.relaxation;
    for (const whole of roundings(setting, fractional)) if (!best || isBetter(whole, best)) best = whole;
    if (cannotBeat(part, best)) continue;
    if (best) part.relaxation.dropDearerThan(part.first - best.first + 1e-3);
    const parts = branch(part, fractional)
      .map((change, index, { length }) => divide(part, change, index === length - 1))
      .filter((next) => next !== undefined);
    // The most promising last, so that it is looked at next.
    parts.sort((a, b) => a.first - b.first || a.second - b.second);
    open.push(...parts);
  }
  const left = [...open, ...unsolved].filter((part) => !cannotBeat(part, best));
  const bound = Math.max(best?.first ?? 0, ...left.map(({ first }) => first));
  const hours = Math.min(supply, Math.floor(bound / setting.aims.perHour + noise));
  return readOut(setting, best, left.length === 0 ? undefined : hours);
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

/**
 * The part with the change made; undefined if nothing is left in it. A part that rounding errors keep from being solved
 * has the bound of the part it comes from. The last of a part's changes is made in place: the part is done with.
 */
function divide(part: Part, change: Change, last: boolean): Part | undefined {
  const relaxation = last ? part.relaxation : part.relaxation.copy();
  const { tableau, setting } = relaxation;
  change.make(relaxation);
  const counts = change.counts ?? part.counts;
  if (change.counts) {
    for (const { limit, atMost } of tightenLimits(setting.problem, setting.groups, counts)) {
      relaxation.boundLimit(limit, atMost);
    }
  }
  if (!tableau.repair()) return undefined;
  const { first, second } = tableau.stuck ? part : tableau.value;
  return { relaxation, first, second, counts, kept: change.kept ?? part.kept };
}

/** The changes that divide the part. None if the fractional answer is whole. */
function branch(part: Part, fractional: Fractional): Change[] {
  return branchOnChoice(part, fractional) ?? branchOnItems(part, fractional) ?? branchOnHours(fractional) ?? [];
}

function branchOnChoice({ relaxation, kept: keptBefore }: Part, { items }: Fractional): Change[] | undefined {
  const { problem, classes } = relaxation.setting;
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
      .filter((set) => !keptBefore.has(setKey(choice, set)))
      .sort((a, b) => amount(b) - amount(a) || (a < b ? -1 : 1));
    if (chosen === undefined) return [];
    const close =
      (sets: readonly string[]): Change['make'] =>
      (next) =>
        next.boundItems(
          sets.flatMap((set) => optionsOf.get(set)!),
          'at most',
          0,
        );
    const kept = new Set(keptBefore).add(setKey(choice, chosen));
    const others = [...optionsOf.keys()].filter((set) => !kept.has(setKey(choice, set)));
    const keptHere = optionsOf.size - others.length;
    if (keptHere > atMost) return [{ make: close([chosen]) }];
    return [{ make: close([chosen]) }, { make: close(keptHere === atMost ? others : []), kept }];
  }
  return undefined;
}

/** Divides on the first group whose number of items is not whole: at most so many, or at least one more. */
function branchOnItems({ relaxation, counts }: Part, fractional: Fractional): Change[] | undefined {
  for (const [group, { options }] of relaxation.setting.groups.entries()) {
    const amount = options.reduce((sum, index) => sum + fractional.items[index]!, 0);
    if (Math.abs(amount - Math.round(amount)) <= noise) continue;
    const whole = Math.floor(amount);
    return [
      {
        make: (next) => next.boundItems(options, 'at most', whole),
        counts: { ...counts, most: counts.most.with(group, whole) },
      },
      {
        make: (next) => next.boundItems(options, 'at least', whole + 1),
        counts: { ...counts, least: counts.least.with(group, whole + 1) },
      },
    ];
  }
  return undefined;
}

/** Whole items may still count part of an hour here and there. Divides on the first that does. */
function branchOnHours(fractional: Fractional): Change[] | undefined {
  for (const where of ['counted', 'spilled'] as const) {
    for (const [index, hours] of fractional[where].entries()) {
      if (Math.abs(hours - Math.round(hours)) <= noise) continue;
      const whole = Math.floor(hours);
      return [
        { make: (next) => next.boundHours(index, where, 'at most', whole) },
        { make: (next) => next.boundHours(index, where, 'at least', whole + 1) },
      ];
    }
  }
  return undefined;
}

/** Says which items the whole answer puts where. Items of one class go in order. */
function readOut({ problem, classes }: Setting, best: Whole | undefined, bound: number | undefined): Solution {
  const placements: Placement[] = [];
  const next = classes.classes.map(() => 0);
  let hours = 0;
  for (const [index, { class: ofClass, pair }] of classes.options.entries()) {
    const one = classes.classes[ofClass]!;
    let left = Math.round(best?.counted[index] ?? 0);
    let spill = Math.round(best?.spilled[index] ?? 0);
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
