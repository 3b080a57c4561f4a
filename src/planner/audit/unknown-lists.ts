/** Blocks whose list of courses was not found: nothing is counted there, whatever the school may take. */
import type { OpenBlock } from '../../engine/completion.ts';
import type { RequirementBlock } from '../../schemas/degree.ts';

/** The degree's blocks by their ids. */
export type Blocks = ReadonlyMap<string, RequirementBlock>;

/** True if the block's list of courses was not found. */
export function hasNoList(block: RequirementBlock | undefined): boolean {
  return block?.fits?.courses?.length === 0;
}

/** True if credit from elsewhere may fill an open block, and only its list of courses is missing. */
export function isOpenForLack({ block, reason }: OpenBlock, blocks: Blocks): boolean {
  return reason !== 'in-residence' && hasNoList(blocks.get(block));
}

/** How many of the hours left for the school are left only because a list of courses was not found. */
export function hoursForLack(open: readonly OpenBlock[], blocks: Blocks): number {
  return open.reduce((hours, one) => hours + (isOpenForLack(one, blocks) ? one.stillNeeded : 0), 0);
}
