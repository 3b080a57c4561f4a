/** The cheapest plan for every degree of the catalog: ours, and HiGHS on the same choice of courses. */
import { completePlan, compareDegrees, type Completion, type CompletionInput } from '../src/engine/completion.ts';
import { bestCompletion } from '../test/engine/complete/referee.ts';
import { catalogDegrees, forAll } from '../test/engine/complete/catalog-input.ts';
import { askOthers } from './completion-peers.ts';
import { degreesWith, limit, quick, slowLimit } from './options.ts';
import { inMs, table, timed, timesOf, type Target } from './table.ts';

/** So many degrees are asked of all others. */
const others = 16;
/** Of so many degrees, the referee is asked for one: it takes far longer than all else. */
const refereed = 10;

export function compareCompletions(): { text: string; targets: Target[]; oursWrong: number } {
  const rows: string[][] = [];
  const longest: string[][] = [];
  const othersMs: number[] = [];
  const done: { id: string; input: CompletionInput; ours: ReturnType<typeof timed<Completion>> }[] = [];
  const times: number[] = [];
  const firsts: number[] = [];
  let proven = 0;
  let oursWrong = 0;
  const asked = catalogDegrees.filter(({ id }) => id.includes(degreesWith));
  const degrees = quick ? asked.filter((_, index) => index % refereed === 0) : asked;
  for (const { id, ...facts } of degrees) {
    const input: CompletionInput = { ...forAll, ...facts };
    const isRefereed = asked.findIndex((degree) => degree.id === id) % refereed === 0;
    let first: number | undefined;
    const started = performance.now();
    const ours = timed(() =>
      completePlan(input, ({ courses }) => {
        if (courses > 0) first ??= performance.now() - started;
        return true;
      }),
    );
    const theirs = timed(() => (isRefereed ? bestCompletionWithin(input) : undefined));
    const { answer: plan } = ours;
    const best = theirs.answer?.cents;
    const isDearer = best !== undefined && plan.proven && Math.round(plan.costUsd * 100) > best;
    if (isDearer) oursWrong++;
    if (plan.proven) proven++;
    times.push(ours.ms);
    if (first !== undefined) firsts.push(first);
    const gap = plan.gap.semesterHours ? `${plan.gap.semesterHours} h` : `US$ ${plan.gap.costUsd}`;
    done.push({ id, input, ours });
    rows.push([
      id,
      inMs(ours.ms),
      first === undefined ? '' : inMs(first),
      `${plan.met.likely} h`,
      `${plan.costUsd}`,
      plan.proven ? 'proven' : gap,
      isRefereed ? inMs(theirs.ms) : '',
      best !== undefined ? `${best / 100}` : isRefereed ? 'not in time' : '',
    ]);
  }
  for (const { id, input, ours } of done.toSorted((a, b) => b.ours.ms - a.ours.ms).slice(0, others)) {
    const { plan, ms, others: asked } = askOthers(input, limit, slowLimit);
    if (plan.proven) othersMs.push(ms);
    const took = asked.map(({ ms: of }) => (of === undefined ? 'not in time' : inMs(of)));
    const dollars = [ours.answer, plan].map(({ costUsd, proven: is }) => `${costUsd}${is ? '' : ', not proven'}`);
    longest.push([id, dollars[0]!, inMs(ours.ms), dollars[1]!, inMs(ms), ...took]);
  }
  const [median, most, worst] = timesOf(times);
  const [, firstMost] = timesOf(firsts);
  const all = timed(() => compareDegrees({ ...forAll, degrees }));
  const text = [
    '## Completion: the cheapest plan for each degree, from nothing, against the whole catalog',
    '',
    `HiGHS is asked of one degree in ${refereed}, and gets ${limit} s for each of its two aims. Dollars are comparable where the hours are the same.`,
    '',
    table(['degree', 'ours ms', 'first ms', 'met', 'US$', 'proven, or gap', 'HiGHS ms', 'US$'], rows),
    '',
    `Ours: median ${inMs(median)} ms, 95 % ${inMs(most)}, worst ${inMs(worst)}. All ${degrees.length} degrees compared in ${inMs(all.ms)} ms.`,
    '',
    '## The same for others: the degrees that take us longest',
    '',
    `Others begin with our first good plan, on our own model: HiGHS gets ${limit} s for a plan, the others ${slowLimit} s for each question.`,
    '',
    table(['degree', 'ours US$', 'ours ms', 'HiGHS US$', 'HiGHS ms', 'glpk.js ms', 'yalps ms'], longest),
    '',
    `Of ${longest.length} plans HiGHS proves ${othersMs.length}.`,
    '',
  ].join('\n');
  const targets = [
    {
      says: 'Completion: first good answer within 100 ms (95 %)',
      is: `${inMs(firstMost)} ms`,
      reached: firstMost <= 100,
    },
    {
      says: 'Completion: proven within 1 s',
      is: `${proven} of ${degrees.length}`,
      reached: proven === degrees.length && worst <= 1000,
    },
    {
      says: 'Degrees compared within 500 ms (2 s at a quarter of the speed)',
      is: `${inMs(all.ms)} ms`,
      reached: all.ms <= 500,
    },
  ];
  return { text, targets, oursWrong };
}

function bestCompletionWithin(input: CompletionInput): { cents: number } | undefined {
  try {
    return bestCompletion(input, limit);
  } catch {
    return undefined;
  }
}
