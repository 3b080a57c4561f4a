/**
 * What whole courses can count under one cap, or take of one limit. A fractional answer splits a course between blocks so
 * that all are full; inequalities that whole courses keep cut that off.
 */
import { envelope } from '../assign/envelope.ts';
import { takenOf } from '../assign/problem.ts';
import type { Name, Term } from '../assign/tableau.ts';
import { groupedBy } from '../grouped-by.ts';
import { whole } from './fractions.ts';
import type { Landing, Later, Program, ProgramInput, Stand } from './program.ts';

/** A cap or a limit. */
type Bound = {
  readonly most: number;
  /** Whole choices that matter have fewer hours. */
  readonly end: number;
  readonly isLimit: boolean;
  /** By landing: what one of its amounts counts here; absent where nothing does. */
  readonly counts: ReadonlyMap<number, (way: Later['way']) => number>;
  /** Landings elsewhere in which items that are here may be said to be in part. */
  readonly standIns: ReadonlySet<number>;
  readonly kinds: readonly Inside[];
};
/** Items of a kind, and the most hours of one that count here. `always`: as soon as one is taken. */
type Inside = { readonly kind: number; readonly hours: number; readonly always: boolean };
type Use = Pick<Later, 'landing' | 'way' | 'idle'>;
/** So much of a landing is used in this way. */
type Used = Use & { readonly amount: number };

/** Tables larger than this would take longer than they save. */
const largest = 20_000;
/** Times that a table is worked through before a cut is found, or known not to be there. */
const tries = 5;
/** With more kinds in play than this, telling them apart is not worth the time. */
const fewEnough = 12;

export class Cuts {
  private readonly program: Program;
  private readonly bounds: readonly Bound[];
  private work = 0;

  constructor(program: Program, { problem }: Pick<ProgramInput, 'problem'>) {
    this.program = program;
    const caps = problem.caps.map(({ hours }, cap) => capOn(hours, cap, program));
    const limits = problem.limits.map((limit, index) =>
      limitOn(program.room[index]!, index, (hours) => takenOf(limit, hours), program),
    );
    this.bounds = [...caps, ...limits].filter(({ kinds }) => kinds.length);
  }

  /** About how many table entries were worked on since this was asked. */
  takeWork(): number {
    const { work } = this;
    this.work = 0;
    return work;
  }

  /** Keeps rows in mind that cut this fractional answer off. False: there are none. */
  add(stand: Stand): boolean {
    const used = this.usedIn(stand);
    const taken = this.takenIn(stand, used);
    return this.bounds.filter((bound) => this.cut(bound, used, taken)).length > 0;
  }

  private usedIn({ tableau, later }: Stand): Used[] {
    const all = this.program.landings.flatMap(({ amounts, ways, idle }, landing) =>
      amounts.map((name, at) => ({ ...useOf(landing, ways[at]!, idle), amount: tableau.amount(name) })),
    );
    const added = later.map((one) => ({ ...one, amount: tableau.amount(one.name) }));
    return [...all, ...added].filter(({ amount }) => amount > whole);
  }

  /** By kind, how many items are there. */
  private takenIn({ tableau }: Stand, used: readonly Used[]): number[] {
    const { kinds, landings } = this.program;
    const taken = kinds.map(({ count, taken }) =>
      taken ? taken.reduce((sum, name) => sum + tableau.amount(name), 0) : count,
    );
    for (const { landing, idle, amount } of used) if (idle !== undefined) taken[landings[landing]!.kind]! += amount;
    return taken;
  }

  private cut(bound: Bound, used: readonly Used[], taken: readonly number[]): boolean {
    const { most, end, kinds: inside, isLimit } = bound;
    const { here, counted } = this.itemsIn(bound, used, taken);
    const find = (keyOf: (one: Inside) => number, atMost: number): boolean => {
      const alike = [...groupedBy(inside, keyOf).values()];
      const sizes = alike.map((some) => ({
        hours: some[0]!.hours,
        most: some.reduce((sum, { kind }) => sum + this.program.kinds[kind]!.count, 0),
        amount: some.reduce((sum, { kind }) => sum + here[kind]!, 0),
      }));
      if (sizes.every(({ amount }) => Math.abs(amount - Math.round(amount)) < whole)) return false;
      const count = sizes.filter(({ amount }) => amount > whole).length;
      if (count > atMost || most * count > largest) return false;
      this.work += tries * most * count;
      const found = envelope(most, end, sizes, counted);
      if (!found) return false;
      const perItem = this.program.kinds.map(() => 0);
      for (const [index, some] of alike.entries()) for (const { kind } of some) perItem[kind] = found.perItem[index]!;
      if (isLimit) this.keepTaken(bound, perItem, found.base);
      else this.keep(bound, perItem, found.base);
      return true;
    };
    // Those that are in play are told from others of their size: there are fewer of them.
    const byUse = ({ hours, kind }: Inside): number => 2 * hours + (here[kind]! > whole ? 1 : 0);
    const byKind = ({ hours, kind }: Inside): number => hours * this.program.kinds.length + kind;
    return find(byUse, Infinity) || find(byKind, fewEnough);
  }

  /** By kind, the items that are here, and the hours that count of all. Under a cap is what is taken and not elsewhere. */
  private itemsIn({ counts, standIns, isLimit, kinds }: Bound, used: readonly Used[], taken: readonly number[]) {
    const here = taken.map((amount) => (isLimit ? 0 : amount));
    let counted = 0;
    for (const { landing, way, amount } of used) {
      const count = counts.get(landing);
      const { kind } = this.program.landings[landing]!;
      if (isLimit && count) here[kind]! += amount;
      if (!isLimit && !count && !standIns.has(landing)) here[kind]! -= amount;
      if (count) counted += amount * count(way);
    }
    if (!isLimit) return { here, counted };
    for (const { kind, always } of kinds) if (always) here[kind] = taken[kind]!;
    return { here, counted: kinds.reduce((sum, { kind, hours }) => sum + hours * here[kind]!, 0) };
  }

  /**
   * The same of a limit: here an item takes all its hours. Where it takes more than its share of the base, what is used
   * of it takes no less; else as many may be here as are not elsewhere.
   */
  private keepTaken({ counts, standIns, kinds }: Bound, perItem: readonly number[], base: number): void {
    const beyond = new Map(kinds.map(({ kind, hours }) => [kind, hours - perItem[kind]!]));
    const more = perItem.map(() => 0);
    for (const { kind, always } of kinds) more[kind] = -Math.min(always ? Infinity : 0, beyond.get(kind)!);
    const each = ({ kind }: Landing): number => beyond.get(kind)! + more[kind]!;
    const takes = [...counts.keys()].map((landing) => [landing, () => each(this.program.landings[landing]!)] as const);
    this.keep({ counts: new Map(takes), standIns }, more, base);
  }

  /** Hours that count are at most the base, and for each item of a kind that is taken and not elsewhere so much more. */
  private keep(
    { counts, standIns }: Pick<Bound, 'counts' | 'standIns'>,
    perItem: readonly number[],
    base: number,
  ): void {
    const { landings, kinds, inMind } = this.program;
    const weightOf = ({ landing, way, idle }: Use): number => {
      const more = perItem[landings[landing]!.kind]!;
      const isElsewhere = !counts.has(landing) && !standIns.has(landing);
      return (counts.get(landing)?.(way) ?? 0) + (isElsewhere ? more : 0) - (idle === undefined ? 0 : more);
    };
    const weights = new Map<Name, number>();
    const weigh = (name: Name, times: number): unknown => weights.set(name, (weights.get(name) ?? 0) + times);
    let atMost = base;
    for (const [kind, { count, taken }] of kinds.entries()) {
      if (taken) for (const name of taken) weigh(name, -perItem[kind]!);
      else atMost += count * perItem[kind]!;
    }
    for (const [landing, { amounts, ways, idle }] of landings.entries()) {
      for (const [at, name] of amounts.entries()) weigh(name, weightOf(useOf(landing, ways[at]!, idle)));
    }
    const scale = Math.max(1, atMost);
    const terms = [...weights].flatMap(([name, times]): Term[] =>
      Math.abs(times) > 1e-9 ? [[name, times / scale]] : [],
    );
    inMind.add({ terms, atMost: atMost / scale }, (later) => weightOf(later) / scale);
  }
}

function useOf(landing: number, way: Later['way'], idle: Name | undefined): Use {
  return { landing, way, ...(idle !== undefined && { idle }) };
}

/** What counts under a cap in one way: what counts there in both is more than an envelope knows of. */
function capOn(most: number, cap: number, { landings }: Program): Bound {
  const counts = new Map<number, (way: Later['way']) => number>();
  const sizes = new Map<number, number>();
  for (const [index, { caps, spillCaps, reach, hours, kind }] of landings.entries()) {
    const isHere = caps.includes(cap);
    if (isHere === spillCaps.includes(cap)) continue;
    counts.set(index, ({ counted, spilled }) => (isHere ? counted : spilled));
    sizes.set(kind, Math.max(sizes.get(kind) ?? 0, isHere ? reach : hours));
  }
  const kinds = [...sizes].flatMap(([kind, hours]) => (hours > 0 ? [{ kind, hours, always: false }] : []));
  const standIns = standInsFor(counts, landings);
  // Items may stick out of caps.
  return { most, end: most + Math.max(0, ...sizes.values()), isLimit: false, counts, standIns, kinds };
}

/** What takes of a limit. */
function limitOn(most: number, limit: number, takesOf: (hours: number) => number, program: Program): Bound {
  const { landings, kinds } = program;
  const counts = new Map<number, () => number>();
  const inside = new Map<number, Inside>();
  for (const [index, { limits, hours, kind }] of landings.entries()) {
    if (!limits.includes(limit)) continue;
    counts.set(index, () => takesOf(hours));
    inside.set(kind, { kind, hours: takesOf(hours), always: kinds[kind]!.always.includes(limit) });
  }
  const standIns = standInsFor(counts, landings);
  return { most, end: most + 1, isLimit: true, counts, standIns, kinds: most > 0 ? [...inside.values()] : [] };
}

/** The landings elsewhere that stand in for some of these. */
function standInsFor(counts: Bound['counts'], landings: readonly Landing[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const index of counts.keys()) {
    const { kind, standIn } = landings[index]!;
    const other = landings.findIndex((one) => one.kind === kind && one.bin === standIn);
    if (other >= 0 && !counts.has(other)) found.add(other);
  }
  return found;
}
