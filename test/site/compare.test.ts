/** Things side by side: courses for one requirement, the same credits at two schools. Whole tasks, as someone would do them. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { addCourse, saved, startPlan } from './planner-page.ts';
import { faultsInEveryLook, scrollsSideways, visiting as visitWith } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Work = Parameters<typeof visitWith>[1];
const visiting = (work: Work, options?: BrowserContextOptions) => visitWith(browser, work, options);

const row = (page: Page, topic: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: topic, exact: true }) });
const cells = async (page: Page, topic: string) => row(page, topic).getByRole('cell').allInnerTexts();
const sideBySide = (page: Page) => page.getByRole('status').filter({ hasText: 'side by side' });

/** Begins to note what is said to who hears the page; tells all of it in its order. */
async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const note = ({ target }: MutationRecord): void => {
      const element = target instanceof Element ? target : target.parentElement;
      const words = element?.closest('[role=status]')?.textContent;
      if (words && said.at(-1) !== words) said.push(words);
    };
    new MutationObserver((changes) => changes.forEach(note)).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

const statistics =
  '#degree=tesu/ba-liberal-studies-2026-27&block=english-composition-i&courses=clep/college-composition,dsst/ethics-in-america';

describe('courses side by side', () => {
  test('from a school to a degree to a requirement, with courses that were searched for', async () => {
    await visiting(async (page) => {
      await page.goto('/compare/courses/');
      await page.getByText('Choose two courses.').waitFor();
      await page.getByLabel('School (optional)').selectOption({ label: 'Thomas Edison State University' });
      await page.getByLabel('Degree at TESU (optional)').selectOption('tesu/ba-liberal-studies-2026-27');
      await page.getByLabel('Requirement (optional)').selectOption('english-composition-i');
      const search = page.getByLabel('Add a course or an exam');
      await search.fill('college composition clep');
      await page.getByRole('button', { name: 'Add College Composition', exact: true }).click();
      await search.fill('dsst ethics in america');
      await page.getByRole('button', { name: 'Add Ethics in America', exact: true }).click();
      await sideBySide(page).waitFor();
      expect(new URL(page.url()).hash).toBe(statistics);
      const [fits, doesNot] = await cells(page, 'The requirement');
      expect(fits).toMatch(/^Fits: likely 3 of its 3 hours/);
      expect(doesNot).toMatch(/^Does not fit\./);
      const topics = await page.getByRole('rowheader').allInnerTexts();
      for (const topic of [
        'What it becomes at TESU',
        'Hours there',
        'Level there',
        'How sure',
        'Recommendation holds',
        'Exam watched',
        'Price',
        'Time',
        'Where this was read',
      ])
        expect(topics).toContain(topic);
    });
  });

  test('opened from a link show the same at once, and what the catalog does not have is said', async () => {
    await visiting(async (page) => {
      await page.goto(`/compare/courses/${statistics},no/such-course`);
      await sideBySide(page).waitFor();
      expect(await page.getByText('Of this link, a course is not in our catalog.').count()).toBe(1);
      expect(await row(page, 'The requirement').getByRole('cell').count()).toBe(2);
    });
  });

  test('the other way round: what fits the requirement is offered, and a fourth course is not taken', async () => {
    await visiting(async (page) => {
      await page.goto('/compare/courses/#degree=tesu/ba-liberal-studies-2026-27&block=english-composition-i');
      await page.getByText('What fits English Composition I', { exact: true }).click();
      const offered = page.locator('.fitting');
      for (let at = 0; at < 4; at += 1) await offered.getByRole('button', { name: /^Add / }).first().click();
      await page.getByText('Three courses at most. Remove one first.').waitFor({ state: 'attached' });
      await sideBySide(page).waitFor();
      for (const fits of await cells(page, 'The requirement')) expect(fits).toMatch(/^Fits: likely 3 of its 3 hours/);
      expect(await row(page, 'The requirement').getByRole('cell').count()).toBe(3);
    });
  });

  test('by keyboard alone: a course is removed, and the focus is not lost', async () => {
    await visiting(async (page) => {
      await page.goto(`/compare/courses/${statistics}`);
      await sideBySide(page).waitFor();
      await page.locator('#chosen').getByRole('button', { name: 'Remove Ethics in America' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Choose another course.').waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('courses-title');
      const said = await listenTo(page);
      for (let tabs = 0; tabs < 12; tabs += 1) {
        if ((await page.evaluate(() => document.activeElement?.id)) === 'course-search') break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type('dsst ethics in america');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await sideBySide(page).waitFor();
      expect(new URL(page.url()).hash).toBe(statistics);
      const both = 'College Composition and Ethics in America side by side, for English Composition I at TESU.';
      // How many were found is said once the reader stops typing, and so here perhaps never.
      const comparison = async () => (await said()).filter((words) => !words.endsWith(' found'));
      await expect.poll(comparison).toEqual(['Ethics in America added.', both]);
    });
  });

  test('on a phone they stand below one another, each under its name, without sideways scrolling', async () => {
    await visiting(
      async (page) => {
        await page.goto(`/compare/courses/${statistics}`);
        await sideBySide(page).waitFor();
        expect(await scrollsSideways(page)).toBe(false);
        const boxes = await Promise.all(
          (await row(page, 'Price').getByRole('cell').all()).map((cell) => cell.boundingBox()),
        );
        const [first, second] = boxes;
        expect(second?.y).toBeGreaterThanOrEqual((first?.y ?? 0) + (first?.height ?? 0));
        const name = await row(page, 'Price')
          .getByRole('cell')
          .first()
          .evaluate((cell) => getComputedStyle(cell, '::before').content);
        expect(name).toBe('"College Composition"');
        expect(await faultsInEveryLook(page)).toEqual([]);
      },
      { viewport: { width: 360, height: 740 } },
    );
  });

  test('pass axe on a wide screen, and say so when a part does not arrive', async () => {
    await visiting(async (page, { context, expected }) => {
      expected.push(/\/catalog\/compare\/courses\/dsst\//);
      await context.route('**/catalog/compare/courses/dsst/**', (route) => route.abort());
      await page.goto(`/compare/courses/${statistics}`);
      await page.getByText('A part of the catalog did not arrive.').waitFor();
      expect(await faultsInEveryLook(page)).toEqual([]);
      await context.unroute('**/catalog/compare/courses/dsst/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await sideBySide(page).waitFor();
      expect(await faultsInEveryLook(page)).toEqual([]);
    });
  });

  test('are reached from a course’s page, and from what fits a requirement in the planner', async () => {
    await visiting(async (page) => {
      await page.goto('/courses/clep/biology/');
      await page.getByRole('main').getByRole('link', { name: 'Compare', exact: true }).click();
      await page.getByText('Choose another course.').waitFor();
      await startPlan(page);
      await page.getByText('What fits English Composition I', { exact: true }).click();
      await page.getByRole('link', { name: /^Compare the first of them ?, English Composition I$/ }).click();
      await sideBySide(page).waitFor();
      expect(await page.getByLabel('Requirement (optional)').inputValue()).toBe('english-composition-i');
    });
  });
});

const twoDegrees = '#degrees=tesu/ba-liberal-studies-2026-27,excelsior/bs-liberal-arts-2026-27';

describe('the same credits at two schools', () => {
  test('the saved plan against another school, without a change to the plan', async () => {
    await visiting(async (page) => {
      await startPlan(page);
      await addCourse(page, 'clep biology', 'Biology');
      await saved(page);
      await page.getByRole('link', { name: 'Compare schools' }).click();
      expect(await page.getByLabel('First degree').inputValue()).toBe('tesu/ba-liberal-studies-2026-27');
      await page.getByLabel('Second degree').selectOption('excelsior/bs-liberal-arts-2026-27');
      await page.getByText(/^1 course\. Likely, .* hours are still needed/).waitFor();
      expect(new URL(page.url()).hash).toBe(twoDegrees);
      expect(await page.getByRole('img', { name: /with these credits in it/ }).count()).toBe(2);
      for (const likely of await cells(page, 'Likely')) expect(likely).toMatch(/^[1-9]\d* of 120 hours$/);
      for (const topic of [
        'Sure',
        'At best',
        'No hours at this school',
        'Requirements still open',
        'Most the school takes',
      ])
        expect((await cells(page, topic)).length, topic).toBe(2);
      await page.goto('/planner/');
      await page.getByRole('heading', { name: 'Biology', exact: true }).first().waitFor();
      expect(await page.getByText('Arts in Liberal Studies').count()).toBeGreaterThan(0);
    });
  });

  test('with credits chosen here, what is not accepted says why, and a link brings it all back', async () => {
    await visiting(async (page) => {
      await page.goto(`/compare/plan/${twoDegrees}`);
      const search = page.getByLabel('Add a course or an exam');
      await search.fill('college composition clep');
      await page.getByRole('button', { name: 'Add College Composition', exact: true }).click();
      await search.fill('sophia english composition i');
      await page.getByRole('button', { name: 'Add English Composition I', exact: true }).click();
      await page.getByText(/^2 courses\. Likely/).waitFor();
      const [twice] = await cells(page, 'No hours at this school');
      expect(twice).toContain('Another course in your plan becomes the same course at the school.');
      const address = page.url();
      const before = await cells(page, 'Likely');
      await page.goto('/');
      await page.goto(address);
      await page.getByText(/^2 courses\. Likely/).waitFor();
      expect(await cells(page, 'Likely')).toEqual(before);
    });
  });

  test('with a plan on the device, one may still look at other credits; the plan stays', async () => {
    await visiting(async (page) => {
      await startPlan(page);
      await addCourse(page, 'clep biology', 'Biology');
      await saved(page);
      await page.goto(`/compare/plan/${twoDegrees}`);
      await page.getByText(/^1 course\. Likely/).waitFor();
      await page.getByLabel('Others, chosen here').check();
      await page.getByText(/^0 courses\. Likely/).waitFor();
      expect(await cells(page, 'Likely')).toEqual(['0 of 120 hours', '0 of 120 hours']);
      await page.getByLabel('Those of my plan (1)').check();
      await page.getByText(/^1 course\. Likely/).waitFor();
    });
  });

  test('by keyboard alone, on a phone, in light and dark', async () => {
    await visiting(
      async (page) => {
        await page.goto('/compare/plan/');
        await page.getByLabel('First degree').focus();
        await page.keyboard.type('American');
        await page.getByLabel('First degree').selectOption('tesu/ba-liberal-studies-2026-27');
        await page.keyboard.press('Tab');
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('degree-1');
        await page.getByLabel('Second degree').selectOption('excelsior/bs-liberal-arts-2026-27');
        await page.keyboard.press('Tab');
        await page.keyboard.type('clep biology');
        await page.getByRole('button', { name: 'Add Biology', exact: true }).waitFor();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.getByText(/^1 course\. Likely/).waitFor();
        expect(await scrollsSideways(page)).toBe(false);
        expect(await faultsInEveryLook(page)).toEqual([]);
        await page.locator('#chosen').getByRole('button', { name: 'Remove Biology' }).press('Enter');
        await page.getByText(/^0 courses\. Likely/).waitFor();
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('credits-title');
      },
      { viewport: { width: 360, height: 740 } },
    );
  });
});
