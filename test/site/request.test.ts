/** Asking the school and working with what it answers: the letter, its answers, trials, exceptions. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addCourse, answer, credit, saved, saveToFile, startPlan, unfold, yourCourses } from './planner-page.ts';
import {
  eachVisit,
  faultsInEveryLook,
  narrowScrollsSideways,
  prepareAxe,
  scrollsSideways,
  type Visit,
} from './visit.ts';

let visitor: Visit;
let page: Page;

eachVisit((next) => {
  visitor = next;
  page = next.page;
});

const composition = 'College Composition';
const psychology = 'Advanced Social Psychology';
const certificate = 'Google Project Management Professional Certificate';

async function startWith(...titles: readonly [words: string, title: string][]): Promise<void> {
  await startPlan(page);
  for (const [words, title] of titles) await addCourse(page, words, title);
  await saved(page);
}

async function startWithTwo(): Promise<void> {
  await startWith(['clep composition', composition], ['study.com social psychology', psychology]);
}

async function openRequest(): Promise<void> {
  await page.getByRole('link', { name: 'Ask the school before you pay' }).click();
  await page.getByRole('heading', { level: 2, name: 'The letter' }).waitFor();
}

const letter = () => page.getByRole('article', { name: 'The letter' });

/** Fills in who answered and when, in this part of the page. */
async function answeredBy(within: Locator, by = 'Registrar'): Promise<void> {
  await within.getByLabel('Who answered').fill(by);
  const date = within.getByRole('group', { name: 'Date of the answer' });
  await date.getByLabel('Day').fill('3');
  await date.getByLabel('Month').fill('11');
  await date.getByLabel('Year').fill('2025');
}

/** Unfolds a form in a course's details and gives it. */
async function formOf(title: string, name: string): Promise<Locator> {
  const entry = credit(page, title);
  await unfold(entry);
  await entry.getByText(name).click();
  return entry.locator('details.decision').filter({ hasText: name });
}

/** Chooses from a list by the end of the words. */
async function choose(list: Locator, words: RegExp): Promise<void> {
  const value = await list.locator('option').filter({ hasText: words }).first().getAttribute('value');
  await list.selectOption(value);
}

const decisions = () => page.getByRole('region', { name: 'What the school decided' });

describe('the pre-approval request', () => {
  test('is made from the plan, and the answers show as decided in the planner', async () => {
    await startWithTwo();
    await openRequest();
    await page.getByLabel('Your name').fill('Ada Lovelace');
    for (const words of ['Ada Lovelace', 'Thomas Edison State University', composition, psychology, 'ACE: ']) {
      expect(await letter().innerText()).toContain(words);
    }

    const record = page.getByRole('region', { name: 'Record the answers' });
    await record.getByRole('button', { name: 'Record these answers' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await record.getByRole('alert').innerText()).toMatch(/Choose what the school answered/);

    await record.getByRole('group', { name: composition }).getByRole('radio').first().check();
    await record
      .getByRole('group', { name: psychology })
      .getByLabel('Yes, with other hours or as something else')
      .check();
    await record.getByLabel('Semester hours').fill('2');
    await record.getByLabel('What it becomes').selectOption({ label: 'A free elective' });
    await record.getByLabel('Level').selectOption({ label: 'Lower division' });
    await answeredBy(record, 'Transfer office');
    await record.getByRole('button', { name: 'Record these answers' }).click();
    await page.getByText('2 answers are in your plan.').first().waitFor();
    expect(await page.getByText('The school has answered for every course').count()).toBe(1);

    // One step back takes both away again, and nothing that was typed of the asker is lost.
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await letter().innerText()).toContain('Ada Lovelace');
    await record.getByRole('group', { name: psychology }).getByLabel('No', { exact: true }).check();
    await record.getByRole('group', { name: composition }).getByRole('radio').first().check();
    await answeredBy(record, 'Transfer office');
    await record.getByRole('button', { name: 'Record these answers' }).click();
    await page.getByText('Saved on this device', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'See it in the planner' }).click();

    await credit(page, composition).getByText('Decided').first().waitFor();
    expect(await credit(page, psychology).textContent()).toContain('The school answered no. You recorded it.');
    expect(await answer(page)).toMatch(/^6 of 120 semester hours sure, 6 sure or likely, 6 at best$/);
    expect(await decisions().innerText()).toMatch(/3 November 2025, Transfer office/);
    const { text } = await saveToFile(page);
    expect(text).not.toContain('Ada Lovelace');
    await decisions()
      .getByRole('button', { name: /^Take back ?: Advanced Social Psychology/ })
      .click();
    await credit(page, psychology).getByText('Reported').first().waitFor();
  });

  test('can be copied with its table, and becomes a mail draft where it is short enough', async () => {
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await startWith(
      ['clep composition', composition],
      ['study.com social psychology', psychology],
      ['google project management', certificate],
    );
    await openRequest();
    await page.getByRole('button', { name: 'Mail draft' }).click();
    await page.getByText('too long for a mail draft').first().waitFor();
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item!.getType('text/html')).text();
    });
    expect(html.match(/<tr>/g)).toHaveLength(4);

    await page.getByRole('checkbox', { name: composition }).uncheck();
    await page.getByRole('checkbox', { name: certificate }).uncheck();
    expect(await letter().innerText()).not.toContain(composition);
    const draft = await page.getByRole('link', { name: 'Mail draft' }).getAttribute('href');
    expect(decodeURIComponent(draft ?? '')).toMatch(/^mailto:\?subject=Request .* Social Psychology/s);
    await page.getByRole('button', { name: 'Copy the letter' }).click();
    await page.getByText('The letter is copied.').first().waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(psychology);
    expect(text).not.toMatch(/student ID/i);
    const byHand = letter().getByText(/^Student ID: _+$/);
    expect(await byHand.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await byHand.isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  test('works by keyboard alone, and says where to begin without a plan', async () => {
    await page.goto('/planner/request/');
    await page.getByText('There is no plan on this device yet.').waitFor();
    await startWith(['study.com social psychology', psychology]);
    await openRequest();
    const record = page.getByRole('region', { name: 'Record the answers' });
    await page.getByRole('checkbox', { name: psychology }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Choose at least one course.').waitFor();
    await page.keyboard.press('Space');
    await record.getByRole('radio').last().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Registrar');
    for (const part of ['3', '11', '2025']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(part);
    }
    await page.keyboard.press('Enter');
    await page.getByText('One answer is in your plan.').first().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rows-title');
  });
});

describe('in the planner', () => {
  test('what if the school refuses can be tried, stopped, and kept as its answer', async () => {
    await startWithTwo();
    const before = await answer(page);
    await (
      await formOf(psychology, 'What if the school gives less?')
    )
      .getByRole('button', { name: 'Try a refusal' })
      .click();
    const bar = page.getByRole('region', { name: /^You are trying: The school refuses/ });
    await bar.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('trial-title');
    // It stands where it can be seen, however far down the page the trial began.
    await page.waitForFunction(() => {
      const { top, bottom } = document.getElementById('trial-title')!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(await answer(page)).not.toBe(before);
    expect(await page.getByText('Trying out, not saved').count()).toBe(1);
    expect((await saveToFile(page)).text).not.toContain('"decision"');

    await bar.getByRole('button', { name: 'Stop trying' }).click();
    expect(await answer(page)).toBe(before);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('credit');

    const trial = await formOf(psychology, 'What if the school gives less?');
    if (!(await trial.getByLabel('Hours they give').isVisible())) await trial.locator('summary').click();
    await trial.getByLabel('Hours they give').fill('2');
    await trial.getByRole('button', { name: 'Try these hours' }).click();
    const hours = page.getByRole('region', { name: /^You are trying: The school gives 2 hours/ });
    await hours.getByRole('button', { name: 'Keep as the school’s answer' }).click();
    await answeredBy(hours);
    await hours.getByRole('button', { name: 'Save as the school’s answer' }).click();
    await credit(page, psychology).getByText('Decided').first().waitFor();
    expect(await page.getByText('Trying out, not saved').count()).toBe(0);
    expect(await decisions().innerText()).toMatch(/Advanced Social Psychology: .*2 hours/);
  });

  test('why a certificate does not count is told, and the school’s answer mends it, on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const analytics = 'Google Data Analytics Professional Certificate';
    await startWith(['google data analytics', analytics]);
    const before = await answer(page);
    const entry = credit(page, analytics);
    await entry.getByText('Do not count on them yet').waitFor();
    await unfold(entry);
    await entry.getByText('The hours are “up to”: the school may give fewer.').waitFor();
    await entry.getByRole('button', { name: /^What would change this/ }).click();
    await entry.getByText(/^Ask the school whether it counts as .* If it says yes, record its answer/).waitFor();
    const form = await formOf(analytics, 'Record the school’s answer');
    await form.getByLabel(/^Yes/).first().check();
    await answeredBy(form);
    await form.getByRole('button', { name: /^Save the answer/ }).click();
    await entry.getByText('Decided').first().waitFor();
    await expect.poll(() => answer(page)).not.toBe(before);
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('what if a course that gives nothing is taken can be tried, and an exception says what it goes against', async () => {
    await startPlan(page);
    const [oral, modular] = ['ACTFL Oral Proficiency Interview', 'College Composition Modular'];
    await addCourse(page, 'clep composition', composition);
    await addCourse(page, 'clep composition modular', modular);
    await addCourse(page, 'actfl oral proficiency', oral);
    const unknown = await formOf(oral, 'What if the school gives credit for it?');
    await unknown.getByLabel('Hours they give').fill('');
    await unknown.getByRole('button', { name: 'Try it as an elective' }).click();
    await unknown.getByRole('link', { name: /^Enter/ }).click();
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: `You are trying: ${oral} lands as a free elective.` }).waitFor();
    await page.getByRole('button', { name: 'Stop trying' }).click();

    const twice = await formOf(modular, 'What if the school makes an exception?');
    await twice.getByText('Only the school can make an exception.').waitFor();
    await twice.getByRole('button', { name: 'Try it as an elective' }).click();
    const bar = page.getByRole('region', { name: /^You are trying: The school makes an exception for College/ });
    await bar.getByText(/^This would be an exception\. It goes against what we found: Another course/).waitFor();
    expect((await saveToFile(page)).text).not.toContain('"decision"');
  });

  test('an answer, a substitution, “apply here” and a waiver are recorded by those names, and taken back', async () => {
    await startWithTwo();
    const requirements = page.getByRole('region', { name: 'Requirements' });
    const history = requirements.getByRole('heading', { name: /History$/ });
    await history.waitFor();
    await decisions().getByText('Record a waiver').click();
    await choose(decisions().getByLabel('Requirement that is waived'), /History$/);
    await answeredBy(decisions(), 'Dean');
    await decisions().getByRole('button', { name: 'Save the waiver' }).click();
    await decisions()
      .getByText(/Waiver: History is not asked for/)
      .first()
      .waitFor();
    expect(await history.count()).toBe(0);
    expect(await answer(page)).toMatch(/of 120 semester hours/);

    const exception = await formOf(psychology, 'Record an exception');
    await exception.getByRole('radio', { name: /^Apply here/ }).check();
    await choose(exception.getByLabel('Requirement that it is used in'), /Humanities$/);
    await answeredBy(exception);
    await exception.getByRole('button', { name: 'Save the exception' }).click();
    await credit(page, psychology).getByText('Placed by the school').waitFor();
    expect(await credit(page, psychology).textContent()).toMatch(/Humanities, 3 hours/);
    await exception.getByRole('radio', { name: /^Substitution/ }).check();
    await exception.getByLabel('Course that it stands for').fill('soc 1010');
    await answeredBy(exception);
    await exception.getByRole('button', { name: 'Save the exception' }).click();
    await decisions()
      .getByText(/Substitution: Advanced Social Psychology stands for SOC-1010/)
      .first()
      .waitFor();

    await saved(page);
    await page.reload();
    await decisions()
      .getByText(/3 November 2025, Dean/)
      .waitFor();
    for (const what of [/^Take back ?: Waiver/, /^Take back ?: Apply here/, /^Take back ?: Substitution/]) {
      await decisions().getByRole('button', { name: what }).click();
    }
    await decisions().getByText('Nothing is recorded yet.').waitFor();
    await history.waitFor();
    expect(await credit(page, psychology).textContent()).not.toContain('Placed by the school');
  });

  test('every figure opens to why: the three numbers, a course, and a requirement', async () => {
    await startWithTwo();
    await page.getByText('What makes these numbers').click();
    const sure = page.getByRole('region', { name: /^\d+ sure$/ });
    expect(await sure.innerText()).toMatch(/College Composition, ENC-1010: 3 hours in English Composition I/);
    expect(await sure.innerText()).not.toContain(psychology);
    expect(await page.getByRole('region', { name: /^\d+ likely$/ }).innerText()).toContain(psychology);
    await unfold(credit(page, psychology));
    await expect.poll(() => credit(page, psychology).textContent()).toMatch(/It says: .*We read it in \w+ \d{4}/s);
    const requirements = page.getByRole('region', { name: 'Requirements' });
    await requirements.getByText('What fits English Composition I', { exact: true }).click();
    await requirements
      .getByText(/We read it in/)
      .first()
      .waitFor();
  });

  test('all of it passes axe however one looks at it, and fits a narrow phone (A1)', async () => {
    await prepareAxe(visitor.context);
    await startWithTwo();
    await page.getByText('What makes these numbers').click();
    const findings: string[] = [];
    const look = async (what: string) => findings.push(...(await faultsInEveryLook(page, what)));
    const decision = await formOf(psychology, 'Record the school’s answer');
    await decision.getByLabel('Yes, with other hours or as something else').check();
    await decision.getByRole('button', { name: 'It becomes more than one course' }).click();
    await decision.getByRole('button', { name: /^Save the answer/ }).click();
    await credit(page, psychology).getByText('Record an exception').click();
    await credit(page, psychology).getByLabel('Apply here').check();
    await decisions().getByText('Record a waiver').click();
    await credit(page, psychology).getByText('What if the school gives less?').click();
    await look('forms');
    await credit(page, psychology).getByRole('button', { name: 'Try it as an elective' }).click();
    await page.getByRole('button', { name: 'Keep as the school’s answer' }).click();
    await look('a trial');
    await page.getByRole('button', { name: 'Don’t save it' }).click();
    await page.getByRole('button', { name: 'Stop trying' }).click();
    await yourCourses(page).waitFor();
    await openRequest();
    const record = page.getByRole('region', { name: 'Record the answers' });
    await record
      .getByRole('group', { name: psychology })
      .getByLabel('Yes, with other hours or as something else')
      .check();
    await record.getByRole('button', { name: 'Record these answers' }).click();
    await look('the request');
    expect(findings).toEqual([]);
    expect(await narrowScrollsSideways(page, 'large')).toBe(false);
  });
});
