/** The engine beside named solvers, on the same models, in one run: `npm run bench`. `bench/README.md` says how. */
import { arch, cpus } from 'node:os';
import { measureInBrowser } from './browser.ts';
import { measureComparison } from './comparison.ts';
import { compareCompletions } from './completion.ts';
import { compareDegrees } from './degrees.ts';
import { measureMemory } from './memory.ts';
import { plainFamilies } from './models.ts';
import { browser, isWanted, quick } from './options.ts';
import { aboutPlain, comparePlain } from './plain.ts';
import { table, type Target } from './table.ts';
import { compareWeights } from './weight.ts';

const { families, missing } = await plainFamilies();

const started = performance.now();
console.log(`# The engine beside its peers\n`);
console.log(
  `Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model.trim() ?? arch()}.${quick ? ' A quick run.' : ''}\n`,
);
for (const part of missing) console.log(`Left out: ${part}. CREDIT_MAP_CASES names the folder of the cases.\n`);

const targets: Target[] = [];
let oursWrong = 0;
const report = (part: { text: string; targets: Target[]; oursWrong?: number }): void => {
  console.log(part.text);
  targets.push(...part.targets);
  oursWrong += part.oursWrong ?? 0;
};

const plain = families.filter(({ id }) => isWanted(id));
if (plain.length) console.log(`${aboutPlain}\n`);
for (const family of plain) report(await comparePlain(family));
if (isWanted('degrees')) report(compareDegrees());
if (isWanted('completion')) report(compareCompletions());
if (isWanted('weight')) report(await compareWeights());
if (isWanted('memory') && families.some(({ id }) => id === 'R')) report(measureMemory());
if (browser) {
  try {
    if (isWanted('comparison')) report(await measureComparison());
    if (isWanted('browser')) report(await measureInBrowser(families.find(({ id }) => id === 'R')));
  } catch (error) {
    console.log(`Left out: the browser. ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

if (browser && isWanted('readers')) {
  console.log('## A guide beside the same words in other generators\n');
  try {
    await import('./readers.ts');
  } catch (error) {
    console.log(`Left out: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

console.log('\n## Targets\n');
console.log(
  table(
    ['', 'measured', 'reached'],
    targets.map(({ says, is, reached }) => [says, is, reached ? 'yes' : 'NO']),
  ),
);
console.log(`\nThe run took ${Math.round((performance.now() - started) / 1000)} s.`);
if (oursWrong) {
  console.log(`\n${oursWrong} of our own answers are wrong.`);
  process.exitCode = 1;
}
