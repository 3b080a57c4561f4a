/** Without a line, and across new versions: what was here stays usable, and no plan is lost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addresses, read } from './built-site.ts';
import { findBrowser } from './browser.ts';
import { changingSite, makeBuilds, type ChangingSite } from './changing-site.ts';
import {
  addCourse,
  chooseDegree,
  openFile,
  openPlanner,
  saved,
  startPlan,
  titles,
  yourCourses,
} from './planner-page.ts';
import { faultsInEveryLook, prepareAxe, scrollsSideways } from './visit.ts';

const later = addresses.find((address) => /^\/_astro\/later\./.test(address))!.slice('/_astro/'.length);
const planner = addresses.find((address) => /^\/_astro\/planner\.[^.]+\.js$/.test(address))!.slice('/_astro/'.length);
/** Words of the planner's page, and of what it fetches: they tell which build is shown. */
const nextWords = {
  [later]: 'later.next.js',
  'Nothing you enter': 'Nothing that you enter',
  'Edison State U': 'Edison S. U',
};

const patience = { timeout: 20_000 };
const builds = makeBuilds();
let first: string;
let next: string;
let off: string;
let browser: Browser;
let site: ChangingSite;
let context: BrowserContext;
let page: Page;
/** All that pages and the service worker ask of anyone. */
let requests: Request[];

beforeAll(async () => {
  first = await builds.build('first');
  next = await builds.build('next', nextWords);
  off = await builds.build('off', nextWords, { off: true });
  browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    // Pages left behind are kept as they are, as in a browser at home.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
afterAll(async () => {
  await browser.close();
  builds.remove();
});

beforeEach(async () => {
  site = await changingSite(first);
  requests = [];
  await begin();
});
afterEach(async () => {
  await context.close();
  await site.close();
  expect(requests.map((request) => request.url()).filter((url) => !url.startsWith(`${site.url}/`))).toEqual([]);
  // Files are asked for, and nothing is sent with it. One search is opened by its address, and a script that did not
  // arrive is asked for again with the time.
  const file =
    /^GET \/(?:[\w./-]*|search\/\?q=transcript|_astro\/[\w.-]+\?astro-retry=\d+) (?!.*\b(?:content-length|transfer-encoding)\b)/i;
  expect(site.heard.filter((request) => !file.test(request))).toEqual([]);
});

async function begin(options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({ baseURL: site.url, serviceWorkers: 'allow', locale: 'en-US', ...options });
  context.setDefaultTimeout(20_000);
  context.on('request', (request) => requests.push(request));
  await prepareAxe(context);
  page = await context.newPage();
}

/** A plan with one exam, and all that its page needs on the device. */
async function planOnDevice(): Promise<void> {
  await openPlanner(page);
  await chooseDegree(page, /Thomas Edison/, /Associate in Applied Science/);
  await addCourse(page, 'clep college composition', 'College Composition');
  await saved(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await hasKept(page, '/catalog/degrees/tesu/aas-');
  await hasKept(page, '/catalog/schools/tesu.json');
}

/** Waits until a file with this in its address is kept. */
async function hasKept(where: Page, part: string): Promise<void> {
  await where.waitForFunction(async (wanted) => {
    for (const name of await caches.keys()) {
      const kept = await (await caches.open(name)).keys();
      if (kept.some(({ url }) => url.includes(wanted))) return true;
    }
    return false;
  }, part);
}

async function cutLine(): Promise<void> {
  site.online = false;
  await context.setOffline(true);
}

async function mendLine(): Promise<void> {
  site.online = true;
  await context.setOffline(false);
}

/** Ends every worker in the middle of what it does. */
async function endWorkers(): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  // No answer comes where a worker is in the middle of its installation.
  devtools.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
}

const lookForNew = (where: Page) =>
  where.evaluate(async () => (await navigator.serviceWorker.ready).update().then(String, String));
const buildShown = async (where: Page) =>
  (await where.locator('.planner-head').innerText()).includes('Nothing that you enter') ? 'next' : 'first';
const opened = (where: Page) => where.getByRole('heading', { name: /^Your courses/ }).waitFor();
const offer = (where: Page) => where.getByText('A new version of Credit Map is ready.');
const main = (where: Page) => where.getByRole('main').innerText();

describe('without a line', () => {
  test('the planner, the tools and what was read work, edits are saved, and the rest says what is here', async () => {
    // Read before any tool was opened, and so not kept; what is read from then on is.
    await page.goto('/guides/records-to-keep/');
    await planOnDevice();
    await page.goto('/guides/what-it-costs/');
    const guide = await page.getByRole('heading', { level: 1 }).innerText();
    await hasKept(page, '/guides/what-it-costs/');
    await page.close();
    await cutLine();

    // An installed app starts where its manifest says.
    page = await context.newPage();
    await page.goto(new URL('planner/', `${site.url}/manifest.webmanifest`).href);
    await opened(page);
    await addCourse(page, 'clep biology', 'Biology');
    await saved(page);
    expect(await titles(page)).toEqual(['College Composition', 'Biology']);
    await page.reload();
    await opened(page);
    expect(await titles(page)).toEqual(['College Composition', 'Biology']);
    await page.getByText('Your plan and what you opened are here.').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hide', exact: true }).click();

    await page.getByRole('link', { name: 'Finish it: cheapest, fastest, safest' }).click();
    await page.getByText('Each plan is made from the courses of the catalog').waitFor({ timeout: 60_000 });
    for (const tool of ['planner/plans', 'planner/request', 'compare/plan', 'tools/cost', 'tools/certificate-check']) {
      await page.goto(`/${tool}/`);
      await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
      expect(await main(page), tool).not.toMatch(/did not arrive|could not be loaded|not on your device/);
    }
    await page.goto('/guides/what-it-costs');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(guide);
    expect(new URL(page.url()).pathname).toBe('/guides/what-it-costs/');

    await page.goto('/guides/records-to-keep/');
    await page.getByText('This page is not on your device').waitFor();
    await page.getByRole('link', { name: guide }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(guide);
    await page.goto('/search/?q=transcript');
    await page.getByText('Search works offline once the whole site is kept').waitFor();
  });

  test('the steps to posted credit work too, from an installed app, and keep what is noted there', async () => {
    await planOnDevice();
    await page.close();
    await cutLine();
    page = await context.newPage();
    await page.goto(new URL('planner/', `${site.url}/manifest.webmanifest`).href);
    await page.getByRole('link', { name: 'Steps to posted credit' }).first().click();
    const summary = page.locator('details.trail-credit > summary');
    await summary.click();
    await page.getByRole('button', { name: 'Done today' }).first().click();
    await page
      .getByText(/^Done on/)
      .first()
      .waitFor();
    await saved(page);
    await page.reload();
    await summary.click();
    await page
      .getByText(/^Done on/)
      .first()
      .waitFor();
    await page.getByText('How it is done').first().click();
    await page.getByText('Keep as proof:').waitFor();
    expect(await main(page)).not.toMatch(/did not arrive|could not be loaded|not on your device/);
  });

  test('the whole site can be kept: size first, in parts, searchable, and taken away again', async () => {
    await page.goto('/offline/');
    await hasKept(page, '/offline/notes.json');
    await page.getByText(/files\. About \d+ MB to download, and \d+ MB of room/).waitFor();
    site.faults.set('pagefind/index/', 'half');
    await page.getByRole('button', { name: 'Keep the whole site' }).click();
    await page.getByRole('button', { name: 'Keep the rest' }).waitFor({ timeout: 60_000 });
    expect(await faultsInEveryLook(page)).toEqual([]);
    site.faults.clear();
    const before = site.asked.length;
    await page.getByRole('button', { name: 'Keep the rest' }).click();
    await page.getByText('The whole site is on this device.').waitFor({ timeout: 60_000 });
    expect(site.asked.slice(before).filter((path) => path.startsWith('_astro/'))).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await scrollsSideways(page)).toBe(false);

    await cutLine();
    await page.goto('/search/?q=transcript');
    await page.getByText(/pages? for “transcript”/).waitFor();
    await page.goto('/guides/records-to-keep/');
    expect(await main(page)).not.toContain('not on your device');
    await page.goto('/offline/');
    await page.getByRole('button', { name: 'Remove from this device' }).click();
    await page.getByText('Removed. The planner, the tools and your plans stay.').waitFor();
    await page.goto('/guides/records-to-keep/');
    await page.getByText('This page is not on your device').waitFor();
    await openPlanner(page);
  });
});

test('the whole site is kept in a browser that tells no room, and while it asks whether it may', async () => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'storage', { value: { persist: () => new Promise(() => undefined) } }),
  );
  await page.goto('/offline/');
  await hasKept(page, '/offline/notes.json');
  await page.getByRole('button', { name: 'Keep the whole site' }).click();
  await page.getByText(/^\d+ of [\d,]+ files are here\.$/).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped. What has arrived stays here').waitFor();
});

describe('a new version', () => {
  test('leaves open pages as they are, is offered, and asks before it drops what is typed', async () => {
    await planOnDevice();
    const other = await context.newPage();
    await other.goto('/planner/');
    await opened(other);
    // The files of the first build are gone from the server.
    site.deploy(next);
    await lookForNew(page);
    await offer(page).waitFor();
    // A part that was not loaded before, of files that the server no longer has.
    await page.getByText('Paste a list or open a file').click();
    await page.getByLabel('Your list, or the text of a transcript').fill('CLEP Biology');
    await page.reload();
    await opened(page);
    expect([await buildShown(page), await buildShown(other)]).toEqual(['next', 'first']);
    expect(await titles(page)).toEqual(['College Composition']);

    await offer(other).waitFor();
    await other.getByText('Paste a list or open a file').click();
    await other.getByLabel('Your list, or the text of a transcript').fill('CLEP Biology');
    await other.getByRole('button', { name: 'Use it now' }).click();
    await other.getByText('Add it first, or it is lost.').waitFor();
    expect(await buildShown(other)).toBe('first');
    await addCourse(other, 'clep biology', 'Biology');
    await other.getByRole('button', { name: 'Use it now and lose that' }).click();
    await other.waitForFunction(() => document.body.innerText.includes('Nothing that you enter'));
    await opened(other);
    expect(await titles(other)).toEqual(['College Composition', 'Biology']);

    await cutLine();
    await other.reload();
    await opened(other);
    expect(await buildShown(other)).toBe('next');
  });

  test('that arrives by half, or whose arrival is cut off, changes nothing until it is whole', async () => {
    await planOnDevice();
    site.deploy(next);
    site.faults.set('_astro/later.next.js', 'half');
    expect(await lookForNew(page)).not.toBe('undefined');
    await cutLine();
    await page.reload();
    await opened(page);
    expect([await buildShown(page), await titles(page)]).toEqual(['first', ['College Composition']]);

    await mendLine();
    site.faults.set('_astro/later.next.js', 'never');
    site.asked.length = 0;
    void lookForNew(page).catch(() => undefined);
    await expect.poll(() => site.asked.includes('_astro/later.next.js'), patience).toBe(true);
    const another = await context.newPage();
    await endWorkers();
    await page.close();
    page = another;
    site.faults.clear();
    site.online = false;
    await page.goto('/planner/');
    await opened(page);
    expect([await buildShown(page), await titles(page)]).toEqual(['first', ['College Composition']]);

    site.online = true;
    await page.reload();
    await opened(page);
    expect([await buildShown(page), await titles(page)]).toEqual(['next', ['College Composition']]);
  });

  test('reaches three tabs and a spoilt device within one reload', async () => {
    await planOnDevice();
    const tabs = [page, await context.newPage(), await context.newPage()];
    await Promise.all(tabs.slice(1).map((tab) => tab.goto('/planner/').then(() => opened(tab))));
    site.deploy(next);
    await lookForNew(page);
    await offer(page).waitFor();
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) await cache.put(request, new Response('spoilt'));
      }
    });
    for (const tab of tabs) {
      await tab.reload();
      await opened(tab);
      expect([await buildShown(tab), await titles(tab)]).toEqual(['next', ['College Composition']]);
    }
  });

  test('can be one that takes the worker away: no page is reloaded, no plan lost, and it stays away', async () => {
    await planOnDevice();
    await page.evaluate(() => document.body.setAttribute('data-open-since', 'before'));
    site.deploy(off);
    await lookForNew(page);
    const left = () =>
      page.evaluate(async () => [
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]);
    expect(await page.locator('body').getAttribute('data-open-since')).toBe('before');
    await addCourse(page, 'clep biology', 'Biology');
    await saved(page);
    await page.reload();
    await opened(page);
    expect(await buildShown(page)).toBe('next');
    expect(await titles(page)).toEqual(['College Composition', 'Biology']);
    await expect.poll(async () => (await left())[0], patience).toBe(0);
    // A worker is gone when the last page that had it is.
    await page.goto('about:blank');
    await openPlanner(page);
    await expect.poll(left, patience).toEqual([0, 0]);
  });
});

describe('a script that does not arrive', () => {
  test.for(['missing', 'half', 'never'] as const)(
    '(%s) leaves the page readable, says so, and can be tried again',
    async (fault) => {
      await planOnDevice();
      const { cookies: _, ...state } = await context.storageState({ indexedDB: true });
      await context.close();
      await begin({ serviceWorkers: 'block', storageState: { cookies: [], ...state } });
      if (fault === 'never') await page.clock.install();
      site.faults.set(`_astro/${planner}`, fault);
      await page.goto('/planner/', { waitUntil: 'domcontentloaded' });
      await page.getByRole('heading', { level: 1, name: 'Planner' }).waitFor();
      if (fault === 'never') await page.clock.runFor(31_000);
      await page.getByText('This part of the page did not arrive.').waitFor();
      expect(await faultsInEveryLook(page)).toEqual([]);
      site.faults.clear();
      if (fault === 'never') await page.clock.resume();
      await page.getByRole('button', { name: 'Try again' }).click();
      await opened(page);
      expect(await titles(page)).toEqual(['College Composition']);
    },
  );
});

test('while the service worker is at work nothing of a plan is in a request, but which school and degree it is for (N7)', async () => {
  await startPlan(page);
  const typed = { title: 'Xylophone Repair', semesterHours: 3, level: 'lower-division', source: 'college' };
  const plan = {
    kind: 'credit-map-plan',
    version: 1,
    id: 'p-quiet',
    name: 'Marimba Years',
    school: 'tesu',
    degree: 'tesu/ba-liberal-studies-2026-27',
    credits: [
      { id: 'c1', course: 'clep/college-composition', status: 'completed', score: 58 },
      { id: 'c2', typed, status: 'planned' },
    ],
    revision: 1,
  };
  await openFile(page, JSON.stringify(plan));
  await yourCourses(page).getByRole('heading', { level: 3, name: 'Xylophone Repair' }).waitFor();
  await addCourse(page, 'clep biology', 'Biology');
  await saved(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  for (const tool of ['planner', 'planner/request', 'trail', 'compare/plan', 'planner/finish']) {
    await page.goto(`/${tool}/`);
    await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  }
  site.deploy(next);
  await lookForNew(page);
  await offer(page).waitFor();
  await page.reload();

  expect(requests.some((request) => request.serviceWorker() !== null)).toBe(true);
  expect(site.heard.length).toBeGreaterThan(100);
  const ofThePlan = /clep|composition|biology|xylophone|marimba|p-quiet|\b58\b/i;
  const all = [...site.heard, ...requests.map((request) => request.url() + (request.postData() ?? ''))];
  expect(all.filter((request) => ofThePlan.test(request))).toEqual([]);
  // The one exception: what is known of a school and of a degree are files, the same for everyone who chooses them. The
  // addresses of those files tell the host which ones were chosen.
  const chosen = new Set(site.asked.filter((path) => /^catalog\/.*\//.test(path)));
  expect([...chosen].sort()).toEqual([
    'catalog/degrees/tesu/ba-liberal-studies-2026-27.json',
    'catalog/disagreements/tesu.json',
    'catalog/schools/tesu.json',
  ]);
});

test('going back shows the plan as it is now', async () => {
  await planOnDevice();
  await page.goto('/planner/plans/');
  const other = await context.newPage();
  await other.goto('/planner/');
  await opened(other);
  await addCourse(other, 'clep biology', 'Biology');
  await saved(other);
  await page.goBack();
  await yourCourses(page).getByRole('heading', { level: 3, name: 'Biology' }).waitFor();
  expect(await titles(page)).toEqual(['College Composition', 'Biology']);
});

test('the site can be installed below any folder, with icons of the sizes it names', () => {
  type Manifest = { start_url: string; scope: string; icons: { src: string; sizes: string }[] };
  const { start_url, scope, icons } = JSON.parse(read('/manifest.webmanifest').toString()) as Manifest;
  expect([start_url, scope]).toEqual(['./planner/', './']);
  for (const { src, sizes } of icons) {
    const png = read(`/${src}`);
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
  const headers = readFileSync(join('public', '_headers'), 'utf8');
  expect(headers).toMatch(/\/sw\.js\n\s+Cache-Control: no-cache/);
});
