/**
 * Which inequalities sharpen a fractional answer: those of whole items under one bound, a limit or a cap; and those of sets
 * of a choice, of which no part is used where the set is not.
 */
import { groupedBy } from '../grouped-by.ts';
import { envelope } from './envelope.ts';
import type { Model, Way } from './model.ts';
import { noise, type Fractional, type Relaxation } from './relaxation.ts';

/** An option with the most hours of one item that count under a bound, and which these are; absent: all, whatever its way. */
type Under = { readonly option: number; readonly hours: number; readonly where?: keyof Way };
/** Options of which as many hours count, and how many items can use them. */
type Alike = { readonly hours: number; readonly most: number; readonly its: readonly Under[] };
type Bound = {
  readonly most: number;
  /** Whole choices of items that matter have fewer hours. */
  readonly end: number;
  readonly its: readonly Under[];
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
  private readonly bounds: readonly Bound[];
  private work = 0;

  constructor(model: Model) {
    this.model = model;
    const { classes, options, caps, limits } = model;
    const under = [...caps, ...limits].map((): Under[] => []);
    for (const [option, { hours, reach, caps: here, spill, takes }] of options.entries()) {
      const there = spill?.caps ?? [];
      // What counts under a cap in both ways is more than an envelope knows of.
      for (const cap of here) if (!there.includes(cap)) under[cap]!.push({ option, hours: reach, where: 'counted' });
      for (const cap of there) if (!here.includes(cap)) under[cap]!.push({ option, hours, where: 'spilled' });
      for (const [limit, amount] of takes) under[caps.length + limit]!.push({ option, hours: amount });
    }
    this.bounds = [...caps, ...limits].flatMap((most, index): Bound[] => {
      const its = under[index]!.filter(({ hours }) => hours !== 0);
      const sizes = its.map(({ hours }) => hours);
      if (most <= 0 || Math.min(...sizes) < 0) return [];
      const classOf = ({ option }: Under): number => options[option]!.class;
      return [
        {
          most,
          // Items may stick out of caps.
          end: most + (index < caps.length ? Math.max(...sizes) : 1),
          its,
          bySize: alikeBy(model, its, ({ hours }) => hours),
          byClass: alikeBy(model, its, (one) => one.hours * classes.length + classOf(one)),
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
    let added = this.ofSets(relaxation, fractional);
    for (const bound of this.bounds) {
      if (bound.its.every(({ option }) => isWhole(fractional.items[option]!))) continue;
      const isFound =
        this.under(bound, bound.bySize, Infinity, relaxation, fractional) ||
        this.under(bound, bound.byClass, fewEnough, relaxation, fractional);
      if (isFound) added++;
    }
    return added;
  }

  /** A set is used for as many items of a class as there are at most, and where it is used in part, for that part of them. */
  private ofSets(relaxation: Relaxation, { items }: Fractional): number {
    const { classes, options } = this.model;
    let added = 0;
    for (const set of relaxation.sets) {
      const its = [...set.options];
      const used = relaxation.tableau.amount(set.name);
      for (const ofClass of new Set(its.map((index) => options[index]!.class))) {
        const most = classes[ofClass]!;
        const among = its.filter((index) => options[index]!.class === ofClass);
        if (among.reduce((sum, index) => sum + items[index]!, 0) <= most * used + little) continue;
        relaxation.cut((option) => (among.includes(option) ? 1 : 0), most, set);
        added++;
      }
    }
    return added;
  }

  /** Adds an inequality of whole items under a bound, if no more than so many kinds are used. Says whether there was one. */
  private under(
    { most, end, its }: Bound,
    alike: readonly Alike[],
    atMost: number,
    relaxation: Relaxation,
    fractional: Fractional,
  ): boolean {
    const { items } = fractional;
    const amounts = alike.map(({ its }) => its.reduce((sum, { option }) => sum + items[option]!, 0));
    if (amounts.every(isWhole)) return false;
    const used = amounts.filter((amount) => amount > noise).length;
    if (used > atMost || most * used > largest) return false;
    this.work += tries * most * used;
    const sizes = alike.map((one, index) => ({ ...one, amount: amounts[index]! }));
    let counted = 0;
    for (const { option, hours, where } of its) {
      if (hours < end) counted += where ? fractional[where][option]! : hours * items[option]!;
    }
    const found = envelope(most, end, sizes, counted);
    if (!found) return false;
    const scale = Math.max(1, found.base);
    const weightOf: ((way: Way) => number)[] = [];
    for (const [index, { its }] of alike.entries()) {
      for (const { option, hours, where } of its) {
        weightOf[option] = (way) => (where ? way[where] : hours) - found.perItem[index]!;
      }
    }
    relaxation.cut((option, way) => {
      const weight = weightOf[option]?.(way) ?? 0;
      return Math.abs(weight) > 1e-9 ? weight / scale : 0;
    }, found.base / scale);
    return true;
  }
}

const isWhole = (amount: number): boolean => Math.abs(amount - Math.round(amount)) <= noise;

function alikeBy({ options, classes }: Model, under: readonly Under[], keyOf: (one: Under) => number): Alike[] {
  return [...groupedBy(under, keyOf).values()].map((its) => {
    const ofClasses = new Set(its.map(({ option }) => options[option]!.class));
    const most = [...ofClasses].reduce((sum, index) => sum + classes[index]!, 0);
    return { hours: its[0]!.hours, most, its };
  });
}
