/**
 * A first good answer among few courses: of hundreds that fill a block, the cheapest that fill it twice over. Only where these
 * do not fill all that could be filled are all courses looked at.
 */
import type { DegreeProblem } from '../assign.ts';
import { toHundredths } from '../semester-hours.ts';
import type { Degree, RequirementBlock } from '../../schemas/degree.ts';
import { studyInMonth } from './calendar.ts';
import type { Group } from './groups.ts';
import { cheapestPlans } from './prices.ts';
import type { ProgramInput } from './program.ts';
import { searchCourses } from './search.ts';

/** So many times the hours of a block are kept for it. */
const plenty = 2;

/** The search of first answers for this degree. What it finds is never called proven. */
export function likelySearch(degree: Degree): typeof searchCourses {
  return (program, limits, progress) => {
    const { weights } = program;
    // Where more than money counts, the cheapest are not the best.
    if (weights.sureHour || weights.study) return searchCourses(program, limits, progress);
    const most = mostHours(degree, program);
    const few = searchCourses({ ...program, groups: likelyGroups(program) }, limits, progress);
    if (few.best.hours >= most) return { ...few, proven: false, bound: weights.hour * most };
    const all = searchCourses(program, limits, progress);
    return all.best.value >= few.best.value ? all : { ...all, best: few.best };
  };
}

/** For each block, the cheapest groups that fill it. */
function likelyGroups({ groups, problem, memberships, wishes }: ProgramInput): Group[] {
  const monthly = new Map(
    memberships.map((one) => [one.id, cheapestPlans(one, 1).cents / studyInMonth(wishes)] as const),
  );
  const perHour = groups.map(({ prices, studyHours, parts }): number => {
    const cents = prices.map((price) => {
      const [least = 0] = price.memberships.map((id) => monthly.get(id)!).sort((a, b) => a - b);
      return price.cents + least * studyHours;
    });
    return Math.min(...cents) / hoursOf(parts);
  });
  const byBin = problem.bins.map((): number[] => []);
  groups.forEach(({ parts }, index) => {
    for (const bin of new Set(parts.flatMap(({ pairs }) => pairs.map((pair) => pair.bin)))) byBin[bin]!.push(index);
  });
  const sizes = roomIn(groups, problem);
  const likely = new Set<number>();
  byBin.forEach((its, bin) => {
    let room = plenty * sizes[bin]!;
    for (const index of its.sort((a, b) => perHour[a]! - perHour[b]! || a - b)) {
      if (room <= 0) break;
      likely.add(index);
      room -= hoursOf(groups[index]!.parts) * groups[index]!.candidates.length;
    }
  });
  return groups.filter((_, index) => likely.has(index));
}

/** By bin, the most steps that courses count in it. */
function roomIn(groups: readonly Group[], { bins, caps }: DegreeProblem): number[] {
  const room = bins.map(() => 0);
  for (const { pairs } of groups.flatMap(({ parts }) => parts))
    for (const pair of pairs) room[pair.bin] = Math.min(...pair.caps.map((cap) => caps[cap]!.hours));
  return room;
}

/** The steps of the degree's hours that no answer passes: blocks have no more room, or there are no more courses for them. */
function mostHours({ blocks }: Degree, { groups, held, problem }: ProgramInput): number {
  const { bins, limits, step } = problem;
  const supply = new Map(bins.map((id) => [id, 0]));
  const supplied = (pairs: Group['parts'][number]['pairs'], hours: number): void => {
    for (const { bin } of pairs) supply.set(bins[bin]!, supply.get(bins[bin]!)! + hours);
  };
  for (const { pairs, hours } of held) supplied(pairs, hours);
  for (const { parts, candidates } of groups)
    for (const { pairs, second, hours } of parts) supplied([...pairs, ...second], hours * candidates.length);
  const inBlock = ({ id, children, semesterHours }: RequirementBlock): number => {
    const inside = children ? children.reduce((sum, child) => sum + inBlock(child), 0) : supply.get(id)!;
    return Math.min(toHundredths(semesterHours) / step, inside);
  };
  const lists = [...held, ...groups.flatMap(({ parts }) => parts)].flatMap(({ pairs }) => pairs);
  const onAll = limits.flatMap(({ hours, counts }, limit) =>
    counts === undefined && lists.every((pair) => pair.limits.includes(limit)) ? [hours] : [],
  );
  return Math.min(
    blocks.reduce((sum, block) => sum + inBlock(block), 0),
    ...onAll,
  );
}

const hoursOf = (parts: Group['parts']): number => parts.reduce((sum, { hours }) => sum + hours, 0);
