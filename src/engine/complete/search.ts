/**
 * Branch and bound over the program of `program.ts`. A fractional answer bounds every whole one inside its part; a whole
 * one is checked by the exact assignment of the courses it takes, which is also what it is worth.
 */
import type { Name, Term } from '../assign/tableau.ts';
import { Answers, lengthsFor, takenBy, type Answer } from './answers.ts';
import { Cuts } from './cuts.ts';
import { Branching } from './branching.ts';
import { Fractions, whole } from './fractions.ts';
import { shortened } from './lengths.ts';
import { Parts, type Part } from './parts.ts';
import { programOf, type Program, type ProgramInput } from './program.ts';
import { bound, sumOf, without, type SparseTableau } from './sparse-tableau.ts';
import { unitOf } from './unit.ts';

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
  /** Table entries to work on: a thousand million or more in a second of a laptop core. */
  readonly work: number;
  /** The same while the best is far from the bound. Absent: no more than otherwise. */
  readonly workWhereFar?: number;
  /** Of these, for the best use of the courses of one answer. Absent: as many as an audit works on. */
  readonly assignment?: number;
};

/** Whole answers are looked for among what costs so little more than the fractional one, as shares of what that costs. */
const shares = [0.02, 0.05, 0.1, 0.3, Infinity];
/** An answer is far from a bound where more than this share of its costs is between them. */
const far = 1 / 10;
/** Between so many parts, one good answer is looked for. */
const diveEvery = 16;

/** The best answer, or the best found within the limits. */
export function searchCourses(
  input: ProgramInput,
  limits: SearchLimits,
  progress: Progress = () => true,
  program = programOf(input),
): Found {
  return new Search(input, limits, program, progress).run(limits);
}

class Search {
  private readonly input: ProgramInput;
  private readonly progress: Progress;
  private readonly program: Program;
  private readonly answers: Answers;
  /** Values of different answers differ by at least so much. */
  private readonly unit: number;
  /** Amounts, and in how many parts a whole one of each may come. */
  private readonly portions: readonly (readonly [name: Name, parts: number])[];
  private readonly parts: Parts;
  private readonly fractions: Fractions;
  private readonly branching: Branching;
  private readonly cuts: Cuts;
  private best: Answer;
  /** No answer at all is worth more. */
  private most = Infinity;
  /** Table entries worked on for answers. */
  private work = 0;
  /** Parts looked at. */
  private looked = 1;

  constructor(input: ProgramInput, { assignment }: SearchLimits, program: Program, progress: Progress) {
    this.input = input;
    this.progress = progress;
    this.program = program;
    this.answers = new Answers(input, assignment);
    this.unit = unitOf(input);
    this.fractions = new Fractions(input, program);
    this.parts = new Parts(program, (value) => this.cannotBeat(value));
    this.cuts = new Cuts(program, input);
    this.branching = new Branching(this.parts);
    const { taken, months, landings } = this.program;
    // Where landing and taking are one, a course may count in part, hour by hour.
    const parts = new Map<Name, number>(months.flat().map((name) => [name, 1]));
    taken.forEach((prices, index) => {
      const hours = Math.max(...input.groups[index]!.parts.map((part) => part.hours));
      for (const name of prices.flat()) parts.set(name, hours);
    });
    for (const { amounts, hours } of landings) for (const name of amounts) parts.set(name, hours);
    this.portions = [...parts];
    this.best = this.answers.of([]);
  }

  run(limits: SearchLimits): Found {
    const { progress } = this;
    const all = this.parts.whole();
    const start = this.ofWholeHours(all) ?? all;
    this.most = start.bound;
    const { work, workWhereFar = work } = limits;
    const isOver = (bound: number): boolean =>
      this.worked > (this.isFarFrom(bound) ? workWhereFar : work) ||
      !progress({ best: this.best, bound: Math.max(this.best.value, bound) });
    this.dive(start);
    if (isOver(start.bound)) return this.found([start.bound]);
    for (const part of this.byMembership(start)) {
      // What is left of the work is worth more on the good answers that there are by then.
      if (this.cannotBeat(part.bound) || this.worked > limits.work / 8) continue;
      this.dive(part);
      if (isOver(part.bound)) return this.found([start.bound]);
    }
    this.polish(start);
    if (this.isFarFrom(start.bound)) {
      this.dive(start, true);
      this.polish(start);
    }
    return this.found(this.search(start, limits, isOver));
  }

  /** The part where no fraction of a step counts. */
  private ofWholeHours(part: Part): Part | undefined {
    const hours = Math.floor(this.hoursOf(part) + whole);
    return this.parts.changed(part, (tableau) => tableau.addRow(this.countedIn(part), hours), true);
  }

  /** The best, with the bounds of what was not looked at. */
  private found(bounds: readonly number[]): Found {
    const left = bounds.filter((bound) => !this.cannotBeat(bound));
    const { best, answers } = this;
    return { best, proven: left.length === 0, bound: Math.max(best.value, ...left), exact: answers.isExact };
  }

  /** Looks for better answers than the best. Returns the bounds of what is left to look at. */
  private search(from: Part, limits: SearchLimits, isOver: (bound: number) => boolean): number[] {
    const dear = this.dearerThan(from.tableau, from.bound - this.best.value);
    const start = this.shortened({ ...from, tableau: without(from.tableau, dear) });
    // One stack of parts for each choice of memberships. The next part comes from the stack that promises most.
    const stacks = start ? this.byMembership(start).map((part) => [this.shortened(part) ?? []].flat()) : [];
    const unsolved: number[] = [];
    const promise = (stack: readonly Part[]): number => Math.max(...stack.map(({ bound }) => bound));
    for (let stopped = false; this.looked <= limits.parts && !stopped; this.looked++) {
      const alive = stacks.filter((stack) => stack.length > 0 && !this.cannotBeat(promise(stack)));
      if (!alive.length) break;
      const stack = alive.reduce((best, one) => (promise(one) > promise(best) ? one : best));
      const part = stack.pop()!;
      if (this.cannotBeat(part.bound)) continue;
      if (this.looked % diveEvery === 0) this.dive(part);
      const parts = this.divide(part);
      if (parts) stack.push(...parts.toSorted((x, y) => x.bound - y.bound));
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
        const part = this.parts.changed(start, (tableau) => {
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
          this.parts.changed(part, (tableau) => bound(tableau, names, 'at most', 0)),
          this.parts.changed(part, (tableau) => bound(tableau, names, 'at least', 1)),
        ].filter((one) => one !== undefined),
      );
    }
    return parts.sort((a, b) => b.bound - a.bound);
  }

  /**
   * Goes straight for a good whole answer: with what costs little more alone, and with more where hours are missing. With care,
   * it looks both ways at each step.
   */
  private dive(part: Part, withCare = false): void {
    const hours = this.hoursOf(part);
    const costs = this.input.weights.hour * hours - part.tableau.value.first;
    for (const share of shares) {
      const dear = this.portions.flatMap(([name]) => (part.tableau.lossOf(name) < -share * costs ? [name] : []));
      const { best } = this;
      this.down({ ...part, tableau: without(part.tableau, dear), held: new Map(part.held) }, withCare);
      // What may be better takes as long again: a good answer is told of before.
      if (this.best !== best && !this.progress({ best: this.best, bound: this.most })) break;
      if (this.best.hours >= Math.round(hours) || !this.answers.isExact) break;
    }
  }

  /** The same in a tableau that may be changed. */
  private down(part: Part, withCare: boolean): void {
    let at: Part | undefined = part;
    for (let count = 0; at && count < 60; count++) {
      const amounts = this.fractions.of(at).sort((a, b) => b.promise - a.promise);
      if (!amounts.length) {
        const answer = this.consider(at);
        if (answer.hours >= Math.round(this.hoursOf(at)) || !this.answers.isExact) break;
        // Where courses are split between blocks, they may not count as much: others may.
        const parts: readonly Part[] = this.sharpened(at) ?? this.parts.dividedByLanding(at) ?? [];
        if (parts[0]?.tableau !== at.tableau) this.parts.release(at.tableau);
        at = parts.reduce<Part | undefined>((best, one) => (best && best.bound >= one.bound ? best : one), undefined);
        continue;
      }
      const [first] = amounts.filter(({ up }) => up > 0.5).concat(amounts);
      const from: Part = at;
      const { names, floor } = first!;
      const most = this.parts.bounded(from, names, 'at least', floor + 1);
      const isFine = !withCare && most && most.bound > from.bound - this.input.weights.hour / 2;
      const least = isFine ? undefined : this.parts.bounded(from, names, 'at most', floor);
      at = !least || (most && most.bound >= least.bound) ? most : least;
      for (const one of [from, most, least]) if (one && one !== at) this.parts.release(one.tableau);
    }
    if (at) this.parts.release(at.tableau);
  }

  /** The parts that are left of a part, or undefined if it can't be divided although it may hold a better answer. */
  private divide(part: Part): readonly Part[] | undefined {
    const { tableau } = part;
    if (tableau.stuck) return undefined;
    this.dropDear(part);
    const hours = this.hoursOf(part);
    if (hours - Math.floor(hours + whole) > whole) return [this.ofWholeHours(part) ?? []].flat();
    const amounts = this.fractions.of(part);
    if (!amounts.length) {
      const answer = this.consider(part);
      // Worth what the fractional answer is: there is no better one in this part.
      if (this.cannotBeat(part.bound) || answer.hours >= Math.round(hours))
        return this.cannotBeat(part.bound) ? [] : undefined;
      return this.sharpened(part) ?? this.parts.dividedByLanding(part);
    }
    return this.branching.halvesOf(part, amounts, part.bound - this.best.value);
  }

  /** The part where courses are split, without answers in which they are: what is left of it; undefined if it has no others. */
  private sharpened(part: Part): readonly Part[] | undefined {
    this.program.inMind.letGo(part);
    const isSharper = this.cuts.add(part);
    this.work += this.cuts.takeWork();
    return isSharper ? [this.parts.solved(part) ?? []].flat() : undefined;
  }

  private shortened(part: Part): Part | undefined {
    return shortened(part, this.parts, this.program);
  }

  /** Forgets what no better answer has. */
  private dropDear({ tableau, bound: most }: Part): void {
    const dear = this.dearerThan(tableau, most - this.best.value);
    // Laying out what is left costs more than carrying a few along.
    if (dear.length > this.portions.length / 10) tableau.drop(dear);
  }

  /** Amounts of which less than a part of one would cost more than this. */
  private dearerThan(tableau: SparseTableau, costs: number): Name[] {
    return this.portions.flatMap(([name, parts]) => (tableau.lossOf(name) < -costs * parts ? [name] : []));
  }

  private get worked(): number {
    return this.work + this.parts.work;
  }

  private cannotBeat(value: number): boolean {
    return value < this.best.value + this.unit - 0.01 * this.unit;
  }

  private isFarFrom(bound: number): boolean {
    const { value, hours } = this.best;
    return bound - value > far * (this.input.weights.hour * hours - value);
  }

  private hoursOf(part: Part): number {
    return this.countedIn(part).reduce((sum, [name, hours]) => sum + hours * part.tableau.amount(name), 0);
  }

  /** The steps of the degree's hours that amounts count. */
  private countedIn({ later }: Part): readonly Term[] {
    if (!later.length) return this.program.counted;
    return [...this.program.counted, ...later.map(({ name, way }): Term => [name, way.counted + way.spilled])];
  }

  /** The answer that the part's fractional one takes the courses of, which are whole. */
  private consider(part: Part): Answer {
    const { taken } = this.program;
    const { tableau, later } = part;
    const courses = takenBy(this.input.groups, (group, price) => {
      const names = taken[group]![price]!;
      const added = later.filter(({ idle }) => idle !== undefined && names.includes(idle));
      return sumOf(tableau, [...names, ...added.map(({ name }) => name)]);
    });
    const answer = this.answers.of(courses, this.landsWhole(part) ? Math.round(this.hoursOf(part)) : undefined);
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
