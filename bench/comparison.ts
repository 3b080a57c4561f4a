/**
 * All degrees of the catalog compared, as the page does it in its workers, on a processor four times slower.
 *
 * A worker can't be slowed down, so each has a page of its own here, in a process of its own, and works on its main thread.
 * All begin at once, with code that they have not run before.
 */
import type { Browser } from 'playwright-core';
import { catalogDegrees, forAll } from '../test/engine/complete/catalog-input.ts';
import { launchBrowser } from '../test/site/browser.ts';
import type { ComparisonText, ComparisonTimes } from './comparison-page.ts';
import { quick } from './options.ts';
import { inMs, table, type Target } from './table.ts';
import { bundle } from './weight.ts';

const slowdown = 4;
const rounds = quick ? 1 : 3;
const mostMs = 2_000;
const address = 'http://bench.invalid/';

/** The median of a few rounds, for one worker and for as many as two cores have. */
export async function measureComparison(): Promise<{ text: string; targets: Target[] }> {
  const script = await bundle('bench/comparison-page.ts');
  const browser = await launchBrowser();
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const workers of [1, 2]) {
    const times: ComparisonTimes[] = [];
    for (let round = 0; round < rounds; round++) times.push(await timesOf(browser, script, workers));
    const { first, all } = times.toSorted((a, b) => a.all - b.all)[Math.floor(rounds / 2)]!;
    rows.push([`${workers}`, `${catalogDegrees.length}`, inMs(first), inMs(all)]);
    if (workers === 1) continue;
    targets.push({
      says: `Degrees compared within 2 s at ${slowdown} ×, in two workers`,
      is: `${inMs(all)} ms`,
      reached: all <= mostMs,
    });
  }
  await browser.close();
  const text = [
    `## All degrees compared, Chromium ${slowdown} × slower, cold`,
    '',
    table(['workers', 'degrees', 'first ms', 'all ms'], rows),
    '',
  ].join('\n');
  return { text, targets };
}

async function timesOf(browser: Browser, script: Uint8Array, workers: number): Promise<ComparisonTimes> {
  const pages = await Promise.all(
    Array.from({ length: workers }, async () => {
      // Pages of one context may share a process.
      const page = await (await browser.newContext()).newPage();
      await page.route(`${address}**`, (route) =>
        route.request().url().endsWith('.js')
          ? route.fulfill({ contentType: 'text/javascript', body: Buffer.from(script) })
          : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Bench</title>' }),
      );
      await page.goto(address);
      await page.addScriptTag({ url: `${address}page.js`, type: 'module' });
      await page.waitForFunction(() => 'compare' in globalThis);
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      return page;
    }),
  );
  const times = await Promise.all(
    pages.map((page, worker) => {
      const degrees = catalogDegrees.filter((_, index) => index % workers === worker);
      const input: ComparisonText = { ...forAll, courses: [...forAll.courses], degrees };
      return page.evaluate((asText) => globalThis.compare!(asText), JSON.stringify(input));
    }),
  );
  await Promise.all(pages.map((page) => page.context().close()));
  return {
    first: Math.min(...times.map(({ first }) => first)),
    all: Math.max(...times.map(({ all }) => all)),
  };
}
