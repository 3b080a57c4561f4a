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
