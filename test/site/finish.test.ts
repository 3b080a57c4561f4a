/** Finishing a degree: three plans to choose from, which degree is nearest, what it costs. Whole tasks, as someone would do them. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { addCourse, chooseDegree, openPlanner, saved, titles, yourCourses } from './planner-page.ts';
import { faultsInEveryLook, scrollsSideways, visiting as visitWith } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A search of the whole catalog takes its time on a small machine. */
const patience = { timeout: 60_000 };

type Work = Parameters<typeof visitWith>[1];
const visiting = (work: Work, options?: BrowserContextOptions) => visitWith(browser, work, options);

/** A plan for a small degree, with one exam in it. */
async function planForAssociate(page: Page): Promise<void> {
  await openPlanner(page);
  await chooseDegree(page, /Thomas Edison State/, /Associate in Applied Science/);
  await addCourse(page, 'clep college composition', 'College Composition');
  await saved(page);
}

const plan = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const progress = (page: Page) => page.locator('.search-progress');
const ready = (page: Page) =>
  progress(page)
    .getByText(/^The plans are ready\./)
    .waitFor(patience);
const row = async (page: Page, topic: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: topic, exact: true }) })
    .getByRole('cell')
    .allInnerTexts();
const dollars = (text: string) => Number(text.replace(/[^\d.]/g, ''));
const openWishes = (page: Page) => page.getByText(/^Your wishes: /).click();

describe('the plans that finish a degree', () => {
  test('from the planner to three plans, one of them taken whole, and back in the planner it is one step', async () => {
    await visiting(async (page, { requests }) => {
      await planForAssociate(page);
      const before = await titles(page);
      await page.getByRole('link', { name: 'Finish it: cheapest, fastest, safest' }).click();
      await ready(page);
      // The search runs in a script of our own origin, under the page's own policy.
      expect(requests.some((request) => /^GET \/_astro\/completion-worker.*\.js$/.test(request))).toBe(true);
      const [cheapest = NaN, fastest = NaN, safest = NaN] = (await row(page, 'Cost')).map(dollars);
      expect(cheapest).toBeLessThanOrEqual(fastest);
      expect(cheapest).toBeLessThanOrEqual(safest);
      const sure = (await row(page, 'Of these sure')).map(Number);
      expect(Math.max(...sure)).toBe(sure[2]);

      const card = plan(page, 'Cheapest');
      await card.getByText(/^Cost US\$/).click();
      expect(await card.getByRole('link', { name: /./ }).count()).toBeGreaterThan(0);
      const many = await card.locator('.finish-courses > li').count();
      expect(many).toBeGreaterThan(2);
      await card.getByRole('button', { name: 'Take this plan' }).click();
      await page.getByText(`${many} courses added. They are in your plan.`).waitFor({ state: 'attached' });
      await card.getByRole('link', { name: 'See it in the planner' }).click();
      await yourCourses(page).waitFor();
      expect(await titles(page)).toHaveLength(before.length + many);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Undone.', { exact: true }).waitFor({ state: 'attached' });
      expect(await titles(page)).toEqual(before);
    });
  });

  test('what was taken is undone on the page, and single courses can be added', async () => {
    await visiting(async (page) => {
      await planForAssociate(page);
      await page.goto('/planner/finish/');
      await ready(page);
      const card = plan(page, 'Safest');
      await card.getByRole('button', { name: 'Take this plan' }).click();
      await card.getByRole('button', { name: 'Undo' }).click();
      await card.getByRole('button', { name: 'Take this plan' }).waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('plan-safest');
      await card.getByText(/^Courses and exams/).click();
      const add = card.getByRole('button', { name: /^Add / }).first();
      const title = (await add.innerText()).replace(/^Add\s+/, '');
      await add.click();
      await page.getByText(`${title} added.`).first().waitFor({ state: 'attached' });
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('In your plan');
      await page.getByText('Your plan has 2 courses.').waitFor();
    });
  });

  test('of courses with one title in a plan it is said what each becomes', async () => {
    await visiting(
      async (page) => {
        await openPlanner(page);
        await chooseDegree(page, /Thomas Edison State/, /General Management/);
        await saved(page);
        await page.goto('/planner/finish/');
        await ready(page);
        const cards = page.getByRole('article');
        const alike = /Another course of this plan has the same title\. (?:This one|What this one) becomes /;
        await cards.getByText(alike).first().waitFor({ state: 'attached' });
        for (const card of await cards.all()) {
          await card.getByText(/^Courses and exams/).click();
          const courses = card.locator('.finish-courses > li');
          const named = await courses.locator('p:first-child a').allInnerTexts();
          const twice = named.filter((title) => named.filter((one) => one === title).length > 1);
          expect(await courses.filter({ hasText: alike }).locator('p:first-child a').allInnerTexts()).toEqual(twice);
        }
        expect(await scrollsSideways(page)).toBe(false);
      },
      { viewport: { width: 360, height: 740 } },
    );
  });

  test('another wish gives other plans, and stands in the address', async () => {
    await visiting(async (page) => {
      await planForAssociate(page);
      await page.goto('/planner/finish/');
      await ready(page);
      // On paper the plans follow one another.
      await page.emulateMedia({ media: 'print' });
      const boxes = await Promise.all(['Cheapest', 'Fastest'].map((name) => plan(page, name).boundingBox()));
      expect(boxes[1]!.y).toBeGreaterThanOrEqual(boxes[0]!.y + boxes[0]!.height);
      await page.emulateMedia({ media: null });
      const before = await row(page, 'Time');
      const card = plan(page, 'Cheapest');
      await card.getByText(/^Courses and exams/).click();
      const [, provider = ''] =
        /^\d+ providers?: ([^,.]+)/.exec(await card.getByText(/^\d+ providers?: /).innerText()) ?? [];
      await openWishes(page);
      await page.getByLabel('Hours of study a week').fill('40');
      await page.getByText('Leave out providers', { exact: true }).click();
      await page.getByRole('checkbox', { name: provider, exact: true }).check();
      await page.getByRole('button', { name: 'Work it out with these' }).click();
      await page.getByText(/^Looking for the/).waitFor();
      await ready(page);
      expect(await row(page, 'Time')).not.toEqual(before);
      expect(await page.locator('.finish-plans').getByText(provider, { exact: false }).count()).toBe(0);
      expect(new URL(page.url()).hash).toMatch(/^#week=40&without=[a-z-]+$/);
      await page.reload();
      await page.getByText('40 hours a week').waitFor();
    });
  });

  test('a search is stopped, begun again and gone on with; the plans found stay', async () => {
    await visiting(async (page) => {
      await openPlanner(page);
      // With so many hours a week, no plan for this degree is proven at once.
      await chooseDegree(page, /Excelsior/, /Science in Liberal Arts/);
      await saved(page);
      await page.goto('/planner/finish/#week=60');
      await page.getByRole('button', { name: 'Stop', exact: true }).click(patience);
      await page.getByText('You stopped the search.').first().waitFor();
      await page.getByRole('button', { name: 'Work it out again' }).click();
      await page.getByText(/^Looking for the/).waitFor();
      await ready(page);
      const cost = await row(page, 'Cost');
      await page.getByRole('button', { name: 'Look longer for better plans' }).click();
      await page.getByText(/^Looking for a better cheapest plan/).waitFor();
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByText('You stopped the search.').first().waitFor();
      expect(await row(page, 'Cost')).toEqual(cost);
    });
  });

  test('one who hears the page is told after two seconds that plans are looked for', async () => {
    await visiting(async (page) => {
      await planForAssociate(page);
      // A search that takes long: its script does not come.
      await page.route(/completion-worker/, () => undefined);
      await page.getByRole('link', { name: 'Finish it: cheapest, fastest, safest' }).click();
      await progress(page).getByRole('button', { name: 'Stop' }).waitFor(patience);
      const words = await progress(page).locator('p').innerText();
      const said = page.locator('.announcer').getByRole('status');
      expect((await said.allTextContents()).join('')).toBe('');
      await expect.poll(async () => (await said.allTextContents()).join('')).toBe(words);
    });
  });

  test('looking longer loads a stronger search, which proves the plans; where it cannot be loaded, that is said', async () => {
    await visiting(async (page, { requests, expected }) => {
      await openPlanner(page);
      await chooseDegree(page, /Excelsior/, /Information Technology/);
      await saved(page);
      await page.goto('/planner/finish/#week=12');
      await ready(page);
      const before = (await row(page, 'Cost')).map(dollars);
      const solver = () => requests.filter((request) => /^GET \/_astro\/highs-.*\.wasm$/.test(request)).length;
      expect(solver()).toBe(0);
      await progress(page).getByText('Looking longer loads 1.3 MB, once.').waitFor();
      const longer = page.getByRole('button', { name: 'Look longer for better plans' });

      expected.push(/highs-|ERR_INTERNET_DISCONNECTED/);
      await page.context().route('**/_astro/highs-*', (route) => route.abort('internetdisconnected'));
      await longer.click();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toMatch(/^Looking for a better/);
      await page.locator('.note', { hasText: 'The stronger search could not be loaded.' }).waitFor(patience);
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByText('You stopped the search.').first().waitFor();
      await page.context().unroute('**/_astro/highs-*');

      await longer.click();
      await page.getByText(/^Looking for a better .* seconds? so far\./).waitFor();
      await progress(page).getByText('The plans are ready. No better plans exist.').waitFor(patience);
      expect(solver()).toBeGreaterThan(0);
      const proven = page.locator('.finish-plan').getByText('No better plan exists with these courses');
      await expect.poll(() => proven.count()).toBe(3);
      const after = (await row(page, 'Cost')).map(dollars);
      expect(after.map((cost, index) => cost <= before[index]!)).toEqual([true, true, true]);
      expect(await longer.count()).toBe(0);
    });
  });

  test('a mistake in a wish is said, and nothing that was typed is lost', async () => {
    await visiting(async (page) => {
      await planForAssociate(page);
      await page.goto('/planner/finish/#week=20');
      await openWishes(page);
      await page.getByLabel('Hours of study a week').fill('lots');
      await page.getByLabel('Courses at a time').fill('3');
      await page.getByRole('button', { name: 'Work it out with these' }).click();
      const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' });
      await problem.getByRole('link', { name: 'Hours of study a week must be a number from 1 to 80' }).click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('wish-hoursAWeek');
      expect(await page.getByLabel('Courses at a time').inputValue()).toBe('3');
    });
  });

  test('without a plan, it says where to begin', async () => {
    await visiting(async (page) => {
      await page.goto('/planner/finish/');
      await page.getByText('There is no plan on this device yet.').waitFor();
    });
  });

  test('by keyboard alone and at 360 pixels, in light and dark, with everything open', async () => {
    await visiting(
      async (page) => {
        await planForAssociate(page);
        await page.goto('/planner/finish/');
        await ready(page);
        for (const summary of await page.locator('.finish-number > summary, .wishes > summary').all()) {
          await summary.focus();
          await page.keyboard.press('Enter');
        }
        expect(await scrollsSideways(page)).toBe(false);
        expect(await faultsInEveryLook(page)).toEqual([]);
        await plan(page, 'Cheapest').getByRole('button', { name: 'Take this plan' }).focus();
        await page.keyboard.press('Enter');
        await plan(page, 'Cheapest').getByText('These courses are in your plan.').waitFor();
        expect(
          await page.evaluate(() => document.activeElement?.closest('article')?.getAttribute('aria-labelledby')),
        ).toBe('plan-cheapest');
      },
      { viewport: { width: 360, height: 740 } },
    );
  });
});

describe('which degree is nearest', () => {
  const compared = (page: Page) =>
    page
      .getByText(/^\d+ degrees? compared, in order of hours still needed/)
      .first()
      .waitFor(patience);
  const degrees = (page: Page) => page.locator('.degrees-compared > li');

  test('courses chosen here against every degree, then one award, then one of them as a new plan', async () => {
    await visiting(async (page) => {
      await page.goto('/compare/degrees/#courses=clep/college-composition,clep/college-algebra');
      await compared(page);
      const all = Number.parseInt(
        await page
          .getByText(/^\d+ degrees compared/)
          .last()
          .innerText(),
        10,
      );
      await page.getByLabel('Award (optional)').selectOption('associate');
      const some = Number.parseInt(
        await page
          .getByText(/^\d+ degrees compared/)
          .last()
          .innerText(),
        10,
      );
      expect(some).toBeLessThan(all);
      const inOrder = async (name: string) => {
        const words = await degrees(page)
          .getByText(new RegExp(`^${name}`))
          .allInnerTexts();
        const numbers = words.map((text) => Number(/\d[\d.,]*/.exec(text)?.[0].replaceAll(',', '')));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      };
      await inOrder('Still needed');
      await page.getByLabel('In order of').selectOption('Cost');
      await inOrder('Cost');
      expect(new URL(page.url()).hash).toBe(
        '#courses=clep/college-composition,clep/college-algebra&award=associate&first=cost',
      );
      await page.getByLabel(/^Subject or title/).fill('business');
      expect((await degrees(page).getByRole('heading').allInnerTexts()).every((title) => /business/i.test(title))).toBe(
        true,
      );
      await page.getByLabel('Only schools that accept all of these credits').check();
      const accepts = await degrees(page)
        .getByText(/accepts? /i)
        .allInnerTexts();
      expect(new Set(accepts)).toEqual(new Set(['Accepts both of these credits.']));
      expect(accepts).toHaveLength(await degrees(page).count());
      expect(new URL(page.url()).hash).toMatch(/&words=business&accepts=all&first=cost$/);
      const first = degrees(page).first();
      const name = await first.getByRole('heading').innerText();
      await first.getByRole('button', { name: 'Open in the planner' }).click();
      await yourCourses(page).waitFor();
      expect(await titles(page)).toEqual(['College Composition', 'College Algebra']);
      expect(await page.getByText(name).count()).toBeGreaterThan(0);
    });
  });

  test('a credit that nothing says a school takes is not called accepted, here or in the planner', async () => {
    await visiting(async (page) => {
      await page.goto(
        '/compare/degrees/#courses=coursera/google-data-analytics-professional-certificate&school=tesu&words=business',
      );
      await compared(page);
      const first = degrees(page).first();
      await first.getByText('Nothing we found says that it gives hours for this credit.').waitFor();
      expect(
        await degrees(page)
          .getByText(/^Accepts/)
          .count(),
      ).toBe(0);
      await page.getByLabel('Only schools that accept all of these credits').check();
      await page.getByText('No degree is like that.').first().waitFor();
      await page.getByLabel('Only schools that accept all of these credits').uncheck();
      await first.getByRole('button', { name: 'Open in the planner' }).click();
      await yourCourses(page).waitFor();
      await page.getByText('Not known').first().waitFor();
    });
  });

  test('degrees of one title are told apart, and one without a course to take shows no sum of zero', async () => {
    await visiting(async (page) => {
      await page.goto('/compare/degrees/#courses=none&school=uopeople&words=business');
      await compared(page);
      const lines = await degrees(page)
        .getByText(/, catalog year /)
        .allInnerTexts();
      expect(new Set(lines).size).toBe(lines.length);
      expect(lines.join()).toMatch(/Associate degree, University of the People.*Bachelor’s degree/);
      for (const line of lines) expect(line).toMatch(/older catalog year$/i);
      expect(
        await degrees(page)
          .getByText(/(?:US\$ 0|Time 0)/)
          .count(),
      ).toBe(0);
    });
  });

  test('the plan’s own credits, on a phone, in light and dark', async () => {
    await visiting(
      async (page) => {
        await planForAssociate(page);
        await page.goto('/compare/degrees/');
        await compared(page);
        expect(await page.getByRole('radio', { name: 'Those of my plan (1)' }).isChecked()).toBe(true);
        for (const summary of await degrees(page).first().locator('summary').all()) await summary.click();
        expect(await scrollsSideways(page)).toBe(false);
        expect(await faultsInEveryLook(page)).toEqual([]);
        await page.getByRole('button', { name: 'Show more degrees' }).press('Enter');
        expect(await degrees(page).count()).toBe(24);
        // The next key leads to the first of those that came.
        await page.keyboard.press('Tab');
        const focused = () => page.evaluate(() => document.activeElement?.textContent);
        await expect.poll(focused).toBe(await degrees(page).nth(12).getByRole('link').first().innerText());
      },
      { viewport: { width: 360, height: 740 } },
    );
  });
});

describe('what it costs', () => {
  test('a membership against tuition, in dollars and in a currency of one’s own', async () => {
    await visiting(async (page) => {
      await page.goto('/tools/cost/');
      await page.getByLabel('How do you pay?').selectOption('sophia/1');
      await page.getByLabel('Semester hours you want to earn').fill('12');
      await page.getByLabel('School to compare with').selectOption('tesu');
      await page.getByLabel('Your currency, in three letters').fill('eur');
      await page.getByLabel('What one US dollar costs you').fill('0,5');
      await page.getByRole('button', { name: 'Show what it costs' }).click();
      await page.getByRole('heading', { name: 'What it costs', exact: true }).waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('cost-title');
      const sums = page.locator('.cost-bars strong');
      const [, usd = '', euro = ''] = /US\$ ([\d,.]+) \(EUR ([\d,.]+)\)/.exec(await sums.first().innerText()) ?? [];
      expect(dollars(euro)).toBeCloseTo(dollars(usd) / 2, 2);
      expect(await sums.count()).toBeGreaterThan(1);
    });
  });

  test('by the course, by keyboard, on a phone; mistakes first', async () => {
    await visiting(
      async (page) => {
        await page.goto('/tools/cost/');
        await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
        await page.getByRole('button', { name: 'Show what it costs' }).press('Enter');
        // The list of mistakes takes the focus first.
        const focused = () => page.evaluate(() => document.activeElement?.textContent);
        await expect.poll(focused).toContain('Choose how you pay');
        await page.getByRole('link', { name: 'Choose how you pay' }).press('Enter');
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('cost-way');
        await page.getByLabel('How do you pay?').selectOption('course');
        await page.getByLabel('Semester hours you want to earn').fill('6');
        await page.getByLabel('Price of one course or exam').fill('US$ 97');
        await page.getByLabel('Number of courses or exams').fill('2');
        await page.getByLabel('School to compare with').selectOption({ index: 1 });
        await page.getByRole('button', { name: 'Show what it costs' }).press('Enter');
        await page.getByText('By the course US$ 194').click();
        await page.getByText('That is US$ 32.33 for each semester hour.').waitFor();
        expect(await scrollsSideways(page)).toBe(false);
        expect(await faultsInEveryLook(page)).toEqual([]);
      },
      { viewport: { width: 360, height: 740 } },
    );
  });
});
