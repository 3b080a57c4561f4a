/**
 * Makes small mistakes in the engine and the planner, one at a time, and counts how many the tests notice:
 *
 *   npm run test:mutants                                  all files, as far as two hours go
 *   npm run test:mutants -- --minutes 10 src/planner/keeping/csv.ts
 *
 * What was tried is remembered in `.stryker/incremental.json`: the next run goes on from there, and tries again only what has
 * changed. The figure is of all mutants tried so far; below 85 % the run fails.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

type Report = {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
};

const least = 85;
const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string', default: '120' } },
  allowPositionals: true,
});

/** Runs Stryker until it has done or the time is over. It writes down what it has when it is asked to end. */
function runStryker(): Promise<void> {
  const files = positionals.length > 0 ? ['--mutate', positionals.join(',')] : [];
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
function scoreOf(mutants: readonly { readonly status: string }[]): { noticed: number; tried: number } {
  const count = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  return { noticed, tried: noticed + count('Survived', 'NoCoverage') };
}

const percent = ({ noticed, tried }: { noticed: number; tried: number }): number =>
  tried === 0 ? 100 : (noticed / tried) * 100;

mkdirSync('.stryker', { recursive: true });
await runStryker();
const file = '.stryker/incremental.json';
if (existsSync(file)) {
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const scores = Object.entries(files).map(([name, { mutants }]) => ({ name, ...scoreOf(mutants) }));
  const all = scoreOf(Object.values(files).flatMap(({ mutants }) => mutants));
  for (const one of scores.sort((a, b) => percent(a) - percent(b))) {
    console.log(`${percent(one).toFixed(1).padStart(6)} %  ${one.noticed} of ${one.tried}  ${one.name}`);
  }
  console.log(
    `${all.noticed} of ${all.tried} mutants noticed: ${percent(all).toFixed(1)} %. At least ${least} % is asked for.`,
  );
  process.exitCode = percent(all) < least ? 1 : 0;
} else {
  console.log('No mutant was tried. What stryker says above tells why.');
  process.exitCode = 1;
}
