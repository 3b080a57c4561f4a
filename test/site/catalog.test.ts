/** Courses, schools and facts to browse: lists that narrow, schools side by side, downloads. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { pages, read } from './built-site.ts';
import { visit, type Visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visiting(work: (page: Page, visitor: Visit) => Promise<void>, options = {}): Promise<void> {
  const visitor = await visit(browser, options);
  await work(visitor.page, visitor);
  await visitor.context.close();
  expect(visitor.complaints).toEqual([]);
}

const lines = (page: Page) => page.locator('#course-list > li');
const count = async (page: Page) => Number(/^([\d,]+)/.exec(await page.locator('#course-count').innerText())?.[1]);

test('a course whose recommendation has ended is not said to be published anywhere', () => {
  const page = read('/courses/saylor/introduction-to-computer-science-i/').toString();
  const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(text).toContain('3 semester hours recommended by ACE, no longer.');
  expect(text).toContain('COS-1010, 3 semester hours, reported');
  expect(text).toContain('Confirm it with the school: Its credit recommendation has ended');
  expect(text).not.toMatch(/\bpublished\b/);
});

describe('the list of courses', () => {
  test('narrows as one types, with no request once its parts are there', async () => {
    await visiting(async (page, { requests }) => {
      await page.goto('/courses/');
      await lines(page).first().waitFor();
      const all = await count(page);
      expect(all).toBeGreaterThanOrEqual(490);
      await page.getByLabel('Words in the title or code').fill('statistcs');
      await page.waitForFunction((before) => document.querySelector('#course-count')?.textContent !== before, `${all}`);
      await page.getByText(/\d+ courses and exams$/).waitFor();
      for (const title of await lines(page).getByRole('link').allInnerTexts()) expect(title).toMatch(/statistic/i);
      // From the words to the list it is three presses of a key, past all the choices.
      await page.getByLabel('Words in the title or code').press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('#course-count:focus').waitFor();
      const before = requests.length;
      await page.getByLabel('Can earn').selectOption('exam');
      await page.getByLabel('Words in the title or code').fill('stat');
      await page.waitForTimeout(400);
      expect(requests.slice(before)).toEqual([]);
      for (const tag of await lines(page).locator('.tag').allInnerTexts()) expect(tag).toBe('Exam credit');
      expect(await lines(page).count()).toBeGreaterThan(0);
    });
  });

  test('keeps the choice in the address, so that it can be linked to', async () => {
    await visiting(async (page) => {
      await page.goto('/courses/?earns=ace&area=business&sort=price&unheard=of&kind=nothing');
      await lines(page).first().waitFor();
      expect(await page.getByLabel('Area').inputValue()).toBe('business');
      expect(await page.getByLabel('Kind').inputValue()).toBe('');
      await page.getByRole('button', { name: 'Show courses' }).click();
      await page.waitForURL(/\?(?=.*earns=ace)(?=.*area=business)(?=.*sort=price)[^#]*$/);
      const prices = (await lines(page).locator('[data-part="brief"]').allInnerTexts()).flatMap((text) => {
        const price = /US\$ ([\d.]+)/.exec(text)?.[1];
        return price === undefined ? [] : [Number(price)];
      });
      expect(prices).toEqual([...prices].sort((a, b) => a - b));
    });
  });

  test('tells how sure a place is at the school that was chosen', async () => {
    await visiting(async (page) => {
      await page.goto('/courses/?at=tesu&sure=published');
      await lines(page).first().waitFor();
      const places = await lines(page).locator('[data-part="place"]').allInnerTexts();
      expect(new Set(places)).toEqual(new Set(['Published by the school']));
    });
  });

  test('shows more on request and leads the focus there', async () => {
    await visiting(async (page) => {
      await page.goto('/courses/');
      await lines(page).first().waitFor();
      const first = await lines(page).count();
      await page.getByRole('button', { name: 'Show more courses' }).press('Enter');
      await lines(page).nth(first).waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('href') ?? ''))
        .toMatch(/^\/courses\//);
    });
  });

  test('says so when nothing fits, and when its parts cannot be had', async () => {
    const { context, page } = await visit(browser);
    await page.goto('/courses/?q=xqzvwjk');
    await page.getByText('No course fits all of this').first().waitFor();
    await context.route('**/catalog/list/**', (route) => route.abort());
    await page.goto('/courses/');
    await page.getByText('The list could not be loaded').first().waitFor();
    expect(await page.getByRole('heading', { name: 'Lists by provider' }).isVisible()).toBe(true);
    await context.close();
  });

  test('is a plain list by provider without script', async () => {
    await visiting(
      async (page) => {
        await page.goto('/courses/');
        await page.getByRole('link', { name: 'Sophia Learning', exact: true }).click();
        await page.getByRole('main').getByRole('listitem').nth(70).waitFor();
      },
      { javaScriptEnabled: false },
    );
  });

  test('every course stands in one of these lists, and none of the pages carries them all', () => {
    const courses = pages.filter((page) => /^\/courses\/[^/]+\/[^/]+\/$/.test(page));
    const listed = pages
      .filter((page) => /^\/providers\/[^/]+\/courses\/$/.test(page))
      .flatMap((page) =>
        [
          ...read(page)
            .toString()
            .matchAll(/href="(\/courses\/[^/"]+\/[^/"]+\/)"/g),
        ].map(([, href]) => href!),
      );
    expect(new Set(listed)).toEqual(new Set(courses));
    const own =
      read('/courses/')
        .toString()
        .match(/href="\/courses\/[^/"]+\/[^/"]+\/"/g) ?? [];
    expect(own).toEqual([]);
  });
});

describe('schools', () => {
  test('narrow and come in order', async () => {
    await visiting(async (page) => {
      await page.goto('/schools/');
      const rows = page.locator('#school-rows > tr:visible');
      const all = await rows.count();
      expect(all).toBeGreaterThanOrEqual(18);
      await page.getByLabel('Takes in general').selectOption('takes-ace');
      const some = await rows.count();
      expect(some).toBeGreaterThan(2);
      expect(some).toBeLessThan(all);
      await page.getByLabel('In the order of').selectOption('equivalencies');
      const numbers = (await rows.locator('td:last-child').allInnerTexts()).map(Number);
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      expect(new URL(page.url()).search).toContain('takes=takes-ace');
    });
  });

  test('stand side by side, chosen by keyboard, named in the address', async () => {
    await visiting(async (page, { requests }) => {
      await page.goto('/compare/schools/');
      await page.getByLabel('First school').selectOption({ label: 'Thomas Edison State University' });
      await page.getByLabel('Second school').selectOption({ label: 'Excelsior University' });
      await page.getByRole('status').filter({ hasText: 'TESU and' }).waitFor();
      expect(new URL(page.url()).hash).toBe('#tesu,excelsior');
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: 'Residency', exact: true }) });
      expect(await row.getByRole('cell').count()).toBe(2);
      expect(requests.filter((request) => /tesu.*excelsior/.test(request))).toEqual([]);
    });
  });

  test('arrow keys pass over the school that is chosen already', async () => {
    await visiting(async (page) => {
      await page.goto('/compare/schools/');
      const first = page.getByLabel('First school');
      await first.selectOption({ index: 2 });
      const second = page.getByLabel('Second school');
      await second.focus();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('status').filter({ hasText: 'side by side' }).waitFor();
      await page.keyboard.press('ArrowDown');
      const third = await second.locator('option').nth(3).getAttribute('value');
      await expect.poll(() => second.inputValue()).toBe(third);
    });
  });

  test('side by side say so when one cannot be had, and try again', async () => {
    const { context, page } = await visit(browser);
    await context.route('**/catalog/compare/excelsior.json', (route) => route.abort());
    await page.goto('/compare/schools/#tesu,excelsior');
    await page.getByText('A school could not be loaded').waitFor();
    await context.unroute('**/catalog/compare/excelsior.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('status').filter({ hasText: 'side by side' }).waitFor();
    await context.close();
  });
});

describe('the data to download', () => {
  const table = (name: string) => read(`/data/${name}.csv`).toString().trimEnd().split('\r\n');

  test('holds every record', () => {
    const all = JSON.parse(read('/data/catalog.json').toString()) as Record<string, Record<string, unknown>>;
    for (const name of ['courses', 'providers', 'schools', 'degrees', 'services'])
      expect(table(name).length - 1, name).toBe(Object.keys(all[name] ?? {}).length);
    expect(Object.keys(all['courses']!).length).toBeGreaterThanOrEqual(490);
    expect(table('equivalencies').length).toBeGreaterThan(1_000);
  });

  test('is linked data that any reader of JSON-LD can follow', () => {
    const { '@context': context, '@graph': graph } = JSON.parse(read('/data/catalog.jsonld').toString()) as {
      '@context': Record<string, string>;
      '@graph': Record<string, unknown>[];
    };
    const prefixes = Object.keys(context);
    const unknown = new Set<string>();
    const ids = new Set(graph.map((node) => node['@id']));
    const look = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(look);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inside] of Object.entries(value)) {
        if (!key.startsWith('@') && !prefixes.includes(key.split(':')[0]!)) unknown.add(key);
        look(inside);
      }
      if (Object.keys(value).join() === '@id' && !ids.has((value as { '@id': string })['@id']))
        unknown.add(JSON.stringify(value));
    };
    look(graph);
    expect([...unknown]).toEqual([]);
  });
});

test('search narrows by kind of page and by school', async () => {
  await visiting(async (page) => {
    await page.goto('/search/?q=english');
    await page.getByLabel('Kind of page').selectOption({ index: 1 });
    const kind = await page.getByLabel('Kind of page').inputValue();
    await expect
      .poll(async () =>
        (await page.locator('#search-list .quiet').allInnerTexts()).every((text) => text.startsWith(kind)),
      )
      .toBe(true);
    expect(await page.getByLabel('School', { exact: true }).locator('option').count()).toBeGreaterThan(1);
  });
});

test.for([
  ['ENC-1010', /ENC-1010/],
  ['english comp', /English Composition/],
  ['macroecon', /Macroeconomics/],
  ['statistcs', /Statistics/],
  ['Google data analytics', /Google .*Data Analytics/],
  // Every word has a wrong letter.
  ['goggle data analitics', /Google .*Data Analytics/],
] as const)('search finds “%s”', async ([words, expected]) => {
  await visiting(async (page) => {
    await page.goto(`/search/?q=${encodeURIComponent(words)}`);
    await page.locator('#search-list > li').first().waitFor();
    expect(await page.locator('#search-list > li').first().innerText()).toMatch(expected);
    const addresses = await page
      .locator('#search-list h2 a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
