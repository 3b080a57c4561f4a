/** Random small assignment problems with every kind of bound, for properties. */
import fc from 'fast-check';
import type { AssignmentProblem, Bound, Item, Pair } from '../../src/engine/assign/problem.ts';

type Draft = {
  items: { hours: number; certainty: number; upper: boolean; subject: number; fits: boolean[]; pin: boolean }[];
  bins: { hours: number; demand: number }[];
  parentHours: number;
  atLeastUpper: number | undefined;
  atMostUpper: number | undefined;
  maximum: number;
  atMostItems: number | undefined;
  /** Per bin, the other bins it may share with. */
  shares: number[][];
  chooseOne: boolean;
  oneSubject: boolean;
  excess: boolean;
  /** The hours by which the bins are larger than what they are all for; and of these, how many may be of lower level. */
  total: { beyond: number; lower: number } | undefined;
};

const draft: fc.Arbitrary<Draft> = fc.record({
  items: fc.array(
    fc.record({
      hours: fc.integer({ min: 1, max: 4 }),
      certainty: fc.integer({ min: 0, max: 4 }),
      upper: fc.boolean(),
      subject: fc.integer({ min: 0, max: 1 }),
      fits: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      pin: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    }),
    { minLength: 0, maxLength: 5 },
  ),
  bins: fc.array(fc.record({ hours: fc.integer({ min: 1, max: 6 }), demand: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  parentHours: fc.integer({ min: 1, max: 9 }),
  atLeastUpper: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  atMostUpper: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  maximum: fc.integer({ min: 2, max: 16 }),
  atMostItems: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  shares: fc.oneof(
    fc.constant<number[][]>([]),
    fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    }),
  ),
  chooseOne: fc.boolean(),
  oneSubject: fc.boolean(),
  excess: fc.boolean(),
  total: fc.option(fc.record({ beyond: fc.integer({ min: 0, max: 4 }), lower: fc.integer({ min: 0, max: 16 }) }), {
    nil: undefined,
  }),
});

/**
 * The last bin may take what sticks out elsewhere; as with free electives, no choice then holds there, and it shares with
 * none. Bins 0 and 1 lie in a parent block with an "at least upper-division" rule, a number of courses and a choice; the
 * other rules hold everywhere, for first uses. What all bins are for may be smaller than they are together.
 */
export const randomProblem: fc.Arbitrary<AssignmentProblem> = draft.map((one) => {
  const caps = one.bins.map(({ hours }, bin) => ({ id: `bin ${bin}`, hours }));
  const parent = caps.push({ id: 'parent', hours: one.parentHours }) - 1;
  const rest = caps.push({ id: 'not upper', hours: Math.max(0, one.parentHours - (one.atLeastUpper ?? 0)) }) - 1;
  const lower = one.total ? [caps.push({ id: 'lower', hours: one.total.lower }) - 1] : [];
  const limits: Bound[] = [
    { id: 'maximum', hours: one.maximum },
    { id: 'upper', hours: one.atMostUpper ?? 99 },
    { id: 'courses', hours: one.atMostItems ?? 99, counts: 'items' },
  ];
  const choices = [
    { id: 'choose', atMost: one.chooseOne ? 1 : 9 },
    { id: 'subject', atMost: one.oneSubject ? 1 : 9 },
  ];
  const excessBin = one.excess ? one.bins.length - 1 : undefined;
  const items = one.items.flatMap((item, index): Item[] => {
    const pairOf = (bin: number): Pair => {
      const inParent = bin < 2;
      const set = inParent ? { choice: 0, set: `bin ${bin}` } : { choice: 1, set: `subject ${item.subject}` };
      return {
        bin,
        demand: one.bins[bin]!.demand,
        caps: [
          bin,
          ...(inParent ? [parent] : []),
          ...(inParent && !item.upper ? [rest] : []),
          ...(item.upper ? [] : lower),
        ],
        limits: [0, ...(item.upper ? [1] : []), ...(inParent ? [2] : [])],
        choices: bin === excessBin ? [] : [set],
      };
    };
    const pairs = one.bins.flatMap((_, bin) => (item.fits[bin] ? [pairOf(bin)] : []));
    const second = pairs.flatMap((pair): Pair[] => {
      const besides =
        one.shares[pair.bin]?.filter((bin) => bin !== pair.bin && item.fits[bin] && bin in one.bins) ?? [];
      if (pair.bin === excessBin || besides.length === 0) return [];
      const inBins = {
        caps: pair.caps.filter((cap) => !lower.includes(cap)),
        limits: pair.limits.filter((one) => one === 2),
      };
      return [{ ...pair, ...inBins, besides }];
    });
    const pinnedTo = item.pin ? pairs[0]?.bin : undefined;
    const { hours, certainty } = item;
    const first = { id: `c${index}`, hours, certainty, pairs, ...(pinnedTo === undefined ? {} : { pinnedTo }) };
    if (second.length === 0) return [first];
    return [first, { id: `c${index}+`, hours, certainty, pairs: second, secondUseOf: first.id }];
  });
  const excess = excessBin === undefined ? {} : { excessBin };
  const size = one.bins.reduce((sum, { hours }) => sum + hours, 0);
  const beyond = Math.min(size, one.total?.beyond ?? 0);
  const total = one.total ? { total: { hours: size - beyond, beyond, caps: lower } } : {};
  return { items, bins: one.bins.map((_, bin) => `bin ${bin}`), caps, limits, choices, ...excess, ...total };
});
