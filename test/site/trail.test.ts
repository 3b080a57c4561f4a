/** The way to posted credit: three credits from the first step to the answer, by mouse and by keyboard, on screen and on paper. */
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from './built-site.ts';
import { launchBrowser } from './browser.ts';
import { credit, openFile, openPlanner, saveToFile, unfold } from './planner-page.ts';
import { leaveNoRoom, refuseStorage } from './refusing.ts';
import { faultsInEveryLook, scrollsSideways, visiting } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const algebra = 'College Algebra';
const composition = 'College Composition';
const computing = 'Computer Science Fundamentals MicroBachelors';

const plan = {
  kind: 'credit-map-plan',
  version: 1,
  id: 'p-trail',
  name: 'My plan',
  school: 'tesu',
  degree: 'tesu/ba-liberal-studies-2026-27',
  // So that no note about newer facts moves the page.
  factsSeenOn: '2027-01-01',
  revision: 1,
  credits: [
    { id: 'c1', course: 'aleks/college-algebra', status: 'planned' },
    { id: 'c2', course: 'clep/college-composition', status: 'planned' },
    { id: 'c3', course: 'edx/computer-science-fundamentals', status: 'planned' },
  ],
};

/** The page of trails with the plan, on this day. */
async function openTrails(page: Page, day = '2026-11-28', its: object = plan): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T10:00:00`));
  await openPlanner(page);
  await openFile(page, JSON.stringify(its));
  await page.getByText('Saved on this device', { exact: true }).waitFor();
  await toTrails(page);
}

async function toTrails(page: Page): Promise<void> {
  await page.goto('/trail/');
  await week(page).waitFor();
}

const week = (page: Page): Locator => page.getByRole('region', { name: 'What to do this week' });
const saved = (page: Page) => page.getByText('Saved on this device', { exact: true }).waitFor();

/** One credit's trail, unfolded. */
async function trail(page: Page, title: string): Promise<Locator> {
  const entry = page
    .locator('details.trail-credit')
    .filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });
  if ((await entry.getAttribute('open')) === null) await entry.locator('summary').first().click();
  await entry.getByRole('heading', { name: 'Steps', exact: true }).waitFor();
  return entry;
}

/** Unfolds what stands under these words, in this part of the page. */
async function fold(within: Locator, words: string): Promise<Locator> {
  const details = within.locator('details').filter({ hasText: words }).first();
  if ((await details.getAttribute('open')) === null) await details.locator('summary').first().click();
  return details;
}

/** The first step that can be done now. */
const current = (entry: Locator): Locator =>
  entry
    .locator('li.trail-step')
    .filter({ has: entry.page().getByRole('button', { name: 'Done today' }) })
    .first();

/** Notes that this step went wrong, reads what can be done, and does it after all. */
async function goWrong(step: Locator): Promise<void> {
  const form = await fold(step, 'How it is done');
  await form.getByLabel('It went wrong').check();
  await form.getByLabel('Your note (optional)').fill('Asked by mail');
  await form.getByRole('button', { name: 'Save' }).click();
  await step.getByText('What you can do:').waitFor();
  expect(await step.innerText()).toMatch(/Failed[\s\S]*Your note: Asked by mail/);
  await form.getByLabel('Done', { exact: true }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await step.getByText('What you can do:').waitFor({ state: 'detached' });
}

/** Goes every step of the credit to the last; each third one goes wrong first, beginning with this one. */
async function goAllSteps(entry: Locator, firstWrong: number): Promise<number> {
  let done = 0;
  while ((await current(entry).count()) > 0 && done < 30) {
    const step = entry.page().locator(`[id="${await current(entry).getAttribute('id')}"]`);
    if (done % 3 === firstWrong) await goWrong(step);
    else await step.getByRole('button', { name: 'Done today' }).click();
    done += 1;
  }
  return done;
}

/** Records what the school posts for a credit. */
async function post(entry: Locator, hours: string): Promise<void> {
  const form = await fold(entry, 'Record the school’s answer');
  await form.getByLabel(/^Yes/).last().check();
  await form.getByLabel('Semester hours').fill(hours);
  await form.getByLabel('What it becomes').selectOption({ label: 'A free elective' });
  await form.getByLabel('Level').selectOption({ label: 'Lower division' });
  await form.getByLabel('Who answered').fill('Registrar');
  for (const [part, value] of [
    ['Day', '20'],
    ['Month', '11'],
    ['Year', '2026'],
  ] as const)
    await form.getByLabel(part).fill(value);
  await form.getByRole('button', { name: 'Save the answer' }).click();
}

test('three credits go from the first step to the answer, with one going wrong at each step, and a reload keeps all', () =>
  visiting(browser, async (page) => {
    await openTrails(page);
    const [ace, clep, edx] = [await trail(page, algebra), await trail(page, composition), await trail(page, computing)];
    expect(await ace.getByText('Not yet').first().isVisible()).toBe(true);
    const route = await fold(edx, 'It goes another way');
    await route.getByLabel('edX course with academic credit').check();
    await route.getByRole('button', { name: 'Save the choice' }).click();
    await edx.getByText('Enroll in the verified track').first().waitFor();
    const colleges = await fold(edx, 'Choose who grants the credit');
    await colleges.getByLabel('Another college that the course names').check();
    await colleges.getByRole('button', { name: 'Save the choice' }).click();
    await edx.getByText('Credit from: Another college that the course names.').waitFor();

    expect(await goAllSteps(ace, 0)).toBeGreaterThanOrEqual(9);
    expect(await goAllSteps(clep, 1)).toBeGreaterThanOrEqual(8);
    expect(await goAllSteps(edx, 2)).toBeGreaterThanOrEqual(15);

    await ace.getByRole('button', { name: /^Set it to: Evaluated/ }).click();
    await ace
      .locator('summary')
      .first()
      .getByText(/^Evaluated/)
      .waitFor();

    await post(clep, '3');
    await clep.getByText('Posted 3 hours').waitFor();
    const posted = clep.locator('section').filter({ hasText: 'What the school posts' });
    expect(await posted.innerText()).toMatch(
      /An elective, where a course was expected[\s\S]*Expected, and not posted[\s\S]*Ask the registrar/,
    );
    await clep.locator('summary').first().getByText('Granted').waitFor();
    await page.getByText(/3 of 120 semester hours sure/).waitFor();
    await saved(page);

    await page.reload();
    const again = await trail(page, composition);
    expect(await again.innerText()).toMatch(/Your note: Asked by mail[\s\S]*Posted 3 hours/);
    expect(await again.locator('li.trail-done').count()).toBeGreaterThanOrEqual(8);
    await page.getByRole('button', { name: 'Undo' }).click();
    await again.getByText('Nothing is recorded yet.').waitFor();
    await saved(page);
    await page.goto('/planner/');
    const { text } = await saveToFile(page);
    expect(text.match(/Asked by mail/g)?.length).toBeGreaterThan(8);
  }));

test('what takes too long is overdue, a window that passed is said, and the dates become a calendar file', () =>
  visiting(browser, async (page) => {
    await openTrails(page);
    const edx = await trail(page, computing);
    const route = await fold(edx, 'It goes another way');
    await route.getByLabel('edX course with academic credit').check();
    await route.getByRole('button', { name: 'Save the choice' }).click();
    const dates = await fold(edx, 'Dates of this course');
    const ends = dates.getByRole('group', { name: /^Last day of the course/ });
    for (const [part, value] of [
      ['Day', '31'],
      ['Month', '12'],
      ['Year', '2026'],
    ] as const)
      await ends.getByLabel(part).fill(value);
    await dates.getByRole('button', { name: 'Save the last day' }).click();
    for (let step = 0; step < 3; step += 1) await current(edx).getByRole('button', { name: 'Done today' }).click();
    await edx.getByText('Waiting since 28 November 2026').first().waitFor();

    const clep = await trail(page, composition);
    const exam = await fold(clep, 'Dates of this course');
    await exam.getByRole('button', { name: 'Save the exam’s time' }).click();
    const slot = exam.getByRole('group', { name: 'Day of the exam' });
    for (const [part, value] of [
      ['Day', '5'],
      ['Month', '12'],
      ['Year', '2026'],
    ] as const)
      await slot.getByLabel(part).fill(value);
    await exam.getByLabel('Time').fill('7:30 pm');
    await exam.getByRole('combobox', { name: 'City whose clock it is' }).fill('Kathmandu');
    await exam.getByRole('option', { name: /^Kathmandu/ }).click();
    await exam.getByRole('button', { name: 'Save the exam’s time' }).click();
    await page.getByText('Exam: College Composition at 19:30, time of Kathmandu', { exact: false }).waitFor();
    await saved(page);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the dates to your calendar (.ics)' }).click(),
    ]);
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const booked = events.find(({ summary }) => summary === 'Exam: College Composition');
    expect(booked?.startDate.toJSDate().toISOString()).toBe('2026-12-05T13:45:00.000Z');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);

    await page.clock.setFixedTime(new Date('2026-12-20T10:00:00'));
    await page.reload();
    await week(page).getByText('Overdue', { exact: true }).waitFor();
    expect(await (await trail(page, computing)).innerText()).toMatch(
      /Overdue by \d+ days[\s\S]*It takes longer than usual/,
    );

    await page.clock.setFixedTime(new Date('2028-02-01T10:00:00'));
    await page.reload();
    expect(await (await trail(page, computing)).innerText()).toContain('Ended on 31 December 2027');
  }));

test('what the plan has for next year is not for this week: it is said when it begins', () =>
  visiting(
    browser,
    async (page) => {
      const ends = [
        ['clep/biology', '2027-01-20'],
        ['clep/chemistry', '2027-01-20'],
        ['clep/calculus', '2027-04-10'],
        ['clep/college-composition', '2027-08-10'],
      ] as const;
      const credits = ends.map(([course, completedOn], at) => ({
        id: `c${at + 1}`,
        course,
        status: 'planned',
        completedOn,
      }));
      await openTrails(page, '2026-11-28', { ...plan, credits });
      expect(await week(page).getByRole('listitem').filter({ hasText: 'To do' }).allInnerTexts()).toEqual([
        expect.stringContaining('Biology'),
        expect.stringContaining('Chemistry'),
      ]);
      const entry = page.locator('details.trail-credit', { hasText: composition });
      await entry.getByText('Planned. Begins about 20 January 2027').waitFor();
      await week(page).getByText('2 courses begin later, the first of them about 20 January 2027').click();
      await week(page).getByText(`${composition}, about 20 January 2027`).waitFor();
      expect(await faultsInEveryLook(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await week(page).getByRole('link', { name: composition }).click();
      await expect.poll(() => entry.getAttribute('open')).not.toBeNull();
    },
    { viewport: { width: 360, height: 740 } },
  ));

test('Tab comes to each credit, and to what is in it', () =>
  visiting(browser, async (page) => {
    await openTrails(page);
    const summaries = page.locator('details.trail-credit > summary');
    await page.getByText('Note which ID you use').focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => summaries.first().evaluate((line) => line === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await summaries.first().locator('xpath=..').getByRole('heading', { level: 4 }).first().waitFor();
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.trail-credit')?.hasAttribute('open')))
      .toBe(true);
    expect(await summaries.first().evaluate((line) => line === document.activeElement)).toBe(false);
  }));

test('it works by keyboard alone on a phone, says what is wrong beside the field, and passes axe in both colours', () =>
  visiting(
    browser,
    async (page) => {
      await openTrails(page);
      await week(page)
        .getByRole('link', { name: new RegExp(composition) })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('li.trail-step'));
      const step = page.locator('li.trail-step:focus');
      const id = await step.getAttribute('id');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const form = page.locator(`[id="${id}"]`);
      await form.getByText(/Done on 28 November 2026/).waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
      await page.keyboard.press('Control+z');
      await form.getByRole('button', { name: 'Done today' }).waitFor();

      await form.locator('summary').focus();
      await page.keyboard.press('Enter');
      await form.getByLabel('Done', { exact: true }).focus();
      await page.keyboard.press('Space');
      for (const part of ['29', '2', '2027']) {
        await page.keyboard.press('Tab');
        await page.keyboard.type(part);
      }
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('.error-summary'));
      expect(await form.getByRole('alert').innerText()).toContain('Date must be a real date');
      expect(await form.getByLabel('Year').inputValue()).toBe('2027');
      await form.getByLabel('Year').focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('2024');
      await page.keyboard.press('Enter');
      await form.getByText(/Done on 29 February 2024/).waitFor();
      await page.getByRole('status').getByText('College Composition: noted.').first().waitFor({ state: 'attached' });

      const clep = await trail(page, composition);
      for (const words of ['Compare your name', 'Dates of this course', 'What it means']) await fold(clep, words);
      await page.getByText('Note which ID you use').click();
      await page.getByLabel('Name on the ID').fill('Zoë García');
      await page.getByRole('button', { name: 'Save these' }).click();
      await clep.getByLabel('Your name in the course’s record').fill('Zoe Garcia');
      await clep.getByRole('button', { name: 'Save and compare' }).click();
      await clep.getByText('not the same, letter by letter').waitFor();
      await clep.getByText('A person reads one name then, a computer may read two.').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await faultsInEveryLook(page)).toEqual([]);
    },
    { viewport: { width: 360, height: 740 } },
  ));

test('it is in the planner too, goes together from two tabs, and prints as covers', () =>
  visiting(browser, async (page, { context }) => {
    await openTrails(page);
    const other = await context.newPage();
    await other.clock.setFixedTime(new Date('2026-11-28T10:00:00'));
    await other.goto('/planner/');
    await other.getByRole('heading', { name: 'Keep your plan' }).waitFor();
    const entry = credit(other, algebra);
    await unfold(entry);
    await entry.getByText('Steps to posted credit').click();
    await entry.getByRole('button', { name: 'Done today' }).first().click();
    await entry.getByText('Done on 28 November 2026').first().waitFor();
    const ace = await trail(page, algebra);
    await ace.getByText('Done on 28 November 2026').first().waitFor();
    await (await trail(page, composition)).getByRole('button', { name: 'Done today' }).first().click();
    await saved(page);
    await other.reload();
    const both = (await saveToFile(other)).text;
    expect(both.match(/"state": "done"/g)).toHaveLength(2);
    // What is noted goes into the printed plan only where the student wants it.
    await other.emulateMedia({ media: 'print' });
    await other.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await other.locator('.plan-record').waitFor();
    expect(await other.locator('.cover').count()).toBe(0);
    await other.evaluate(() => dispatchEvent(new Event('afterprint')));
    await other.emulateMedia({ media: 'screen' });
    await other.getByLabel('Print the steps to posted credit too').check();
    // What is folded away may wait until it is unfolded.
    await expect.poll(() => other.getByText('Loading…').filter({ visible: true }).count()).toBe(0);
    await other.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await other.locator('.cover').count()).toBe(3);

    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const covers = page.locator('.cover');
    expect(await covers.count()).toBe(3);
    expect(await covers.first().innerText()).toMatch(
      /College Algebra[\s\S]*Thomas Edison State University[\s\S]*Steps[\s\S]*Keep in this folder/,
    );
    expect(await page.getByRole('button', { name: 'Undo' }).isVisible()).toBe(false);
    const paper = (await page.pdf({ format: 'Letter' })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
  }));

test.for([
  ['refuses to keep anything', refuseStorage, undefined],
  ['has no room left', leaveNoRoom, 'Is your plan in a file?'],
] as const)(
  'in a browser that %s a plan is opened from its file, worked with, and saved to a file again (S1, S2)',
  ([, refusal, words]) =>
    visiting(browser, async (page, { context }) => {
      await context.addInitScript(refusal);
      await page.clock.setFixedTime(new Date('2026-11-28T10:00:00'));
      await page.goto('/trail/');
      if (words) await page.getByText(words).click();
      await openFile(page, JSON.stringify(plan));
      await week(page).waitFor();
      await (await trail(page, algebra)).getByRole('button', { name: 'Done today' }).first().click();
      await page.getByText('Done on 28 November 2026').first().waitFor();
      await page.getByRole('alert').filter({ hasText: 'Save it to a file' }).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save your plan to a file' }).click(),
      ]);
      const kept = JSON.parse(readFileSync(await download.path(), 'utf8')) as { credits: { trail?: object }[] };
      expect(kept.credits.map(({ trail: notes }) => notes !== undefined)).toEqual([true, false, false]);
      expect(await faultsInEveryLook(page)).toEqual([]);
    }),
);

test('without a plan it says where to begin, and without script it lists every way’s steps', () =>
  visiting(browser, async (page) => {
    await page.goto('/trail/');
    await page.getByText('There is no plan on this device yet.').waitFor();
    const [, listed = ''] = /<noscript>([\s\S]*)<\/noscript>/.exec(read('/trail/').toString()) ?? [];
    const { routes } = JSON.parse(read('/catalog/routes.json').toString()) as {
      readonly routes: readonly { readonly name: string; readonly steps: readonly unknown[] }[];
    };
    expect(listed.match(/<h2/g)).toHaveLength(routes.length);
    expect(listed.match(/class="box"/g)).toHaveLength(routes.reduce((sum, { steps }) => sum + steps.length, 0));
  }));
