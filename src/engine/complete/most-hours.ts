/** A quick bound on what all courses together can count, and what it says where it is reached. */
import type { DegreeProblem } from '../assign.ts';
import { toHundredths } from '../semester-hours.ts';
import type { Degree, RequirementBlock } from '../../schemas/degree.ts';
import type { Group } from './groups.ts';
import type { ProgramInput } from './program.ts';

type Courses = Pick<ProgramInput, 'groups' | 'held' | 'problem'>;

/** The steps of the degree's hours that no answer passes: blocks have no more room, or there are no more courses for them. */
export function mostHours(degree: Degree, { groups, held, problem }: Courses): number {
  return Math.min(mostIn(degree, { groups, held, problem }).all, ...limitsOnAll(groups, held, problem));
}

/**
 * By block, the steps that count there, where so many in all leave no choice: each block has as many as there can be.
 * Undefined where they may lie in one block or another.
 */
export function fullBlocks(degree: Degree, courses: Courses, hours: number): ReadonlyMap<string, number> | undefined {
  const { all, inBlocks, isOpen } = mostIn(degree, courses);
  return all === hours && !isOpen ? inBlocks : undefined;
}

/** The most steps in each block. `isOpen`: they may lie in some of its blocks or in others. */
function mostIn(
  { blocks }: Degree,
  { groups, held, problem: { bins, step } }: Courses,
): { all: number; inBlocks: ReadonlyMap<string, number>; isOpen: boolean } {
  const supply = bins.map(() => 0);
  const supplied = (pairs: Group['parts'][number]['pairs'], hours: number): void => {
    for (const pair of pairs) supply[pair.bin]! += hours;
  };
  for (const { pairs, hours } of held) supplied(pairs, hours);
  for (const { parts, candidates } of groups)
    for (const { pairs, second, hours } of parts) {
      supplied(pairs, hours * candidates.length);
      supplied(second, hours * candidates.length);
    }
  const inBlocks = new Map<string, number>();
  let isOpen = false;
  const inBlock = ({ id, children, semesterHours, choose }: RequirementBlock): number => {
    const size = toHundredths(semesterHours) / step;
    const inside = children ? children.reduce((sum, child) => sum + inBlock(child), 0) : supply[bins.indexOf(id)]!;
    if (children && (choose !== undefined || inside > size)) isOpen = true;
    inBlocks.set(id, Math.min(size, inside));
    return Math.min(size, inside);
  };
  const all = blocks.reduce((sum, block) => sum + inBlock(block), 0);
  return { all, inBlocks, isOpen };
}

/** The hours of each limit that everything takes wherever it lands. */
function limitsOnAll(groups: ProgramInput['groups'], held: ProgramInput['held'], { limits }: DegreeProblem): number[] {
  const parts = [...held, ...groups.flatMap((group) => group.parts)];
  return limits.flatMap(({ hours, counts }, limit) =>
    counts === undefined && parts.every(({ pairs }) => pairs.every((pair) => pair.limits.includes(limit)))
      ? [hours]
      : [],
  );
}
