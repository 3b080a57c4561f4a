/** What Tab comes to. A test that gives the focus to what it looks for can't notice what no key reaches. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addCourse, saved, startPlan } from './planner-page.ts';
import { eachVisit, type Visit } from './visit.ts';

let page: Page;
let visitor: Visit;
eachVisit((begun) => ({ page } = visitor = begun), { viewport: { width: 360, height: 740 } });

/** Everything that a mouse can use and that can be seen, but what a group walks over with its arrow keys. */
const usable =
  'a[href], button, input, select, textarea, summary, [tabindex], [role="button"], [contenteditable], audio, video';

/** Unfolds all that is folded, presses Tab from the page's beginning to its end, and names what it did not come to. */
async function missedByTab(): Promise<{ readonly reached: number; readonly missed: readonly string[] }> {
  for (let folded = 1; folded > 0;) {
    folded = await page.evaluate(() => {
      const closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const details of closed) details.open = true;
      return closed.filter((details) => details.checkVisibility()).length;
    });
    await page.waitForTimeout(300);
  }
  const count = await page.evaluate((wanted) => {
    const isIn = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled, [tabindex="-1"], [type="hidden"]') &&
      !element.closest('[inert]') &&
      // Of the radio buttons of one name, Tab comes to the chosen one, or to any where none is.
      !(element instanceof HTMLInputElement && element.type === 'radio');
    const found = [...document.querySelectorAll(wanted)].filter(isIn);
    for (const element of found) element.setAttribute('data-tab', 'missed');
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.matches('[data-tab]')) target.setAttribute('data-tab', 'reached');
    });
    document.body.tabIndex = -1;
    document.body.focus();
    return found.length;
  }, usable);
  // More may come while they are pressed, and each group of radio buttons takes one too.
  const left = page.locator('[data-tab="missed"]');
  for (let presses = 0; presses < 3 * count + 50; presses++) {
    if (presses % 25 === 0 && (await left.count()) === 0) break;
    await page.keyboard.press('Tab');
  }
  // What is gone by now, like the button that stops a search, need not have been reached.
  const missed = await left.evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 160)));
  return { reached: await page.locator('[data-tab="reached"]').count(), missed };
}

async function expectAllReached(): Promise<void> {
  const { reached, missed } = await missedByTab();
  expect(missed).toEqual([]);
  expect(reached).toBeGreaterThan(5);
}

/** Goes there, and gives all that comes by itself the time to come. */
async function open(address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(1000);
}

describe('Tab comes to everything that can be used, all of it unfolded,', () => {
  test('in a plan with courses, and wherever such a plan is shown', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', 'College Composition');
    await addCourse(page, 'study.com social psychology', 'Advanced Social Psychology');
    await saved(page);
    await expectAllReached();
    for (const place of ['/planner/plans/', '/planner/finish/', '/planner/request/', '/trail/', '/compare/degrees/']) {
      await open(place);
      await expectAllReached();
    }
  });

  test.each([
    '/courses/',
    '/compare/courses/#degree=tesu/ba-liberal-studies-2026-27&block=english-composition-i',
    '/compare/plan/',
    '/schools/tesu/ba-liberal-studies-2026-27/',
    '/tools/exam-time/',
    '/tools/certificate-check/',
    '/search/?q=algebra',
  ])('on %s', async (address) => {
    // Words that are looked for stand in the address of the search, so that a result can be gone back to.
    visitor.expected.push(/\/search\/\?q=algebra$/, /\/pagefind-entry\.json\?ts=\d+$/);
    await open(address);
    await expectAllReached();
  });
});
