/** Ours and HiGHS on the main thread of a browser, at full speed and on processors four and six times as slow. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { AssignmentProblem } from '../src/engine/assign/problem.ts';
import type { PlainModel } from '../test/engine/elsewhere/plain-model.ts';
import { launchBrowser } from '../test/site/browser.ts';
import type { PageTimes, Times } from './browser-page.ts';
import { degreeProblems, type Family } from './models.ts';
import { inMs, table, timesOf, type Target } from './table.ts';
import { bundle } from './weight.ts';

const slowdowns = [1, 4, 6];
const address = 'http://bench.invalid/';

type Report = { readonly text: string; readonly targets: Target[]; readonly oursWrong: number };
type Problems = { readonly title: string; readonly plain?: PlainModel[]; readonly degrees?: AssignmentProblem[] };

/** Each set of problems in a fresh page for each slowdown. */
export async function measureInBrowser(family: Family | undefined): Promise<Report> {
  const sets: Problems[] = [];
  if (family) sets.push({ title: 'R', plain: family.models().slice(0, 40) });
  // One plan toward each: on a slow processor HiGHS takes up to seconds for one.
  sets.push({ title: 'Degrees', degrees: [...degreeProblems().values()].flatMap((all) => all.slice(0, 1)) });
  const script = await bundle('bench/browser-page.ts');
  const browser = await launchBrowser();
  const rows: string[][] = [];
  const targets: Target[] = [];
  let oursWrong = 0;
  for (const problems of sets) {
    for (const slowdown of slowdowns) {
      const { ours, highs, wrong } = await timesIn(browser, script, problems, slowdown);
      oursWrong += wrong;
      const of = (name: string, { cold, warm }: Times): string[][] => [
        [
          `${problems.title}, ${name}, cold`,
          `${slowdown} ×`,
          `${cold.length}`,
          inMs(cold[0]!),
          ...timesOf(cold).map(inMs),
        ],
        [`${problems.title}, ${name}, warm`, `${slowdown} ×`, `${warm.length}`, '', ...timesOf(warm).map(inMs)],
      ];
      rows.push(...of('ours', ours), ...of('HiGHS', highs));
      const [, most] = timesOf(ours.warm);
      const says = `${problems.title}: 95 % within 60 ms in a warm browser at 6 ×`;
      if (slowdown === 6) targets.push({ says, is: `${inMs(most)} ms`, reached: most <= 60 });
    }
  }
  const version = browser.version();
  await browser.close();
  const text = [
    `## Chromium ${version}, main thread`,
    '',
    'Every set of problems and every slowdown has a fresh page. "Cold": each problem is solved for the first time there; "first"',
    'is the first of them, before the browser knows any of the code. "Warm": ours solves the same problems again after five more',
    'rounds of them, keeping nothing from one to another, and the median of five rounds counts for each; HiGHS, whose problems',
    'take longer, is warm after three, and solves each once. It is already loaded: fetching and compiling it is not counted.',
    'Answers are compared.',
    '',
    table(['', 'slowdown', 'problems', 'first ms', 'median', '95 %', 'worst'], rows),
    '',
  ].join('\n');
  return { text, targets, oursWrong };
}

async function timesIn(
  browser: Browser,
  script: Uint8Array,
  { plain, degrees }: Problems,
  slowdown: number,
): Promise<PageTimes> {
  const page = await browser.newPage();
  await page.route(`${address}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: Buffer.from(script) });
    if (pathname === '/highs.wasm') {
      return route.fulfill({
        contentType: 'application/wasm',
        body: readFileSync('node_modules/highs/build/highs.wasm'),
      });
    }
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Bench</title>' });
  });
  await page.goto(address);
  await page.addScriptTag({ url: `${address}page.js`, type: 'module' });
  await page.waitForFunction(() => 'bench' in globalThis, undefined, { timeout: 60_000 });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const text = JSON.stringify({ plain, degrees }, (_, value: unknown) => (value === -Infinity ? '-Infinity' : value));
  const times = await page.evaluate((problems) => globalThis.bench!(problems), text);
  await page.close();
  return times;
}
