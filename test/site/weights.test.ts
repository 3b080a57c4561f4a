/** How much a page may weigh, for a reader on a slow line: one limit for each kind of page, kept by every page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { solverMegabytes } from '../../src/planner/finish/wording-completion.ts';
import { addresses, pages, read } from './built-site.ts';
import { launchBrowser } from './browser.ts';
import { saved, startPlan } from './planner-page.ts';
import { visit } from './visit.ts';
import { packedBytes, weightOf } from './weight.ts';

type Limit = {
  readonly kind: string;
  readonly which: RegExp;
  /** Kilobytes, packed: the page with its styles, scripts and icon. One first flight of a connection is 14. */
  readonly all: number;
  /** Of these, script. */
  readonly scripts: number;
};

/** The first that fits a page holds. */
const limits: readonly Limit[] = [
  { kind: 'the planner', which: /^\/planner\/$/, all: 80, scripts: 60 },
  { kind: 'a page of the planner', which: /^\/(?:planner|trail)\//, all: 100, scripts: 80 },
  { kind: 'a comparison or a calculator', which: /^\/(?:compare|tools)\//, all: 100, scripts: 80 },
  { kind: 'search, before the first word', which: /^\/search\/$/, all: 14, scripts: 6 },
  { kind: 'what is kept on the device', which: /^\/offline\/$/, all: 14, scripts: 6 },
  { kind: 'a list that is narrowed', which: /^\/(?:courses|schools)\/$/, all: 20, scripts: 8 },
  { kind: 'a course', which: /^\/courses\//, all: 14, scripts: 0 },
  { kind: 'a provider', which: /^\/providers\/[^/]+\/$/, all: 14, scripts: 0 },
  { kind: 'a service', which: /^\/services\//, all: 14, scripts: 0 },
  // Without the script of its tool as light as any guide.
  { kind: 'a guide with a tool in it', which: /^\/guides\/turn-a-certificate-into-credit\/$/, all: 33, scripts: 13 },
  { kind: 'a guide', which: /^\/guides\//, all: 20, scripts: 0 },
  { kind: 'a whole table', which: /\/equivalencies\/$|^\/data\/$/, all: 20, scripts: 0 },
  { kind: 'a school', which: /^\/schools\/[^/]+\/$/, all: 20, scripts: 0 },
  { kind: 'a degree', which: /^\/schools\/[^/]+\/[^/]+\/$/, all: 20, scripts: 0 },
  { kind: 'any other page', which: /^\//, all: 14, scripts: 0 },
];

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;
const weights = pages.map((address) => ({ address, ...weightOf(address) }));
const ofKind = (kind: string) =>
  weights
    .filter(({ address }) => limits.find(({ which }) => which.test(address))?.kind === kind)
    .sort((a, b) => b.all - a.all);

test('every page keeps to the limit of its kind', () => {
  const rows = limits.map(({ kind, all, scripts }) => {
    const [heaviest] = ofKind(kind);
    return {
      kind,
      pages: ofKind(kind).length,
      heaviest: heaviest?.address,
      kB: heaviest && kilobytes(heaviest.all),
      'kB at most': all,
      'script kB': heaviest && kilobytes(Math.max(...ofKind(kind).map((one) => one.scripts))),
      'script kB at most': scripts,
      requests: heaviest?.requests,
    };
  });
  console.table(rows);
  expect(rows.filter((row) => row.pages === 0)).toEqual([]);
  const over = limits.flatMap(({ kind, all, scripts }) =>
    ofKind(kind)
      .filter((page) => page.all > all * 1000 || page.scripts > scripts * 1000)
      .map((page) => `${page.address}: ${page.all} bytes, ${page.scripts} of them script`),
  );
  expect(over).toEqual([]);
});

test('the planner has its first answer after 60 kB of script and 120 kB in all, whatever the degree', () => {
  const { all, scripts } = weightOf('/planner/');
  const lists = packedBytes('/catalog/index.json') + packedBytes('/catalog/courses.json');
  const degrees = addresses.filter((address) => address.startsWith('/catalog/degrees/'));
  const chosen = degrees.map((degree) => {
    const school = degree.split('/')[3] ?? '';
    return { degree, bytes: packedBytes(degree) + packedBytes(`/catalog/schools/${school}.json`) };
  });
  const [heaviest] = chosen.sort((a, b) => b.bytes - a.bytes);
  const told = all + lists + (heaviest?.bytes ?? 0);
  console.log(
    `The planner: ${kilobytes(scripts)} kB of script, ${kilobytes(told)} kB in all with ${heaviest?.degree ?? ''}`,
  );
  expect(degrees.length).toBeGreaterThan(0);
  expect(scripts).toBeLessThanOrEqual(60_000);
  expect(told).toBeLessThanOrEqual(120_000);
});

test('until its first answer is there, a browser asks for no more', async () => {
  const { context, page } = await visit(browser);
  await context.addInitScript(() => {
    new MutationObserver((_, seen) => {
      if (!document.querySelector('.answer')) return;
      seen.disconnect();
      performance.mark('answered');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('/planner/#degree=tesu/ba-computer-science-2026-27');
  await page.locator('.answer').waitFor();
  const asked = await page.evaluate(() => {
    const at = performance.getEntriesByName('answered')[0]?.startTime ?? NaN;
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const before = (all as PerformanceResourceTiming[]).filter(({ startTime }) => startTime < at);
    // What is asked for again comes from the browser's memory.
    return [...new Map(before.map(({ name, encodedBodySize }) => [name, encodedBodySize]))];
  });
  const bytes = asked.reduce((sum, [, size]) => sum + size, 0);
  console.log(`The planner: ${kilobytes(bytes)} kB in ${asked.length} requests until its first answer`);
  expect(asked.join()).toMatch(/catalog\/degrees\/tesu\/ba-computer-science/);
  expect(bytes, asked.join('\n')).toBeLessThanOrEqual(120_000);
  await context.close();
});

test('what looking longer loads weighs what the button says, and no page brings it along', () => {
  const solver = addresses.filter((address) => /^\/_astro\/highs-.*\.(?:js|wasm)$/.test(address));
  expect(solver).toHaveLength(2);
  const bytes = solver.reduce((sum, address) => sum + packedBytes(address), 0);
  console.log(`The solver: ${kilobytes(bytes)} kB`);
  expect(Math.ceil(bytes / 100_000) / 10).toBe(solverMegabytes);
  const core = read('/sw.js').toString();
  expect(solver.filter((address) => core.includes(address.slice(1)))).toEqual([]);
});

test('no page or style brings a font, and every form has the styles of forms', () => {
  const styles = addresses.filter((address) => address.startsWith('/_astro/') && address.endsWith('.css'));
  expect(styles.filter((address) => /@font-face|url\((?!["']?#)/.test(read(address).toString()))).toEqual([]);
  expect(addresses.filter((address) => /\.(?:woff2?|ttf|otf|eot)$/.test(address))).toEqual([]);

  const ofForms = new Set(styles.filter((address) => read(address).includes('.field{')));
  const bare = pages.filter((address) => {
    const markup = read(address).toString();
    const links = [...markup.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
    return /<(?:input|select|textarea|astro-island)[\s>]/.test(markup) && !links.some((href) => ofForms.has(href));
  });
  expect(bare).toEqual([]);
});

test('no page asks for a script before it is painted', () => {
  expect(
    pages.filter((address) => /<script\b[^>]*\ssrc=|<link[^>]*"modulepreload"/.test(read(address).toString())),
  ).toEqual([]);
});

/** One page of each of the eight kinds that most visits begin at. */
const visited = [
  '/',
  '/planner/',
  '/courses/',
  '/search/',
  /^\/courses\/clep\/./,
  /^\/schools\/tesu\/$/,
  /^\/schools\/tesu\/ba/,
  /^\/guides\/q/,
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Every page that has more than its markup, and a search that is asked for in the address. */
const withScript = pages.filter((address) => read(address).includes('<astro-island'));

test('nothing moves while a page arrives', async () => {
  const phone = await visit(browser, { viewport: { width: 360, height: 740 } });
  const desk = await visit(browser);
  await startPlan(desk.page);
  await saved(desk.page);
  const named = visited.map((which) => (typeof which === 'string' ? which : pages.find((one) => which.test(one))));
  const all = [...new Set([...named, ...withScript, '/search/?q=algebra'])];
  const moved: string[] = [];
  for (const { context, page } of [phone, desk]) {
    await context.addInitScript(countShifts);
    const left = [...all];
    const visitSome = async (tab: Page): Promise<void> => {
      for (let address = left.shift(); address !== undefined; address = left.shift()) {
        const sum = await shiftsOf(tab, address);
        // A layout shift of 0, as Lighthouse writes it: 0.000.
        if (sum >= 0.0005) moved.push(`${address}, ${page.viewportSize()?.width ?? 0} px: ${sum.toFixed(4)}`);
      }
    };
    // Most of it is waiting: three tabs wait at once.
    await Promise.all([page, await context.newPage(), await context.newPage()].map(visitSome));
    await context.close();
  }
  expect(moved).toEqual([]);
});

/** Runs in each page, before anything of it. */
function countShifts(): void {
  const shifts: number[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
  }).observe({ type: 'layout-shift', buffered: true });
}

/** How much of a page moves by itself, until it asks for nothing more, or works on for longer than one looks. */
async function shiftsOf(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr], main p.needs-script'));
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
  return page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0));
}
