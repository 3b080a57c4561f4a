/**
 * All degrees of the catalog compared, as the page does it in its workers, on a processor four times slower.
 *
 * A worker can't be slowed down, so each has a page of its own here, in a process of its own, and works on its main thread,
 * with code that it has not run before. What slows a page down keeps a core busy all the time: two pages at once leave none for
 * what a browser does beside them, compiling scripts above all. So the shares of two workers are also measured one by one, as
 * on a phone that has more cores than workers.
 */
import type { Browser, Page } from 'playwright-core';
import type { DegreeToCompare } from '../src/engine/completion.ts';
import { dealt } from '../src/planner/finish/dealt.ts';
import { catalogCourses, catalogDegrees, forAll, shard } from '../test/engine/complete/catalog-input.ts';
import { launchBrowser } from '../test/site/browser.ts';
import type { ComparisonText, ComparisonTimes } from './comparison-page.ts';
import { quick } from './options.ts';
import { inMs, table, type Target } from './table.ts';
import { bundle } from './weight.ts';

const slowdown = 4;
const rounds = quick ? 1 : 3;
const mostMs = 2_000;
const address = 'http://bench.invalid/';

/** The median of a few rounds, for one worker and for two: the longer of their times. */
export async function measureComparison(): Promise<{ text: string; targets: Target[] }> {
  const script = await bundle('bench/comparison-page.ts');
  const browser = await launchBrowser();
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const [workers, how] of [
    [1, 'at once'],
    [2, 'at once'],
    [2, 'one by one'],
  ] as const) {
    const times: ComparisonTimes[] = [];
    for (let round = 0; round < rounds; round++) times.push(await timesOf(browser, script, workers, how));
    const { first, all } = times.toSorted((a, b) => a.all - b.all)[Math.floor(rounds / 2)]!;
    rows.push([`${workers}`, how, `${catalogDegrees.length}`, inMs(first), inMs(all)]);
    targets.push({
      says: `Degrees compared within 2 s at ${slowdown} ×, ${workers === 1 ? 'in one worker' : `in two workers ${how}`}`,
      is: `${inMs(all)} ms`,
      reached: all <= mostMs,
    });
  }
  await browser.close();
  const text = [
    `## All degrees compared, Chromium ${slowdown} × slower, cold`,
    '',
    table(['workers', 'shares', 'degrees', 'first ms', 'all ms'], rows),
    '',
  ].join('\n');
  return { text, targets };
}

async function timesOf(
  browser: Browser,
  script: Uint8Array,
  workers: number,
  how: 'at once' | 'one by one',
): Promise<ComparisonTimes> {
  const shares = dealt(catalogDegrees, workers);
  const together = how === 'at once' ? [shares] : shares.map((share) => [share]);
  const times: ComparisonTimes[] = [];
  for (const some of together) {
    const pages = await Promise.all(some.map(() => slowPage(browser, script)));
    times.push(...(await Promise.all(pages.map((page, index) => timeOf(page, some[index]!)))));
    await Promise.all(pages.map((page) => page.context().close()));
  }
  return {
    first: Math.min(...times.map(({ first }) => first)),
    all: Math.max(...times.map(({ all }) => all)),
  };
}

/** A page, slowed down, that has the script and has run nothing of it. */
async function slowPage(browser: Browser, script: Uint8Array): Promise<Page> {
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
}

function timeOf(page: Page, degrees: readonly DegreeToCompare[]): Promise<ComparisonTimes> {
  const schools = new Map(
    degrees.map(({ degree: { school: id }, school, equivalencies }) => [id, { id, school, equivalencies }]),
  );
  const text: ComparisonText = {
    courses: catalogCourses,
    schools: [...schools.values()],
    degrees: degrees.map(({ id, degree }) => ({ id, degree })),
    offers: shard,
    wishes: forAll.wishes,
    today: forAll.today,
  };
  return page.evaluate((asText) => globalThis.compare!(asText), JSON.stringify(text));
}
