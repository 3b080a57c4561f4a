/** Small tools for a visitor without a plan. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { axeFindings, prepareAxe, scrollsSideways, visit, type Visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('certificate check', () => {
  let visitor: Visit;
  beforeEach(async () => {
    visitor = await visit(browser, { viewport: { width: 360, height: 740 } });
    await prepareAxe(visitor.context);
    await visitor.page.goto('/tools/certificate-check/');
  });
  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  const ask = async (name: string) => {
    const { page } = visitor;
    await page.getByLabel('Name of the certificate').fill(name);
    await page.keyboard.press('Enter');
  };

  test('an exact name shows its recommendation and what schools make of it', async () => {
    const { page } = visitor;
    await ask('google data analytics professional certificate');
    await page.getByRole('heading', { name: 'This name is in our data' }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Up to 12 semester hours, recommended by ACE');
    expect(await scrollsSideways(page)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('a name that is near is said not to be the same, and has the focus', async () => {
    const { page } = visitor;
    await ask('Google Data Analytics Certificate');
    const heading = page.getByRole('heading', { name: 'This name is not in our data' });
    await heading.waitFor();
    expect(await heading.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.getByRole('heading', { name: 'Not the same name, but near' }).waitFor();
    expect(
      await page.getByRole('link', { name: 'Google Data Analytics Professional Certificate' }).first().isVisible(),
    ).toBe(true);
  });

  test('a name with markup in it is shown as text, and the address leads back to the answer', async () => {
    const { page } = visitor;
    await ask('<img src=x onerror=alert(1)>');
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.reload();
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
  });
});
