/**
 * Branch and bound over the program of `program.ts`. A fractional answer bounds every whole one inside its part; a whole
 * one is checked by the exact assignment of the courses it takes, which is also what it is worth.
 */
import type { Name, Term } from '../assign/tableau.ts';
import { Answers, lengthsFor, takenBy, type Answer } from './answers.ts';
import type { Group } from './groups.ts';
import { cheapestPlans } from './prices.ts';
import { programOf, settle, type LaterAmount, type Program, type ProgramInput, type Stand } from './program.ts';
import type { SparseTableau } from './sparse-tableau.ts';

export type Found = {
  readonly best: Answer;
  readonly proven: boolean;
  /** No answer is worth more. */
  readonly bound: number;
  /** False where some courses were too many to work out what use of them is best: more work on that may find more. */
  readonly exact: boolean;
};

/** What the search tells while it runs. Returning `false` stops it: the answer is then the best found so far. */
export type Progress = (soFar: { readonly best: Answer; readonly bound: number }) => boolean;

export type SearchLimits = {
  /** Parts to look at. */
  readonly parts: number;
  /** Table entries to work on: about 400 million in a second of a laptop core. */
  readonly work: number;
  /** Of these, for the best use of the courses of one answer. Absent: as many as an audit works on. */
  readonly assignment?: number;
};

const whole = 1e-6;
/** Whole answers are looked for among what costs so little more than the fractional one, as shares of what that costs. */
const shares = [0.02, 0.05, 0.1, 0.3, Infinity];
/** They are proven from as near the bound as this share of what is between it and the best, and then from so much farther. */
const firstReach = 1 / 16;
const farther = 1.4;
/** Between so many parts, one good answer is looked for. */
const diveEvery = 16;
/** No more room than for so many tableaus is kept for copies. */
const mostFree = 4;

type Part = Stand & { readonly bound: number; readonly split: ReadonlyMap<number, readonly Name[]> };
type Change = (tableau: SparseTableau) => void;
/** An amount that is not whole: at most `floor` of it, or one more. */
type Fraction = {
  readonly names: readonly Name[];
  readonly floor: number;
  readonly up: number;
  readonly promise: number;
};

/** Amounts whose sum is whole, and how soon to divide on it where it is not. */
type Whole = { readonly names: readonly Name[]; readonly weight: number };
/** The same while groups are added: the last one, and all of them as text. */
type Family = { last: number; text: string; readonly names: Name[] };

/** The best answer, or the best found within the limits. */
export function searchCourses(
  input: ProgramInput,
  limits: SearchLimits,
  progress: Progress = () => true,
  program = programOf(input),
): Found {
  return new Search(input, limits, program).run(limits, progress);
}

class Search {
  private readonly input: ProgramInput;
  private readonly program: Program;
  private readonly answers: Answers;
  /** Values of different answers differ by at least so much. */
  private readonly unit: number;
  /** Amounts whose sum is whole in every answer. */
  private readonly wholes: readonly Whole[];
  /** By amount, the places of those that it is in. */
  private readonly wholesOf: readonly (readonly number[] | undefined)[];
  /** What each of them adds up to, when it is asked for. */
  private readonly sums: Float64Array;
  /** By membership and months, what they cost. */
  private readonly cents: readonly (readonly number[])[];
  /** Amounts, and in how many parts a whole one of each may come. */
  private readonly portions: readonly (readonly [name: Name, parts: number])[];
  /** Tableaus that are not needed any more: copies take their place. */
  private readonly free: SparseTableau[] = [];
  private best: Answer;
  /** While answers are looked for that are nearer to the bound than the best is: what they have to be worth more than. */
  private wanted = -Infinity;
  private work = 0;
  /** Parts looked at. */
  private parts = 1;

  constructor(input: ProgramInput, { assignment }: SearchLimits, program: Program) {
    this.input = input;
    this.program = program;
    this.answers = new Answers(input, assignment);
    this.unit = unitOf(input);
    this.cents = input.memberships.map((membership, index) =>
      [0, ...this.program.months[index]!.keys()].map((_, months) => cheapestPlans(membership, months).cents),
    );
    const { taken, months, landings } = this.program;
    // Where landing and taking are one, a course may count in part, hour by hour.
    const parts = new Map<Name, number>(months.flat().map((name) => [name, 1]));
    taken.forEach((prices, index) => {
      const hours = Math.max(...input.groups[index]!.parts.map((part) => part.hours));
      for (const name of prices.flat()) parts.set(name, hours);
    });
    for (const { amounts, hours } of landings) for (const name of amounts) parts.set(name, hours);
    this.portions = [...parts];
    this.wholes = wholesOf(input.groups, this.program);
    this.wholesOf = placesOf(this.wholes);
    this.sums = new Float64Array(this.wholes.length);
    this.best = this.answers.of([]);
  }

  run(limits: SearchLimits, progress: Progress): Found {
    const { start: stand } = this.program;
    settle(stand, this.program);
    this.work += stand.tableau.takeWork();
    const start: Part = { ...stand, bound: stand.tableau.value.first, split: new Map() };
    const isOver = (bound: number): boolean =>
      this.work > limits.work || !progress({ best: this.best, bound: Math.max(this.best.value, bound) });
    this.dive(start);
    if (isOver(start.bound)) return this.found([start.bound]);
    for (const part of this.byMembership(start)) {
      // What is left of the work is worth more on the good answers that there are by then.
      if (this.cannotBeat(part.bound) || this.work > limits.work / 4) continue;
      this.dive(part);
      if (isOver(part.bound)) return this.found([start.bound]);
    }
    this.polish(start);
    return this.prove(start, limits, isOver);
  }

  /**
   * The nearer to the bound an answer has to be, the less there is to look at. So answers are looked for that are very near
   * it; where there is none, the bound comes down, and they may be a little farther.
   */
  private prove(start: Part, limits: SearchLimits, isOver: (bound: number) => boolean): Found {
    let { bound } = start;
    const reach = Math.max(2 * this.unit, (bound - this.best.value) * firstReach);
    for (let near = reach; !this.cannotBeat(bound); near *= farther) {
      const isLast = bound - 1.5 * near < this.best.value;
      this.wanted = isLast ? this.best.value : bound - near;
      const left = this.search(start, limits, isOver);
      const { wanted } = this;
      this.wanted = -Infinity;
      if (left.length) return this.found([Math.min(bound, Math.max(wanted + this.unit, ...left))]);
      bound = this.best.value < wanted ? wanted + this.unit : this.best.value;
    }
    return this.found([]);
  }

  /** The best, with the bounds of what was not looked at. */
  private found(bounds: readonly number[]): Found {
    const left = bounds.filter((bound) => !this.cannotBeat(bound));
    const { best, answers } = this;
    return { best, proven: left.length === 0, bound: Math.max(best.value, ...left), exact: answers.isExact };
  }

  /** Looks for answers that are wanted, and better than the best. Returns the bounds of what is left to look at. */
  private search(from: Part, limits: SearchLimits, isOver: (bound: number) => boolean): number[] {
    const dear = this.dearerThan(from.tableau, from.bound - this.least);
    const start = { ...from, tableau: without(from.tableau, dear) };
    // One stack of parts for each choice of memberships. The next part comes from the stack that promises most.
    const stacks = this.byMembership(start).map((part) => [part]);
    const unsolved: number[] = [];
    const promise = (stack: readonly Part[]): number => Math.max(...stack.map(({ bound }) => bound));
    for (let stopped = false; this.parts <= limits.parts && !stopped; this.parts++) {
      const alive = stacks.filter((stack) => stack.length > 0 && !this.cannotBeat(promise(stack)));
      if (!alive.length) break;
      const stack = alive.reduce((best, one) => (promise(one) > promise(best) ? one : best));
      const part = stack.pop()!;
      if (this.cannotBeat(part.bound)) continue;
      if (this.parts % diveEvery === 0) this.dive(part);
      const parts = this.divide(part);
      if (parts) stack.push(...parts.sort((x, y) => x.bound - y.bound));
      else unsolved.push(part.bound);
      stopped = isOver(Math.max(part.bound, ...alive.map(promise)));
    }
    return [...stacks.flat().map(({ bound }) => bound), ...unsolved].filter((bound) => !this.cannotBeat(bound));
  }

  /** Looks for better answers with a month more or less of some membership, or one month of another, for as long as it helps. */
  private polish(start: Part): void {
    const tried = new Set<string>();
    for (let better = true; better && this.best.taken.length;) {
      better = false;
      const { months } = lengthsFor(this.best.taken, this.input.memberships, this.input.wishes);
      const lengths = this.input.memberships.map(({ id }) => months.get(id) ?? 0);
      const near = lengths.flatMap((length, index) => [
        lengths.with(index, length - 1),
        lengths.with(index, length + 1),
      ]);
      const apart = lengths.flatMap((_, from) =>
        lengths.flatMap((_, to) =>
          from === to ? [] : [lengths.with(from, lengths[from]! - 1).with(to, lengths[to]! + 1)],
        ),
      );
      for (const some of [lengths, ...near, ...apart]) {
        const isPossible = some.every((length, index) => length >= 0 && length <= this.program.months[index]!.length);
        if (!isPossible || tried.has(some.join())) continue;
        tried.add(some.join());
        const { value } = this.best;
        const part = this.changed(start, (tableau) => {
          some.forEach((length, index) => {
            const names = this.program.months[index]!;
            if (length === 0) bound(tableau, names, 'at most', 0);
            else bound(tableau, [names[length - 1]!], 'at least', 1);
          });
        });
        if (part) this.dive(part);
        if (this.best.value > value) better = true;
      }
    }
  }

  /** The parts in which it is settled which memberships there are at all, the most promising first. */
  private byMembership(start: Part): Part[] {
    let parts: Part[] = [start];
    for (const names of this.program.months) {
      if (!names.length) continue;
      parts = parts.flatMap((part) =>
        [
          this.changed(part, (tableau) => bound(tableau, names, 'at most', 0)),
          this.changed(part, (tableau) => bound(tableau, names, 'at least', 1)),
        ].filter((one) => one !== undefined),
      );
    }
    return parts.sort((a, b) => b.bound - a.bound);
  }

  /** Goes straight for a good whole answer: with what costs little more alone, and with more where hours are missing. */
  private dive(part: Part): void {
    const { wanted } = this;
    this.wanted = -Infinity;
    const hours = this.hoursOf(part.tableau);
    const costs = this.input.weights.hour * hours - part.tableau.value.first;
    for (const share of shares) {
      const dear = this.portions.flatMap(([name]) => (part.tableau.lossOf(name) < -share * costs ? [name] : []));
      this.down({ ...part, tableau: without(part.tableau, dear) });
      if (this.best.hours >= Math.round(hours) || !this.answers.isExact) break;
    }
    this.wanted = wanted;
  }

  /** The same in a tableau that may be changed. */
  private down(part: Part): void {
    let at: Part | undefined = part;
    for (let count = 0; at && count < 60; count++) {
      const amounts = this.fractions(at.tableau).sort((a, b) => b.promise - a.promise);
      if (!amounts.length) {
        const answer = this.consider(at);
        if (answer.hours >= Math.round(this.hoursOf(at.tableau)) || !this.answers.isExact) break;
        // Where courses are split between blocks, they may not count as much: others may.
        const parts: Part[] = this.divideLanding(at) ?? [];
        this.release(at.tableau);
        at = parts.reduce<Part | undefined>((best, one) => (best && best.bound >= one.bound ? best : one), undefined);
        continue;
      }
      const [first] = amounts.filter(({ up }) => up > 0.5).concat(amounts);
      const from: Part = at;
      const most = this.changed(from, (tableau) => bound(tableau, first!.names, 'at least', first!.floor + 1));
      const isFine = most && most.bound > from.bound - this.input.weights.hour / 2;
      const least = isFine
        ? undefined
        : this.changed(from, (tableau) => bound(tableau, first!.names, 'at most', first!.floor));
      at = !least || (most && most.bound >= least.bound) ? most : least;
      for (const one of [from, most, least]) if (one && one !== at) this.release(one.tableau);
    }
    if (at) this.release(at.tableau);
  }

  /** Leaves the room of a tableau that is not needed any more to a copy of another. */
  private release(tableau: SparseTableau): void {
    if (this.free.length < mostFree) this.free.push(tableau);
  }

  /** The parts that are left of a part, or undefined if it can't be divided although it may hold a better answer. */
  private divide(part: Part): Part[] | undefined {
    const { tableau } = part;
    if (tableau.stuck) return undefined;
    this.dropDear(part);
    const amounts = this.fractions(tableau);
    if (!amounts.length) {
      const hours = this.hoursOf(tableau);
      const answer = this.consider(part);
      // Worth what the fractional answer is: there is no better one in this part.
      if (this.cannotBeat(part.bound) || answer.hours >= Math.round(hours))
        return this.cannotBeat(part.bound) ? [] : undefined;
      return this.divideLanding(part);
    }
    const best = amounts.reduce((a, b) => (b.promise > a.promise ? b : a));
    return [
      this.changed(part, (next) => bound(next, best.names, 'at most', best.floor)),
      this.changed(part, (next) => bound(next, best.names, 'at least', best.floor + 1), true),
    ].filter((one) => one !== undefined);
  }

  /** Divides where a course is split between blocks, or counts in part. */
  private divideLanding(part: Part): Part[] | undefined {
    const { tableau } = part;
    for (const [index, { amounts, later }] of this.program.landings.entries()) {
      const known = part.split.get(index) ?? amounts;
      const sum = sumOf(tableau, known);
      const floor = Math.floor(sum + whole);
      if (sum - floor < 1e-5) continue;
      const divide = (how: 'at most' | 'at least', count: number): Part | undefined => {
        const copy = tableau.copy();
        const added = part.split.has(index) ? [] : this.addLater(copy, part, later());
        const names = [...known, ...added.map(({ name }) => name)];
        bound(copy, names, how, count);
        return this.solved({
          ...part,
          tableau: copy,
          later: [...part.later, ...added],
          split: new Map(part.split).set(index, names),
        });
      };
      return [divide('at most', floor), divide('at least', floor + 1)].filter((one) => one !== undefined);
    }
    return undefined;
  }

  /** Amounts that are needed once a landing is divided on, in a part's tableau. */
  private addLater(tableau: SparseTableau, { held }: Part, later: readonly LaterAmount[]): Part['later'] {
    const names = tableau.addAmounts(
      later.map(({ rows, inMind, first, second }) => ({
        rows: [...rows, ...inMind.flatMap(([row, times]): Term[] => (held.has(row) ? [[held.get(row)!, times]] : []))],
        first,
        second,
      })),
    );
    return names.map((name, index) => ({ name, rows: later[index]!.inMind }));
  }

  /** The part after a change, in its own tableau, or in the part's where that is not needed any more. */
  private changed(part: Part, change: Change, isLast = false): Part | undefined {
    const tableau = isLast ? part.tableau : part.tableau.copy(this.free.pop());
    change(tableau);
    const solved = this.solved({ ...part, tableau });
    if (!solved) this.release(tableau);
    return solved;
  }

  /** Forgets what no better answer has. */
  private dropDear({ tableau, bound: most }: Part): void {
    const dear = this.dearerThan(tableau, most - this.least);
    // Laying out what is left costs more than carrying a few along.
    if (dear.length > this.portions.length / 10) tableau.drop(dear);
  }

  /** Amounts of which less than a part of one would cost more than this. */
  private dearerThan(tableau: SparseTableau, costs: number): Name[] {
    return this.portions.flatMap(([name, parts]) => (tableau.lossOf(name) < -costs * parts ? [name] : []));
  }

  /** The part with its changes solved; undefined if nothing better is left in it. */
  private solved(part: Part): Part | undefined {
    const { tableau } = part;
    const next = { ...part, held: new Map(part.held) };
    const possible = settle(next, this.program);
    this.work += tableau.takeWork();
    if (!possible) return undefined;
    const bound = tableau.stuck ? part.bound : Math.min(part.bound, tableau.value.first);
    return this.cannotBeat(bound) ? undefined : { ...next, bound };
  }

  private cannotBeat(value: number): boolean {
    return value < this.least + this.unit - 0.01 * this.unit;
  }

  /** What answers have to be worth more than. */
  private get least(): number {
    return Math.max(this.best.value, this.wanted);
  }

  /** Amounts that ought to be whole and are not, the lengths of memberships first. */
  private fractions(tableau: SparseTableau): Fraction[] {
    const { months } = this.program;
    const found: Fraction[] = [];
    const add = (names: readonly Name[], sum: number, weight: number): void => {
      const floor = Math.floor(sum + whole);
      const up = sum - floor;
      if (up > 1e-5) found.push({ names, floor, up, promise: weight * Math.min(up, 1 - up) });
    };
    for (const [index, names] of months.entries()) {
      const amounts = names.map((name) => tableau.amount(name));
      if (amounts.every((amount) => amount < 1e-5 || amount > 1 - 1e-5)) continue;
      const { cents } = this;
      const mean = amounts.reduce((sum, amount, at) => sum + amount * (at + 1), 0);
      const floor = Math.floor(mean + whole);
      const missing =
        cents[index]![Math.ceil(mean - whole)]! -
        amounts.reduce((sum, amount, at) => sum + amount * cents[index]![at + 1]!, 0);
      // At most so many months, or more: what is longer is not, or is.
      const longer = names.slice(floor);
      found.push({ names: longer, floor: 0, up: sumOf(tableau, longer), promise: 1e9 + missing });
    }
    const { sums, wholes } = this;
    sums.fill(0);
    tableau.forAmounts((name, amount) => {
      for (const index of this.wholesOf[name] ?? []) sums[index]! += amount;
    });
    for (let index = 0; index < sums.length; index++) add(wholes[index]!.names, sums[index]!, wholes[index]!.weight);
    return found;
  }

  private hoursOf(tableau: SparseTableau): number {
    return this.program.counted.reduce((sum, [name, hours]) => sum + hours * tableau.amount(name), 0);
  }

  /** The answer that the part's fractional one takes the courses of, which are whole. */
  private consider(part: Part): Answer {
    const { taken } = this.program;
    const { tableau } = part;
    const courses = takenBy(this.input.groups, (group, price) => sumOf(tableau, taken[group]![price]!));
    const answer = this.answers.of(courses, this.landsWhole(part) ? Math.round(this.hoursOf(tableau)) : undefined);
    this.work += this.answers.takeWork();
    if (answer.value > this.best.value) this.best = answer;
    return answer;
  }

  /** True if no course is split between blocks, nor counts in part: then where they land is a use of them. */
  private landsWhole({ tableau, later }: Part): boolean {
    const isWhole = (name: Name): boolean => {
      const amount = tableau.amount(name);
      return Math.abs(amount - Math.round(amount)) < whole;
    };
    return !later.length && this.program.landings.every(({ amounts }) => amounts.every(isWhole));
  }
}

/**
 * Sums of amounts that are whole where courses are: sets that are used; courses of one size, of one size under one limit, of
 * one price; and those of each group, all and by price.
 */
function wholesOf(groups: readonly Group[], { taken, sets }: Program): Whole[] {
  const all = sets.map((name): Whole => ({ names: [name], weight: 1e7 }));
  const families = new Map<string, Family>();
  const add = (key: string, group: number, which: number, names: readonly Name[]): void => {
    const family = families.get(key) ?? { last: -1, text: '', names: [] };
    families.set(key, family);
    if (family.last === group && which === 0) return;
    family.last = group;
    family.text += `${group}.${which},`;
    family.names.push(...names);
  };
  groups.forEach(({ parts, prices }, index) => {
    const courses = taken[index]!.flat();
    const hours = parts.reduce((sum, part) => sum + part.hours, 0);
    add(`hours ${hours}`, index, 0, courses);
    for (const { pairs } of parts)
      for (const { limits } of pairs) for (const limit of limits) add(`limit ${limit} ${hours}`, index, 0, courses);
    prices.forEach(({ cents, memberships }, which) =>
      add(
        `price ${hours} ${cents} ${memberships.join()}`,
        index,
        prices.length > 1 ? which + 1 : 0,
        taken[index]![which]!,
      ),
    );
  });
  for (const { names } of new Map([...families.values()].map((one) => [one.text, one])).values())
    all.push({ names, weight: 1e10 });
  taken.forEach((prices, index) => {
    const weight = 1000 + groups[index]!.prices[0]!.cents;
    if (prices.length > 1) all.push({ names: prices.flat(), weight: 2 * weight });
    for (const names of prices) all.push({ names, weight });
  });
  return all;
}

/** By amount, the places of the sums that it is in. */
function placesOf(wholes: readonly Whole[]): (readonly number[] | undefined)[] {
  const places: number[][] = [];
  wholes.forEach(({ names }, index) => {
    for (const name of names) (places[name] ??= []).push(index);
  });
  return places;
}

function bound(tableau: SparseTableau, names: readonly Name[], how: 'at most' | 'at least', count: number): void {
  const times = how === 'at most' ? 1 : -1;
  tableau.addRow(
    names.map((name): Term => [name, times]),
    times * count,
  );
}

/** A copy that forgets these amounts. */
function without(tableau: SparseTableau, names: readonly Name[]): SparseTableau {
  const copy = tableau.copy();
  copy.drop(names);
  return copy;
}

function sumOf(tableau: SparseTableau, names: readonly Name[]): number {
  return names.reduce((sum, name) => sum + tableau.amount(name), 0);
}

/** The largest amount that all values are multiples of: the common divisor of all prices, and of the weights. */
function unitOf({ groups, memberships, weights }: ProgramInput): number {
  const cents = [
    ...groups.flatMap(({ prices }) => prices.map((price) => price.cents)),
    ...memberships.flatMap(({ plans }) => plans.map(({ priceUsd }) => Math.round(priceUsd * 100))),
  ];
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const all = [...cents.map((one) => one * weights.cent), weights.hour, weights.sureHour, weights.study];
  return Math.max(1, all.filter((one) => one > 0).reduce(divisor, 0));
}
