/**
 * The referee of completions: the same choice of courses, payments and places as one program of whole numbers, solved by
 * HiGHS. It has every course, every payment and every place on its own, where the engine groups and leaves out.
 */
import { acceptPlan } from '../../../src/engine/accepted.ts';
import { problemOf } from '../../../src/engine/assign.ts';
import { studyInMonth } from '../../../src/engine/complete/calendar.ts';
import { candidatesOf } from '../../../src/engine/complete/candidates.ts';
import { centsOf } from '../../../src/engine/complete/prices.ts';
import type { CompletionInput } from '../../../src/engine/completion.ts';
import { largest } from '../highs.ts';
import { takenOf } from '../value.ts';

type Sum = Map<string, number>;

const words = (sum: Sum): string =>
  [...sum].map(([name, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${name}`).join(' ');

/** The most hours, in all uses, that any courses lead to, and the least cents for so many. Throws where either takes longer. */
export function bestCompletion(input: CompletionInput, seconds?: number): { hours: number; cents: number } {
  const { degree, school, credits, memberships, wishes } = input;
  const { accepted: held, pins } = acceptPlan(input);
  const { candidates } = candidatesOf(input, credits, held);
  const problem = problemOf(
    degree,
    school,
    [...held, ...candidates.flatMap(({ accepted }) => accepted)],
    'likely',
    pins,
  );
  const rows: string[] = [];
  const binaries: string[] = [];
  const integers: string[] = [];
  const hours: Sum = new Map();
  const cost: Sum = new Map();
  const caps = problem.caps.map((): Sum => new Map());
  const limits = problem.limits.map((): Sum => new Map());
  const sets = problem.choices.map(() => new Set<string>());
  const boughtBy = new Map<string, string[]>();
  const codes = new Map<string, string[]>();
  const study = new Map<string, Sum>();

  candidates.forEach(({ accepted, ways, studyHours }, index) => {
    // Memberships that cost the same besides may share a course: it begins in one and ends in another.
    const priced = Map.groupBy(ways, (way) => `${way.membership === undefined} ${centsOf(way, studyHours, wishes)}`);
    const names = [...priced.values()].map((alike, which) => {
      const name = `b${index}_${which}`;
      binaries.push(name);
      cost.set(name, -centsOf(alike[0]!, studyHours, wishes));
      const shares = alike.flatMap(({ membership }) => {
        if (membership === undefined) return [];
        const share = `v${index}_${memberships.findIndex(({ id }) => id === membership)}_${which}`;
        study.set(membership, (study.get(membership) ?? new Map<string, number>()).set(share, 1));
        return [share];
      });
      if (shares.length) rows.push(`${shares.join(' + ')} - ${studyHours} ${name} = 0`);
      return name;
    });
    rows.push(`${names.join(' + ')} <= 1`);
    for (const credit of accepted) {
      boughtBy.set(credit.id, names);
      if (credit.kind !== 'direct-course' || credit.schoolCourse === undefined) continue;
      codes.set(credit.schoolCourse, [...(codes.get(credit.schoolCourse) ?? []), ...names]);
    }
  });
  for (const names of codes.values()) rows.push(`${names.join(' + ')} <= 1`);

  memberships.forEach(({ id, plans }, index) => {
    const inside = study.get(id);
    if (!inside) return;
    const time = plans.map(({ months, priceUsd }, which) => {
      const name = `n${index}_${which}`;
      integers.push(name);
      cost.set(name, -Math.round(priceUsd * 100));
      return `- ${months * studyInMonth(wishes)} ${name}`;
    });
    rows.push(`${words(inside)} ${time.join(' ')} <= 0`);
  });

  problem.items.forEach((item, index) => {
    const uses: string[] = [];
    for (const pair of item.pairs) {
      const [x, y, s] = ['x', 'y', 's'].map((letter) => `${letter}${index}_${pair.bin}`) as [string, string, string];
      binaries.push(x);
      integers.push(y);
      uses.push(x);
      const isSink = pair.bin === problem.excessBin || item.secondUseOf !== undefined;
      const sink = isSink ? undefined : item.pairs.find(({ bin }) => bin === problem.excessBin);
      hours.set(y, 1);
      for (const cap of pair.caps) caps[cap]!.set(y, 1);
      if (sink) {
        integers.push(s);
        hours.set(s, 1);
        for (const cap of sink.caps) caps[cap]!.set(s, 1);
      }
      rows.push(`${y} ${sink ? `+ ${s} ` : ''}- ${item.hours} ${x} <= 0`);
      for (const limit of pair.limits) limits[limit]!.set(x, takenOf(problem.limits[limit]!, item));
      for (const { choice, set } of pair.choices) {
        const chosen = `z${choice}_${set.replace(/\W/g, '_')}`;
        sets[choice]!.add(chosen);
        rows.push(`${x} - ${chosen} <= 0`);
      }
      if (item.secondUseOf !== undefined) {
        const first = problem.items.findIndex(({ id }) => id === item.secondUseOf);
        const beside = problem.items[first]!.pairs.filter(({ bin }) => pair.besides!.includes(bin));
        rows.push(`${[x, ...beside.map(({ bin }) => `- x${first}_${bin}`)].join(' ')} <= 0`);
        const spilled = problem.items[first]!.pairs.map(({ bin }) => `s${first}_${bin}`);
        const counted = [y, ...spilled.filter((name) => integers.includes(name))];
        if (counted.length > 1) rows.push(`${counted.join(' + ')} <= ${item.hours}`);
      }
    }
    const bought = boughtBy.get(item.secondUseOf ?? item.id);
    const most = bought ? `${bought.map((name) => `- ${name}`).join(' ')} <= 0` : '<= 1';
    if (uses.length) rows.push(`${uses.join(' + ')} ${most}`);
  });
  caps.forEach((sum, index) => sum.size && rows.push(`${words(sum)} <= ${problem.caps[index]!.hours}`));
  limits.forEach((sum, index) => sum.size && rows.push(`${words(sum)} <= ${problem.limits[index]!.hours}`));
  sets.forEach((names, index) => {
    binaries.push(...names);
    if (names.size) rows.push(`${[...names].join(' + ')} <= ${problem.choices[index]!.atMost}`);
  });
  if (!hours.size) return { hours: 0, cents: 0 };
  const whole = { binaries: [...new Set(binaries)], integers };
  const most = Math.round(largest(words(hours), rows, whole, seconds)!);
  if (!cost.size) return { hours: (most * problem.step) / 100, cents: 0 };
  const cents = -Math.round(largest(words(cost), [...rows, `${words(hours)} >= ${most}`], whole, seconds)!);
  return { hours: (most * problem.step) / 100, cents: Math.max(0, cents) };
}
