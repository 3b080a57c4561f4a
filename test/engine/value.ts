/** What an answer is worth, counted apart from the engine. */
import type { AssignmentProblem, Bound, Item, Pair, Solution } from '../../src/engine/assign/problem.ts';
import type { Verdict } from './referee.ts';

/** Items that are one credit each: second uses are not one more. */
export function firstUses({ items }: AssignmentProblem): Item[] {
  return items.filter(({ secondUseOf }) => secondUseOf === undefined);
}

/** What a whole item takes of a limit. */
export function takenOf({ counts }: Bound, { hours }: Item): number {
  return counts === 'items' ? 1 : hours;
}

/** 1 where a block asks for so many courses, and hours of one more could count. */
export function coursesOf(problem: AssignmentProblem, { limits, caps }: Pair): 0 | 1 {
  const room = roomUnder(problem);
  const isAsked = limits.some((limit) => problem.limits[limit]!.counts === 'items');
  return isAsked && caps.every((cap) => room[cap]! > 0) ? 1 : 0;
}

/** The hours met: those of the total, where there is one. */
export function hoursMet({ total }: AssignmentProblem, [met, hours]: Verdict): number {
  return total ? met : hours;
}

/** Of the hours of first uses, and those of them under each cap: the ones that the total counts. */
export function metOf({ total, caps }: AssignmentProblem, once: number, under: readonly number[]): number {
  if (!total) return 0;
  const over = total.caps.map((cap) => under[cap]! - caps[cap]!.hours);
  return once - Math.max(0, once - total.hours, ...over);
}

/** The most hours under each cap. */
export function roomUnder({ total, caps }: AssignmentProblem): number[] {
  return caps.map(({ hours }, cap) => hours + (total?.caps.includes(cap) ? total.beyond : 0));
}

/** The aims' values of an answer, in order. */
export function valueOf(problem: AssignmentProblem, { placements }: Pick<Solution, 'placements'>): Verdict {
  const value: [number, number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0, firstUses(problem).length];
  let once = 0;
  const under = problem.caps.map(() => 0);
  for (const { item: id, bin, counted, spilled } of placements) {
    const item = problem.items.find((one) => one.id === id)!;
    const pair = item.pairs.find((one) => problem.bins[one.bin] === bin)!;
    const { demand } = pair;
    const sink = item.pairs.find((pair) => pair.bin === problem.excessBin);
    const demanding = counted * demand + spilled * (sink?.demand ?? 0);
    if (item.secondUseOf === undefined) {
      once += counted + spilled;
      value[6] -= 1;
    }
    value[5] += coursesOf(problem, pair);
    value[1] += counted + spilled;
    for (const cap of pair.caps) under[cap]! += counted;
    for (const cap of sink?.caps ?? []) under[cap]! += spilled;
    value[3] += item.certainty * (demanding + counted + spilled);
    value[4] += demanding;
  }
  value[0] = metOf(problem, once, under);
  value[2] = problem.total ? 0 : once;
  return value;
}

/** Every rule the answer breaks, in words. */
export function brokenRules(problem: AssignmentProblem, { placements }: Pick<Solution, 'placements'>): string[] {
  const broken: string[] = [];
  const caps = problem.caps.map(() => 0);
  const limits = problem.limits.map(() => 0);
  const sets = problem.choices.map(() => new Set<string>());
  const seen = new Set<string>();
  for (const { item: id, bin, counted, excess, spilled } of placements) {
    if (seen.has(id)) broken.push(`${id} is used twice`);
    seen.add(id);
    const item = problem.items.find((one) => one.id === id)!;
    const pair = item.pairs.find((one) => problem.bins[one.bin] === bin);
    if (!pair) {
      broken.push(`${id} may not be in ${bin}`);
      continue;
    }
    if (item.pinnedTo !== undefined && item.pinnedTo !== pair.bin) broken.push(`${id} is not where it is pinned`);
    const first = placements.find((one) => one.item === item.secondUseOf)?.bin;
    if (item.secondUseOf !== undefined && !pair.besides?.some((one) => problem.bins[one] === first)) {
      broken.push(`${id} is a second use without its first`);
    }
    if (Math.abs(counted + excess - item.hours) > 1e-9 || counted < 0) broken.push(`${id} is not whole`);
    for (const cap of pair.caps) caps[cap]! += counted;
    const sink = item.pairs.find((one) => one.bin === problem.excessBin);
    const again = problem.items.find(({ secondUseOf }) => secondUseOf === id)?.id;
    const second = placements.find((one) => one.item === again);
    if (spilled + (second?.counted ?? 0) > item.hours || (spilled > 0 && item.secondUseOf !== undefined)) {
      broken.push(`${id} counts what it spills in its second use`);
    }
    if (spilled < 0 || spilled > excess || (spilled > 0 && !sink)) broken.push(`${id} spills what it does not have`);
    for (const cap of sink?.caps ?? []) caps[cap]! += spilled;
    for (const limit of pair.limits) limits[limit]! += takenOf(problem.limits[limit]!, item);
    for (const { choice, set } of pair.choices) sets[choice]!.add(set);
  }
  const room = roomUnder(problem);
  problem.caps.forEach(({ id }, index) => caps[index]! > room[index]! + 1e-9 && broken.push(`cap ${id}`));
  problem.limits.forEach(({ id, hours }, index) => limits[index]! > hours && broken.push(`limit ${id}`));
  problem.choices.forEach(({ id, atMost }, index) => sets[index]!.size > atMost && broken.push(`choice ${id}`));
  return broken;
}
