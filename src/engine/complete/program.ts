/**
 * The choice of courses as a linear program with whole amounts: how many courses of each group are taken and how they are
 * paid, how many payments each membership has, and where hours land.
 *
 * Two values, as the tableau has them. In the first, an hour of the degree outweighs every sure hour, which outweighs every
 * hour of study (of the fastest plan), which outweighs every dollar. The second breaks ties: surer, then fewer courses.
 */
import type { Amount, Name, Term } from '../assign/tableau.ts';
import { takenOf, type Item, type Pair } from '../assign/problem.ts';
import type { DegreeProblem } from '../assign.ts';
import { sureness } from '../sureness.ts';
import { monthsFor, studyBetween, studyInMonth } from './calendar.ts';
import type { Worth } from '../assign/model.ts';
import type { Group, GroupPart } from './groups.ts';
import { cheapestPlans } from './prices.ts';
import { SparseTableau } from './sparse-tableau.ts';
import type { Membership, Wishes } from './types.ts';
import type { Stack } from './stacks.ts';
import { isOnlyIn, wholeStudy } from './whole-study.ts';

/** What one of each is worth in the first value. */
export type Weights = {
  readonly hour: number;
  readonly sureHour: number;
  /** Of an hour of study. */
  readonly study: number;
  readonly cent: number;
};

/** Where a program stands: the fractional answer of one part of the search. */
export type Stand = {
  readonly tableau: SparseTableau;
  /** The rows among those kept in mind that were broken once, by their index, and so are in the tableau. */
  readonly held: Map<number, Name>;
  /** Amounts that were added since, with what they weigh on rows kept in mind. */
  readonly later: readonly Weight[];
};

/** An amount, and what one of it weighs on rows kept in mind, by their index. */
export type Weight = { readonly name: Name; readonly rows: readonly Term[] };

export type Program = {
  readonly start: Stand;
  /** Rows that most answers keep anyway. Only what an answer broke goes into its tableau, which stays small. */
  readonly inMind: readonly { readonly terms: readonly Term[]; readonly atMost: number }[];
  /** By amount, what one of it weighs on them. */
  readonly weights: readonly (readonly Term[] | undefined)[];
  /** By group and price, the amounts that add up to the courses taken so. */
  readonly taken: readonly (readonly (readonly Name[])[])[];
  /** By membership and number of months, from 1: whether it runs so long. */
  readonly months: readonly (readonly Name[])[];
  /** Uses of sets under choices: 0 or 1. */
  readonly sets: readonly Name[];
  /** Uses of the items of one kind in one bin; to divide on where a course is split. */
  readonly landings: readonly Landing[];
  /** Steps of the degree's hours that amounts count. */
  readonly counted: readonly Term[];
  /** The rows of the problem's caps, and those of its limits by their index among those kept in mind. */
  readonly caps: readonly Name[];
  readonly limits: readonly number[];
};

export type Landing = {
  readonly amounts: readonly Name[];
  /** Of one item, in steps. */
  readonly hours: number;
  /** One item that is there and counts nothing, or elsewhere alone. */
  readonly later: () => readonly LaterAmount[];
};

/** An amount to add: its rows in the tableau, and its rows in mind. */
export type LaterAmount = Amount & { readonly inMind: readonly Term[] };

export type ProgramInput = {
  /** With the first candidate of each stack. */
  readonly problem: DegreeProblem;
  readonly stacks: readonly Stack[];
  /** Items of credit that stays. */
  readonly held: readonly Item[];
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
  readonly wishes: Wishes;
  readonly today: string;
  readonly weights: Weights;
};

/** Items of one kind, which land alike. */
type Kind = {
  readonly hours: number;
  readonly pairs: readonly Pair[];
  readonly sure: boolean;
  /** How many there are at most. */
  readonly count: number;
  /** The row that says so; absent where `cost` has it. */
  readonly within?: Name;
  /** It stays where it is, and what it takes is taken off before. */
  readonly isPinned?: boolean;
  /** Limits that are taken elsewhere. */
  readonly everywhere?: readonly number[];
  /** What each costs, where it lands and is paid for at once. */
  readonly cost?: Amount;
  /** Where second uses of them may lie, beside first uses. */
  readonly second?: readonly Pair[];
  /** Of second uses: by bin, the amounts of first uses. */
  readonly first?: ReadonlyMap<number, readonly Name[]>;
};

/**
 * Goes to the largest value again after new rows, and puts into the tableau what that breaks. False: nothing keeps the
 * rows.
 */
export function settle({ tableau, held, later }: Stand, { inMind, weights }: Program): boolean {
  const sums = new Float64Array(inMind.length);
  for (;;) {
    if (!tableau.repair()) return false;
    if (tableau.stuck) return true;
    sums.fill(0);
    tableau.forAmounts((name, amount) => addTo(sums, weights[name] ?? [], amount));
    for (const { name, rows } of later) addTo(sums, rows, tableau.amount(name));
    let broken = 0;
    for (let index = 0; index < sums.length; index++) {
      const { terms, atMost } = inMind[index]!;
      if (sums[index]! <= atMost + 1e-7 || held.has(index)) continue;
      held.set(index, tableau.addRow([...terms, ...laterOn(index, later)], atMost));
      broken++;
    }
    if (!broken) return true;
  }
}

/** Adds what so much weighs on each row. */
function addTo(sums: Float64Array, rows: readonly Term[], amount: number): void {
  for (const [row, times] of rows) sums[row]! += times * amount;
}

/** What amounts that were added later weigh on a row kept in mind. */
function laterOn(index: number, later: readonly Weight[]): Term[] {
  return later.flatMap(({ name, rows }) =>
    rows.flatMap(([row, times]): Term[] => (row === index ? [[name, times]] : [])),
  );
}

/** The program, solved for fractional amounts but for the rows in mind: `settle` it. */
export function programOf(input: ProgramInput): Program {
  return new Builder(input).build();
}

/** Collects rows and amounts, and lays them out at once. Until then, amounts are numbered from 0. */
class Builder {
  private readonly input: ProgramInput;
  private readonly rows: { readonly atMost: number; readonly inMind: boolean }[] = [];
  private readonly amounts: { rows: Term[]; first: number; second: number }[] = [];
  private readonly sets = new Map<string, Name>();
  private readonly landings: (Omit<Landing, 'later'> & { readonly later: () => readonly Amount[] })[] = [];
  private readonly counted: Term[] = [];
  private readonly caps: readonly Name[];
  private readonly limits: readonly Name[];
  private readonly choices: readonly Name[];
  private readonly room: readonly number[];
  private readonly setsUsed: readonly ReadonlySet<string>[];
  private readonly sureRow: Name | undefined;

  constructor(input: ProgramInput) {
    this.input = input;
    const { problem, held, wishes } = input;
    // What pins take is taken before anything else.
    const room = problem.limits.map(({ hours }) => hours);
    const setsUsed = problem.choices.map(() => new Set<string>());
    for (const item of held) {
      const pair = pinnedPair(item);
      for (const limit of pair?.limits ?? []) room[limit]! -= takenOf(problem.limits[limit]!, item.hours);
      for (const { choice, set } of pair?.choices ?? []) setsUsed[choice]!.add(set);
    }
    this.room = room;
    this.setsUsed = setsUsed;
    this.caps = problem.caps.map(({ hours }) => this.row(hours));
    this.limits = room.map((hours) => this.row(Math.max(0, hours), true));
    this.choices = problem.choices.map(({ atMost }, index) => this.row(Math.max(0, atMost - setsUsed[index]!.size)));
    this.sureRow = wishes.leastSureHours === undefined ? undefined : this.row(0);
  }

  build(): Program {
    const { problem, held, groups, wishes, weights } = this.input;
    for (const item of held) if (item.secondUseOf === undefined) this.landHeld(item);
    const { months, within: timeOf } = this.memberships();
    const dates = this.dates();
    const codes = new Map<string, Name>();
    const codeRow = (code: string): Name => {
      const row = codes.get(code) ?? this.row(1, true);
      codes.set(code, row);
      return row;
    };
    const taken = groups.map((group) => {
      const { candidates, parts, prices, studyHours, becomes } = group;
      const count = candidates.length;
      const surest = candidates[0]!.accepted.reduce((sum, { certainty }) => sum + sureness(certainty), 0);
      const takes: Term[] = [
        [this.row(count, true), 1],
        ...becomes.map((code): Term => [codeRow(code), 1]),
        ...dates(group),
        ...parts.flatMap((part) =>
          everywhere(group).map((limit): Term => [this.limits[limit]!, takenOf(problem.limits[limit]!, part.hours)]),
        ),
      ];
      const costs = prices.map(({ cents, memberships }) => ({
        rows: [...takes, ...timeOf(memberships).map((row): Term => [row, studyHours])],
        first: -weights.cent * cents - weights.study * studyHours,
        second: surest - 10,
      }));
      const [part] = parts;
      const [cost] = costs;
      // Where there is one part and one price, landing and taking are one.
      if (part && cost && parts.length === 1 && costs.length === 1) {
        const first = this.land({ ...part, count, everywhere: everywhere(group), cost });
        this.landSecond(part, count, first);
        return [[...[...first.values()].flat(), this.amount(cost)]];
      }
      const within = parts.map((one) => {
        const row = this.row(0);
        const first = this.land({ ...one, count, within: row, everywhere: everywhere(group) });
        this.landSecond(one, count, first);
        return row;
      });
      return costs.map((one) => [
        this.amount({ ...one, rows: [...one.rows, ...within.map((row): Term => [row, -1])] }),
      ]);
    });
    if (this.sureRow !== undefined) {
      const most = this.row((wishes.leastSureHours! * 100) / problem.step);
      this.amount({
        rows: [
          [this.sureRow, 1],
          [most, 1],
        ],
        first: weights.sureHour,
      });
    }
    return this.laidOut(taken, months);
  }

  private laidOut(taken: Program['taken'], months: Program['months']): Program {
    const tableau = new SparseTableau();
    const inMind: number[] = [];
    // Of each row, its name in the tableau, or its place among those in mind less than 0.
    const rows = this.rows.map((row, index) => (row.inMind ? -inMind.push(index) : tableau.addRow([], row.atMost)));
    const apart = (its: readonly Term[]): { inTableau: Term[]; onMind: Term[] } => {
      const inTableau: Term[] = [];
      const onMind: Term[] = [];
      for (const [row, times] of its) {
        const at = rows[row]!;
        if (at >= 0) inTableau.push([at, times]);
        else onMind.push([-at - 1, times]);
      }
      return { inTableau, onMind };
    };
    const laid = this.amounts.map((one) => ({ one, ...apart(one.rows) }));
    const names = tableau.addAmounts(
      laid.map(({ one: { first, second }, inTableau }) => ({ rows: inTableau, first, second })),
    );
    const name = (index: Name): Name => names[index]!;
    const weights: (readonly Term[] | undefined)[] = [];
    const terms = inMind.map((): Term[] => []);
    laid.forEach(({ onMind }, index) => {
      if (!onMind.length) return;
      weights[name(index)] = onMind;
      for (const [row, times] of onMind) terms[row]!.push([name(index), times]);
    });
    tableau.improve();
    return {
      start: { tableau, held: new Map(), later: [] },
      inMind: inMind.map((row, index) => ({ terms: terms[index]!, atMost: this.rows[row]!.atMost })),
      weights,
      taken: taken.map((prices) => prices.map((one) => one.map(name))),
      months: months.map((one) => one.map(name)),
      sets: [...this.sets.values()].map(name),
      landings: this.landings.map(({ amounts, hours, later }) => ({
        amounts: amounts.map(name),
        hours,
        later: () =>
          later().map((one) => {
            const { inTableau, onMind } = apart(one.rows);
            return { ...one, rows: inTableau, inMind: onMind };
          }),
      })),
      counted: this.counted.map(([index, hours]): Term => [name(index), hours]),
      caps: this.caps.map((row) => rows[row]!),
      limits: this.limits.map((row) => -rows[row]! - 1),
    };
  }

  private row(atMost: number, inMind = false): Name {
    return this.rows.push({ atMost, inMind }) - 1;
  }

  private amount({ rows, first = 0, second = 0 }: { readonly rows: readonly Term[] } & Partial<Worth>): Name {
    return this.amounts.push({ rows: [...rows], first, second }) - 1;
  }

  private landHeld(item: Item): void {
    const { problem, held } = this.input;
    const { hours, pinnedTo } = item;
    const pinned = pinnedPair(item);
    const sure = item.certainty >= sureness('published');
    const pairs = pinnedTo === undefined ? item.pairs : pinned ? [pinned] : [];
    // What sticks out of where it is pinned may still count elsewhere.
    const spill = item.pairs.find(({ bin }) => bin === problem.excessBin);
    const second = held.find(({ secondUseOf }) => secondUseOf === item.id)?.pairs ?? [];
    const first = this.land(
      { hours, pairs, second, sure, count: 1, within: this.row(1, true), isPinned: pinnedTo !== undefined },
      spill,
    );
    this.landSecond({ hours, sure, second }, 1, first);
  }

  private landSecond(
    { hours, sure, second }: Pick<GroupPart, 'hours' | 'sure' | 'second'>,
    count: number,
    first: NonNullable<Kind['first']>,
  ): void {
    if (second.length) this.land({ hours, pairs: second, sure, count, within: this.row(count, true), first });
  }

  /** Adds the ways in which items of a kind land. By bin, the amounts. */
  private land(
    { hours, pairs, second = [], sure, count, within, isPinned = false, everywhere = [], first, cost }: Kind,
    spill = pairs.find(({ bin }) => bin === this.input.problem.excessBin),
  ): Map<number, readonly Name[]> {
    const { problem, weights } = this.input;
    const found = new Map<number, readonly Name[]>();
    const setRows = new Map<string, Name>();
    const isSure = sure && first === undefined;
    const worth = weights.hour + (isSure && this.sureRow === undefined ? weights.sureHour : 0);
    for (const pair of pairs) {
      const taken = (limit: number): number => (isPinned ? 0 : takenOf(problem.limits[limit]!, hours));
      if (pair.limits.some((limit) => taken(limit) > this.room[limit]!)) continue;
      const reach = Math.max(0, Math.min(hours, ...pair.caps.map((cap) => problem.caps[cap]!.hours)));
      const idle: Term[] = [
        ...(within === undefined ? [] : [[within, 1] as const]),
        ...(cost?.rows ?? []),
        ...pair.limits.flatMap((limit): Term[] =>
          isPinned || everywhere.includes(limit) ? [] : [[this.limits[limit]!, taken(limit)]],
        ),
        ...(isPinned ? [] : this.setRows(pair, count, setRows)),
        ...(first ? [this.besideRow(pair, first)] : []),
      ];
      const elsewhere = spill && spill.bin !== pair.bin ? spill : undefined;
      const wayOf = (here: number, there: number): Amount => ({
        rows: [
          ...idle,
          ...(here ? pair.caps.map((cap): Term => [this.caps[cap]!, here]) : []),
          ...(there ? elsewhere!.caps.map((cap): Term => [this.caps[cap]!, there]) : []),
          ...(isSure && this.sureRow !== undefined ? [[this.sureRow, -here - there] as const] : []),
        ],
        first: worth * (here + there) + (cost?.first ?? 0),
        second: cost?.second ?? 0,
      });
      const landed = (here: number, there: number): Name => {
        const name = this.amount(wayOf(here, there));
        this.counted.push([name, here + there]);
        return name;
      };
      // What counts elsewhere alone might as well be there, if all of it can; until the item has to be here whole.
      const isAlone = elsewhere !== undefined && reach > 0;
      const isLater = isAlone && this.isAsGoodAlone(hours, elsewhere, pair);
      // A second use may count beside a first that counts nothing.
      const isBeside = second.some(({ besides = [] }) => besides.includes(pair.bin));
      const amounts = [
        ...(reach > 0 ? [landed(reach, 0)] : []),
        ...(elsewhere && reach < hours ? [landed(reach, hours - reach)] : []),
        ...(isAlone && !isLater ? [landed(0, hours)] : []),
        ...(isBeside ? [landed(0, 0)] : []),
      ];
      const later = (): Amount[] => [...(isBeside ? [] : [wayOf(0, 0)]), ...(isLater ? [wayOf(0, hours)] : [])];
      this.landings.push({ amounts, hours, later });
      found.set(pair.bin, amounts);
    }
    return found;
  }

  /** True if an item may lie at the first place, whole, wherever it may lie at the second. */
  private isAsGoodAlone(hours: number, first: Pair, second: Pair): boolean {
    const { caps } = this.input.problem;
    return (
      first.caps.every((cap) => caps[cap]!.hours >= hours) &&
      first.limits.every((limit) => second.limits.includes(limit)) &&
      first.choices.every((one) => second.choices.some(({ choice, set }) => choice === one.choice && set === one.set))
    );
  }

  /** A set is used as soon as an item is in it, and only so many sets may be. */
  private setRows(pair: Pair, count: number, rows: Map<string, Name>): Term[] {
    return pair.choices.flatMap(({ choice, set }): Term[] => {
      if (this.setsUsed[choice]!.has(set)) return [];
      const key = `${choice} ${set}`;
      const used =
        this.sets.get(key) ??
        this.amount({
          rows: [
            [this.choices[choice]!, 1],
            [this.row(1), 1],
          ],
        });
      this.sets.set(key, used);
      const row = rows.get(key) ?? this.row(0, true);
      if (!rows.has(key)) this.amounts[used]!.rows.push([row, -count]);
      rows.set(key, row);
      return [[row, 1]];
    });
  }

  /** A second use goes only as far as first uses lie beside it. */
  private besideRow({ besides = [] }: Pair, first: ReadonlyMap<number, readonly Name[]>): Term {
    const row = this.row(0);
    for (const name of besides.flatMap((bin) => first.get(bin) ?? [])) this.amounts[name]!.rows.push([row, -1]);
    return [row, 1];
  }

  /**
   * Of each membership, one length at most, which costs the cheapest payments for it. Study under some memberships, any of
   * which will do, and under fewer of them, has at most the time that these run.
   */
  private memberships(): { months: Name[][]; within: (memberships: readonly string[]) => readonly Name[] } {
    const { memberships, groups, wishes, weights } = this.input;
    const monthly = studyInMonth(wishes);
    const mostStudy = this.mostStudy();
    const sets = unionsOf(groups.flatMap(({ prices }) => prices.map((price) => price.memberships))).map((ids) => ({
      ids: new Set(ids),
      row: this.row(0),
      // A course may begin in one of several memberships and end in another; in one alone there are whole courses.
      most:
        ids.length > 1
          ? (time: number) => time
          : wholeStudy(
              groups.filter((group) => isOnlyIn(group, ids[0]!)),
              mostStudy + monthly,
            ),
    }));
    const months = memberships.map((membership) => {
      const { id } = membership;
      const one = this.row(1);
      const inside = groups.filter(({ prices }) => prices.some((price) => price.memberships.includes(id)));
      const study = Math.min(
        mostStudy,
        inside.reduce((sum, { studyHours, candidates }) => sum + studyHours * candidates.length, 0),
      );
      const room = sets.filter(({ ids }) => ids.has(id));
      return Array.from({ length: study > 0 ? monthsFor(study, wishes) : 0 }, (_, index) => {
        const { cents } = cheapestPlans(membership, index + 1);
        const time = (index + 1) * monthly;
        const rows = [[one, 1] as const, ...room.map(({ row, most }): Term => [row, -most(time)])];
        return this.amount({ rows, first: -weights.cent * cents });
      });
    });
    const within = (ids: readonly string[]): readonly Name[] =>
      ids.length ? sets.flatMap((set) => (ids.every((id) => set.ids.has(id)) ? [set.row] : [])) : [];
    return { months, within };
  }

  /** The most study that is of use: as a limit on all courses leaves room for, and as there is time for. */
  private mostStudy(): number {
    const { problem, groups, wishes, today } = this.input;
    const perStep = Math.max(
      0,
      ...groups.map(({ studyHours, parts }) => studyHours / parts.reduce((sum, { hours }) => sum + hours, 0)),
    );
    const onAll = this.room.filter(
      (_, limit) =>
        problem.limits[limit]!.counts === undefined && groups.every((group) => everywhere(group).includes(limit)),
    );
    // Without such a limit, what a degree counts is still less than twice its size.
    const steps = Math.min((2 * problem.semesterHours * 100) / problem.step, ...onAll);
    return Math.min(steps * perStep, studyUntil(wishes, today));
  }

  /** Rows on the time there is before days by which something must be done. */
  private dates(): (group: Group) => Term[] {
    const { groups, wishes, today } = this.input;
    const days = new Set(groups.flatMap(({ until }) => until ?? []));
    const rows = [...days].map((day) => ({ day, row: this.row(studyBetween(today, day, wishes)) }));
    const last = wishes.finishBy === undefined ? undefined : this.row(studyUntil(wishes, today));
    return ({ until, studyHours }) => [
      ...rows.flatMap(({ day, row }): Term[] => (until !== undefined && until <= day ? [[row, studyHours]] : [])),
      ...(last === undefined ? [] : [[last, studyHours] as const]),
    ];
  }
}

function pinnedPair({ pairs, pinnedTo }: Item): Pair | undefined {
  return pinnedTo === undefined ? undefined : pairs.find(({ bin }) => bin === pinnedTo);
}

/** The hours of study before the last transcript must be on its way. */
export function studyUntil({ finishBy, weeksForTranscripts, hoursAWeek }: Wishes, today: string): number {
  if (finishBy === undefined) return Infinity;
  return Math.max(0, studyBetween(today, finishBy, { hoursAWeek }) - weeksForTranscripts * hoursAWeek);
}

/** The limits that a course takes wherever it lands. Of several parts, one may land nowhere, and then takes nothing. */
function everywhere({ parts }: Group): readonly number[] {
  const [part] = parts;
  if (!part || parts.length > 1) return [];
  return part.pairs[0]!.limits.filter((limit) => part.pairs.every(({ limits }) => limits.includes(limit)));
}

/** These sets and all their unions, each once. */
export function unionsOf(sets: readonly (readonly string[])[]): string[][] {
  const found = new Map<string, string[]>();
  for (const set of sets) {
    if (!set.length) continue;
    for (const other of [[], ...found.values()]) {
      const union = [...new Set([...other, ...set])].sort();
      // Memberships that have no course in common have no rule in common.
      if (other.length && !other.some((id) => set.includes(id))) continue;
      found.set(union.join(), union);
    }
  }
  return [...found.values()];
}
