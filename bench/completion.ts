/** The cheapest plan for every degree of the catalog: ours, and HiGHS on the same choice of courses. */
import { completePlan, compareDegrees, type CompletionInput } from '../src/engine/completion.ts';
import { bestCompletion } from '../test/engine/complete/referee.ts';
import { catalogDegrees, forAll } from '../test/engine/complete/catalog-input.ts';
import { lookLonger } from './completion-peers.ts';
import { degreesWith, limit, quick, slowLimit } from './options.ts';
import { inMs, table, timed, timesOf, type Target } from './table.ts';

/** Of so many degrees, the referee is asked for one: it takes far longer than all else. */
const refereed = 10;

export function compareCompletions(): { text: string; targets: Target[]; oursWrong: number } {
  const rows: string[][] = [];
  const longer: string[][] = [];
  const longerMs: number[] = [];
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
  for (const { id, ...facts } of degrees) {
    const input: CompletionInput = { ...forAll, ...facts };
    const usual = completePlan(input);
    if (usual.proven) continue;
    const { plan, ms, others } = lookLonger(input, limit, slowLimit);
    if (plan.proven) longerMs.push(ms);
    const took = others.map(({ ms: of }) => (of === undefined ? 'not in time' : inMs(of)));
    longer.push([id, `${usual.costUsd}`, `${plan.costUsd}`, plan.proven ? 'proven' : 'not', inMs(ms), ...took]);
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
    '## Looking longer: what our own search has not proven',
    '',
    `HiGHS gets ${limit} s for a plan. The others get the same questions, ${slowLimit} s for each.`,
    '',
    table(['degree', 'ours US$', 'with HiGHS', '', 'HiGHS ms', 'glpk.js ms', 'yalps ms'], longer),
    '',
    `Of ${longer.length} plans HiGHS proves ${longerMs.length}.`,
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
