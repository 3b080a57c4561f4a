/**
 * The choice of courses as a linear program with whole amounts: how many courses of each group are taken and how they are
 * paid, how many payments each membership has, and where hours land.
 *
 * Two values, as the tableau has them. In the first, an hour of the degree outweighs every sure hour, which outweighs every
 * hour of study (of the fastest plan), which outweighs every dollar. The second breaks ties: surer, then fewer courses.
 */
import { takenOf, type Item } from '../assign/problem.ts';
import type { Amount, Name, Term } from '../assign/tableau.ts';
import type { DegreeProblem } from '../assign.ts';
import { sureness } from '../sureness.ts';
import type { Kind } from './alike.ts';
import { Draft } from './draft.ts';
import { everywhere, type Group } from './groups.ts';
import { Landings } from './landings.ts';
import type { SparseTableau } from './sparse-tableau.ts';
import type { Stack } from './stacks.ts';
import { dateRows, membershipRows } from './time-rows.ts';
import type { Membership, Wishes } from './types.ts';

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
  /** The rows of the problem's caps, in its order. */
  readonly caps: readonly Name[];
  /** Those of its limits, by their index among the rows kept in mind. */
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
  const { months, within } = membershipRows(input, draft, landings.room);
  const taken = takingOf(input, draft, landings, within);
  wishForSureHours(input, draft, landings);
  const { tableau, inMind, weights, nameOf, placeOf, apart } = draft.layOut();
  return {
    start: { tableau, held: new Map(), later: [] },
    inMind,
    weights,
    taken: taken.map((prices) => prices.map((one) => one.map(nameOf))),
    months: months.map((one) => one.map(nameOf)),
    sets: landings.sets.map(nameOf),
    landings: landings.all.map(({ amounts, hours, later }) => ({
      amounts: amounts.map(nameOf),
      hours,
      later: () =>
        later().map((one) => {
          const { inTableau, onMind } = apart(one.rows);
          return { ...one, rows: inTableau, inMind: onMind };
        }),
    })),
    counted: landings.counted.map(([amount, hours]): Term => [nameOf(amount), hours]),
    caps: landings.caps.map(placeOf),
    limits: landings.limits.map(placeOf),
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
      const first = landings.land({ ...part, count, everywhere: always, cost });
      landings.landSecond(part, count, first);
      return [[...[...first.values()].flat(), draft.amount(cost)]];
    }
    const within = parts.map((one) => {
      const row = draft.row(0);
      const first = landings.land({ ...one, count, within: row, everywhere: always });
      landings.landSecond(one, count, first);
      return row;
    });
    return costs.map((one) => [draft.amount({ ...one, rows: [...one.rows, ...within.map((row): Term => [row, -1])] })]);
  });
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
