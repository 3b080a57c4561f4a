/** A quick bound on what all courses together can count. */
import type { DegreeProblem } from '../assign.ts';
import { toHundredths } from '../semester-hours.ts';
import type { Degree, RequirementBlock } from '../../schemas/degree.ts';
import type { Group } from './groups.ts';
import type { ProgramInput } from './program.ts';

/** The steps of the degree's hours that no answer passes: blocks have no more room, or there are no more courses for them. */
export function mostHours({ blocks }: Degree, { groups, held, problem }: ProgramInput): number {
  const { bins, step } = problem;
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
  return Math.min(
    blocks.reduce((sum, block) => sum + inBlock(block), 0),
    ...limitsOnAll(groups, held, problem),
  );
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
