/** The site's own search, over the index that the build makes. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('finds a course by its name and leads to its page', async () => {
  const { context, page, complaints, requests } = await visit(browser);
  await page.goto('/search/');
  await page.getByRole('searchbox').fill('clep college composition');
  await page.getByRole('searchbox').press('Enter');
  const result = page.getByRole('main').getByRole('link', { name: 'College Composition', exact: false }).first();
  await result.click();
  await page.waitForURL(/\/courses\/clep\/college-composition/);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/College Composition/);
  expect(complaints).toEqual([]);
  // What is looked for stays here: no address that is asked for holds it.
  expect(
    requests.filter((request) => !request.startsWith('GET /') || /composition.*\?|\?.*composition/i.test(request)),
  ).toEqual([]);
  await context.close();
});

test.for([
  ['/search/', 'Search guides, schools, degrees, courses and providers', 'clep composition', 'College Composition'],
  ['/courses/', 'Words in the title or code', 'composition', 'College Composition'],
  ['/schools/', 'Name, city or state', 'thomas edison', 'Thomas Edison State University'],
] as const)(
  '%s takes words that are sent off before its script has come, and asks for no address with them',
  async (one) => {
    const [path, field, words, found] = one;
    const { context, page, complaints, requests } = await visit(browser);
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/_astro/*.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(path);
    const input = page.getByLabel(field);
    await input.fill(words);
    await input.press('Enter');
    await page.waitForTimeout(300);
    expect(await input.inputValue()).toBe(words);
    arrive();
    await page.getByRole('main').getByRole('link', { name: found, exact: false }).first().waitFor();
    expect(requests.filter((request) => request.includes('?') && !request.includes('/pagefind/'))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test('says so when nothing is found', async () => {
  const { context, page } = await visit(browser);
  await page.goto('/search/');
  await page.getByRole('searchbox').fill('ჯჯჯჯ');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('status').filter({ hasText: 'Nothing found' }).waitFor();
  await context.close();
});

test('says so when its index cannot be had', async () => {
  const { context, page } = await visit(browser);
  await context.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/');
  await page.getByRole('searchbox').fill('statistics');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('status').filter({ hasText: 'could not be loaded' }).waitFor();
  await context.close();
});
