/**
 * The choice of courses as a model of whole numbers, for a solver that is made for such: how many courses of each group
 * are taken and how they are paid, how often each membership is paid, where courses land, and how many hours count there.
 *
 * `program.ts` says the same for our own search, where every way to count hours is laid out as an amount. What an answer to
 * this model is worth is counted anew: `whole-search.ts` does so.
 */
import type { Name, Term } from '../assign/tableau.ts';
import { mostSure, type Answer } from './answers.ts';
import { studyBetween, studyInMonth } from './calendar.ts';
import type { Group } from './groups.ts';
import { toCents } from './prices.ts';
import type { ProgramInput } from './program.ts';
import { studyUntil } from './time-rows.ts';
import { WholeLandings } from './whole-landings.ts';

/** An amount, from nothing up to `most`. */
export type WholeAmount = { readonly most: number; readonly whole: boolean };

/** What these add up to is at most so much. */
export type WholeRow = { readonly terms: readonly Term[]; readonly atMost: number };

/** What is to be as large as it can be. */
export type WholeAim = {
  readonly terms: readonly Term[];
  /** What one of it is worth among the weights of the program. */
  readonly weight: number;
  /** Different answers differ in it by at least so much. */
  readonly step: number;
  /** How much an answer has of it. */
  readonly of: (answer: Answer) => number;
};

export type WholeModel = {
  /** Named by their index. */
  readonly amounts: readonly WholeAmount[];
  readonly rows: readonly WholeRow[];
  /** The most important first. */
  readonly aims: readonly WholeAim[];
  /** By group and price, the courses taken so. */
  readonly taken: readonly (readonly Name[])[];
};

/** Amounts and rows while they are collected. */
export class WholeSums {
  readonly amounts: WholeAmount[] = [];
  readonly rows: WholeRow[] = [];

  amount(most: number, whole = true): Name {
    return this.amounts.push({ most, whole }) - 1;
  }

  row(terms: readonly Term[], atMost: number): void {
    if (terms.length) this.rows.push({ terms, atMost });
  }
}

/** Part months that rounding errors are smaller than. */
const rounding = 1e-6;

const each = (names: readonly Name[], times = 1): Term[] => names.map((name) => [name, times]);

/** The model of a program. */
export function wholeModelOf(input: ProgramInput): WholeModel {
  const sums = new WholeSums();
  const taken = input.groups.map(({ prices, candidates }) => prices.map(() => sums.amount(candidates.length)));
  keepEachOnce(input, taken, sums);
  keepDates(input, taken, sums);
  const paid = payMemberships(input, taken, sums);
  const { hours, sureHours } = new WholeLandings(input, sums).land(taken);
  const { groups, weights } = input;
  const ofGroups = (of: (group: Group, price: number) => number): Term[] =>
    groups.flatMap((group, index) => taken[index]!.map((name, price): Term => [name, -of(group, price)]));
  const studied = ofGroups(({ studyHours }) => studyHours);
  const spent = [...ofGroups(({ prices }, price) => prices[price]!.cents), ...paid];
  const aims: WholeAim[] = [
    { terms: hours, weight: weights.hour, step: 1, of: (answer) => answer.hours },
    ...(weights.sureHour ? [sureAim(input, sureHours, sums)] : []),
    ...(weights.study
      ? [{ terms: studied, weight: weights.study, step: 0.01, of: ({ study }: Answer) => -study }]
      : []),
    { terms: spent, weight: weights.cent, step: 1, of: ({ cents }) => -cents },
  ];
  return { amounts: sums.amounts, rows: sums.rows, aims, taken };
}

/** Sure hours, as far as they are wished for. */
function sureAim(input: ProgramInput, sureHours: readonly Term[], sums: WholeSums): WholeAim {
  const most = mostSure(input);
  const sure = sums.amount(most, false);
  sums.row([[sure, 1], ...sureHours.map(([name, times]): Term => [name, -times])], 0);
  const of = (answer: Answer): number => Math.min(most, answer.sureHours);
  return { terms: [[sure, 1]], weight: input.weights.sureHour, step: 0.01, of };
}

/** Of a group no more than there are, each paid in one way; of a school course one. */
function keepEachOnce({ groups }: ProgramInput, taken: WholeModel['taken'], sums: WholeSums): void {
  const makers = new Map<string, Name[]>();
  groups.forEach(({ candidates, becomes }, index) => {
    const names = taken[index]!;
    if (names.length > 1) sums.row(each(names), candidates.length);
    for (const code of becomes) makers.set(code, [...(makers.get(code) ?? []), ...names]);
  });
  for (const names of makers.values()) sums.row(each(names), 1);
}

/** What must be done by a day goes into the time before it. */
function keepDates({ groups, wishes, today }: ProgramInput, taken: WholeModel['taken'], sums: WholeSums): void {
  const studyOf = (isOne: (group: Group) => boolean): Term[] =>
    groups.flatMap((group, index) => (isOne(group) ? each(taken[index]!, group.studyHours) : []));
  for (const day of new Set(groups.flatMap(({ until }) => until ?? [])))
    sums.row(
      studyOf(({ until }) => until !== undefined && until <= day),
      studyBetween(today, day, wishes),
    );
  if (wishes.finishBy !== undefined)
    sums.row(
      studyOf(() => true),
      studyUntil(wishes, today),
    );
}

/** Study under some memberships, any of which will do, goes into the time that is paid for. Returns what that costs. */
function payMemberships(
  { groups, memberships, wishes }: ProgramInput,
  taken: WholeModel['taken'],
  sums: WholeSums,
): Term[] {
  const loads = new Map<string, { readonly ids: readonly string[]; readonly study: Term[] }>();
  groups.forEach(({ prices, studyHours }, index) => {
    prices.forEach(({ memberships: ids }, price) => {
      const load = loads.get(ids.join()) ?? { ids, study: [] };
      load.study.push([taken[index]![price]!, studyHours]);
      if (ids.length) loads.set(ids.join(), load);
    });
  });
  const inside = new Map(memberships.map(({ id }): [string, Term[]] => [id, []]));
  for (const { ids, study } of loads.values()) {
    const shares = ids.map((id) => {
      const share = sums.amount(Infinity, false);
      inside.get(id)!.push([share, 1]);
      return share;
    });
    sums.row([...study, ...each(shares, -1)], 0);
  }
  const monthly = studyInMonth(wishes);
  return memberships.flatMap(({ id, plans }): Term[] => {
    const study = inside.get(id)!;
    if (!study.length) return [];
    const payments = plans.map(() => sums.amount(Infinity));
    const time = plans.map(({ months }, plan): Term => [payments[plan]!, -months * monthly]);
    sums.row([...study, ...time], rounding * monthly);
    return plans.map(({ priceUsd }, plan): Term => [payments[plan]!, -toCents(priceUsd)]);
  });
}
