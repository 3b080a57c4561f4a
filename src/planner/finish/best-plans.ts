/**
 * Of plans that were looked for one by one, the best for each aim. A search that ran out of time may be beaten by what
 * another search found on its way: the wishes are the same, so any of the plans will do for any of the aims.
 */
import type { Aim, Completion } from '../../engine/completion.ts';

/** What an aim looks at, the most important first: less is better. */
const looksAt: Readonly<Record<Aim, (plan: Completion) => readonly number[]>> = {
  cheapest: ({ met, costUsd }) => [-met.likely, costUsd],
  fastest: ({ met, studyHours, costUsd }) => [-met.likely, studyHours, costUsd],
  safest: ({ met, sureHours, costUsd }) => [-met.likely, -sureHours, costUsd],
};

/** The same aims, each with the best plan for it. What is not better takes nobody's place. */
export function bestOfEach(found: ReadonlyMap<Aim, Completion>): ReadonlyMap<Aim, Completion> {
  return new Map(
    [...found].map(([aim, own]) => {
      // A proof holds against every plan; `leastSureHours` is kept by all of them or by none.
      const others = own.proven ? [] : [...found.values()];
      const best = others.reduce((least, one) => (isLess(looksAt[aim](one), looksAt[aim](least)) ? one : least), own);
      return [aim, best === own ? own : { ...best, proven: false, gap: gapAfter(own, best) }];
    }),
  );
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((number, at) => number !== other[at]);
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
}

/** How much better than `best` a plan may still be, where it was known how much better than `own` one may be. */
function gapAfter({ gap, ...own }: Completion, best: Completion): Completion['gap'] {
  // A measure that came after the first had no gap of its own, whatever the better plan has of it.
  const left = (before: number, gained: number): number =>
    before === 0 ? 0 : Math.max(0, Math.round((before - gained) * 100) / 100);
  return {
    semesterHours: left(gap.semesterHours, best.met.likely - own.met.likely),
    sureHours: left(gap.sureHours, best.sureHours - own.sureHours),
    studyHours: left(gap.studyHours, own.studyHours - best.studyHours),
    costUsd: left(gap.costUsd, own.costUsd - best.costUsd),
  };
}
