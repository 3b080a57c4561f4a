/**
 * How the site grows: catalogs of 1,000, 10,000 and 40,000 courses, built and searched. `npm run bench:site`
 *
 * Prints build time and memory, the search index, the list of what can be kept offline, and what a visitor pays for a first
 * filtered list and two searches, in Chromium slowed down four times on a simulated slow 4G line.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeCatalog } from '../scripts/make-catalog.ts';
import { serve } from '../scripts/serve.ts';
import { launchBrowser } from '../test/site/browser.ts';
import { inKb, table } from './table.ts';

const sizes = (process.argv[2] ?? '1000,10000,40000').split(',').map(Number);
const work = mkdtempSync(join(tmpdir(), 'credit-map-site-'));

type Ran = { readonly seconds: number; readonly worked: number; readonly mb: number };

/**
 * Runs a script with this Node: the time it took, the time that processors worked for it, which holds on a busy machine too,
 * and the most memory it and what it starts had at one moment.
 */
function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  let [most, worked] = [0, 0];
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(child.pid!));
    worked = Math.max(worked, workOf(child.pid!));
  }, 100);
  return new Promise((done, fail) => {
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) done({ seconds: (performance.now() - started) / 1000, worked, mb: most });
      else fail(new Error(`${script} ended with ${code}`));
    });
  });
}

/** Memory of a process and its children in MB, where the system tells (Linux); else 0. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return own + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
  } catch {
    return 0;
  }
}

/** Seconds that processors worked for a process and the children it has waited for, where the system tells; else 0. */
function workOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in brackets, fields 14 to 17 in hundredths of a second.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100;
  } catch {
    return 0;
  }
}

/** What a visitor fetches and waits for: slow 4G (1.6 Mbit/s, 150 ms), four times slower. */
async function visit(folder: string) {
  const { url, close } = await serve({ port: 0, folder });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    let files: string[] = [];
    page.on('requestfinished', (request) => files.push(new URL(request.url()).pathname));
    const paid = (): number => {
      const sum = files.reduce((all, file) => all + packed(join(folder, decodeURIComponent(file))), 0);
      files = [];
      return sum;
    };
    const started = performance.now();
    await page.goto(`${url}/courses/?area=business&earns=ace`);
    await page.locator('#course-list li').first().waitFor();
    const list = { ms: performance.now() - started, bytes: paid() };
    await page.goto(`${url}/search/`);
    paid();
    const searches: number[] = [];
    for (const words of ['statistics', 'business management']) {
      await page.locator('#search-words').fill(words);
      await page.keyboard.press('Enter');
      await page
        .locator('#search-count')
        .filter({ hasText: `“${words}”` })
        .waitFor();
      searches.push(paid());
    }
    return { list, searches };
  } finally {
    await browser.close();
    await close();
  }
}

function packed(path: string): number {
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'index.html') : path;
  // What Pagefind wrote is packed already.
  if (/\.pf_|\.pagefind$/.test(file)) return statSync(file).size;
  return gzipSync(readFileSync(file)).length;
}

const rows: (string | number)[][] = [];
for (const size of sizes) {
  const data = join(work, `data-${size}`);
  const out = join(work, `site-${size}`);
  makeCatalog(size, data);
  const env = {
    ...process.env,
    CREDIT_MAP_DATA: data,
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: `${resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
  };
  const build = await run('node_modules/astro/bin/astro.mjs', ['build', '--outDir', out, '--force'], env);
  const index = await run('scripts/write-search.ts', [out], env);
  const offline = await run('scripts/write-offline.ts', [out], env);
  const { list, searches } = await visit(out);
  const shards = globSync(`${out}/catalog/list/courses-*.json`).map(packed);
  rows.push([
    size.toLocaleString('en-US'),
    build.seconds.toFixed(1),
    build.worked.toFixed(1),
    ((1000 * build.worked) / size).toFixed(2),
    build.mb.toFixed(0),
    `${index.seconds.toFixed(1)} (${index.worked.toFixed(1)})`,
    index.mb.toFixed(0),
    `${offline.seconds.toFixed(1)} (${offline.worked.toFixed(1)})`,
    globSync(`${out}/pagefind/**/*`).length,
    `${shards.length} × ${inKb(Math.max(...shards))}`,
    `${inKb(list.bytes)} in ${list.ms.toFixed(0)} ms`,
    searches.map(inKb).join(' + '),
  ]);
  console.error(rows.at(-1)?.join('  '));
  rmSync(out, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
}
console.log(
  table(
    [
      'courses',
      'build s',
      'worked s',
      'ms a course',
      'MB',
      'search s',
      'MB',
      'offline s',
      'index files',
      'shards × largest',
      'first filtered list',
      'two searches',
    ],
    rows.map((row) => row.map(String)),
  ),
);
rmSync(work, { recursive: true, force: true });
