/**
 * The choice of courses as a linear program with whole amounts: how many courses of each group are taken and how they are
 * paid, how many payments each membership has, and where hours land.
 *
 * Two values, as the tableau has them. In the first, an hour of the degree outweighs every sure hour, which outweighs every
 * hour of study (of the fastest plan), which outweighs every dollar. The second breaks ties: surer, then fewer courses.
 */
import type { Way } from '../assign/model.ts';
import { takenOf, type Item } from '../assign/problem.ts';
import type { Amount, Name, Term } from '../assign/tableau.ts';
import type { DegreeProblem } from '../assign.ts';
import { sureness } from '../sureness.ts';
import type { Kind } from './alike.ts';
import { Draft } from './draft.ts';
import { everywhere, type Group } from './groups.ts';
import type { RowsInMind } from './in-mind.ts';
import { Landings } from './landings.ts';
import type { SparseTableau } from './sparse-tableau.ts';
import type { Stack } from './stacks.ts';
import { dateRows, membershipRows } from './time-rows.ts';
import type { Membership, Wishes } from './types.ts';
import { isOnlyIn } from './whole-study.ts';

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
  /** Amounts that were added since. */
  readonly later: readonly (Later & { readonly name: Name })[];
};

export type Program = {
  readonly start: Stand;
  readonly inMind: RowsInMind;
  /** By group and price, the amounts that add up to the courses taken so. */
  readonly taken: readonly (readonly (readonly Name[])[])[];
  /** By membership and number of months, from 1: whether it runs so long. */
  readonly months: readonly (readonly Name[])[];
  /** Study that goes under some memberships alone. */
  readonly study: readonly Study[];
  /** Uses of sets under choices: 0 or 1. */
  readonly sets: readonly Name[];
  /** Uses of the items of one kind in one bin; to divide on where a course is split. */
  readonly landings: readonly Landing[];
  readonly kinds: readonly Taking[];
  /** Steps of the degree's hours that amounts count. */
  readonly counted: readonly Term[];
  /** The rows of the problem's caps, in its order. */
  readonly caps: readonly Name[];
  /** Those of its limits, by their index among the rows kept in mind; and what is left of each beside what pins take. */
  readonly limits: readonly number[];
  readonly room: readonly number[];
};

/** Study under some of the memberships, by their index: that of these amounts. */
export type Study = {
  readonly memberships: readonly number[];
  readonly terms: readonly Term[];
  /** How much of it, in whole courses, goes into so many months altogether. */
  readonly most: (months: number) => number;
};

/** Items of one kind. */
export type Taking = {
  /** How many there are at most. */
  readonly count: number;
  /** The amounts that say how many are taken; absent where all are. */
  readonly taken?: readonly Name[];
  /** The limits that each takes as soon as it is taken. */
  readonly always: readonly number[];
};

export type Landing = {
  readonly amounts: readonly Name[];
  /** What one of each amount counts, in steps. */
  readonly ways: readonly Way[];
  /** Of one item, in steps: all, and what can count in the bin. */
  readonly hours: number;
  readonly reach: number;
  readonly kind: number;
  readonly bin: number;
  /** The bin in which an item is said to be in part, where it is here and what sticks out counts there. */
  readonly standIn?: number;
  /** The caps on hours in the bin, and on those that stick out and count elsewhere. */
  readonly caps: readonly number[];
  readonly spillCaps: readonly number[];
  readonly limits: readonly number[];
  /** Where these amounts are courses that are taken: that of such as land nowhere. */
  readonly idle?: Name;
  /** One item that is there and counts nothing, or elsewhere alone. */
  readonly later: () => readonly (Amount & Later)[];
};

/** An amount that is added only where its landing is divided on. */
export type Later = Pick<Landing, 'idle'> & {
  readonly landing: number;
  readonly way: Way;
  /** What one of it weighs on rows that were kept in mind from the start. */
  readonly onMind: readonly Term[];
};

export type ProgramInput = {
  /** With the first candidate of each kind. */
  readonly problem: DegreeProblem;
  readonly kinds: ReadonlyMap<Stack, Kind>;
  /** Items of credit that stays. */
  readonly held: readonly Item[];
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
  readonly wishes: Wishes;
  readonly today: string;
  readonly weights: Weights;
};

/** The program, solved for fractional amounts but for the rows in mind: `settle` it. */
export function programOf(input: ProgramInput): Program {
  const draft = new Draft();
  const landings = new Landings(input, draft);
  for (const item of input.held) if (item.secondUseOf === undefined) landings.landHeld(item);
  const { months, within, studies } = membershipRows(input, draft, landings.room);
  const taken = takingOf(input, draft, landings, within);
  wishForSureHours(input, draft, landings);
  const { tableau, inMind, nameOf, placeOf, apart } = draft.layOut();
  return {
    start: { tableau, held: new Map(), later: [] },
    inMind,
    taken: taken.map((prices) => prices.map((one) => one.map(nameOf))),
    months: months.map((one) => one.map(nameOf)),
    study: studies.map((one) => ({ ...one, terms: studyOf(input, one, taken, nameOf) })),
    sets: landings.sets.map(nameOf),
    landings: landings.all.map(({ amounts, later, idle, ...one }, landing) => {
      const own = idle === undefined ? {} : { idle: nameOf(idle) };
      const laterAmounts = (): (Amount & Later)[] =>
        later().map(({ rows, ...amount }) => {
          const { inTableau, onMind } = apart(rows);
          return { ...amount, ...own, rows: inTableau, onMind, landing };
        });
      return { ...one, ...own, amounts: amounts.map(nameOf), later: laterAmounts };
    }),
    kinds: landings.kinds.map(({ taken, ...one }) => ({ ...one, ...(taken && { taken: taken.map(nameOf) }) })),
    counted: landings.counted.map(([amount, hours]): Term => [nameOf(amount), hours]),
    caps: landings.caps.map(placeOf),
    limits: landings.limits.map(placeOf),
    room: landings.room,
  };
}

/** By group and price, the amounts of courses that are taken so; they land as far as they are taken. */
function takingOf(
  input: ProgramInput,
  draft: Draft,
  landings: Landings,
  timeOf: (memberships: readonly string[]) => readonly Name[],
): Name[][][] {
  const { problem, groups, weights } = input;
  const dates = dateRows(input, draft);
  const codes = new Map<string, Name>();
  const codeRow = (code: string): Name => {
    const row = codes.get(code) ?? draft.row(1, true);
    codes.set(code, row);
    return row;
  };
  return groups.map((group) => {
    const { candidates, parts, prices, studyHours, becomes } = group;
    const count = candidates.length;
    const always = everywhere(group);
    const surest = candidates[0]!.accepted.reduce((sum, { certainty }) => sum + sureness(certainty), 0);
    const takes: Term[] = [
      [draft.row(count, true), 1],
      ...becomes.map((code): Term => [codeRow(code), 1]),
      ...dates(group),
      ...parts.flatMap((part) =>
        always.map((limit): Term => [landings.limits[limit]!, takenOf(problem.limits[limit]!, part.hours)]),
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
      const idle = draft.amount(cost);
      const first = landings.land({ ...part, count, everywhere: always, cost, taken: [idle] });
      landings.landSecond(part, count, first);
      return [[...[...first.values()].flat(), idle]];
    }
    const within = parts.map(() => draft.row(0));
    const taken = costs.map((one) =>
      draft.amount({ ...one, rows: [...one.rows, ...within.map((row): Term => [row, -1])] }),
    );
    for (const [index, one] of parts.entries()) {
      const first = landings.land({ ...one, count, within: within[index]!, everywhere: always, taken });
      landings.landSecond(one, count, first);
    }
    return taken.map((name) => [name]);
  });
}

/** What amounts of courses that can only be taken under these memberships add to study there. */
function studyOf(
  { groups, memberships }: ProgramInput,
  study: Pick<Study, 'memberships'>,
  taken: readonly (readonly (readonly Name[])[])[],
  nameOf: (amount: Name) => Name,
): Term[] {
  const ids = study.memberships.map((index) => memberships[index]!.id);
  return groups.flatMap(({ prices, studyHours }, group) =>
    prices.flatMap((price, which): Term[] =>
      isOnlyIn(price, ids) ? taken[group]![which]!.map((name) => [nameOf(name), studyHours]) : [],
    ),
  );
}

/** Sure hours are worth something, as far as they are wished for. */
function wishForSureHours({ wishes, problem, weights }: ProgramInput, draft: Draft, { sureRow }: Landings): void {
  if (sureRow === undefined) return;
  const most = draft.row((wishes.leastSureHours! * 100) / problem.step);
  draft.amount({
    rows: [
      [sureRow, 1],
      [most, 1],
    ],
    first: weights.sureHour,
  });
}
