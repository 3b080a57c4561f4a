/** Every solver on the same plain models, each answer counted again by our own code. */
import { better, worthOf, type PlainAnswer, type PlainModel } from '../test/engine/elsewhere/plain-model.ts';
import type { Family } from './models.ts';
import { limit, slowLimit } from './options.ts';
import { ours, peers, type Solver } from './peers.ts';
import { inMs, inPercent, table, timed, timesOf, type Target } from './table.ts';

type Run = {
  readonly problem: number;
  readonly ms: number;
  readonly answer: PlainAnswer;
  /** What the answer is really worth; `undefined` if it has none or breaks a rule. */
  readonly worth: number | undefined;
};
type Result = { readonly solver: Solver; readonly runs: readonly Run[] };

/** How one solver did on some of the problems, those that a peer had too. */
type Figures = {
  readonly median: number;
  readonly most: number;
  readonly worst: number;
  readonly proven: number;
  /** Broken rules, fractions of courses, or a worse answer called best. */
  readonly wrong: number;
  readonly none: number;
  /** Of what is not proven, the largest distance from the best known. */
  readonly gap: number;
};

export type PlainReport = { readonly text: string; readonly targets: Target[]; readonly oursWrong: number };

/** Compares all solvers on a family. */
export async function comparePlain(family: Family): Promise<PlainReport> {
  const models = family.models();
  await warmUp(models);
  const results: Result[] = [];
  for (const solver of [ours, ...peers]) results.push({ solver, runs: await runsOf(solver, family, models) });
  const best = bestKnown(models, results, family.optima?.());
  const [own, ...others] = results;
  const figuresOfOurs = (problems: readonly number[]): Figures => figures(own!, models, best, problems);
  const rows = others.map((result) => {
    const problems = result.runs.map(({ problem }) => problem);
    const theirs = figures(result, models, best, problems);
    return { result, theirs, wins: winsOf(theirs, figuresOfOurs(problems)), problems };
  });
  const oursHere = figuresOfOurs(models.map((_, index) => index));
  const ahead = rows.flatMap(({ result, wins }) =>
    wins.length ? [`${result.solver.name} in ${wins.join(', ')}`] : [],
  );
  const [{ nvars, rows: first } = { nvars: 0, rows: [] }] = models;
  const text = [
    `## ${family.title} (${models.length} problems; the first has ${nvars} variables, ${first.length} rows)`,
    '',
    table(
      ['', 'problems', 'median ms', '95 %', 'worst', 'proven', 'wrong', 'no answer', 'gap'],
      [
        line('ours', models.length, oursHere),
        ...rows.map(({ result, theirs, problems }) => line(result.solver.name, problems.length, theirs)),
      ],
    ),
    '',
    ahead.length ? `Better than ours on the same problems: ${ahead.join('; ')}.` : 'No peer is better in anything.',
    ...(family.hard ? ['', boundsTable(family, models, results, best)] : []),
    '',
  ].join('\n');
  return {
    text,
    targets: targetsOf(family, models, results, oursHere, best),
    oursWrong: oursHere.wrong + oursHere.none,
  };
}

/** Lets every solver's code become quick, outside of the clock. */
async function warmUp(models: readonly PlainModel[]): Promise<void> {
  for (const solver of [ours, ...peers]) {
    const until = performance.now() + 1_000;
    for (const model of models) if (performance.now() < until) await attempt(solver, model, 1);
  }
}

/** The timed answer. A peer that breaks off has none; if ours does, so does the bench. */
async function attempt(solver: Solver, model: PlainModel, seconds: number): Promise<Pick<Run, 'ms' | 'answer'>> {
  const work = solver.prepare(model, seconds);
  const start = performance.now();
  try {
    return timed(work);
  } catch (error) {
    if (solver === ours) throw error;
    const ms = performance.now() - start;
    await solver.renew?.();
    return { ms, answer: { proven: false } };
  }
}

async function runsOf(solver: Solver, family: Family, models: readonly PlainModel[]): Promise<Run[]> {
  const count = Math.min(models.length, solver.count(family, models.length));
  const runs: Run[] = [];
  for (let index = 0; index < count; index++) {
    // Spread over the family, which may go from easy to hard.
    const problem = Math.floor((index * models.length) / count);
    const model = models[problem]!;
    const { ms, answer } = await attempt(solver, model, solver.seconds(family));
    runs.push({ problem, ms, answer, worth: answer.x && worthOf(model, answer.x) });
  }
  return runs;
}

function bestKnown(models: readonly PlainModel[], results: readonly Result[], optima?: readonly number[]): number[] {
  return models.map((model, problem) => {
    if (optima) return optima[problem]!;
    const worths = results.flatMap(({ runs }) =>
      runs.filter((run) => run.problem === problem).map(({ worth }) => worth),
    );
    const known = worths.filter((worth) => worth !== undefined);
    return known.reduce((best, worth) => (better(model, worth, best) > 0 ? worth : best), known[0] ?? NaN);
  });
}

function isWrong({ answer, worth, problem }: Run, models: readonly PlainModel[], best: readonly number[]): boolean {
  const model = models[problem]!;
  if (answer.x && worth === undefined) return true;
  if (answer.bound !== undefined && better(model, answer.bound, best[problem]!) < -1e-6) return true;
  return answer.proven && worth !== best[problem];
}

function figures(
  { runs }: Result,
  models: readonly PlainModel[],
  best: readonly number[],
  problems: readonly number[],
): Figures {
  const here = runs.filter(({ problem }) => problems.includes(problem));
  const wrong = here.filter((run) => isWrong(run, models, best));
  const proven = here.filter((run) => run.answer.proven && !wrong.includes(run));
  const open = here.filter((run) => !run.answer.proven && run.worth !== undefined);
  const gaps = open.map(({ problem, worth }) => Math.abs(worth! - best[problem]!) / Math.abs(best[problem]!));
  const [median, most, worst] = timesOf(here.map(({ ms }) => ms));
  return {
    median,
    most,
    worst,
    proven: proven.length,
    wrong: wrong.length,
    none: here.filter(({ answer }) => !answer.x).length,
    gap: Math.max(0, ...gaps),
  };
}

/** The columns in which a peer is better than ours. One that is wrong is quicker at nothing. */
function winsOf(theirs: Figures, here: Figures): string[] {
  if (theirs.wrong > 0 || theirs.none > 0) return [];
  const wins: string[] = [];
  if (theirs.proven > here.proven) wins.push('proven');
  if (theirs.gap < here.gap) wins.push('gap');
  if (theirs.proven < here.proven) return wins;
  if (theirs.median < here.median) wins.push('median');
  if (theirs.most < here.most) wins.push('95 %');
  if (theirs.worst < here.worst) wins.push('worst');
  return wins;
}

function line(name: string, problems: number, figure: Figures): string[] {
  const { median, most, worst, proven, wrong, none, gap } = figure;
  const share = proven + wrong + none < problems ? inPercent(gap) : '';
  return [name, `${problems}`, inMs(median), inMs(most), inMs(worst), `${proven}`, `${wrong}`, `${none}`, share];
}

/** What is proven of hard problems: our bound when we stop, and that of HiGHS when its time is over. */
function boundsTable(
  { hard: _, ...family }: Family,
  models: readonly PlainModel[],
  results: readonly Result[],
  best: readonly number[],
): string {
  const [own, highs] = results.map(({ runs }) => runs);
  const rows = models.map((model, problem) => {
    const mine = own!.find((run) => run.problem === problem)!;
    const theirs = highs!.find((run) => run.problem === problem)!;
    const far = (bound: number): number => better(model, bound, best[problem]!);
    const difference = far(theirs.answer.bound!) - far(mine.answer.bound!);
    const tighter = Math.abs(difference) < 1e-6 ? 'equal' : difference > 0 ? 'ours' : 'HiGHS';
    const cells = ({ ms, worth, answer }: Run): string[] => [
      inMs(ms),
      worth === undefined ? 'none' : `${worth}`,
      `${Math.round(answer.bound! * 100) / 100}`,
    ];
    return [`${family.id}${problem + 1}`, `${best[problem]}`, ...cells(mine), ...cells(theirs), tighter];
  });
  return table(['', 'best known', 'our ms', 'value', 'bound', 'HiGHS ms', 'value', 'bound', 'tighter bound'], rows);
}

function targetsOf(
  { id, title }: Family,
  models: readonly PlainModel[],
  results: readonly Result[],
  { most, worst }: Figures,
  best: readonly number[],
): Target[] {
  const name = title.split(':')[0]!;
  const [own, highs] = results;
  if (id === 'R') {
    const [median] = timesOf(own!.runs.map(({ ms }) => ms));
    const [theirs] = timesOf(highs!.runs.map(({ ms }) => ms));
    return [
      { says: `${name}: 95 % within 10 ms`, is: `${inMs(most)} ms`, reached: most <= 10 },
      {
        says: `${name}: ten times as fast as HiGHS`,
        is: `${(theirs / median).toFixed(1)} times, by medians`,
        reached: theirs >= 10 * median,
      },
    ];
  }
  if (id === 'L') return [{ says: `${name}: 95 % within 100 ms`, is: `${inMs(most)} ms`, reached: most <= 100 }];
  if (id === 'D' || id === 'H') {
    const honest = own!.runs.every((run) => !isWrong(run, models, best));
    const is = `${inMs(worst)} ms, ${honest ? 'no bound is passed' : 'a bound is passed'}`;
    const behind = own!.runs.filter(({ problem, worth }) => {
      const theirs = highs!.runs.find((run) => run.problem === problem)?.worth;
      return theirs !== undefined && (worth === undefined || better(models[problem]!, theirs, worth) > 0);
    });
    return [
      { says: `${name}: within 2 s, with a true bound`, is, reached: worst <= 2_000 && honest },
      {
        says: `${name}: no worse than HiGHS after ${limit} s`,
        is: `worse on ${behind.length} of ${models.length}`,
        reached: behind.length === 0,
      },
    ];
  }
  return [];
}

/** What the tables don't say of themselves. */
export const aboutPlain = [
  "Times are of the solver's call on a model in its own form; ours turns the model into its form within the time. Every",
  'solver first solves problems for one second outside of the clock.',
  '',
  `HiGHS stops after ${limit} s, glpk.js after ${slowLimit} s (${limit} s on D and H), yalps and javascript-lp-solver after ${slowLimit} s. Those`,
  'that do not finish get fewer problems, spread over the family, and are compared with ours on the same ones. Ours has no',
  'clock and stops after a fixed amount of work.',
  '',
  '"Proven": what a solver calls best, and nobody beats. "Wrong": what breaks a rule, uses part of a course, is called best',
  'and is not, or comes with a bound that another answer passes. "No answer": none in time, or the solver broke off. "Gap":',
  'how far the worst answer that is not proven is from the best known.',
].join('\n');
