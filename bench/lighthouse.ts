/**
 * Lighthouse on eight kinds of page, and their largest paint on two slow lines: `npm run bench:lighthouse`, after
 * `npm run build`.
 *
 * Lighthouse is fetched into a temporary folder, in one fixed version: a hundred packages that nobody needs to build or
 * test the site. It runs as on PageSpeed Insights: a phone, slow 4G simulated. It needs a Chrome or Chromium that is installed
 * (`CHROME_PATH` names one): in the one that comes with the packages, Lighthouse cannot load a page.
 *
 * With addresses after it, as in `npm run bench:lighthouse -- /planner/ /trail/`, it looks at those pages alone.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../scripts/serve.ts';
import { findBrowser, launchBrowser } from '../test/site/browser.ts';
import { usualArrival } from './arrival.ts';
import { kindsOfPages } from './kinds.ts';
import { edge, slow4g } from './lines.ts';
import { inKb, table } from './table.ts';

const version = '13.5.0';
const work = mkdtempSync(join(tmpdir(), 'credit-map-lighthouse-'));
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Report = {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string; readonly numericValue?: number }>
  >;
};

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    const child = spawn(command, args, { cwd: work, env: { ...process.env, CHROME_PATH: chrome } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(`${command} ended with ${code}.\n${said}`))));
  });
}

/** One report of Lighthouse. */
async function reportOn(url: string): Promise<Report> {
  const file = join(work, 'report.json');
  const flags = ['--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${categories.join(',')}`];
  const chromeFlags = '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage';
  await run(process.execPath, [join(work, 'node_modules/lighthouse/cli/index.js'), url, ...flags, chromeFlags]);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

/** What a page has to reach. Largest paints are in milliseconds: on slow 4G, and at 400 kbit/s with 400 ms. */
const least = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const most = { fast: 1000, slow: 1800 } as const;

const percent = (report: Report, category: string): number =>
  Math.round((report.categories[category]?.score ?? 0) * 100);

/** What costs points, in words. */
function losses({ categories: all, audits }: Report): string[] {
  return Object.entries(all).flatMap(([category, { auditRefs }]) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < (category === 'performance' ? 0.9 : 1))
      .map(({ id }) => `${category}: ${audits[id]?.title ?? id}`),
  );
}

const named = process.argv.slice(2);
const looked =
  named.length === 0
    ? kindsOfPages
    : named.map((address) => kindsOfPages.find(([, its]) => its === address) ?? ([address, address] as const));

const chrome = await findBrowser();
const { url, close } = await serve({ port: 0 });
const browser = await launchBrowser();
try {
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', work, `lighthouse@${version}`]);
  const rows: string[][] = [];
  const found: string[] = [];
  const missed: string[] = [];
  for (const [kind, address] of looked) {
    const report = await reportOn(url + address);
    const simulated = report.audits['largest-contentful-paint']?.numericValue ?? NaN;
    const blocked = report.audits['total-blocking-time']?.numericValue ?? NaN;
    const [fast, slow] = [
      await usualArrival(browser, url + address, slow4g),
      await usualArrival(browser, url + address, edge),
    ];
    const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
    rows.push([
      kind,
      ...categories.map((category) => String(percent(report, category))),
      seconds(simulated),
      `${Math.round(blocked)} ms`,
      seconds(fast.lcp),
      seconds(slow.lcp),
      fast.cls.toFixed(3),
      inKb(fast.bytes),
      String(fast.requests),
    ]);
    const low = categories.filter((category) => percent(report, category) < least[category]);
    if (low.length > 0) missed.push(`${kind}: ${low.join(', ')}`);
    if (fast.lcp > most.fast || slow.lcp > most.slow) missed.push(`${kind}: largest paint`);
    if (fast.cls > 0) missed.push(`${kind}: it moves`);
    found.push(...losses(report).map((loss) => `${kind}: ${loss}`));
    console.error(rows.at(-1)?.join('  '));
  }
  const head = [
    'Page',
    'Perf.',
    'Access.',
    'Practices',
    'SEO',
    'LCP simulated',
    'TBT',
    'LCP slow 4G',
    'LCP 400 kbit/s',
    'CLS',
    'Bytes',
    'Requests',
  ];
  console.log(
    `\nLighthouse ${version}, ${browser.version()}, ${new Date().toISOString().slice(0, 10)}\n\n${table(head, rows)}`,
  );
  if (found.length > 0) console.log(`\nWhat costs points:\n${found.map((one) => `- ${one}`).join('\n')}`);
  console.log(missed.length > 0 ? `\nNOT REACHED: ${missed.join('; ')}.` : '\nEvery page reaches what it has to.');
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await close();
  rmSync(work, { recursive: true });
}
