/**
 * Which inequalities sharpen a fractional answer: those of whole items under one limit, or under one cap; and those of sets
 * of a choice, of which no part is used where the set is not.
 */
import { envelope, separate } from './envelope.ts';
import type { Model, Way } from './model.ts';
import { noise, type Fractional, type Relaxation, type Weight } from './relaxation.ts';

/** Options whose items take the same of a limit. */
type Alike = { readonly hours: number; readonly most: number; readonly options: readonly number[] };
/** An option with the most hours of one item that count under a cap. */
type Under = { readonly option: number; readonly hours: number; readonly where: keyof Way };
type Taking = { readonly option: number; readonly amount: number };
type Cap = { readonly cap: number; readonly under: readonly Under[] };
type Limit = {
  readonly limit: number;
  readonly options: readonly number[];
  readonly bySize: readonly Alike[];
  readonly byClass: readonly Alike[];
};

/** Tables larger than this would take longer than they save. */
const largest = 20_000;
/** Times that a cut's table is worked through before it is found, or known not to be there. */
const tries = 5;
/** What is broken by less is not worth a cut. */
const little = 1e-4;
/** With more items in play than this, telling them apart is not worth the time. */
const fewEnough = 12;

export class Cuts {
  private readonly model: Model;
  private readonly limits: readonly Limit[];
  private readonly caps: readonly Cap[];
  private work = 0;

  constructor(model: Model) {
    this.model = model;
    const under = model.caps.map((): Under[] => []);
    const taking = model.limits.map((): Taking[] => []);
    for (const [option, { hours, reach, caps, spill, takes }] of model.options.entries()) {
      // What counts under a cap in both ways is more than an envelope knows of.
      const twice = caps.filter((cap) => spill?.caps.includes(cap));
      const add = (cap: number, where: keyof Way, most: number): void => {
        if (most > 0 && !twice.includes(cap)) under[cap]!.push({ option, hours: most, where });
      };
      for (const cap of caps) add(cap, 'counted', reach);
      for (const cap of spill?.caps ?? []) add(cap, 'spilled', hours);
      for (const [limit, amount] of takes) taking[limit]!.push({ option, amount });
    }
    this.caps = model.caps.flatMap((cap, index) => (cap > 0 ? [{ cap, under: under[index]! }] : []));
    this.limits = model.limits.flatMap((limit, index): Limit[] => {
      const its = taking[index]!;
      if (limit <= 0 || its.some(({ amount }) => amount < 0)) return [];
      const classOf = ({ option }: Taking): number => model.options[option]!.class;
      return [
        {
          limit,
          options: its.map(({ option }) => option),
          bySize: alikeBy(model, its, ({ amount }) => amount),
          byClass: alikeBy(model, its, (one) => one.amount * model.classes.length + classOf(one)),
        },
      ];
    });
  }

  /** About how many table entries were worked on since this was asked. */
  takeWork(): number {
    const { work } = this;
    this.work = 0;
    return work;
  }

  /** Adds what cuts this fractional answer off. Returns how many cuts. */
  add(relaxation: Relaxation, fractional: Fractional): number {
    const { items } = fractional;
    let added = this.ofSets(relaxation, fractional);
    for (const { cap, under } of this.caps) {
      if (under.every(({ option }) => isWhole(items[option]!))) continue;
      const cut = this.underCap(cap, under, fractional);
      if (!cut) continue;
      relaxation.cut(cut.weight, cut.atMost);
      added++;
    }
    for (const { limit, options, bySize, byClass } of this.limits) {
      if (options.every((option) => isWhole(items[option]!))) continue;
      const cut = this.underLimit(limit, bySize, items, Infinity) ?? this.underLimit(limit, byClass, items, fewEnough);
      if (!cut) continue;
      relaxation.cut((option) => cut[option] ?? 0, 1);
      added++;
    }
    return added;
  }

  /** What counts under a cap of the options of one set is at most the cap, where the set is used in part that part of it. */
  private ofSets(relaxation: Relaxation, { counted }: Fractional): number {
    const { classes, options, caps } = this.model;
    let added = 0;
    for (const set of relaxation.sets) {
      const used = relaxation.tableau.amount(set.name);
      const sums = new Map<number, { hours: number; most: number }>();
      for (const index of set.options) {
        const { class: ofClass, reach, caps: under } = options[index]!;
        for (const cap of under) {
          const { hours, most } = sums.get(cap) ?? { hours: 0, most: 0 };
          sums.set(cap, { hours: hours + counted[index]!, most: most + reach * classes[ofClass]! });
        }
      }
      for (const [cap, { hours, most }] of sums) {
        const room = Math.min(caps[cap]!, most);
        if (hours <= room * used + little) continue;
        const isIn = (option: number): boolean => set.options.has(option) && options[option]!.caps.includes(cap);
        relaxation.cut((option, way) => (isIn(option) ? way.counted : 0), room, set);
        added++;
      }
    }
    return added;
  }

  private underCap(
    cap: number,
    under: readonly Under[],
    fractional: Fractional,
  ): { weight: Weight; atMost: number } | undefined {
    const used = under.filter(({ option }) => fractional.items[option]! > noise);
    const counted = used.reduce((sum, { option, where }) => sum + fractional[where][option]!, 0);
    const sizes = [...new Set(used.map(({ hours }) => hours))];
    if (!this.mayWork(cap * sizes.length)) return undefined;
    const found = envelope(
      cap,
      sizes.map((hours) => {
        const its = used.filter((one) => one.hours === hours).map(({ option }) => option);
        return {
          hours,
          most: itemsFor(this.model, its),
          amount: its.reduce((sum, option) => sum + fractional.items[option]!, 0),
        };
      }),
      counted,
    );
    if (!found) return undefined;
    const byOption = new Map(used.map((one) => [one.option, one]));
    const weight: Weight = (option, way) => {
      const one = byOption.get(option);
      return one ? way[one.where] - found.perItem[sizes.indexOf(one.hours)]! : 0;
    };
    return { weight, atMost: found.base };
  }

  /** By option, how much one of its items weighs in the cut. */
  private underLimit(
    limit: number,
    alike: readonly Alike[],
    items: Float64Array,
    atMost: number,
  ): number[] | undefined {
    const sizes = alike.map(({ hours, most, options }) => ({
      hours,
      most,
      amount: options.reduce((sum, option) => sum + items[option]!, 0),
    }));
    if (sizes.every(({ amount }) => isWhole(amount))) return undefined;
    const used = sizes.filter(({ amount }) => amount > noise).length;
    if (used > atMost || !this.mayWork(limit * used)) return undefined;
    const weights = separate(limit, sizes);
    if (!weights) return undefined;
    const byOption: number[] = [];
    for (const [index, { options }] of alike.entries()) {
      for (const option of options) byOption[option] = weights[index]!;
    }
    return byOption;
  }

  /** Whether a table of this size is worth its time, which is then counted. */
  private mayWork(table: number): boolean {
    if (table > largest) return false;
    this.work += tries * table;
    return true;
  }
}

const isWhole = (amount: number): boolean => Math.abs(amount - Math.round(amount)) <= noise;

/** How many items there are that these options can use. */
function itemsFor({ options, classes }: Model, its: readonly number[]): number {
  const ofClasses = new Set(its.map((option) => options[option]!.class));
  return [...ofClasses].reduce((sum, index) => sum + classes[index]!, 0);
}

function alikeBy(model: Model, taking: readonly Taking[], keyOf: (one: Taking) => number): Alike[] {
  const groups = new Map<number, Taking[]>();
  for (const one of taking) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups.values()].map((group) => {
    const its = group.map(({ option }) => option);
    return { hours: group[0]!.amount, most: itemsFor(model, its), options: its };
  });
}
