/** Problems of one's own make, the same for the same seed, on which the work of the search is counted. */
import type { AssignmentProblem, Bound, Item, Pair } from '../../../src/engine/assign/problem.ts';

type Draw = (below: number) => number;

function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

/** What a problem has besides items that fit some of the blocks, which have a size. */
type Rules = {
  readonly items: number;
  readonly blocks: number;
  /** Hours of an item, drawn from these. */
  readonly hours: readonly number[];
  /** A maximum over all blocks, as a share of all sizes. */
  readonly maximum?: number;
  /** Each item takes room for whole items in a block, too. */
  readonly isWhole?: boolean;
  /** A cap on hours that are not upper-division, as a share of all sizes. */
  readonly lower?: number;
  /** At most so many subjects in the first half of the blocks. */
  readonly subjects?: number;
  /** The last block takes what sticks out elsewhere. */
  readonly takesExcess?: boolean;
};

const kinds = {
  'blocks of mixed hours': { items: 16, blocks: 8, hours: [1, 3, 4, 5], maximum: 0.8 },
  'blocks of whole items': { items: 20, blocks: 6, hours: [2, 3, 4, 7, 9], isWhole: true },
  'blocks of upper-division hours': { items: 24, blocks: 8, hours: [3, 4, 5, 8], lower: 0.5, maximum: 0.9 },
  'blocks of one or two subjects': { items: 20, blocks: 6, hours: [3, 4, 6], subjects: 2, lower: 0.7 },
  'blocks beside electives': { items: 20, blocks: 7, hours: [2, 3, 4, 6], takesExcess: true, maximum: 0.7 },
} as const satisfies Readonly<Record<string, Rules>>;
export type Kind = keyof typeof kinds;

export function countedProblem(kind: Kind, seed: number): AssignmentProblem {
  const rules: Rules = kinds[kind];
  const draw = drawFrom(seed);
  const { blocks, hours, maximum, lower, isWhole, subjects, takesExcess } = rules;
  const sizes = Array.from({ length: blocks }, () => 5 + draw(8));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const caps: Bound[] = sizes.map((size, block) => ({ id: `block ${block}`, hours: size }));
  const notUpper = lower === undefined ? [] : [caps.push({ id: 'not upper', hours: Math.floor(lower * all) }) - 1];
  const limits: Bound[] = isWhole ? sizes.map((size, block) => ({ id: `whole in ${block}`, hours: size })) : [];
  const most = maximum === undefined ? [] : [limits.push({ id: 'maximum', hours: Math.floor(maximum * all) }) - 1];
  const choices = subjects === undefined ? [] : [{ id: 'subjects', atMost: subjects }];
  const last = blocks - 1;
  const items = Array.from({ length: rules.items }, (_, index): Item => {
    const [isUpper, subject] = [draw(3) === 0, draw(4)];
    const pair = (bin: number): Pair => ({
      bin,
      demand: bin === last ? 0 : 1 + (bin % 3),
      caps: [bin, ...(isUpper ? [] : notUpper)],
      limits: [...(isWhole ? [bin] : []), ...most],
      choices: choices.length && bin < blocks / 2 ? [{ choice: 0, set: `subject ${subject}` }] : [],
    });
    const pairs = sizes.flatMap((_, bin) => (bin === last || draw(3) === 0 ? [pair(bin)] : []));
    return { id: `c${index}`, hours: hours[draw(hours.length)]!, certainty: draw(5), pairs };
  });
  const names = sizes.map((_, block) => `block ${block}`);
  return { items, bins: names, caps, limits, choices, ...(takesExcess ? { excessBin: last } : {}) };
}
