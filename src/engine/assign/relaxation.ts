/**
 * The fractional problem: items may be split between options. No whole answer is worth more, and it is quick to solve.
 *
 * Each way of using items of an option is an amount. That of using one for as little as can be is needed only where rows
 * weigh use and not hours alone, so it is added only there.
 */
import { isWorthUse, leastWayOf, makesRoom, waysOf, worthOf, type Model, type Option, type Way } from './model.ts';
import { Tableau, type Amount, type Name, type Term } from './tableau.ts';

export const noise = 1e-6;
/** Rounding errors larger than this share of the value are more than noise. */
const drift = 1e-9;

/** By option: used items, hours that count in the bin, and hours that count elsewhere. */
export type Fractional = {
  readonly items: Float64Array;
  readonly counted: Float64Array;
  readonly spilled: Float64Array;
};

/** One set of a choice: its options, and the amount that is 1 where the set is used. */
export type ChoiceSet = { readonly choice: number; readonly options: ReadonlySet<number>; readonly name: Name };

/** How much one item of an option, used in this way, weighs on a row. */
export type Weight = (option: number, way: Way) => number;
type Rows = { readonly classes: readonly Name[]; readonly caps: readonly Name[]; readonly limits: readonly Name[] };
type Used = { readonly name: Name; readonly option: number; readonly way: Way; readonly first: number };

const forNothing: Way = { counted: 0, spilled: 0 };

/** Into how many parts whole hours can divide an item at most: with less than one of them, no answer needs this way. */
function partsOf({ hours }: Option, { counted, spilled }: Way): number {
  const whole = Math.max(1, hours);
  return counted > 0 && spilled > 0 ? whole * whole : whole;
}

export class Relaxation {
  readonly model: Model;
  readonly tableau: Tableau;
  /** Of all choices. */
  readonly sets: readonly ChoiceSet[];
  private readonly rows: Rows;
  private amounts: readonly Used[];
  private least: ReadonlySet<number>;
  /** Rows on items that were added later: amounts of least use weigh on them too. */
  private itemRows: readonly { readonly row: Name; readonly weight: Weight }[];
  /** Rows that only sharpen the fractional answer. */
  private cuts: readonly Name[];

  private constructor(model: Model, tableau: Tableau, rows: Rows, sets: readonly ChoiceSet[], like?: Relaxation) {
    this.model = model;
    this.tableau = tableau;
    this.rows = rows;
    this.sets = sets;
    this.amounts = like?.amounts ?? [];
    this.least = like?.least ?? new Set();
    this.itemRows = like?.itemRows ?? [];
    this.cuts = like?.cuts ?? [];
  }

  /** The whole problem, solved, with the pins' items where they must be. Undefined: the pins can't all hold. */
  static of(model: Model): Relaxation | undefined {
    const { options } = model;
    const tableau = new Tableau();
    const rowsOf = (bounds: readonly number[]): Name[] => bounds.map((most) => tableau.addRow([], most));
    const rows = { classes: rowsOf(model.classes), caps: rowsOf(model.caps), limits: rowsOf(model.limits) };
    const relaxation = new Relaxation(model, tableau, rows, setsOf(model, tableau, rowsOf(model.choices)));
    relaxation.allow(options.flatMap((option, index) => waysOf(option).map((way) => ({ option: index, way }))));
    // Those that make room for others, or are worth something by themselves, may be of use though nothing of them counts.
    const isOfUse = (option: Option): boolean => isWorthUse(option) || makesRoom(option);
    relaxation.letLeast([...options.keys()].filter((at) => isOfUse(options[at]!)));
    tableau.improve(true);
    for (const [index, { pinned }] of options.entries()) {
      if (pinned > 0) relaxation.boundItems([index], 'at least', pinned);
    }
    return tableau.repair() ? relaxation : undefined;
  }

  /**
   * Goes to the largest value again after new rows. False: no amounts keep them. Stuck also if it takes more work than
   * this, or if the value is not that of the amounts: then rounding errors have grown, and neither means anything.
   */
  repair(mostWork: number): boolean {
    const { tableau } = this;
    if (!tableau.repair(mostWork)) return false;
    const { first } = tableau.value;
    const counted = this.amounts.reduce((sum, one) => sum + one.first * tableau.amount(one.name), 0);
    if (Math.abs(counted - first) > 1e-6 + drift * Math.abs(first)) tableau.stuck = true;
    return true;
  }

  copy(): Relaxation {
    return new Relaxation(this.model, new Tableau(this.tableau), this.rows, this.sets, this);
  }

  get fractional(): Fractional {
    const zeros = (): Float64Array => new Float64Array(this.model.options.length);
    const answer = { items: zeros(), counted: zeros(), spilled: zeros() };
    for (const { name, option, way } of this.amounts) {
      const amount = this.tableau.amount(name);
      answer.items[option]! += amount;
      answer.counted[option]! += amount * way.counted;
      answer.spilled[option]! += amount * way.spilled;
    }
    return answer;
  }

  /** A new row on how many items these options have. Call `repair()` of the tableau after the last one. */
  boundItems(options: readonly number[], how: 'at most' | 'at least', count: number): void {
    if (how === 'at least') this.letLeast(options);
    const times = how === 'at most' ? 1 : -1;
    this.addItemRow((option) => (options.includes(option) ? times : 0), times * count);
  }

  /** The set is used: others of its choice have what room that leaves. */
  use({ name }: ChoiceSet): void {
    this.tableau.addRow([[name, -1]], -1);
  }

  /** What it costs of the first value, at least, to use one item less of these options, and one more. */
  pricesOf(options: readonly number[]): { less: number; more: number } {
    return this.tableau.pricesOf(this.termsOf((option) => (options.includes(option) ? 1 : 0)));
  }

  /** A new row that whole answers keep anyway. Where a set is named, it holds for that much of the set's use. */
  cut(weight: Weight, atMost: number, set?: ChoiceSet): void {
    const losing = this.amounts.filter(({ option }) => weight(option, forNothing) < 0);
    this.letLeast([...new Set(losing.map(({ option }) => option))]);
    const [most, besides]: [number, Term[]] = set ? [0, [[set.name, -atMost]]] : [atMost, []];
    this.cuts = [...this.cuts, this.addItemRow(weight, most, besides)];
  }

  /** A new row on the hours of an option that count, there or elsewhere. */
  boundHours(index: number, where: keyof Way, how: 'at most' | 'at least', hours: number): void {
    const times = how === 'at most' ? 1 : -1;
    const terms = this.termsOf((option, way) => (option === index ? times * way[where] : 0));
    this.tableau.addRow(terms, times * hours);
  }

  /** Forgets cuts that cut nothing off here. */
  dropLooseCuts(): void {
    this.cuts = this.tableau.dropSlack(this.cuts);
  }

  /** Forgets ways of use that would cost more than this much of the first value. */
  dropDearerThan(value: number): void {
    const { tableau } = this;
    const isDear = ({ name, option, way }: Used): boolean =>
      tableau.lossOf(name) < -value * partsOf(this.model.options[option]!, way);
    const dear = this.amounts.filter(isDear);
    // Forgetting a few costs more than carrying them along.
    if (dear.length <= this.amounts.length / 8) return;
    this.amounts = this.amounts.filter((one) => !isDear(one));
    tableau.drop(dear.map(({ name }) => name));
  }

  private addItemRow(weight: Weight, atMost: number, besides: readonly Term[] = []): Name {
    const row = this.tableau.addRow([...this.termsOf(weight), ...besides], atMost);
    this.itemRows = [...this.itemRows, { row, weight }];
    return row;
  }

  private termsOf(weight: Weight): Term[] {
    const terms: Term[] = [];
    for (const { name, option, way } of this.amounts) {
      const times = weight(option, way);
      if (times !== 0) terms.push([name, times]);
    }
    return terms;
  }

  /** Lets items of these options be used for as little as can be, unless no better answer uses any of them. */
  private letLeast(options: readonly number[]): void {
    const { options: all } = this.model;
    const isInUse = (index: number): boolean => this.amounts.some(({ option }) => option === index);
    const added = options.filter((index) => all[index]!.hours > 0 && !this.least.has(index) && isInUse(index));
    if (!added.length) return;
    this.least = new Set([...this.least, ...added]);
    this.allow(added.map((option) => ({ option, way: leastWayOf(all[option]!) })));
  }

  private allow(uses: readonly { readonly option: number; readonly way: Way }[]): void {
    const { options } = this.model;
    const amounts = uses.map(({ option, way }): Amount => ({
      rows: this.weighsOn(option, way),
      ...worthOf(options[option]!, way),
    }));
    const names = this.tableau.addAmounts(amounts);
    this.amounts = [...this.amounts, ...names.map((name, at) => ({ name, ...uses[at]!, first: amounts[at]!.first }))];
  }

  private weighsOn(index: number, way: Way): Term[] {
    const { counted, spilled } = way;
    const { classes, caps, limits } = this.rows;
    const option: Option = this.model.options[index]!;
    const spill = option.spill?.caps ?? [];
    return [
      [classes[option.class]!, 1],
      ...option.takes.map(([limit, amount]): Term => [limits[limit]!, amount]),
      ...(counted > 0 ? option.caps.map((cap): Term => [caps[cap]!, counted]) : []),
      ...(spilled > 0 ? spill.map((cap): Term => [caps[cap]!, spilled]) : []),
      ...this.itemRows.flatMap(({ row, weight }): Term[] => {
        const times = weight(index, way);
        return times === 0 ? [] : [[row, times]];
      }),
    ];
  }
}

/** An amount for each set of a choice: its use, in parts too, of which the choice allows so much together. */
function setsOf({ options }: Model, tableau: Tableau, choices: readonly Name[]): ChoiceSet[] {
  const found = new Map<string, { choice: number; options: Set<number> }>();
  for (const [index, option] of options.entries()) {
    for (const { choice, set } of option.choices) {
      const key = `${choice}\n${set}`;
      const one = found.get(key) ?? { choice, options: new Set() };
      found.set(key, one);
      one.options.add(index);
    }
  }
  const sets = [...found.values()];
  const names = tableau.addAmounts(sets.map(({ choice }) => ({ rows: [[choices[choice]!, 1]], first: 0, second: 0 })));
  return sets.map((one, index) => ({ ...one, name: names[index]! }));
}
