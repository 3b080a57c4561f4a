/**
 * Branch and bound. Each part of the search has a fractional answer that no whole answer inside it beats. Cuts bring it
 * near to whole ones; then the part is divided where it is not whole: first on a choice that uses too many sets, then on
 * how many items a group of options has. Rounding every fractional answer gives good whole answers early, and what
 * cannot beat the best of them is left aside. What stays hard after the cuts is looked at by its fillings, where there are any
 * (`solve-model.ts`).
 */
import { classify, placementsOf, type Classified } from './classes.ts';
import { Cuts } from './cuts.ts';
import type { Fillings } from './fillings.ts';
import { groupsOf } from './groups.ts';
import { worthOf, type Found, type Model, type Whole, type Worth } from './model.ts';
import { isSecond, type AssignmentProblem, type Placement, type Solution, type Total } from './problem.ts';
import { noise, Relaxation, type ChoiceSet, type Fractional } from './relaxation.ts';
import { round } from './rounding.ts';

/** How many parts to look at before settling for the best found. */
export const defaultStepLimit = 4_000;
/** How much arithmetic to do before settling for the best found: about two seconds on a laptop, far more than real plans need. */
export const workLimit = 2.3e8;
/** As much of it goes into cuts before the first division. What takes more is hard. */
const cutLimit = 2.5e7;
/** A part that takes more work than this is not solved, or solved without cuts. */
const repairLimit = 1.2e7;
/** The most rounds of cuts, of the first part and of later ones. */
const firstRounds = 30;
const laterRounds = 6;
/** The part with the best bound is looked at next, unless so many are open: each holds a table of its own. */
const mostOpen = 24;
/** By so much may rounding errors change a bound, and by this share of it: values may be hundreds of billions. */
const slack = 1e-3;
const slackShare = 1e-13;
/** So many of the groups to divide on are priced. */
const priced = 15;

/** A part of the search, solved. */
type Part = Worth & {
  readonly relaxation: Relaxation;
  /** What has made it of the whole problem. */
  readonly changes: readonly Change[];
  /** True where it does without cuts, which were too much to solve. */
  readonly uncut?: true;
};

/** How one part is made of another. */
type Change = (relaxation: Relaxation) => void;

/** An optimum of the aims, or the best found within so many steps and so much work, which then says so. */
export function solveAssignment(
  problem: AssignmentProblem,
  stepLimit = defaultStepLimit,
  mostWork = workLimit,
): Solution {
  const classified = classify(problem);
  const { best, proven, bound } = new Search(classified.model, mostWork).run(stepLimit);
  const placements = best ? placementsOf(problem, classified, best) : [];
  const seconds = new Set(problem.items.filter(isSecond).map(({ id }) => id));
  const hoursOf = (some: readonly Placement[]): number =>
    some.reduce((sum, { counted, spilled }) => sum + counted + spilled, 0);
  const hours = hoursOf(placements);
  const once = hoursOf(placements.filter(({ item }) => !seconds.has(item)));
  const met = problem.total ? once - beyondIn(problem.total, classified, best) : hours;
  const most = Math.floor((bound - classified.spare) / classified.perHour + noise);
  return { placements, hours, met, proven, bound: proven ? met : most };
}

/** Hours beyond the total: what is not left of the room for them. */
function beyondIn({ beyond }: Total, { bins }: Classified, best: Whole | undefined): number {
  return best && beyond > 0 ? beyond - Math.round(best.counted[bins.length]!) : 0;
}

export class Search {
  private readonly model: Model;
  /** Made when something is to be cut off. */
  private cuts: Cuts | undefined;
  /** Made when something is to be divided. */
  private groups: readonly (readonly number[])[] | undefined;
  /** The options, the most valuable first. */
  private readonly order: readonly number[];
  /** By how much a better answer is better in the first value: 0 if the second one may make the difference. */
  private readonly step: 0 | 1;
  private best: Whole | undefined;
  private work = 0;
  /** No whole answer is worth more of the first value; undefined before fillings were asked. */
  private most: number | undefined;
  private readonly mostWork: number;

  private readonly fillingsOf: (model: Model) => Fillings | undefined;

  /** `fillingsOf`: makes the fillings of a model that is hard, where it is made of some. */
  constructor(model: Model, mostWork: number, fillingsOf: Search['fillingsOf'] = () => undefined) {
    this.model = model;
    this.mostWork = mostWork;
    this.fillingsOf = fillingsOf;
    const worth = model.options.map((option) => worthOf(option, { counted: option.reach, spilled: 0 }));
    const perHour = worth.map(({ first }, index) => first / Math.max(1, model.options[index]!.reach));
    this.order = [...worth.keys()].sort((a, b) => perHour[b]! - perHour[a]! || a - b);
    this.step = worth.some(({ second }) => second !== 0) ? 0 : 1;
  }

  run(stepLimit: number): Found {
    const start = Relaxation.of(this.model);
    if (!start) return { best: undefined, proven: true, bound: 0 };
    const open: Part[] = [{ relaxation: start, ...start.tableau.value, changes: [] }];
    const unsolved: Part[] = [];
    for (let steps = 0; open.length && steps < stepLimit && this.work < this.mostWork; steps++) {
      const part = open.length < mostOpen ? takeMostPromising(open) : open.pop()!;
      if (!part.relaxation.tableau.stuck) open.push(...this.explore(part));
      else if (part.uncut) unsolved.push(part);
      else open.push(...this.withoutCuts(part));
      if (this.best && this.work > cutLimit) this.most ??= this.fill(this.best.first);
    }
    const left = [...open, ...unsolved].filter((part) => !this.cannotBeat(part));
    // Values of whole answers are whole.
    const bound = Math.max(this.best?.first ?? 0, ...left.map(({ first }) => Math.min(first, this.most ?? first)));
    return { best: this.best, proven: left.length === 0, bound: Math.floor(bound + 1e-3) };
  }

  /** Looks for whole answers in the part. Returns what is left of it to look at, the most promising last. */
  private explore(part: Part): Part[] {
    if (this.cannotBeat(part)) return [];
    const sharpened = this.sharpen(part);
    if (!sharpened) return [];
    if (sharpened.relaxation.tableau.stuck) return [sharpened];
    return this.divide(sharpened, sharpened.relaxation.fractional);
  }

  /** The part made anew, where cuts were too much to solve; nothing if nothing is in it. */
  private withoutCuts(part: Part): Part[] {
    const relaxation = Relaxation.of(this.model)!;
    for (const change of part.changes) change(relaxation);
    return this.solved({ ...part, relaxation, uncut: true });
  }

  /** The part with its bound, which is kept where it can't be solved; nothing if nothing is in it. */
  private solved(part: Part): Part[] {
    const { relaxation } = part;
    const { tableau } = relaxation;
    const isPossible = relaxation.repair(repairLimit);
    this.work += tableau.takeWork();
    return isPossible ? [{ ...part, ...(tableau.stuck ? part : tableau.value) }] : [];
  }

  /** The part with cuts, as long as there are some; undefined if it can't beat the best. */
  private sharpen(part: Part): Part | undefined {
    const { relaxation, changes } = part;
    const { tableau } = relaxation;
    let { first, second } = part;
    for (let left = changes.length > 0 ? laterRounds : firstRounds; ; left--) {
      const { fractional } = relaxation;
      this.consider(fractional);
      if (this.isBeaten({ first, second })) return undefined;
      if (tableau.stuck) break;
      // Ways of use that no better answer has are forgotten.
      if (this.best) relaxation.dropDearerThan(first - this.best.first - this.step + slackAt(first));
      if (left === 0 || part.uncut || this.work > Math.min(cutLimit, this.mostWork)) break;
      const cuts = this.cut(relaxation, fractional);
      if (cuts === undefined) return undefined;
      if (cuts === 0 || tableau.stuck) break;
      ({ first, second } = tableau.value);
    }
    return { ...part, first, second };
  }

  /** One round of cuts: how many, or undefined if they leave nothing. */
  private cut(relaxation: Relaxation, fractional: Fractional): number | undefined {
    const { tableau } = relaxation;
    this.cuts ??= new Cuts(this.model);
    const cuts = this.cuts.add(relaxation, fractional);
    const isPossible = relaxation.repair(repairLimit);
    this.work += tableau.takeWork() + this.cuts.takeWork();
    if (!isPossible) return undefined;
    if (!tableau.stuck) relaxation.dropLooseCuts();
    return cuts;
  }

  /** The best answer by fillings, where the problem is made of them. Returns what none is worth more than. */
  private fill(best: number): number {
    const fillings = this.fillingsOf(this.model);
    if (!fillings) return Infinity;
    const { found, bound, work } = fillings.search(best, this.mostWork - this.work);
    this.work += work;
    const none = new Float64Array(this.model.options.length);
    const items = none.map((_, index) => (found.includes(index) ? 1 : 0));
    this.consider({ items, counted: none, spilled: none });
    return bound;
  }

  /** Keeps the whole answer near a fractional one, if it is the best so far. */
  private consider(fractional: Fractional): void {
    const whole = round(this.model, this.order, fractional);
    if (!whole || (this.best && !isBetter(whole, this.best))) return;
    this.best = whole;
  }

  private cannotBeat(part: Part): boolean {
    return !part.relaxation.tableau.stuck && this.isBeaten(part);
  }

  /** True if no whole answer worth at most this can beat the best. Values of whole answers are whole. */
  private isBeaten(bound: Worth): boolean {
    const first = Math.min(bound.first, this.most ?? Infinity);
    const doubt = slackAt(bound.first);
    if (!this.best || first >= this.best.first + 1 - doubt) return false;
    if (this.step === 1 || first < this.best.first - doubt) return true;
    return first < this.best.first + slack && bound.second < this.best.second + 1 - slack;
  }

  /** The parts that are left to look at, the most promising last. */
  private divide(part: Part, fractional: Fractional): Part[] {
    const changes =
      branchOnChoice(part.relaxation, fractional) ?? this.branchOnItems(part, fractional) ?? branchOnHours(fractional);
    const parts = changes.flatMap((change) => this.changed(part, change)).filter((next) => !this.cannotBeat(next));
    return parts.sort((a, b) => a.first - b.first || a.second - b.second);
  }

  /** A copy of the part with the change made, solved. */
  private changed(part: Part, change: Change): Part[] {
    const relaxation = part.relaxation.copy();
    change(relaxation);
    return this.solved({ ...part, relaxation, changes: [...part.changes, change] });
  }

  /** The most promising group whose number of items is not whole: at most so many, or at least one more. */
  private branchOnItems({ relaxation, first }: Part, { items }: Fractional): Change[] | undefined {
    this.groups ??= groupsOf(this.model);
    // A change that leaves nothing to look at gains the most there is to gain, and more.
    const most = 10 * Math.max(1, first - (this.best?.first ?? 0));
    const split = this.groups.flatMap((options) => {
      const amount = options.reduce((sum, index) => sum + items[index]!, 0);
      const part = amount - Math.floor(amount);
      const halved = Math.min(part, 1 - part);
      return halved > noise ? [{ options, amount, part, promise: halved * Math.log(options.length + 1) }] : [];
    });
    split.sort((a, b) => b.promise - a.promise);
    const ways = split.slice(0, priced).map(({ options, amount, part }) => {
      const { less, more } = relaxation.pricesOf(options);
      const [down, up] = [less * part, more * (1 - part)].map((gain) => Math.min(most, Math.max(1e-3, gain)));
      return { options, whole: Math.floor(amount), promise: down! * up! * Math.log(options.length + 1) };
    });
    const [best] = ways.sort((a, b) => b.promise - a.promise);
    return (
      best && [
        (next) => next.boundItems(best.options, 'at most', best.whole),
        (next) => next.boundItems(best.options, 'at least', best.whole + 1),
      ]
    );
  }
}

const slackAt = (bound: number): number => slack + slackShare * Math.abs(bound);

/** Takes out the part with the best bound; of equal ones, the last. */
function takeMostPromising(open: Part[]): Part {
  let at = open.length - 1;
  for (let index = at - 1; index >= 0; index--) if (open[index]!.first > open[at]!.first + noise) at = index;
  return open.splice(at, 1)[0]!;
}

function isBetter(a: Worth, b: Worth): boolean {
  const gain = a.first - b.first;
  return gain > noise || (gain > -noise && a.second > b.second + noise);
}

/** Where a choice uses too many sets: the one with most items that is used in part is left out, or used. */
function branchOnChoice({ model, sets, tableau }: Relaxation, { items }: Fractional): Change[] | undefined {
  for (const [choice, atMost] of model.choices.entries()) {
    const amount = ({ options }: ChoiceSet): number => [...options].reduce((sum, index) => sum + items[index]!, 0);
    const its = sets.filter((set) => set.choice === choice);
    const used = its.filter((set) => amount(set) > noise);
    if (used.length <= atMost) continue;
    const [chosen] = used.filter(({ name }) => tableau.amount(name) < 1 - noise).sort((a, b) => amount(b) - amount(a));
    const close =
      (closed: (set: ChoiceSet) => boolean): Change =>
      (next) =>
        next.boundItems(
          its.filter(closed).flatMap(({ options }) => [...options]),
          'at most',
          0,
        );
    return (
      chosen && [
        close((set) => set === chosen),
        atMost > 1 ? (next) => next.use(chosen) : close((set) => set !== chosen),
      ]
    );
  }
  return undefined;
}

/** Whole items may still count part of an hour here and there. Divides on the first that does. */
function branchOnHours(fractional: Fractional): Change[] {
  for (const where of ['counted', 'spilled'] as const) {
    for (const [index, hours] of fractional[where].entries()) {
      if (Math.abs(hours - Math.round(hours)) <= noise) continue;
      const whole = Math.floor(hours);
      return [
        (next) => next.boundHours(index, where, 'at most', whole),
        (next) => next.boundHours(index, where, 'at least', whole + 1),
      ];
    }
  }
  return [];
}
