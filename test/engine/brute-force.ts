/**
 * The referee for small problems: tries every way to put whole items into bins and every number of hours to count.
 * It shares nothing with the engine but the shape of the problem and the meaning of the aims.
 */
import type { AssignmentProblem } from '../../src/engine/assign/problem.ts';
import { coursesOf, metOf, roomUnder, takenOf } from './value.ts';

/** Hours of the total, of all uses, where there is no total of first uses, and what the other aims count. */
export type Value = readonly [
  met: number,
  hours: number,
  once: number,
  sureHours: number,
  demandingHours: number,
  courses: number,
  itemsUnused: number,
];

const isMore = (a: Value, b: Value): boolean => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! > b[at]!;
};

/** The best value over every whole answer, aim by aim; undefined if the pins allow none. */
export function bestByBruteForce(problem: AssignmentProblem): Value | undefined {
  const room = roomUnder(problem);
  const caps = [...room];
  const limits = problem.limits.map(({ hours }) => hours);
  const sets = problem.choices.map(() => new Map<string, number>());
  // First uses before second ones, which look where they are.
  const items = [...problem.items].sort((a, b) => Number('secondUseOf' in a) - Number('secondUseOf' in b));
  const binOf = new Map<string, number>();
  const spilledOf = new Map<string, number>();
  let best: Value | undefined;

  const visit = (at: number, value: Value): void => {
    if (at === items.length) {
      const under = room.map((hours, cap) => hours - caps[cap]!);
      const [, hours, once, ...rest] = value;
      const whole: Value = [metOf(problem, once, under), hours, problem.total ? 0 : once, ...rest];
      if (!best || isMore(whole, best)) best = whole;
      return;
    }
    const item = items[at]!;
    const isFirst = item.secondUseOf === undefined;
    const [, hours, once, sure, demanding, courses, unused] = value;
    if (item.pinnedTo === undefined)
      visit(at + 1, [0, hours, once, sure, demanding, courses, unused + (isFirst ? 1 : 0)]);
    for (const pair of item.pairs) {
      if (item.pinnedTo !== undefined && item.pinnedTo !== pair.bin) continue;
      if (!isFirst && !pair.besides!.includes(binOf.get(item.secondUseOf) ?? -1)) continue;
      if (pair.limits.some((limit) => limits[limit]! < takenOf(problem.limits[limit]!, item))) continue;
      binOf.set(item.id, pair.bin);
      for (const { choice, set } of pair.choices) sets[choice]!.set(set, (sets[choice]!.get(set) ?? 0) + 1);
      const chosenWithin = problem.choices.every(
        ({ atMost }, choice) => [...sets[choice]!.values()].filter((count) => count > 0).length <= atMost,
      );
      if (chosenWithin) {
        for (const limit of pair.limits) limits[limit]! -= takenOf(problem.limits[limit]!, item);
        for (let counted = 0; counted <= item.hours; counted++) {
          if (pair.caps.some((cap) => caps[cap]! < counted)) break;
          // What sticks out of the first use and counts elsewhere does not count in the second.
          if (!isFirst && counted + spilledOf.get(item.secondUseOf)! > item.hours) break;
          for (const cap of pair.caps) caps[cap]! -= counted;
          const isSink = pair.bin === problem.excessBin || !isFirst;
          const sink = isSink ? undefined : item.pairs.find(({ bin }) => bin === problem.excessBin);
          for (let spilled = 0; spilled <= (sink ? item.hours - counted : 0); spilled++) {
            if (sink?.caps.some((cap) => caps[cap]! < spilled)) break;
            for (const cap of sink?.caps ?? []) caps[cap]! -= spilled;
            if (isFirst) spilledOf.set(item.id, spilled);
            const demand = counted * pair.demand + spilled * (sink?.demand ?? 0);
            const sureness = item.certainty * (demand + counted + spilled);
            const more = counted + spilled;
            const summed = [hours + more, once + (isFirst ? more : 0), sure + sureness, demanding + demand] as const;
            visit(at + 1, [0, ...summed, courses + coursesOf(problem, pair), unused]);
            for (const cap of sink?.caps ?? []) caps[cap]! += spilled;
          }
          for (const cap of pair.caps) caps[cap]! += counted;
        }
        for (const limit of pair.limits) limits[limit]! += takenOf(problem.limits[limit]!, item);
      }
      for (const { choice, set } of pair.choices) sets[choice]!.set(set, sets[choice]!.get(set)! - 1);
      binOf.delete(item.id);
    }
  };
  visit(0, [0, 0, 0, 0, 0, 0, 0]);
  return best;
}
