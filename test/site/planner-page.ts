/** The planner as someone uses it: by what it shows and says, never by its insides. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** Waits for the planner to have read the catalog, with no plan yet or with one. */
export async function openPlanner(page: Page): Promise<void> {
  await page.goto('/planner/');
  await page
    .getByRole('group', { name: 'Which school should give you the degree?' })
    .or(page.getByRole('heading', { name: /^Your courses/ }))
    .first()
    .waitFor();
}

/** Answers both questions. Afterwards there is a plan. */
export async function chooseDegree(page: Page, school: RegExp, degree: RegExp): Promise<void> {
  await page.getByRole('radio', { name: school }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: degree }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await yourCourses(page).waitFor();
}

/** A new visitor's planner with the degree most tests use. */
export async function startPlan(page: Page): Promise<void> {
  await openPlanner(page);
  await chooseDegree(page, /Thomas Edison State/, /Arts in Liberal Studies \d/);
}

export function yourCourses(page: Page): Locator {
  return page.getByRole('region', { name: /^Your courses/ });
}

/** One course of the plan. */
export function credit(page: Page, title: string): Locator {
  return yourCourses(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });
}

/** Looks a course up and adds it. */
export async function addCourse(page: Page, words: string, title: string): Promise<void> {
  await page.getByLabel('Add a course or an exam').fill(words);
  await page
    .getByRole('button', { name: `Add ${title}`, exact: true })
    .first()
    .click();
  await credit(page, title).waitFor();
}

/** Opens the part of a course's entry that is folded away. */
export async function unfold(entry: Locator): Promise<void> {
  const details = entry.locator('details').first();
  if ((await details.getAttribute('open')) === null) await details.locator('summary').first().click();
}

/**
 * The hours of the answer: "9 of 120 semester hours sure, 12 sure or likely, 15 at best". A change is painted before it is
 * audited, so the answer is read two frames later.
 */
export async function answer(page: Page): Promise<string> {
  await page.evaluate(async () => {
    for (const _ of [1, 2]) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  });
  return (await page.getByText(/semester hours sure/).innerText()).replace(/\s+/g, ' ');
}

/** Waits until the plan is on the device. */
export async function saved(page: Page): Promise<void> {
  await page.getByText('Saved on this device', { exact: true }).waitFor();
}

/** The text of the file that "Save to a file" gives. */
export async function saveToFile(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Chooses a file with this content, and opens it. */
export async function openFile(page: Page, content: string, name = 'plan.json'): Promise<void> {
  await page
    .getByLabel('Open a plan from a file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Open this file' }).click();
}

/** The titles of the plan's courses, in their order. */
export async function titles(page: Page): Promise<string[]> {
  return yourCourses(page).getByRole('heading', { level: 3 }).allTextContents();
}
