/** What ought to be whole in a fractional answer and is not: there the search divides. */
import type { Name } from '../assign/tableau.ts';
import type { Group } from './groups.ts';
import { cheapestPlans } from './prices.ts';
import type { Program, ProgramInput, Stand } from './program.ts';
import { sumOf } from './sparse-tableau.ts';

/** Parts smaller than this are noise of the arithmetic. */
export const whole = 1e-6;

/** An amount that is not whole: at most `floor` of it, or one more. */
export type Fraction = {
  /** What it is a fraction of: the same in every part of the search. */
  readonly of: number;
  readonly names: readonly Name[];
  readonly floor: number;
  readonly up: number;
  readonly promise: number;
};

/** Amounts whose sum is whole, and how soon to divide on it where it is not. */
type Whole = { readonly names: readonly Name[]; readonly weight: number };
/** The same while groups are added: the last one, and all of them as text. */
type Family = { last: number; text: string; readonly names: Name[] };

export class Fractions {
  private readonly months: Program['months'];
  /** Amounts whose sum is whole in every answer. */
  private readonly wholes: readonly Whole[];
  /** By amount, the places of those that it is in. */
  private readonly wholesOf: readonly (readonly number[] | undefined)[];
  /** What each of them adds up to, when it is asked for. */
  private readonly sums: Float64Array;
  /** By membership and months, what they cost. */
  private readonly cents: readonly (readonly number[])[];

  constructor({ groups, memberships }: ProgramInput, program: Program) {
    this.months = program.months;
    this.cents = memberships.map((membership, index) =>
      [0, ...program.months[index]!.keys()].map((_, months) => cheapestPlans(membership, months).cents),
    );
    this.wholes = wholesOf(groups, program);
    this.wholesOf = placesOf(this.wholes);
    this.sums = new Float64Array(this.wholes.length);
  }

  /** Amounts that ought to be whole and are not, the lengths of memberships first. */
  of({ tableau, later }: Pick<Stand, 'tableau' | 'later'>): Fraction[] {
    const { months, sums, wholes } = this;
    const found: Fraction[] = [];
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
      found.push({
        of: wholes.length + index,
        names: longer,
        floor: 0,
        up: sumOf(tableau, longer),
        promise: 1e9 + missing,
      });
    }
    sums.fill(0);
    tableau.forAmounts((name, amount) => {
      for (const index of this.placesOf(name)) sums[index]! += amount;
    });
    for (const { name, idle } of later) {
      for (const index of this.placesOf(idle)) sums[index]! += tableau.amount(name);
    }
    for (const [index, { names, weight }] of wholes.entries()) {
      const floor = Math.floor(sums[index]! + whole);
      const up = sums[index]! - floor;
      if (up <= 1e-5) continue;
      const added = later.flatMap(({ name, idle }) => (this.placesOf(idle).includes(index) ? [name] : []));
      found.push({ of: index, names: [...names, ...added], floor, up, promise: weight * Math.min(up, 1 - up) });
    }
    return found;
  }

  /** The places of the sums that an amount is in. */
  private placesOf(name: Name | undefined): readonly number[] {
    return (name === undefined ? undefined : this.wholesOf[name]) ?? nowhere;
  }
}

const nowhere: readonly number[] = [];

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
