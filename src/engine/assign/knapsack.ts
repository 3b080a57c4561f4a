/**
 * What whole items under one limit can do at most together. Of a limit of 3 hours, half of a 3-hour item and one of 1
 * hour take no more than there is, yet no mixture of whole choices is like that: either goes, not both. The inequality
 * found here says so, and the fractional answer has to give way.
 *
 * This is Boyd's way (Fenchel cutting planes, 1993): weights, such that no whole choice weighs more than 1, and the
 * fractional one as much more as can be. A small linear program proposes weights, and dynamic programming finds the
 * whole choice that weighs most by them, until that one weighs no more than 1.
 */
import { Tableau, type Term } from './tableau.ts';

/** Items of one size under the limit. */
export type Size = {
  /** What one of them takes of the limit: a whole number above 0. */
  readonly takes: number;
  /** How many there are. */
  readonly most: number;
  /** How many of them the fractional answer uses. */
  readonly amount: number;
};

const little = 1e-4;
const rounds = 60;

/** Weights by size, that every whole choice within the limit keeps to 1 and the amounts do not; or none. */
export function separate(limit: number, sizes: readonly Size[]): number[] | undefined {
  const used = sizes.filter(({ amount, takes }) => amount > 1e-7 && takes <= limit);
  const fitting = used.map(({ takes, most }) => Math.min(most, Math.floor(limit / takes)));
  const choice = new Choice(limit);
  const weights = proposeWeights(used, fitting, choice);
  if (!weights) return undefined;
  // Rounding must not cut a whole choice off.
  const heaviest = Math.max(1, choice.most(limit));
  choice.scale(1 / heaviest);
  const byUsed = new Map(used.map((size, index) => [size, weights[index]! / heaviest]));
  const excess = used.reduce((sum, size) => sum + byUsed.get(size)! * size.amount, -1);
  if (excess <= little) return undefined;
  return sizes.map((size) => byUsed.get(size) ?? choice.lift(size));
}

/** The weights that cut the amounts off by the most, if any do. `choice` then knows what whole choices weigh. */
function proposeWeights(used: readonly Size[], fitting: readonly number[], choice: Choice): number[] | undefined {
  const program = new Tableau();
  const alone = used.map(() => program.addRow([], 1));
  const names = program.addAmounts(
    used.map(({ amount }, index) => ({ rows: [[alone[index]!, fitting[index]!]], first: amount, second: 0 })),
  );
  program.improve();
  for (let round = 0; round < rounds && program.value.first > 1 + little; round++) {
    const weights = names.map((name) => program.amount(name));
    const counts = choice.heaviest(used, fitting, weights);
    if (choice.most(choice.limit) <= 1 + 1e-6) return weights;
    program.addRow(
      counts.map((count, index): Term => [names[index]!, count]),
      1,
    );
    if (!program.repair() || program.stuck) return undefined;
  }
  return undefined;
}

/** What the heaviest whole choice weighs, by how much of the limit it may take. */
class Choice {
  readonly limit: number;
  private readonly best: Float64Array;

  constructor(limit: number) {
    this.limit = limit;
    this.best = new Float64Array(limit + 1);
  }

  most(room: number): number {
    return this.best[room]!;
  }

  scale(by: number): void {
    for (let room = 0; room <= this.limit; room++) this.best[room]! *= by;
  }

  /** How many of each size the heaviest whole choice has. */
  heaviest(sizes: readonly Size[], fitting: readonly number[], weights: readonly number[]): number[] {
    this.best.fill(0);
    const chosen = sizes.map(({ takes }, index) => this.add(takes, fitting[index]!, weights[index]!));
    let room = this.limit;
    const counts = sizes.map(() => 0);
    for (let index = sizes.length - 1; index >= 0; index--) {
      counts[index] = chosen[index]![room]!;
      room -= counts[index]! * sizes[index]!.takes;
    }
    return counts;
  }

  /** Lets choices have items of one more size. Returns how many of them the heaviest has, by room. */
  private add(takes: number, fitting: number, weight: number): Int32Array {
    const { best, limit } = this;
    const chosen = new Int32Array(limit + 1);
    if (weight <= 0) return chosen;
    for (let room = limit; room >= takes; room--) {
      for (let count = 1; count <= fitting && count * takes <= room; count++) {
        const weighs = best[room - count * takes]! + count * weight;
        if (weighs <= best[room]! + 1e-12) continue;
        best[room] = weighs;
        chosen[room] = count;
      }
    }
    return chosen;
  }

  /** The most that items of a size not used so far may weigh. */
  lift({ takes, most }: Size): number {
    const fitting = Math.min(most, Math.floor(this.limit / takes));
    let weight = Infinity;
    for (let count = 1; count <= fitting; count++) {
      weight = Math.min(weight, (1 - this.best[this.limit - count * takes]!) / count);
    }
    if (fitting === 0 || weight <= 1e-9) return 0;
    this.add(takes, fitting, weight);
    return weight;
  }
}
