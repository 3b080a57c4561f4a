/** Which inequalities sharpen a fractional answer: those of whole items under one limit. */
import type { Model } from './model.ts';
import { noise, type Fractional, type Relaxation } from './relaxation.ts';
import { separate } from './separate.ts';

/** Options whose items take the same of a limit, and how many items there are that they can use. */
type Group = { readonly hours: number; readonly most: number; readonly options: readonly number[] };
type Taking = { readonly option: number; readonly amount: number };
type Limit = {
  readonly limit: number;
  readonly options: readonly number[];
  readonly bySize: readonly Group[];
  readonly byClass: readonly Group[];
};

/** Tables larger than this would take longer than they save. */
const largest = 20_000;
/** Times that a cut's table is worked through before it is found, or known not to be there. */
const tries = 5;
/** With more items in play than this, telling them apart is not worth the time. */
const fewEnough = 12;

export class Cuts {
  private readonly limits: readonly Limit[];
  private work = 0;

  constructor(model: Model) {
    const taking = model.limits.map((): Taking[] => []);
    for (const [option, { takes }] of model.options.entries()) {
      for (const [limit, amount] of takes) taking[limit]!.push({ option, amount });
    }
    this.limits = model.limits.flatMap((limit, index): Limit[] => {
      const its = taking[index]!;
      if (limit <= 0 || its.some(({ amount }) => amount < 0)) return [];
      const classOf = ({ option }: Taking): number => model.options[option]!.class;
      return [
        {
          limit,
          options: its.map(({ option }) => option),
          bySize: groupedBy(model, its, ({ amount }) => amount),
          byClass: groupedBy(model, its, (one) => one.amount * model.classes.length + classOf(one)),
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
  add(relaxation: Relaxation, { items }: Fractional): number {
    let added = 0;
    for (const { limit, options, bySize, byClass } of this.limits) {
      if (options.every((option) => isWhole(items[option]!))) continue;
      const cut = this.under(limit, bySize, items, Infinity) ?? this.under(limit, byClass, items, fewEnough);
      if (!cut) continue;
      relaxation.cut((option) => cut[option] ?? 0, 1);
      added++;
    }
    return added;
  }

  /** By option, how much one of its items weighs in the cut. */
  private under(limit: number, groups: readonly Group[], items: Float64Array, mostUsed: number): number[] | undefined {
    const sizes = groups.map(({ hours, most, options }) => ({
      hours,
      most,
      amount: options.reduce((sum, option) => sum + items[option]!, 0),
    }));
    if (sizes.every(({ amount }) => isWhole(amount))) return undefined;
    const used = sizes.filter(({ amount }) => amount > noise).length;
    const table = limit * used;
    if (used > mostUsed || table > largest) return undefined;
    this.work += tries * table;
    const weights = separate(limit, sizes);
    if (!weights) return undefined;
    const byOption: number[] = [];
    for (const [index, { options }] of groups.entries()) {
      for (const option of options) if (weights[index]! > 0) byOption[option] = weights[index]!;
    }
    return byOption;
  }
}

const isWhole = (amount: number): boolean => Math.abs(amount - Math.round(amount)) <= noise;

/** How many items there are that these options can use. */
function itemsFor({ options, classes }: Model, its: readonly number[]): number {
  const ofClasses = new Set(its.map((option) => options[option]!.class));
  return [...ofClasses].reduce((sum, index) => sum + classes[index]!, 0);
}

function groupedBy(model: Model, taking: readonly Taking[], keyOf: (one: Taking) => number): Group[] {
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
