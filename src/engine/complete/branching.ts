/**
 * On which fraction to divide: on the one where both halves lose most. A few are tried out; of those tried before, what
 * they lost then tells what they will lose.
 */
import type { Fraction } from './fractions.ts';
import type { Part, Parts } from './parts.ts';

/** So many fractions of a part are tried out. */
const tries = 4;
/** What was tried so often is known. */
const enough = 2;
/** Losses smaller than this share of what may be lost are alike. */
const little = 1e-6;

/** What was lost by each part that an amount went down or up, together. */
type Losses = { down: number; up: number; times: number };
type Tried = { readonly score: number; readonly halves: readonly Part[] };

export class Branching {
  private readonly parts: Parts;
  /** By what fractions are of. */
  private readonly known = new Map<number, Losses>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** What is left of the halves of a part, which may lose so much. The part's tableau is not needed any more. */
  halvesOf(part: Part, fractions: readonly Fraction[], mayLose: number): readonly Part[] {
    const expected = this.expectedBy(mayLose);
    const ranked = fractions
      .map((fraction) => ({
        fraction,
        score: expected(fraction),
        times: this.known.get(fraction.of)?.times ?? 0,
      }))
      .sort((a, b) => b.score - a.score || a.times - b.times || b.fraction.promise - a.fraction.promise);
    let best: Tried | undefined;
    for (const { fraction, score, times } of ranked.slice(0, tries)) {
      if (best && score <= best.score && times >= enough) break;
      const tried = this.tryOut(part, fraction, mayLose);
      const [better, worse] = !best || tried.score > best.score ? [tried, best] : [best, tried];
      for (const { tableau } of worse?.halves ?? []) this.parts.release(tableau);
      best = better;
      if (tried.halves.length < 2) break;
    }
    this.parts.release(part.tableau);
    return best?.halves ?? [];
  }

  private tryOut(part: Part, { of, names, floor, up }: Fraction, mayLose: number): Tried {
    const { parts } = this;
    const lower = parts.bounded(part, names, 'at most', floor);
    const upper = parts.bounded(part, names, 'at least', floor + 1);
    const lossOf = (half = { bound: -Infinity }): number => Math.min(mayLose, part.bound - half.bound);
    const known = this.known.get(of) ?? { down: 0, up: 0, times: 0 };
    this.known.set(of, known);
    known.down += lossOf(lower) / up;
    known.up += lossOf(upper) / (1 - up);
    known.times++;
    return {
      score: scoreOf(lossOf(lower), lossOf(upper), mayLose),
      halves: [lower, upper].filter((half) => half !== undefined),
    };
  }

  /** What the halves of a fraction will lose, as a score: as before, or as the others on average. */
  private expectedBy(mayLose: number): (fraction: Fraction) => number {
    const all = { down: 0, up: 0, times: 0 };
    for (const { down, up, times } of this.known.values()) {
      all.down += down / times;
      all.up += up / times;
      all.times++;
    }
    return ({ of, up: part }) => {
      const { down, up, times } = this.known.get(of) ?? all;
      return times ? scoreOf((down / times) * part, (up / times) * (1 - part), mayLose) : 0;
    };
  }
}

function scoreOf(down: number, up: number, mayLose: number): number {
  const least = little * mayLose;
  return Math.max(least, down) * Math.max(least, up);
}
