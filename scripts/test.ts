/**
 * Everything that has to hold before a change goes in, in one run: `npm test`.
 *
 * Goes on after a failure, so that one run shows all of them. Its last line is "N passed, N failed", where every test
 * counts as one and so does every other step.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, resolve } from 'node:path';
import { figureLines, usualSeed } from '../test/figures.ts';

type Count = { readonly passed: number; readonly failed: number };
type Finished = { readonly code: number; readonly output: string };

const results = mkdtempSync(join(tmpdir(), 'credit-map-test-'));
/** Where the tests write down how much they tried. */
const figures = join(results, 'figures');

const isDeep = process.argv.includes('--deep');

/** Where random inputs begin: always the same, so that a failure is of the change; in the long run somewhere new. */
const seed = process.env['CREDIT_MAP_SEED'] ?? (isDeep ? String(randomInt(2 ** 31)) : usualSeed);

// A command that starts "node" itself must get this Node, not an older one that the machine may have.
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  CREDIT_MAP_FIGURES: figures,
  // Many more random plans and problems, against the independent solver: minutes instead of seconds.
  ...(isDeep ? { CREDIT_MAP_RUNS: '60000', CREDIT_MAP_PLANS: '200' } : {}),
  CREDIT_MAP_SEED: seed,
  PATH: [resolve('node_modules/.bin'), process.env.PATH].join(delimiter),
};

/** The script behind a package's command. */
function commandOf(packageName: string, name = packageName): string {
  const folder = join('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin[name];
  if (!script) throw new Error(`The package ${packageName} has no command "${name}".`);
  return join(folder, script);
}

/** No command may take longer: an endless loop must fail, not hang. Mutants take hours the first time. */
const mostMinutes = isDeep ? 300 : 10;

/** Runs a script with this Node. Its output is kept, or shown as it comes. */
function run(script: string, args: readonly string[], show: 'at once' | 'kept'): Promise<Finished> {
  return new Promise((finished) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: environment,
      stdio: show === 'at once' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it has started ends with it.
      detached: process.platform !== 'win32',
    });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);

    const end = () => endGroup(child);
    const interrupt = () => {
      end();
      process.exit(1);
    };
    const timer = setTimeout(() => {
      output += `It took more than ${mostMinutes} minutes.\n`;
      end();
    }, mostMinutes * 60_000);
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    const finish = (code: number) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      finished({ code, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(1);
    });
    child.on('close', (code, signal) => {
      if (signal) output += `It was ended by ${signal}.\n`;
      finish(code ?? 1);
    });
  });
}

/** Ends a command with everything it has started. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** One step made of commands; the first that fails ends it. */
async function step(...commands: [script: string, ...args: string[]][]): Promise<Count> {
  for (const [script, ...args] of commands) {
    const { code, output } = await run(script, args, 'kept');
    if (code !== 0) {
      console.log(output.trimEnd());
      return { passed: 0, failed: 1 };
    }
  }
  return { passed: 1, failed: 0 };
}

/** One step whose output is what one wants to see. */
async function shown(script: string, ...args: string[]): Promise<Count> {
  const { code } = await run(script, args, 'at once');
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

type JsonReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

/** What failed, with its message: printed last, since of a long output often only the end is kept. */
const failures: string[] = [];
const longestMessage = 2000;

/** Each test of one vitest project as one. A run that breaks off, or a file that cannot be read, is one failure. */
async function tests(project: string): Promise<Count> {
  const file = join(results, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await run(commandOf('vitest'), args, 'at once');
  if (!existsSync(file)) {
    console.log(`The run broke off, with exit code ${code}. ${output}`.trimEnd());
    return { passed: 0, failed: 1 };
  }

  const report = JSON.parse(readFileSync(file, 'utf8')) as JsonReport;
  const statuses = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const own = assertionResults.map((test) => test.status);
    const tell = (what: string, why: string) =>
      failures.push(`${relative('.', name)}: ${what}\n${why.slice(0, longestMessage)}`);
    for (const test of assertionResults) {
      if (test.status === 'failed') tell(test.fullName, test.failureMessages.join('\n'));
    }
    if (status !== 'failed' || own.includes('failed')) return own;
    tell('the file as a whole', message);
    return [...own, 'failed'];
  });
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

const total = { passed: 0, failed: 0 };
const summary: string[] = [];

async function report(name: string, work: () => Promise<Count>): Promise<Count> {
  console.log(`\n▶ ${name}`);
  const started = performance.now();
  const count = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const line = `${count.failed === 0 ? '✓' : '✗'} ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`;
  console.log(line);
  summary.push(line);
  total.passed += count.passed;
  total.failed += count.failed;
  return count;
}

await report('Formatting', () => step([commandOf('prettier'), '--check', '--log-level=warn', '.']));
await report('Lint', () => step([commandOf('eslint'), '--max-warnings=0', '.']));
await report('Types', () =>
  step([commandOf('astro'), 'check'], [commandOf('typescript', 'tsc'), '--project', 'src/engine/tsconfig.json']),
);
await report('Facts', () => step(['scripts/check-data.ts']));
await report('Known faults in packages that ship', async () => {
  const { code } = await run('scripts/check-packages.ts', [], 'at once');
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
});
await report('Unit and property tests', () => tests('unit'));
const build = await report('Build', () =>
  step([commandOf('astro'), 'build'], ['scripts/write-search.ts'], ['scripts/write-offline.ts']),
);
await report('The built site in a browser', async () => {
  if (build.failed === 0) return tests('site');
  console.log('Not run, because the build failed.');
  return { passed: 0, failed: 1 };
});

if (isDeep) {
  await report('The built site as hosts serve it', () => tests('deployed'));
  await report('Coverage of the engine and the planner', () =>
    shown(commandOf('vitest'), 'run', '--config=vitest.mutants.config.ts', '--coverage', '--reporter=dot'),
  );
  await report('Mutants of the engine and the planner', () => shown('scripts/mutants.ts'));
}

const tried = existsSync(figures) ? figureLines(readFileSync(figures, 'utf8')) : [];
rmSync(results, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nFailed\n${failures.join('\n\n')}`);
console.log(`\n${summary.join('\n')}\n`);
const from = `Random inputs began at CREDIT_MAP_SEED=${seed}`;
console.log(`Figures\n${[from, ...tried].map((line) => `  ${line}`).join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
