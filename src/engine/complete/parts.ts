/** The parts of the search, and how one is made of another. */
import type { Name, Term } from '../assign/tableau.ts';
import { whole } from './fractions.ts';
import type { Range } from './lengths.ts';
import type { Landing, Program, Stand } from './program.ts';
import { settle } from './settle.ts';
import { bound, sumOf, type SparseTableau } from './sparse-tableau.ts';

/** No more room than for so many tableaus is kept for copies. */
const mostFree = 4;

/** Where a part stands, what no answer in it passes, and the amounts of landings that it was divided on. */
export type Part = Stand & {
  readonly bound: number;
  readonly split: ReadonlyMap<number, readonly Name[]>;
  /** How long each membership may run. */
  readonly lengths: readonly Range[];
  /** The rows that it was divided by elsewhere, and the amounts that are bound there. */
  readonly bounds: readonly { readonly row: Name; readonly how: How; readonly names: ReadonlySet<Name> }[];
};
type How = 'at most' | 'at least';
export type Change = (tableau: SparseTableau) => unknown;

export class Parts {
  private readonly program: Program;
  private readonly cannotBeat: (bound: number) => boolean;
  /** Tableaus that are not needed any more: copies take their place. */
  private readonly free: SparseTableau[] = [];
  /** Table entries worked on. */
  work = 0;

  /** `cannotBeat`: nothing worth so much is better than what there is. */
  constructor(program: Program, cannotBeat: (bound: number) => boolean) {
    this.program = program;
    this.cannotBeat = cannotBeat;
  }

  /** The whole program as a part. */
  whole(): Part {
    const { start, months } = this.program;
    settle(start, this.program);
    this.work += start.tableau.takeWork();
    const lengths = months.map((names): Range => [0, names.length]);
    return { ...start, bound: start.tableau.value.first, split: new Map(), lengths, bounds: [] };
  }

  /** The part after a change, in its own tableau, or in the part's where that is not needed any more. */
  changed(part: Part, change: Change, isLast = false): Part | undefined {
    const tableau = isLast ? part.tableau : part.tableau.copy(this.free.pop());
    change(tableau);
    const solved = this.solved({ ...part, tableau });
    if (!solved) this.release(tableau);
    return solved;
  }

  /** The part with at most so much of these amounts, or at least. */
  bounded(part: Part, names: readonly Name[], how: How, count: number): Part | undefined {
    let row: Name = -1;
    const next = this.changed(part, (tableau) => (row = bound(tableau, names, how, count)));
    return next && { ...next, bounds: [...part.bounds, { row, how, names: new Set(names) }] };
  }

  /** The part with its changes solved; undefined if nothing better is left in it. */
  solved(part: Part): Part | undefined {
    const { tableau } = part;
    const next = { ...part, held: new Map(part.held) };
    const possible = settle(next, this.program);
    this.work += tableau.takeWork();
    if (!possible) return undefined;
    const bound = tableau.stuck ? part.bound : Math.min(part.bound, tableau.value.first);
    return this.cannotBeat(bound) ? undefined : { ...next, bound };
  }

  /** Divides where a course is split between blocks, or counts in part. */
  dividedByLanding(part: Part): Part[] | undefined {
    const { tableau } = part;
    for (const [index, { amounts, later }] of this.program.landings.entries()) {
      const known = part.split.get(index) ?? amounts;
      const sum = sumOf(tableau, known);
      const floor = Math.floor(sum + whole);
      if (sum - floor < 1e-5) continue;
      const divide = (how: How, count: number): Part | undefined => {
        const copy = tableau.copy();
        const added = part.split.has(index) ? [] : this.addLater(copy, part, later());
        const names = [...known, ...added.map(({ name }) => name)];
        bound(copy, names, how, count);
        return this.solved({
          ...part,
          tableau: copy,
          later: [...part.later, ...added],
          split: new Map(part.split).set(index, names),
        });
      };
      return [divide('at most', floor), divide('at least', floor + 1)].filter((one) => one !== undefined);
    }
    return undefined;
  }

  /** Amounts that are needed once a landing is divided on, in a part's tableau. */
  private addLater(tableau: SparseTableau, { held, bounds }: Part, later: ReturnType<Landing['later']>): Part['later'] {
    const names = tableau.addAmounts(
      later.map((one) => {
        const onMind = this.program.inMind.weightsOf(one);
        const onHeld = onMind.flatMap(([row, times]): Term[] => (held.has(row) ? [[held.get(row)!, times]] : []));
        // Where a course is taken, it is so where parts were divided on how many are.
        const onBounds = bounds.flatMap(({ row, how, names }): Term[] =>
          one.idle !== undefined && names.has(one.idle) ? [[row, how === 'at most' ? 1 : -1]] : [],
        );
        return { ...one, rows: [...one.rows, ...onHeld, ...onBounds] };
      }),
    );
    // Where an inequality allows as much as there is of them, they may gain.
    tableau.improve();
    return names.map((name, index) => ({ ...later[index]!, name }));
  }

  /** Leaves the room of a tableau that is not needed any more to a copy of another. */
  release(tableau: SparseTableau): void {
    if (this.free.length < mostFree) this.free.push(tableau);
  }
}
