/** Ideal credit cut into pieces, as many as the bins could take: so that nothing is lost to whole credits. */
import { countsItems, type AssignmentProblem, type Item, type Pair } from './assign/problem.ts';

/** No rule binds at so many hours. */
export const endless = 1e6;

/**
 * Pieces of these items, each for one bin. `sizes` are those of the bins, in steps; `hour` is the steps of an hour.
 *
 * Second uses are pieces too, as if there were always a first use beside them: never too few.
 */
export function inPieces(
  items: readonly Item[],
  problem: Pick<AssignmentProblem, 'caps' | 'limits' | 'choices'>,
  sizes: readonly number[],
  hour: number,
): Item[] {
  const freest = new Map<number, Pair[]>();
  for (const pair of items.flatMap(({ pairs }) => pairs).map((one) => bindingOnly(one, problem))) {
    const here = freest.get(pair.bin) ?? [];
    if (here.some((other) => isFreer(other, pair))) continue;
    freest.set(pair.bin, [...here.filter((other) => !isFreer(pair, other)), pair]);
  }
  const pieces = [...freest].flatMap(([bin, pairs]) =>
    pairs.flatMap((pair) => portions(sizes[bin]!, hour, countsItems(pair, problem)).map((hours) => ({ hours, pair }))),
  );
  return pieces.map(({ hours, pair }, index) => ({ id: `piece ${index}`, hours, certainty: 0, pairs: [pair] }));
}

/** The pair with those of its bounds that bind at all. */
function bindingOnly(
  pair: Pair,
  { caps, limits, choices }: Pick<AssignmentProblem, 'caps' | 'limits' | 'choices'>,
): Pair {
  return {
    ...pair,
    caps: pair.caps.filter((cap) => caps[cap]!.hours < endless),
    limits: pair.limits.filter((limit) => limits[limit]!.hours < endless),
    choices: pair.choices.filter(({ choice }) => choices[choice]!.atMost < endless),
  };
}

/** True if whatever keeps `one` out keeps `other` out too. */
function isFreer(one: Pair, other: Pair): boolean {
  return (
    one.caps.every((cap) => other.caps.includes(cap)) &&
    one.limits.every((limit) => other.limits.includes(limit)) &&
    one.choices.every(({ choice, set }) => other.choices.some((two) => two.choice === choice && two.set === set))
  );
}

/** Hours, in steps, that make up any amount to this size. Where items are counted, large ones too. */
function portions(size: number, hour: number, ofAnySize: boolean): number[] {
  const copies = (hours: number): number[] => Array.from({ length: Math.floor(size / hours) }, () => hours);
  const finest = hour <= 4 ? 1 : hour;
  const parts: number[] = [];
  for (let part = 1; part < finest; part *= 2) parts.push(part);
  if (ofAnySize) {
    const sizes = Array.from({ length: Math.min(24, Math.floor(size / finest)) }, (_, index) => (index + 1) * finest);
    return [...[...new Set([...sizes, size])].flatMap(copies), ...parts];
  }
  return [...copies(finest), ...parts];
}
