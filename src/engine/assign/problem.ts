/**
 * The assignment problem, freed of school words: which whole item goes into which bin.
 *
 * An item counts hours in the bin it is put in, at most its own. Two kinds of bound hold over any set of (item, bin)
 * pairs. A *cap* bounds the hours that count: a block's size, or the room that an "at least 18 upper-division" rule
 * leaves for everything else. Items may stick out of a cap; what sticks out does not count. A *limit* bounds whole
 * items: under "at most 6 hours" a 4-hour and a 3-hour item do not both go, and nothing sticks out. A *choice* lets at
 * most n of several sets be used at all. All amounts are whole steps of semester hours.
 */

/** A bound on hours. Pairs name it by its index. */
export type Bound = {
  readonly id: string;
  readonly hours: number;
  readonly says?: string;
  /** Of limits: what is counted. Absent: hours. `items`: whole items, each as 1, whatever its hours. */
  readonly counts?: 'items';
};

/** What an item of so many hours takes of a limit. */
export function takenOf(limit: Bound, hours: number): number {
  return limit.counts ? 1 : hours;
}

/** At most so many of the sets may be used. Pairs name the choice and the set. */
export type Choice = { readonly id: string; readonly atMost: number };

/** One item in one bin. */
export type Pair = {
  readonly bin: number;
  /** How much the bin asks of what fills it, 0 to 3. */
  readonly demand: number;
  readonly caps: readonly number[];
  readonly limits: readonly number[];
  readonly choices: readonly { readonly choice: number; readonly set: string }[];
  /** Only of second uses: it may be here while the first use is in one of these bins. */
  readonly besides?: readonly number[];
};

/** A whole credit. */
export type Item = {
  readonly id: string;
  readonly hours: number;
  /** How sure its hours are: 4 decided … 0 unknown. */
  readonly certainty: number;
  /** In the order of the bins. */
  readonly pairs: readonly Pair[];
  /** The bin that a pin puts it in. It goes there, whatever that costs. */
  readonly pinnedTo?: number;
  /**
   * Where bins share: the item of which this is the second use. It is not one more item used, its hours add to what is
   * met, and it lies only beside its first use.
   */
  readonly secondUseOf?: string;
};

/** True of the second use of an item. */
export function isSecond({ secondUseOf }: Item): boolean {
  return secondUseOf !== undefined;
}

/** True of a pair whose bin, or one around it, asks for a number of items. */
export function countsItems({ limits }: Pair, problem: Pick<AssignmentProblem, 'limits'>): boolean {
  return limits.some((limit) => problem.limits[limit]!.counts);
}

/** What all bins together are for, where they share: it counts each item once, in its first use. */
export type Total = {
  /** So many hours count. */
  readonly hours: number;
  /** By so much, at most, may first uses go beyond these hours, and beyond each of these caps: bins have room for it. */
  readonly beyond: number;
  readonly caps: readonly number[];
};

export type AssignmentProblem = {
  /** In a fixed order of their ids. */
  readonly items: readonly Item[];
  readonly bins: readonly string[];
  readonly caps: readonly Bound[];
  readonly limits: readonly Bound[];
  readonly choices: readonly Choice[];
  /** The bin that also counts hours sticking out elsewhere, where the school says so. */
  readonly excessBin?: number;
  /** Most hours of it are met first, and then most hours of all uses. Absent: most hours of all uses. */
  readonly total?: Total;
};

/** One item in one bin. */
export type Placement = {
  readonly item: string;
  readonly bin: string;
  /** Hours that count there. May be 0: it is used, and all of it sticks out. */
  readonly counted: number;
  /** Hours that stick out. */
  readonly excess: number;
  /** Those of them that count in the excess bin. */
  readonly spilled: number;
};

export type Solution = {
  readonly placements: readonly Placement[];
  /** Hours that count, over all bins. */
  readonly hours: number;
  /** Those of the total; where there is none, all of them. */
  readonly met: number;
  readonly proven: boolean;
  /** No solution meets more. */
  readonly bound: number;
};
