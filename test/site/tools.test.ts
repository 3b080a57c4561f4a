/** Small tools for a visitor without a plan. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { axeFindings, faultsInEveryLook, prepareAxe, scrollsSideways, visit, visiting, type Visit } from './visit.ts';

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
    await expect.poll(() => heading.evaluate((node) => node === document.activeElement)).toBe(true);
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

describe('is this for you', () => {
  test('asks for what is open, answers with reasons and the next page by keyboard, and keeps both in the address', async () => {
    await visiting(
      browser,
      async (page) => {
        await page.goto('/tools/is-this-for-you/');
        await page.getByRole('button', { name: 'Show the answer' }).press('Enter');
        const problems = page.getByRole('alert');
        await expect.poll(() => problems.evaluate((box) => box === document.activeElement)).toBe(true);
        expect(await problems.getByRole('link').count()).toBe(7);

        for (const answer of ['A US associate', 'Business', 'A US student visa', 'Somewhere else', 'My own', '5 to 10'])
          await page.getByLabel(answer).press('Space');
        await page.getByLabel('Which school').selectOption('other');
        await page.getByRole('button', { name: 'Show the answer' }).press('Enter');
        const heading = page.getByRole('heading', { name: 'This way does not lead there' });
        await heading.waitFor();
        await expect.poll(() => heading.evaluate((node) => node === document.activeElement)).toBe(true);
        expect(await page.getByRole('alert').count()).toBe(0);
        expect(await scrollsSideways(page)).toBe(false);
        expect(await faultsInEveryLook(page)).toEqual([]);

        await page.reload();
        await heading.waitFor();
        await expect.poll(() => page.getByLabel('A US student visa').isChecked()).toBe(true);
        await page.getByRole('link', { name: 'Read what to do about it' }).click();
        await page.getByRole('heading', { name: '4. You need a visa' }).waitFor();
      },
      { viewport: { width: 360, height: 740 } },
    );
  });
});
