/**
 * The referee for problems of real size: the same model, aim by aim, solved by HiGHS. It shares nothing with the
 * engine but the shape of the problem and the meaning of the aims.
 */
import type { AssignmentProblem } from '../../src/engine/assign/problem.ts';
import { largest } from './highs.ts';
import { coursesOf, firstUses, takenOf } from './value.ts';

/** Hours of the total, of all uses, where there is no total of first uses, and what the other aims count. */
export type Verdict = readonly [
  met: number,
  hours: number,
  once: number,
  sureness: number,
  demand: number,
  courses: number,
  itemsUnused: number,
];

type Sum = Map<string, number>;
type Aims = [Sum, Sum, Sum, Sum, Sum, Sum, Sum];

/**
 * The best value of each aim, the earlier ones kept; undefined if the pins allow no answer. Throws where an aim takes
 * more than so many seconds.
 */
export function bestByReferee(problem: AssignmentProblem, seconds?: number): Verdict | undefined {
  const { aims, rows, binaries, integers } = model(problem);
  const best: number[] = [];
  const fixed: string[] = [];
  for (const aim of aims) {
    if (aim.size === 0) {
      best.push(0);
      continue;
    }
    const found = largest(words(aim), [...rows, ...fixed], { binaries, integers }, seconds);
    if (found === undefined) return undefined;
    const value = Math.round(found);
    best.push(value);
    fixed.push(`${words(aim)} >= ${value}`);
  }
  const [met = 0, hours = 0, once = 0, sureness = 0, demand = 0, courses = 0, unused = 0] = best;
  return [met, hours, once, sureness, demand, courses, firstUses(problem).length + unused];
}

function words(sum: Sum): string {
  return [...sum].map(([name, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${name}`).join(' ');
}

/** Per pair: x, the item is there; y, hours that count there; s, hours of it that count in the excess bin. */
function model(problem: AssignmentProblem) {
  const { items, caps, limits, choices, excessBin, total } = problem;
  const [met, hours, once, sureness, demands, courses, unused] = Array.from(
    { length: 7 },
    (): Sum => new Map(),
  ) as Aims;
  const aims: Aims = [met, hours, once, sureness, demands, courses, unused];
  const rows: string[] = [];
  const binaries: string[] = [];
  const integers: string[] = [];
  const capSums = caps.map((): Sum => new Map());
  const limitSums = limits.map((): Sum => new Map());
  const sets = choices.map(() => new Set<string>());
  for (const [index, item] of items.entries()) {
    const uses: Sum = new Map();
    for (const pair of item.pairs) {
      const [x, y, s] = ['x', 'y', 's'].map((letter) => `${letter}${index}_${pair.bin}`) as [string, string, string];
      binaries.push(x);
      integers.push(y);
      uses.set(x, 1);
      const isSink = pair.bin === excessBin || item.secondUseOf !== undefined;
      const sink = isSink ? undefined : item.pairs.find(({ bin }) => bin === excessBin);
      const counts: [string, number, readonly number[]][] = [[y, pair.demand, pair.caps]];
      if (sink) {
        integers.push(s);
        counts.push([s, sink.demand, sink.caps]);
      }
      rows.push(`${counts.map(([name]) => name).join(' + ')} - ${item.hours} ${x} <= 0`);
      for (const [name, demand, onCaps] of counts) {
        hours.set(name, 1);
        if (item.secondUseOf === undefined) (total ? met : once).set(name, 1);
        if (item.certainty > 0) sureness.set(name, item.certainty * (demand + 1));
        if (demand > 0) demands.set(name, demand);
        for (const cap of onCaps) capSums[cap]!.set(name, 1);
      }
      if (coursesOf(problem, pair)) courses.set(x, 1);
      for (const limit of pair.limits) limitSums[limit]!.set(x, takenOf(limits[limit]!, item));
      for (const { choice, set } of pair.choices) {
        const chosen = `z${choice}_${set.replace(/\W/g, '_')}`;
        sets[choice]!.add(chosen);
        rows.push(`${x} - ${chosen} <= 0`);
      }
      if (item.secondUseOf === undefined) unused.set(x, -1);
      else {
        const first = items.findIndex(({ id }) => id === item.secondUseOf);
        const besides = items[first]!.pairs.filter(({ bin }) => pair.besides!.includes(bin));
        rows.push([x, ...besides.map(({ bin }) => `- x${first}_${bin}`)].join(' ') + ' <= 0');
        const spilled = items[first]!.pairs.map(({ bin }) => `s${first}_${bin}`);
        const counted = [y, ...spilled.filter((name) => integers.includes(name))];
        if (counted.length > 1) rows.push(`${counted.join(' + ')} <= ${item.hours}`);
      }
      if (item.pinnedTo === pair.bin) rows.push(`${x} >= 1`);
    }
    if (uses.size) rows.push(`${words(uses)} <= 1`);
  }
  if (total) {
    // Hours beyond it, or beyond a cap of its own.
    integers.push('b');
    rows.push(`${words(new Map([...met, ['b', -1]]))} <= ${total.hours}`, `b <= ${total.beyond}`);
    for (const cap of total.caps) if (capSums[cap]!.size) capSums[cap]!.set('b', -1);
    met.set('b', -1);
  }
  capSums.forEach((sum, index) => sum.size && rows.push(`${words(sum)} <= ${caps[index]!.hours}`));
  limitSums.forEach((sum, index) => sum.size && rows.push(`${words(sum)} <= ${limits[index]!.hours}`));
  sets.forEach((names, index) => {
    binaries.push(...names);
    if (names.size) rows.push(`${[...names].join(' + ')} <= ${choices[index]!.atMost}`);
  });
  return { aims, rows, binaries, integers };
}
