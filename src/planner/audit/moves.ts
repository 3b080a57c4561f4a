/** Where one accepted credit may go, and the edit that takes it there. */
import type { CreditOutcome, DegreeAudit } from '../../engine/types.ts';
import type { RequirementBlock } from '../../schemas/degree.ts';
import type { EditOfCredit } from '../plan/edits.ts';
import { idsOf, type Region, type Territory } from './degree-view.ts';

/** A block that a credit may fill. */
export type Target = {
  readonly block: string;
  readonly title: string;
  /** The block of the map, and of the list, that shows it: itself, or one around it. */
  readonly shownIn: string;
  /** Hours it still needs. */
  readonly needed: number;
  /** True where the credit is in it now. */
  readonly here: boolean;
};

/** The blocks that the credit may fill, in the map's order. */
export function targetsOf(outcome: CreditOutcome, regions: readonly Region[], audit: DegreeAudit): readonly Target[] {
  const may = new Set(outcome.mayFill);
  const needed = new Map(audit.blocks.map(({ block, stillNeeded }) => [block, stillNeeded]));
  const now = [outcome.applied?.block, outcome.alsoApplied?.block];
  return territoriesOf(regions).flatMap((territory) =>
    partsOf(territory.block)
      .filter(({ id }) => may.has(id))
      .map(({ id, title }) => ({
        block: id,
        title,
        shownIn: territory.block.id,
        needed: needed.get(id) ?? 0,
        here: now.includes(id),
      })),
  );
}

/** Credits that may fill the block, or a part of it, and are not in it now. */
export function movableTo(block: RequirementBlock, audit: DegreeAudit): readonly CreditOutcome[] {
  const inside = new Set(idsOf(block));
  const isHere = (place: string | undefined) => place !== undefined && inside.has(place);
  return audit.outcomes.filter(
    ({ mayFill, applied, alsoApplied }) =>
      mayFill.some((id) => inside.has(id)) && !isHere(applied?.block) && !isHere(alsoApplied?.block),
  );
}

/**
 * "Use it here", where here is a block of the map. Of its parts it is one that the credit may fill and that needs hours
 * the most; the first part where none fits, so that the audit can say why it doesn't.
 */
export function useIn(outcome: CreditOutcome, block: RequirementBlock, audit: DegreeAudit): EditOfCredit {
  const { accepted, mayFill } = outcome;
  const needed = new Map(audit.blocks.map((entry) => [entry.block, entry.stillNeeded]));
  const parts = partsOf(block);
  const [best = parts[0] ?? block] = parts
    .filter(({ id }) => mayFill.includes(id))
    .sort((a, b) => (needed.get(b.id) ?? 0) - (needed.get(a.id) ?? 0));
  return { kind: 'use-here', credit: accepted.credit, part: accepted.part, block: best.id };
}

/** The block that the map draws for this one. */
export function shownIn(regions: readonly Region[], block: string): RequirementBlock | undefined {
  return territoriesOf(regions).find((territory) => idsOf(territory.block).includes(block))?.block;
}

/** The blocks of the map in their order. */
export function territoriesOf(regions: readonly Region[]): readonly Territory[] {
  return regions.flatMap(({ territories }) => territories);
}

/** What credit can be put into: the block itself, or where it has some the last of its children. */
function partsOf(block: RequirementBlock): readonly RequirementBlock[] {
  return block.children ? block.children.flatMap(partsOf) : [block];
}
