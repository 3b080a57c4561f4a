/** Several plans on one device: named, copied, compared, put away; undone after a reload; and nothing lost on the way. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  addCourse,
  chooseDegree,
  credit,
  openFile,
  openPlanner,
  saved,
  saveToFile,
  startPlan,
  titles,
  yourCourses,
} from './planner-page.ts';
import { eachVisit, faultsInEveryLook, prepareAxe, type Visit } from './visit.ts';

let visitor: Visit;
let page: Page;

eachVisit((next) => {
  visitor = next;
  page = next.page;
});

const composition = 'College Composition';
const psychology = 'Advanced Social Psychology';

async function addComposition(of = page): Promise<void> {
  await addCourse(of, 'clep composition', composition);
}

async function settings(of = page): Promise<Locator> {
  const details = of.locator('details.plan-settings');
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  return details;
}

async function rename(name: string): Promise<void> {
  const form = await settings();
  await form.getByLabel('Name of the plan').fill(name);
  await form.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

/** One plan of the list. */
function planNamed(name: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });
}

async function toPlans(): Promise<void> {
  await page.getByRole('link', { name: 'Your plans' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Your plans' }).waitFor();
}

/** A plan with one course, saved, under a name. */
async function firstPlan(name = 'First'): Promise<void> {
  await startPlan(page);
  await addComposition();
  await rename(name);
  await saved(page);
}

describe('several plans', () => {
  test('are named, copied, changed apart and compared', async () => {
    await firstPlan();
    await toPlans();
    await planNamed('First')
      .getByText(/of 120 semester hours sure, 6 sure or likely/)
      .waitFor();
    await planNamed('First').getByRole('button', { name: 'Copy First' }).click();
    const copy = planNamed('First, copy');
    await copy.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('First, copy');
    await copy.getByRole('button', { name: 'Rename First, copy' }).click();
    await copy.getByLabel('Name of the plan').fill('Second');
    await copy.getByRole('button', { name: 'Rename', exact: true }).click();
    await planNamed('Second').getByRole('link', { name: 'Open Second' }).click();
    await credit(page, composition).waitFor();
    await addCourse(page, 'study.com social psychology', psychology);
    await saved(page);
    // A reload stays with this plan.
    await page.reload();
    await credit(page, psychology).waitFor();

    await toPlans();
    await page.getByLabel('First plan').selectOption({ label: 'First' });
    await page.getByLabel('Second plan').selectOption({ label: 'Second' });
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const table = page.getByRole('table', { name: 'What differs' });
    const row = table.getByRole('row').filter({ hasText: 'Courses in this plan only' });
    await row.getByText(psychology).waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['None', psychology]);
    await table.getByRole('row').filter({ hasText: 'Hours sure or likely' }).getByText('9 of 120').waitFor();
    // Where the columns stand below one another, each cell says whose it is.
    await page.setViewportSize({ width: 360, height: 740 });
    const namesOf = (cells: Element[]) => cells.map((cell) => getComputedStyle(cell, '::before').content);
    expect(await row.getByRole('cell').evaluateAll(namesOf)).toEqual(['"First"', '"Second"']);

    await planNamed('First').getByRole('link', { name: 'Open First' }).click();
    await credit(page, composition).waitFor();
    expect(await titles(page)).toEqual([composition]);
  });

  test('are put away, brought back and, after a question, deleted', async () => {
    await firstPlan();
    await toPlans();
    await page.getByRole('button', { name: 'Copy First' }).click();
    await planNamed('First, copy').getByRole('button', { name: 'Archive First, copy' }).click();
    const away = page.getByRole('region', { name: 'Archive' });
    await away.getByRole('heading', { name: 'First, copy' }).waitFor();
    await page.reload();
    await away.getByRole('button', { name: 'Put back First, copy' }).click();
    await away.waitFor({ state: 'detached' });

    const copy = planNamed('First, copy');
    await copy.getByRole('button', { name: 'Delete First, copy' }).click();
    await copy.getByRole('button', { name: 'Keep it' }).click();
    await copy.getByRole('button', { name: 'Delete First, copy' }).click();
    await copy.getByRole('button', { name: 'Delete it' }).click();
    await copy.waitFor({ state: 'detached' });
    await page.reload();
    await planNamed('First').waitFor();
    expect(await copy.count()).toBe(0);
  });

  test('begin anew beside each other, and two tabs show two of them', async () => {
    await firstPlan();
    await toPlans();
    await page.getByRole('link', { name: 'New plan' }).click();
    await chooseDegree(page, /Thomas Edison State/, /Arts in Liberal Studies \d/);
    expect(await titles(page)).toEqual([]);
    await rename('Other');
    await saved(page);
    await toPlans();
    const id = await planNamed('First').getByRole('link', { name: 'Open First' }).getAttribute('href');
    const tab = await visitor.context.newPage();
    await tab.goto(id ?? '');
    await credit(tab, composition).waitFor();
    await page.goto('/planner/');
    await page.getByRole('heading', { level: 2, name: 'Other', exact: true }).waitFor();
    for (const one of [page, tab]) await one.reload();
    await credit(tab, composition).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Other', exact: true }).waitFor();
  });

  test('keep a file’s plan beside the one on the screen', async () => {
    await firstPlan();
    const { text } = await saveToFile(page);
    await addCourse(page, 'study.com social psychology', psychology);
    await openFile(page, text.replace('"First"', '"From a file"'));
    await page.getByRole('button', { name: 'Keep both' }).click();
    await page.getByText('The other plan is now among your plans.').waitFor({ state: 'attached' });
    expect(await titles(page)).toEqual([composition, psychology]);
    await toPlans();
    await planNamed('First').waitFor();
    await planNamed('From a file').getByRole('link', { name: 'Open From a file' }).click();
    await credit(page, composition).waitFor();
    expect(await titles(page)).toEqual([composition]);
  });

  test('refuse an empty name, in words beside the field, and keep what was typed', async () => {
    await firstPlan();
    const form = await settings();
    await form.getByLabel('Name of the plan').fill('   ');
    await form.getByRole('button', { name: 'Rename' }).click();
    await form.getByRole('alert').getByRole('link', { name: 'Enter a name for the plan' }).waitFor();
    expect(await form.getByLabel('Name of the plan').inputValue()).toBe('   ');
  });
});

describe('what was', () => {
  test('is undone and done again after reloads', async () => {
    await startPlan(page);
    await addComposition();
    await addCourse(page, 'study.com social psychology', psychology);
    await saved(page);
    await page.reload();
    await credit(page, psychology).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await credit(page, psychology).waitFor({ state: 'detached' });
    await saved(page);
    await page.reload();
    await credit(page, composition).waitFor();
    await page.keyboard.press('Control+z');
    await credit(page, composition).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByRole('button', { name: 'Redo' }).click();
    await credit(page, psychology).waitFor();
    expect(await titles(page)).toEqual([composition, psychology]);
  });

  test('is in the earlier versions, says what differs, and going back to it can be undone', async () => {
    await firstPlan();
    await addCourse(page, 'study.com social psychology', psychology);
    await saved(page);
    const versions = (await settings()).getByRole('listitem');
    const before = versions.filter({ hasText: `Without ${psychology}.` }).first();
    await before.getByRole('button', { name: /^Go back to this/ }).click();
    await credit(page, psychology).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await credit(page, psychology).waitFor();
  });

  test('comes back after a file replaced it', async () => {
    await firstPlan();
    const { text } = await saveToFile(page);
    await addCourse(page, 'study.com social psychology', psychology);
    await openFile(page, text);
    await page.getByRole('button', { name: 'Replace my plan' }).click();
    await credit(page, psychology).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await credit(page, psychology).waitFor();
  });
});

/** Empties the database from under the open page, as the browser's settings do. */
async function clearStorage(): Promise<void> {
  await page.evaluate(async () => {
    const opened = indexedDB.open('credit-map');
    await new Promise((done) => (opened.onsuccess = done));
    const transaction = opened.result.transaction('plan', 'readwrite');
    transaction.objectStore('plan').clear();
    await new Promise((done) => (transaction.oncomplete = done));
    opened.result.close();
  });
}

describe('nothing lost', () => {
  test('when storage is cleared while the page is open: it is said, and the plan is saved again', async () => {
    await firstPlan();
    await clearStorage();
    await addCourse(page, 'study.com social psychology', psychology);
    await page.getByRole('alert').filter({ hasText: 'It is saved again' }).waitFor();
    await page.reload();
    await credit(page, psychology).waitFor();
    expect(await titles(page)).toEqual([composition, psychology]);
  });

  test('when the tab finds its plan gone as it comes to the front: it asks, and the plan can be kept', async () => {
    await firstPlan();
    await clearStorage();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('heading', { name: 'Your plan is no longer on this device' }).waitFor();
    expect(await titles(page)).toEqual([composition]);
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await saved(page);
    await page.reload();
    await credit(page, composition).waitFor();
  });

  test('when the clock is set back by two years: the last change is still the one that opens (T5)', async () => {
    await page.clock.setFixedTime(new Date('2026-11-28T10:00:00'));
    await firstPlan('Before');
    await page.clock.setFixedTime(new Date('2024-11-28T10:00:00'));
    await openPlanner(page);
    await rename('After');
    await saved(page);
    await openPlanner(page);
    await page.getByRole('heading', { level: 2, name: 'After', exact: true }).waitFor();
    expect(await titles(page)).toEqual([composition]);
  });

  test('when someone flies from Auckland to Honolulu, 24 hours back on the clock: the last change is still the one that opens (T5)', async () => {
    const devtools = await visitor.context.newCDPSession(page);
    await devtools.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Auckland' });
    await firstPlan('Before');
    await devtools.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Honolulu' });
    await openPlanner(page);
    await rename('After');
    await saved(page);
    await openPlanner(page);
    await page.getByRole('heading', { level: 2, name: 'After', exact: true }).waitFor();
    expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('Pacific/Honolulu');
    expect(await titles(page)).toEqual([composition]);
  });

  test('when two tabs add different courses and do not hear each other: both are in the plan', async () => {
    await firstPlan();
    const deaf = await visitor.context.newPage();
    await deaf.addInitScript(() => Object.assign(globalThis, { BroadcastChannel: undefined }));
    await openPlanner(deaf);
    await credit(deaf, composition).waitFor();
    await addCourse(page, 'study.com social psychology', psychology);
    await saved(page);
    await addCourse(deaf, 'clep biology', 'Biology');
    await credit(deaf, psychology).waitFor();
    await saved(deaf);
    await page.reload();
    await credit(page, 'Biology').waitFor();
    expect((await titles(page)).sort()).toEqual([psychology, 'Biology', composition].sort());
  });

  const added = [
    ['study.com social psychology', psychology],
    ['clep biology', 'Biology'],
    ['clep chemistry', 'Chemistry'],
    ['clep calculus', 'Calculus'],
    ['clep precalculus', 'Precalculus'],
  ] as const;

  /** Five more tabs with the plan, each with a button to press. */
  async function fiveTabs(buttonOf: (tab: Page, i: number) => Promise<Locator>) {
    return Promise.all(
      added.map(async (_, i) => {
        const tab = await visitor.context.newPage();
        await openPlanner(tab);
        await credit(tab, composition).waitFor();
        return { tab, button: await buttonOf(tab, i) };
      }),
    );
  }

  /** All buttons at once: without the pointer, which has to be over each of them in turn. */
  async function pressAll(tabs: Awaited<ReturnType<typeof fiveTabs>>): Promise<void> {
    await Promise.all(tabs.map(({ button }) => button.evaluate((it: HTMLElement) => it.click())));
  }

  async function makeTabsDeaf(): Promise<void> {
    await visitor.context.addInitScript(() => Object.assign(globalThis, { BroadcastChannel: undefined }));
  }

  test.for(['hear', 'do not hear'])(
    'when five tabs that %s each other add different courses at once: all are in the plan of each (T1)',
    async (how) => {
      await firstPlan();
      if (how === 'do not hear') await makeTabsDeaf();
      const tabs = await fiveTabs(async (tab, i) => {
        const [words, title] = added[i] ?? added[0];
        await tab.getByLabel('Add a course or an exam').fill(words);
        const button = tab.getByRole('button', { name: `Add ${title}`, exact: true }).first();
        await button.waitFor();
        return button;
      });
      await pressAll(tabs);
      for (const [i, { tab }] of tabs.entries()) {
        await credit(tab, added[i]?.[1] ?? '').waitFor();
        await saved(tab);
      }
      const all = [composition, ...added.map(([, title]) => title)].sort();
      for (const { tab } of tabs) {
        if (how === 'do not hear') await tab.reload();
        await expect.poll(async () => (await titles(tab)).sort()).toEqual(all);
      }
    },
  );

  test('when five tabs name the plan at once: one name is saved, and four tabs ask which one to keep (T1)', async () => {
    await firstPlan();
    await makeTabsDeaf();
    const tabs = await fiveTabs(async (tab, i) => {
      await tab.getByText('Name and earlier versions').click();
      await tab.getByLabel('Name of the plan').fill(`Name ${i}`);
      return tab.getByRole('button', { name: 'Rename' });
    });
    await pressAll(tabs);
    const named = (tab: Page, name: string) => tab.getByRole('heading', { level: 2, name, exact: true });
    const asked: { readonly tab: Page; readonly name: string }[] = [];
    for (const [i, { tab }] of tabs.entries()) {
      const question = tab.getByRole('heading', { name: 'Your plan was changed in another tab' });
      // Each tab still shows its own.
      await named(tab, `Name ${i}`).waitFor();
      await question.or(tab.getByText('Saved on this device', { exact: true })).waitFor();
      if (await question.isVisible()) asked.push({ tab, name: `Name ${i}` });
    }
    expect(asked).toHaveLength(4);
    const [last, ...others] = asked.toReversed();
    await last?.tab.getByRole('button', { name: 'Keep this one' }).click();
    if (last) await saved(last.tab);
    for (const { tab } of others) {
      await tab.getByRole('button', { name: 'Use the other tab’s plan' }).click();
      await named(tab, last?.name ?? '').waitFor();
    }
    for (const { tab } of tabs) {
      await tab.reload();
      await named(tab, last?.name ?? '').waitFor();
    }
  });

  test('when the plan of before there were several is on the device', async () => {
    await firstPlan();
    const { text } = await saveToFile(page);
    await page.evaluate(async (plan) => {
      const opened = indexedDB.open('credit-map');
      await new Promise((done) => (opened.onsuccess = done));
      const transaction = opened.result.transaction('plan', 'readwrite');
      const store = transaction.objectStore('plan');
      store.clear();
      store.put({ writer: 'old', text: plan }, 'plan');
      store.put(plan.replace('"First"', '"Before"'), 'before');
      await new Promise((done) => (transaction.oncomplete = done));
      opened.result.close();
      sessionStorage.clear();
    }, text);
    await page.reload();
    await credit(page, composition).waitFor();
    await page.getByRole('heading', { level: 2, name: 'First', exact: true }).waitFor();
    await (await settings()).getByText('Named “Before”.').waitFor();
  });
});

describe('older facts', () => {
  test('are told with links to what they touch, until they are seen; the plan works on', async () => {
    await startPlan(page);
    await addComposition();
    const { text } = await saveToFile(page);
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByRole('button', { name: 'Forget my plan' }).click();
    await page.getByRole('group', { name: 'Which school should give you the degree?' }).waitFor();
    await visitor.context.route('**/catalog/changes.json', (route) =>
      route.fulfill({
        json: {
          on: '2026-12-24',
          older: {},
          entries: [
            { on: '2026-12-24', says: 'New prices of CLEP.', added: [], changed: ['courses/clep/*'], removed: [] },
            { on: '2026-12-24', says: 'Elsewhere.', added: [], changed: ['schools/snhu'], removed: [] },
          ],
        },
      }),
    );
    await page.reload();
    await openFile(page, text);
    const notice = page.getByRole('region', { name: 'Facts about your plan have changed' });
    await notice.getByRole('link', { name: composition }).waitFor();
    expect(await notice.innerText()).not.toContain('Elsewhere');
    expect(await notice.getByRole('link', { name: composition }).getAttribute('href')).toMatch(
      /^\/courses\/clep\/.+\/$/,
    );
    await addCourse(page, 'study.com social psychology', psychology);
    await notice.getByRole('button', { name: 'I have seen this' }).click();
    await notice.waitFor({ state: 'detached' });
    await saved(page);
    await page.reload();
    await credit(page, psychology).waitFor();
    await saved(page);
    expect(await notice.count()).toBe(0);
    expect(JSON.parse((await saveToFile(page)).text)).toMatchObject({ factsSeenOn: '2026-12-24' });
  });
});

describe('for everyone', () => {
  test('the list, its forms and the comparison pass axe however one looks at them, and fit 320 px (A1)', async () => {
    await prepareAxe(visitor.context);
    await firstPlan();
    await settings();
    const findings: string[] = [];
    const look = async (state: string) => findings.push(...(await faultsInEveryLook(page, state)));
    await look('the planner with its versions open');
    await toPlans();
    await page.getByRole('button', { name: 'Copy First' }).click();
    const copy = planNamed('First, copy');
    await copy.getByRole('button', { name: 'Rename First, copy' }).click();
    await page.getByLabel('Second plan').selectOption({ label: 'First, copy' });
    await page.getByLabel('First plan').selectOption({ label: 'First', exact: true } as { label: string });
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByRole('table', { name: 'Both plans' }).waitFor();
    await page.getByText('Nothing differs').waitFor();
    await look('the list with a name form and the comparison');
    await copy.getByRole('button', { name: 'Delete First, copy' }).click();
    await look('the question before a plan is deleted');
    expect(findings).toEqual([]);
  });

  test('all of it works by keyboard, and the focus is never lost', async () => {
    await firstPlan();
    await toPlans();
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await press('Copy First');
    await planNamed('First, copy').waitFor();
    await expect.poll(focused).toBe('First, copy');
    await press('Archive First, copy');
    await page.getByRole('region', { name: 'Archive' }).waitFor();
    await expect.poll(focused).toBe('First, copy');
    await press('Delete First, copy');
    await expect.poll(focused).toBe('Delete First, copy?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('First, copy');
    await press('Delete First, copy');
    await expect.poll(focused).toBe('Delete First, copy?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('On this device');
    await page.getByRole('link', { name: 'Open First' }).focus();
    await page.keyboard.press('Enter');
    await yourCourses(page).waitFor();
  });
});
