/**
 * The fractional problem: items may be split between bins. No whole answer is worth more, and it is quick to solve.
 *
 * An option's items are amounts of three sorts: *counting* ones, a 4-hour item of which 1 hour counts being a quarter;
 * *spilling* ones, whose hours count in the excess bin; and *idle* ones, which take room under limits and count for
 * nothing. Idle ones are needed only where items must be, so they are added only there.
 */
import type { Aims } from './aims.ts';
import type { Classes } from './classes.ts';
import type { Group } from './groups.ts';
import type { AssignmentProblem } from './problem.ts';
import { Tableau, type Amount, type Name, type Term } from './tableau.ts';

export const noise = 1e-6;

/** What every relaxation of one problem has in common. */
export type Setting = {
  readonly problem: AssignmentProblem;
  readonly classes: Classes;
  readonly aims: Aims;
  readonly groups: readonly Group[];
};

type Rows = { readonly class: readonly Name[]; readonly cap: readonly Name[] };

/** By option: items with their idle parts, hours that count, and hours that count in the excess bin. */
export type Fractional = {
  readonly items: Float64Array;
  readonly counted: Float64Array;
  readonly spilled: Float64Array;
};

export class Relaxation {
  readonly setting: Setting;
  readonly tableau: Tableau;
  private readonly rows: Rows;
  private readonly counting: readonly Name[];
  private readonly spilling: Map<number, Name>;
  private readonly idle: Map<number, Name>;
  /** Rows that bound the items of options: amounts added later weigh on them too. */
  private readonly itemRows: { row: Name; options: readonly number[]; times: number }[];
  /** Rows that bound the hours of whole items under a limit. */
  private readonly limitRows: { row: Name; limit: number }[];

  private constructor(setting: Setting, tableau: Tableau, rows: Rows, counting: readonly Name[], like?: Relaxation) {
    this.setting = setting;
    this.tableau = tableau;
    this.rows = rows;
    this.counting = counting;
    this.spilling = new Map(like?.spilling);
    this.idle = new Map(like?.idle);
    this.itemRows = [...(like?.itemRows ?? [])];
    this.limitRows = [...(like?.limitRows ?? [])];
  }

  /** The whole problem, solved, with the pins' items where they must be. Undefined: the pins can't all hold. */
  static of(setting: Setting): Relaxation | undefined {
    const { problem, classes, aims } = setting;
    const tableau = new Tableau();
    const rows: Rows = {
      class: classes.classes.map(({ items }) => tableau.addRow([], items.length)),
      cap: problem.caps.map(({ hours }) => tableau.addRow([], hours)),
    };
    const limitRows = problem.limits.map(({ hours }, limit) => ({ row: tableau.addRow([], hours), limit }));
    const counting = tableau.addAmounts(
      classes.options.map(({ class: ofClass, pair }, index): Amount => {
        const reach = classes.reach[index]!;
        return {
          rows: [
            [rows.class[ofClass]!, 1],
            ...pair.caps.map((cap): Term => [rows.cap[cap]!, reach]),
            ...pair.limits.map((limit): Term => [limitRows[limit]!.row, classes.classes[ofClass]!.hours]),
          ],
          first: reach * aims.first[index]!,
          second: reach * aims.second[index]! - aims.perItem,
        };
      }),
    );
    const relaxation = new Relaxation(setting, tableau, rows, counting);
    relaxation.limitRows.push(...limitRows);
    relaxation.letSpill();
    tableau.improve();
    for (const [index, { pinned }] of classes.options.entries()) {
      if (pinned > 0) relaxation.boundItems([index], 'at least', pinned);
    }
    return tableau.repair() ? relaxation : undefined;
  }

  copy(): Relaxation {
    return new Relaxation(this.setting, this.tableau.copy(), this.rows, this.counting, this);
  }

  get fractional(): Fractional {
    const { classes, options, reach } = this.setting.classes;
    const amount = (name: Name | undefined): number => (name === undefined ? 0 : this.tableau.amount(name));
    const counting = this.counting.map((name) => this.tableau.amount(name));
    const spilling = options.map((_, index) => amount(this.spilling.get(index)));
    return {
      items: Float64Array.from(counting, (items, index) => items + spilling[index]! + amount(this.idle.get(index))),
      counted: Float64Array.from(counting, (items, index) => items * reach[index]!),
      spilled: Float64Array.from(spilling, (items, index) => items * classes[options[index]!.class]!.hours),
    };
  }

  /** A new row on how many items these options have. Call `repair()` of the tableau after the last one. */
  boundItems(options: readonly number[], how: 'at most' | 'at least', count: number): void {
    if (how === 'at least') this.letIdle(options);
    const times = how === 'at most' ? 1 : -1;
    const terms = options.flatMap((index) => this.namesOf(index).map((name): Term => [name, times]));
    this.itemRows.push({ row: this.tableau.addRow(terms, times * count), options, times });
  }

  /** A new row on hours of whole items under a limit. */
  boundLimit(limit: number, hours: number): void {
    const { classes, options } = this.setting.classes;
    const terms = options.flatMap(({ class: ofClass, pair }, index): Term[] =>
      pair.limits.includes(limit) ? this.namesOf(index).map((name) => [name, classes[ofClass]!.hours]) : [],
    );
    this.limitRows.push({ row: this.tableau.addRow(terms, hours), limit });
  }

  /** A new row on the hours of an option that count, there or in the excess bin. */
  boundHours(index: number, where: 'counted' | 'spilled', how: 'at most' | 'at least', hours: number): void {
    const times = how === 'at most' ? 1 : -1;
    const { classes, options, reach } = this.setting.classes;
    const term: Term =
      where === 'counted'
        ? [this.counting[index]!, times * reach[index]!]
        : [this.spilling.get(index)!, times * classes[options[index]!.class]!.hours];
    this.tableau.addRow([term], times * hours);
  }

  /** Forgets options of which a single counted hour would cost more than this much of the first value. */
  dropDearerThan(value: number): void {
    const { reach } = this.setting.classes;
    const dear = this.counting.filter((name, index) => this.tableau.lossOf(name) / reach[index]! < -value);
    // Forgetting a few costs more than carrying them along.
    if (dear.length > this.counting.length / 8) this.tableau.drop(dear);
  }

  private namesOf(index: number): Name[] {
    const others = [this.spilling.get(index), this.idle.get(index)];
    return [this.counting[index]!, ...others.filter((name) => name !== undefined)];
  }

  /** Lets items of these options be idle. */
  private letIdle(options: readonly number[]): void {
    const added = options.filter((index) => !this.idle.has(index));
    const { perItem } = this.setting.aims;
    const amounts = added.map((index): Amount => ({ rows: this.rowsOf(index), first: 0, second: -perItem }));
    this.tableau.addAmounts(amounts).forEach((name, at) => this.idle.set(added[at]!, name));
  }

  /** Lets items spill, of every option whose hours the school counts elsewhere. */
  private letSpill(): void {
    const { aims, classes } = this.setting;
    const added = [...classes.options.keys()].filter((index) => aims.excess[index]);
    const amounts = added.map((index): Amount => {
      const { caps, first, second } = aims.excess[index]!;
      const { hours } = classes.classes[classes.options[index]!.class]!;
      const onCaps = caps.map((cap): Term => [this.rows.cap[cap]!, hours]);
      return { rows: [...this.rowsOf(index), ...onCaps], first: hours * first, second: hours * second - aims.perItem };
    });
    this.tableau.addAmounts(amounts).forEach((name, at) => this.spilling.set(added[at]!, name));
  }

  /** The rows that every item of the option weighs on, whether it counts or not. */
  private rowsOf(index: number): Term[] {
    const { classes, options } = this.setting.classes;
    const { class: ofClass, pair } = options[index]!;
    const { hours } = classes[ofClass]!;
    return [
      [this.rows.class[ofClass]!, 1],
      ...this.limitRows.flatMap(({ row, limit }): Term[] => (pair.limits.includes(limit) ? [[row, hours]] : [])),
      ...this.itemRows.flatMap((one): Term[] => (one.options.includes(index) ? [[one.row, one.times]] : [])),
    ];
  }
}
