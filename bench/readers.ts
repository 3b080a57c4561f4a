/**
 * A guide of ours beside the same words in Starlight, VitePress and Docusaurus, and how long 1,000 pages take to build
 * beside Starlight, VitePress and Eleventy: a part of `npm run bench`, alone `npm run bench:readers`, after `npm run build`.
 *
 * The others are installed, in fixed versions, in a temporary folder outside the project. All are visited by the same
 * Chromium over the same slow lines, from the same server, which packs text. `--quick` leaves the 1,000 pages out.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { serve } from '../scripts/serve.ts';
import { launchBrowser } from '../test/site/browser.ts';
import { usualArrival } from './arrival.ts';
import { generators, type Generator } from './generators.ts';
import { manyGuides, readGuides, type GuideText } from './guide-texts.ts';
import { edge, slow4g } from './lines.ts';
import { inKb, table } from './table.ts';

const quick = process.argv.includes('--quick');
const many = 1000;
const guide = 'from-recommendation-to-posted-credit';
const work = mkdtempSync(join(tmpdir(), 'credit-map-readers-'));
const guides = readGuides();
if (!guides.some(({ id }) => id === guide)) throw new Error('There is no built site. Run "npm run build" first.');

/** Runs a command and answers how many seconds it took. */
function run(command: string, args: readonly string[], cwd: string): Promise<number> {
  const started = performance.now();
  return new Promise((done, fail) => {
    let said = '';
    const env = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
    const child = spawn(command, args, { cwd, env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('close', (code) =>
      code === 0
        ? done((performance.now() - started) / 1000)
        : fail(new Error(`${command} ${args.join(' ')} ended with ${code}.\n${said.slice(-3000)}`)),
    );
  });
}

/** A project of that generator with these pages, ready to build. */
async function project(generator: Generator, pages: readonly GuideText[], withSearch: boolean): Promise<string> {
  const { name, packages, files } = generator;
  const folder = join(work, name.replace(/\W+/g, '-').toLowerCase(), String(pages.length));
  for (const [file, text] of Object.entries(files(pages, withSearch))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  if (name.startsWith('Docusaurus')) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await run('npm', ['install', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline', ...packages], folder);
  return folder;
}

/** The row of a page: what it brings, and when its largest part is there. */
async function visitRow(name: string, folder: string, address: string): Promise<string[]> {
  const { url, close } = await serve({ port: 0, folder });
  const browser = await launchBrowser();
  try {
    const fast = await usualArrival(browser, url + address, slow4g);
    const slow = await usualArrival(browser, url + address, edge);
    const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
    return [
      name,
      inKb(fast.bytes),
      String(fast.requests),
      inKb(fast.script),
      seconds(fast.lcp),
      seconds(slow.lcp),
      fast.cls.toFixed(3),
    ];
  } finally {
    await browser.close();
    await close();
  }
}

const visits: string[][] = [];
const builds: string[][] = [];

/** Builds and visits the guides with a generator, and times its build of many pages. */
async function compare(generator: Generator): Promise<void> {
  if (generator.visited) {
    const folder = await project(generator, guides, true);
    await run(process.execPath, generator.build, folder);
    visits.push(await visitRow(generator.name, join(folder, generator.built), generator.address(guide)));
    console.error(visits.at(-1)?.join('  '));
  }
  if (quick || generator.name.startsWith('Docusaurus')) return;
  const folder = await project(generator, manyGuides(guides, many), false);
  const seconds = await run(process.execPath, generator.build, folder);
  builds.push([generator.name, String(many), `${seconds.toFixed(1)} s`]);
  console.error(builds.at(-1)?.join('  '));
}

try {
  visits.push(await visitRow('Credit Map', 'dist', `/guides/${guide}/`));
  console.error(visits.at(-1)?.join('  '));
  for (const generator of generators) {
    try {
      await compare(generator);
    } catch (error) {
      console.error(`${generator.name} is left out: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  const today = new Date().toISOString().slice(0, 10);
  const head = ['The same guide', 'Bytes', 'Requests', 'Script', 'LCP slow 4G', 'LCP 400 kbit/s', 'CLS'];
  console.log(`\n${today}, ${guides.length} guides\n\n${table(head, visits)}`);
  if (!quick) {
    const seconds = await run(
      process.execPath,
      [resolve('node_modules/astro/bin/astro.mjs'), 'build', '--outDir', join(work, 'ours')],
      '.',
    );
    const ours = globSync('**/*.html', { cwd: join(work, 'ours') }).length;
    builds.unshift(['Credit Map', String(ours), `${seconds.toFixed(1)} s`]);
    const rows = builds.map(([name = '', pages = '', time = '']) => [
      name,
      pages,
      time,
      `${((parseFloat(time) / Number(pages)) * 1000).toFixed(1)} s`,
    ]);
    console.log(`\n${table(['Build, without text search', 'Pages', 'Time', 'For 1,000 pages'], rows)}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
