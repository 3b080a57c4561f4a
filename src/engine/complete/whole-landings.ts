/**
 * Where items land, in a model of whole numbers: how many of each kind are in each bin, and how many of their hours count
 * there. Hours need not be whole: bounds on them are, and so are the best answers but for odd ones, which are found out.
 */
import { takenOf, type Item, type Pair } from '../assign/problem.ts';
import type { Name, Term } from '../assign/tableau.ts';
import { sureness } from '../sureness.ts';
import type { ProgramInput } from './program.ts';
import { unionsOf } from './time-rows.ts';
import type { WholeModel, WholeSums } from './whole-model.ts';

/** Items that land alike. */
type Kind = {
  readonly hours: number;
  readonly sure: boolean;
  readonly pairs: readonly Pair[];
  /** Where hours that stick out elsewhere may count. */
  readonly spill: Pair | undefined;
  readonly count: number;
  /** Of courses that are chosen: how many are. */
  readonly chosen?: readonly Name[];
  /** It stays where it is, and what it takes is taken off before. */
  readonly isPinned?: boolean;
};

/** By bin, how many items land there, and their hours that count there and elsewhere. */
type Landed = ReadonlyMap<number, { readonly name: Name; readonly here: Term; readonly there: readonly Term[] }>;

export class WholeLandings {
  private readonly input: ProgramInput;
  private readonly sums: WholeSums;
  private readonly hours: Term[] = [];
  private readonly sureHours: Term[] = [];
  private readonly caps: readonly Term[][];
  private readonly limits: readonly Term[][];
  /** Of each limit, what pins leave. */
  private readonly room: number[];
  /** Of each choice, the sets that may be used, and those that pins use. */
  private readonly sets: readonly Map<string, Name>[];
  private readonly pinnedSets: readonly Set<string>[];

  constructor(input: ProgramInput, sums: WholeSums) {
    this.input = input;
    this.sums = sums;
    const { problem, held } = input;
    this.caps = problem.caps.map(() => []);
    this.limits = problem.limits.map(() => []);
    this.sets = problem.choices.map(() => new Map<string, Name>());
    this.pinnedSets = problem.choices.map(() => new Set<string>());
    this.room = problem.limits.map(({ hours }) => hours);
    for (const item of held) {
      const pinned = item.pairs.find(({ bin }) => bin === item.pinnedTo);
      for (const limit of pinned?.limits ?? []) this.room[limit]! -= takenOf(problem.limits[limit]!, item.hours);
      for (const { choice, set } of pinned?.choices ?? []) this.pinnedSets[choice]!.add(set);
    }
  }

  /** Adds all ways to land what stays and what is taken, and returns the hours that count, and those that are sure. */
  land(taken: WholeModel['taken']): { hours: readonly Term[]; sureHours: readonly Term[] } {
    const { problem, held, groups } = this.input;
    for (const item of held) if (item.secondUseOf === undefined) this.landHeld(item);
    groups.forEach(({ candidates, parts }, index) => {
      const alike = { count: candidates.length, chosen: taken[index]! };
      for (const { hours, sure, pairs, second } of parts) {
        const first = this.landKind({ ...alike, hours, sure, pairs, spill: this.spillOf(pairs) });
        this.landSecond({ ...alike, hours, sure: false, pairs: second, spill: undefined }, first);
      }
    });
    problem.caps.forEach(({ hours }, index) => this.sums.row(this.caps[index]!, hours));
    this.limits.forEach((terms, index) => this.sums.row(terms, this.room[index]!));
    problem.choices.forEach(({ atMost }, index) => {
      const used = [...this.sets[index]!.values()].map((name): Term => [name, 1]);
      this.sums.row(used, Math.max(0, atMost - this.pinnedSets[index]!.size));
    });
    return { hours: this.hours, sureHours: this.sureHours };
  }

  private landHeld({ id, hours, certainty, pairs, pinnedTo }: Item): void {
    const isPinned = pinnedTo !== undefined;
    const alike = { hours, count: 1 };
    const first = this.landKind({
      ...alike,
      sure: certainty >= sureness('published'),
      pairs: isPinned ? pairs.filter(({ bin }) => bin === pinnedTo) : pairs,
      spill: this.spillOf(pairs),
      isPinned,
    });
    const second = this.input.held.find(({ secondUseOf }) => secondUseOf === id)?.pairs ?? [];
    this.landSecond({ ...alike, sure: false, pairs: second, spill: undefined }, first);
  }

  private spillOf(pairs: readonly Pair[]): Pair | undefined {
    return pairs.find(({ bin }) => bin === this.input.problem.excessBin);
  }

  private landKind(kind: Kind): Landed {
    const { hours, pairs, count, chosen = [], isPinned = false } = kind;
    const { problem } = this.input;
    const landed = new Map<number, { name: Name; here: Term; there: Term[] }>();
    for (const pair of pairs) {
      const limits = (isPinned ? [] : pair.limits).map((limit) => {
        const takes = takenOf(problem.limits[limit]!, hours);
        return { terms: this.limits[limit]!, takes, goesIn: Math.floor(this.room[limit]! / takes) };
      });
      const most = Math.min(count, ...limits.map(({ goesIn }) => goesIn));
      if (most <= 0) continue;
      const name = this.sums.amount(most);
      for (const { terms, takes } of limits) terms.push([name, takes]);
      const [here, ...there] = this.countHours(kind, pair, name, most);
      landed.set(pair.bin, { name, here: here!, there });
    }
    if (!isPinned) this.useSets(pairs, landed, count);
    const all = [...landed.values()].map(({ name }): Term => [name, 1]);
    if (chosen.length) this.sums.row([...all, ...chosen.map((name): Term => [name, -1])], 0);
    else this.sums.row(all, count);
    return landed;
  }

  /** Hours count where an item is, and what sticks out may count elsewhere: together no more than it has. */
  private countHours({ hours, sure, spill }: Kind, pair: Pair, here: Name, most: number): Term[] {
    const places = spill && spill.bin !== pair.bin ? [pair, spill] : [pair];
    const counted = places.map(({ caps }): Term => {
      const reach = Math.min(hours, ...caps.map((cap) => Math.max(0, this.input.problem.caps[cap]!.hours)));
      const amount = this.sums.amount(reach * most, false);
      this.sums.row(
        [
          [amount, 1],
          [here, -reach],
        ],
        0,
      );
      for (const cap of caps) this.caps[cap]!.push([amount, 1]);
      return [amount, 1];
    });
    if (counted.length > 1) this.sums.row([...counted, [here, -hours]], 0);
    this.hours.push(...counted);
    if (sure) this.sureHours.push(...counted);
    return counted;
  }

  /** A set is used as soon as an item is in it. */
  private useSets(pairs: readonly Pair[], landed: Landed, count: number): void {
    const inside = new Map<Name, Term[]>();
    for (const { bin, choices } of pairs) {
      for (const { choice, set } of landed.has(bin) ? choices : []) {
        if (this.pinnedSets[choice]!.has(set)) continue;
        const used = this.sets[choice]!.get(set) ?? this.sums.amount(1);
        this.sets[choice]!.set(set, used);
        inside.set(used, [...(inside.get(used) ?? []), [landed.get(bin)!.name, 1]]);
      }
    }
    for (const [used, terms] of inside) this.sums.row([...terms, [used, -count]], 0);
  }

  /**
   * Second uses go only as far as first uses lie beside them: those of several bins together, beside any of theirs. What
   * sticks out of first uses and counts elsewhere does not count in second ones.
   */
  private landSecond(kind: Kind, first: Landed): void {
    const landed = this.landKind(kind);
    const pairs = kind.pairs.filter(({ bin }) => landed.has(bin));
    for (const some of unionsOf(pairs.map(({ besides = [] }) => besides.map(String)))) {
      const beside = some.map(Number);
      const seconds = pairs
        .filter(({ besides = [] }) => besides.every((bin) => beside.includes(bin)))
        .map(({ bin }) => landed.get(bin)!);
      const firsts = beside.flatMap((bin) => first.get(bin) ?? []);
      const less = (times: number): Term[] => firsts.map(({ name }) => [name, -times]);
      this.sums.row([...seconds.map(({ name }): Term => [name, 1]), ...less(1)], 0);
      if (!firsts.some(({ there }) => there.length)) continue;
      const elsewhere = firsts.flatMap(({ there }) => there);
      this.sums.row([...seconds.map(({ here }) => here), ...elsewhere, ...less(kind.hours)], 0);
    }
  }
}
