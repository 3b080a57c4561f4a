/**
 * Makes small mistakes in the engine and the planner, one at a time, and counts how many the tests notice:
 *
 *   npm run test:mutants                                  all files, as far as two hours go
 *   npm run test:mutants -- --minutes 10 src/planner/keeping/csv.ts
 *   npm run test:mutants -- --sample 100 --seed 2         in 100 stretches of 12 lines, drawn at random from all files
 *
 * A sample says in an hour about what the whole says in a night; how far off it may be is printed. What was tried is
 * remembered in `.stryker/incremental.json`: the next run goes on from there, and tries again only what has changed. The
 * figure is of all mutants tried so far, or of those in the sample; below 85 % the run fails.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { draw } from './draw.ts';

type Mutant = {
  readonly status: string;
  readonly location: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
};
type Report = { readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>> };
/** Lines of a file, the last of them too. */
type Stretch = { readonly file: string; readonly from: number; readonly to: number };

const least = 85;
const linesInStretch = 12;
const { values, positionals } = parseArgs({
  options: {
    minutes: { type: 'string', default: '120' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
const { mutate } = JSON.parse(readFileSync('stryker.config.json', 'utf8')) as { mutate: readonly string[] };
const sample =
  values.sample === undefined ? undefined : draw(allStretches(), Number(values.sample), Number(values.seed));
const asked = sample ? sample.map(({ file, from, to }) => `${file}:${from}-${to}`) : positionals;

/** Every file that is to be tried, cut into stretches. */
function allStretches(): readonly Stretch[] {
  const [left, taken] = [true, false].map((isOut) => mutate.filter((glob) => glob.startsWith('!') === isOut));
  const out = new Set(left!.flatMap((glob) => globSync(glob.slice(1))));
  const files = taken!.flatMap((glob) => globSync(glob)).filter((file) => !out.has(file));
  return files.sort().flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n').length;
    return Array.from({ length: Math.ceil(lines / linesInStretch) }, (_, at) => ({
      file: file.replaceAll('\\', '/'),
      from: at * linesInStretch + 1,
      to: Math.min(lines, (at + 1) * linesInStretch),
    }));
  });
}

/** The mutants of a file that were asked for. A sample counts those that lie in it. */
function askedOf(file: string, mutants: readonly Mutant[]): readonly Mutant[] {
  if (!sample) return mutants;
  return mutants.filter(({ location: { start, end } }) =>
    sample.some((one) => one.file === file && one.from <= start.line && end.line <= one.to),
  );
}

/** Runs Stryker until it has done or the time is over. It writes down what it has when it is asked to end. */
function runStryker(): Promise<void> {
  const files = asked.length > 0 ? ['--mutate', asked.join(',')] : [];
  const script = join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const child = spawn(process.execPath, [script, 'run', ...files], { stdio: 'inherit' });
  const timer = setTimeout(() => child.kill('SIGINT'), Number(values.minutes) * 60_000);
  return new Promise((ended) =>
    child.on('close', () => {
      clearTimeout(timer);
      ended();
    }),
  );
}

/** How many mutants the tests noticed, of those that could be run. */
function scoreOf(mutants: readonly Mutant[]): { noticed: number; tried: number } {
  const count = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  return { noticed, tried: noticed + count('Survived', 'NoCoverage') };
}

const percent = ({ noticed, tried }: { noticed: number; tried: number }): number => (noticed / tried) * 100;

mkdirSync('.stryker', { recursive: true });
await runStryker();
const file = '.stryker/incremental.json';
if (existsSync(file)) {
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const tried = Object.entries(files).map(([name, { mutants }]) => ({ name, mutants: askedOf(name, mutants) }));
  const scores = tried
    .map(({ name, mutants }) => ({ name, ...scoreOf(mutants) }))
    .filter(({ tried: some }) => some > 0);
  const all = scoreOf(tried.flatMap(({ mutants }) => mutants));
  for (const one of scores.sort((a, b) => percent(a) - percent(b))) {
    console.log(`${percent(one).toFixed(1).padStart(6)} %  ${one.noticed} of ${one.tried}  ${one.name}`);
  }
  for (const folder of ['src/engine', 'src/planner']) {
    const own = scoreOf(tried.flatMap(({ name, mutants }) => (name.startsWith(`${folder}/`) ? mutants : [])));
    if (own.tried > 0)
      console.log(`${percent(own).toFixed(1).padStart(6)} %  ${own.noticed} of ${own.tried}  ${folder}`);
  }
  // Twice the standard error of a share: nineteen samples of twenty come as close.
  const error = 200 * Math.sqrt((all.noticed * (all.tried - all.noticed)) / all.tried ** 3);
  const about = sample ? `, give or take ${error.toFixed(1)}` : '';
  console.log(
    `${all.noticed} of ${all.tried} mutants noticed: ${percent(all).toFixed(1)} %${about}. At least ${least} % is asked for.`,
  );
  process.exitCode = percent(all) >= least ? 0 : 1;
} else {
  console.log('No mutant was tried. What stryker says above tells why.');
  process.exitCode = 1;
}
