/**
 * Where each credit may be used: once, or twice where blocks share. Which of these uses to make is for `assign/`.
 *
 * Of two blocks that share, the first use may lie in either: its hours are those that the degree counts. A pin says where
 * it lies.
 */
import type { Degree } from '../schemas/degree.ts';
import { leavesOf, mayFillIn, type Leaf } from './eligibility.ts';
import type { AcceptedCredit } from './types.ts';

/** Where pins put, and don't put, one accepted credit. */
export type PinsOf = (credit: AcceptedCredit) => {
  readonly use?: string | undefined;
  readonly avoid: readonly string[];
};

/** One block that a use may fill, by the index of its leaf. `besides`: of second uses, where the first must then be. */
export type Place = { readonly leaf: number; readonly besides?: readonly number[] };

/** One use of one credit, with the places it may have. */
export type Use = {
  readonly credit: AcceptedCredit;
  readonly second: boolean;
  readonly places: readonly Place[];
  /** The leaf that a pin puts it in. */
  readonly pinnedTo?: number;
};

/** The first and, where there is one, the second use of each credit. */
export function usesOf(degree: Degree, credits: readonly AcceptedCredit[], pins: PinsOf): readonly Use[] {
  const leaves = leavesOf(degree);
  const mayFill = mayFillIn(degree);
  return credits.flatMap((credit): Use[] => {
    const { use, avoid } = pins(credit);
    const open = mayFill(credit).filter((leaf) => !avoid.includes(leaves[leaf]!.block.id));
    const pinnedTo = leaves.findIndex(({ block }) => block.id === use);
    const places = open.map((leaf): Place => ({ leaf }));
    const second = secondPlaces(leaves, open, pinnedTo);
    return [
      { credit, second: false, places, ...(pinnedTo < 0 ? {} : { pinnedTo }) },
      ...(second.length ? [{ credit, second: true, places: second }] : []),
    ];
  });
}

function secondPlaces(leaves: readonly Leaf[], open: readonly number[], pinnedTo: number): Place[] {
  const firsts = pinnedTo < 0 ? open : [pinnedTo];
  return open.flatMap((leaf) => {
    const besides = firsts.filter((first) => mayShare(leaves[leaf]!, leaves[first]!));
    return besides.length ? [{ leaf, besides }] : [];
  });
}

/** True if a credit may fill both, whichever of them says so. */
export function mayShare(one: Leaf, other: Leaf): boolean {
  return takesFrom(one, other) || takesFrom(other, one);
}

function takesFrom({ block }: Leaf, other: Leaf): boolean {
  return block !== other.block && (block.mayShareWith?.some((id) => other.path.some((one) => one.id === id)) ?? false);
}
