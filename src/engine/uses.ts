/**
 * Where each credit may be used: once, or twice where blocks share. Which of these uses to make is for `assign/`.
 *
 * A second use lies in a block that may share, beside a first use in a block it shares with. A pin says where the first
 * use lies; the second may then be on either side.
 */
import type { Degree } from '../schemas/degree.ts';
import { leavesOf, whyNotEligible, type Leaf } from './eligibility.ts';
import type { AcceptedCredit } from './types.ts';

/** Where pins put, and don't put, one accepted credit. */
export type PinsOf = (credit: AcceptedCredit) => {
  readonly use?: string | undefined;
  readonly avoid: readonly string[];
};

/** One block that a use may fill, by the index of its leaf. `besides`: of second uses, where the first must then be. */
export type Place = { readonly leaf: number; readonly besides?: readonly number[] };

/** One use of one credit, with the places it may have: the same list for all that no rule tells apart. */
export type Use = {
  readonly credit: AcceptedCredit;
  readonly second: boolean;
  readonly places: readonly Place[];
  /** The leaf that a pin puts it in. */
  readonly pinnedTo?: number;
};

/** The first and, where there is one, the second use of each credit, and the blocks that it may fill, pins aside. */
export function usesOf(
  degree: Degree,
  credits: readonly AcceptedCredit[],
  pins: PinsOf,
): { leaves: readonly Leaf[]; uses: readonly Use[]; mayFill: ReadonlyMap<string, readonly string[]> } {
  const leaves = leavesOf(degree);
  const mayFill = new Map<string, readonly string[]>();
  const known = new Map<string, Eligible>();
  const uses = credits.flatMap((credit): Use[] => {
    const { use, avoid } = pins(credit);
    const key = natureOf(credit);
    const eligible = known.get(key) ?? eligibleFor(credit, leaves, degree);
    known.set(key, eligible);
    mayFill.set(credit.id, eligible.ids);
    const open = avoid.length
      ? eligible.leaves.filter((leaf) => !avoid.includes(leaves[leaf]!.block.id))
      : eligible.leaves;
    const pinnedTo = use === undefined ? -1 : leaves.findIndex(({ block }) => block.id === use);
    const isFree = pinnedTo < 0 && !avoid.length;
    const first = isFree ? eligible.first : open.map((leaf) => ({ leaf }));
    const second = isFree ? eligible.second : secondPlaces(leaves, open, pinnedTo);
    return [
      { credit, second: false, places: first, ...(pinnedTo < 0 ? {} : { pinnedTo }) },
      ...(second.length > 0 ? [{ credit, second: true, places: second }] : []),
    ];
  });
  return { leaves, uses, mayFill };
}

/** The leaves that a credit may fill, by index and by block, and the places of its uses where no pin says otherwise. */
type Eligible = {
  readonly leaves: readonly number[];
  readonly ids: readonly string[];
  readonly first: readonly Place[];
  readonly second: readonly Place[];
};

function eligibleFor(credit: AcceptedCredit, leaves: readonly Leaf[], degree: Degree): Eligible {
  const open = [...leaves.keys()].filter((leaf) => !whyNotEligible(credit, leaves[leaf]!, degree));
  return {
    leaves: open,
    ids: open.map((leaf) => leaves[leaf]!.block.id),
    first: open.map((leaf) => ({ leaf })),
    second: secondPlaces(leaves, open, -1),
  };
}

const natures = new WeakMap<AcceptedCredit, string>();

/** All that rules may ask of a credit, hours aside, as text: the same for credits that no rule tells apart. */
function natureOf(credit: AcceptedCredit): string {
  const known = natures.get(credit);
  if (known !== undefined) return known;
  const { source, provider, recommender, schoolCourse, subject, areas, level, levelKnown } = credit;
  const { grade, age, standsFor, appliedHere } = credit;
  const what = [source, provider, recommender, schoolCourse, subject, areas, level, levelKnown];
  const nature = JSON.stringify([...what, grade, age, standsFor, appliedHere]);
  natures.set(credit, nature);
  return nature;
}

function secondPlaces(leaves: readonly Leaf[], open: readonly number[], pinnedTo: number): Place[] {
  const shares = (here: number, there: number): boolean => takesFrom(leaves[here]!, leaves[there]!);
  return open.flatMap((leaf) => {
    const besides = open.filter((first) =>
      pinnedTo < 0 ? shares(leaf, first) : first === pinnedTo && mayShare(leaves[leaf]!, leaves[first]!),
    );
    return besides.length > 0 ? [{ leaf, besides }] : [];
  });
}

/** True if a credit may fill both, whichever of them says so. */
export function mayShare(one: Leaf, other: Leaf): boolean {
  return takesFrom(one, other) || takesFrom(other, one);
}

function takesFrom({ block }: Leaf, other: Leaf): boolean {
  return block !== other.block && (block.mayShareWith?.some((id) => other.path.some((one) => one.id === id)) ?? false);
}
