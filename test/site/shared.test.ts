/** A plan in a link: read beside one's own, never over it, and sent to nobody. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { namesIn } from '../../src/planner/link/link-names.ts';
import { planToLink } from '../../src/planner/link/plan-link.ts';
import { newPlan } from '../../src/planner/plan/plan-changes.ts';
import type { Plan } from '../../src/planner/plan/plan.ts';
import {
  addCourse,
  answer,
  credit,
  openPlanner,
  saved,
  saveToFile,
  startPlan,
  titles,
  yourCourses,
} from './planner-page.ts';
import { eachVisit, faultsInEveryLook, prepareAxe, scrollsSideways, type Visit } from './visit.ts';

let visitor: Visit;
let page: Page;

const another = eachVisit(
  (next) => {
    visitor = next;
    page = next.page;
  },
  { permissions: ['clipboard-read', 'clipboard-write'] },
);

const composition = 'College Composition';
const markup = '<img src=x onerror="document.title=1"> & <b>Beekeeping</b>';

/** A plan whose link needs no catalog to be made. */
const someones: Plan = {
  ...newPlan('p-someone', 'tesu', 'tesu/ba-liberal-studies-2026-27'),
  name: `Plan of <i>Ana</i>`,
  credits: [
    {
      id: 'c1',
      course: 'clep/college-composition',
      status: 'completed',
      score: 58,
      pins: [{ part: 0, block: 'free-electives', use: true }],
    },
    { id: 'c2', course: 'gone/away', status: 'planned' },
    {
      id: 'c3',
      typed: { title: markup, semesterHours: 3, level: 'lower-division', source: 'college' },
      status: 'considering',
    },
  ],
};
const nothing = namesIn({ courses: [], degrees: [], blocks: [], moved: {} });
const linkOf = (plan: Plan): string => `/planner/shared/#p=${planToLink(plan, nothing) ?? ''}`;

const record = () => page.getByRole('article');
const entry = (title: string) => record().getByRole('listitem').filter({ hasText: title }).first();

describe('a link to a plan', () => {
  test('is made in the planner, and opens the same plan for someone else', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await addCourse(page, 'study.com social psychology', 'Advanced Social Psychology');
    const made = await answer(page);
    await page.getByText(/Everyone with the link can read it/).waitFor();
    await page.getByRole('button', { name: 'Copy a link to this plan' }).click();
    await page.getByText('Copied.').waitFor();
    const address = await page.getByLabel('Link to this plan').inputValue();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect(address.length).toBeLessThan(150);

    const other = await another();
    await other.page.goto(address);
    const read = other.page.getByRole('article');
    await read.getByText(composition, { exact: true }).waitFor();
    expect((await read.getByText(/semester hours sure/).innerText()).replace(/\s+/g, ' ')).toBe(made);
    expect(await read.getByText('Advanced Social Psychology', { exact: true }).count()).toBe(1);
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });

  test('shows each course with its status, where it lands and how sure that is, and nothing to change', async () => {
    await page.goto(linkOf(someones));
    await record().waitFor();
    const lands = (await entry(composition).innerText()).replace(/\s+/g, ' ');
    expect(lands).toMatch(/CLEP · Completed · score 58/);
    expect(lands).toMatch(/In Free electives: .*3 hours, moved by hand, published/);
    expect(await entry('gone/away').innerText()).toMatch(/not in our catalog/i);
    for (const part of ['Requirements', 'Most the school takes', 'Where this was read'])
      expect(await record().getByRole('heading', { name: part }).count(), part).toBe(1);
    expect(await record().getByRole('button').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('combobox').count()).toBe(0);
  });

  test('tells the school’s answers as what the student recorded', async () => {
    const answered = { decidedOn: '2026-11-20', by: 'WGU Transcripts' };
    const plan: Plan = {
      ...someones,
      credits: [
        {
          ...someones.credits[0]!,
          decision: {
            ...answered,
            becomes: [{ title: 'Composition', schoolCourse: 'ENC-1010', semesterHours: 3, level: 'lower-division' }],
          },
        },
        { ...someones.credits[2]!, decision: { ...answered, becomes: [] } },
      ],
    };
    await page.goto(linkOf(plan));
    await record().waitFor();
    const told = (await record().innerText()).replace(/\s+/g, ' ');
    expect(told).toContain('decided, as the student recorded it');
    expect(told).toContain('The school answered no. The student recorded it.');
    expect(told).toContain('The student recorded that the school answered on 20 November 2026: WGU Transcripts');
    expect(told).toContain('This page has not seen the school’s answers.');
    expect(told).not.toMatch(/You recorded|(?<!that )the school answered on/i);
  });

  test('takes markup in names and titles for text', async () => {
    await page.goto(linkOf(someones));
    await record().getByRole('strong').getByText(markup, { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Plan of <i>Ana</i>', exact: true }).waitFor();
    expect(await page.locator('main img, main b, main i').count()).toBe(0);
    expect(await page.title()).toMatch(/^A shared plan/);
  });

  test('still opens after a jump within the page and a reload', async () => {
    await page.goto(linkOf(someones));
    await record().getByRole('link', { name: 'Source 1' }).first().click();
    await page.waitForFunction(() => location.hash.startsWith('#p='));
    await page.reload();
    await record().getByRole('strong').getByText(markup, { exact: true }).waitFor();
  });

  test('is legible on a phone and sound for assistive technology', async () => {
    await prepareAxe(visitor.context);
    await page.goto('about:blank');
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(linkOf(someones));
    await record().waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });
});

describe('one’s own plan', () => {
  test('is untouched by reading another’s, and asked about before a copy takes its place', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await addCourse(page, 'study.com social psychology', 'Advanced Social Psychology');
    await saved(page);
    const own = (await saveToFile(page)).text;

    await page.goto(linkOf(someones));
    await record().waitFor();
    await openPlanner(page);
    await credit(page, composition).waitFor();
    expect((await saveToFile(page)).text).toBe(own);

    await page.goto(linkOf(someones));
    await page.getByRole('button', { name: 'Open a copy in my planner' }).click();
    await page.getByRole('button', { name: 'Keep my plan' }).click();
    expect((await saveToFile(page)).text).toBe(own);

    await page.goto(linkOf(someones));
    await page.getByRole('button', { name: 'Open a copy in my planner' }).click();
    await page.getByRole('button', { name: 'Replace my plan' }).click();
    await credit(page, markup).waitFor();
    expect(await titles(page)).toEqual([composition, 'gone/away', markup]);
    await saved(page);
    await page.reload();
    await yourCourses(page).waitFor();
    expect(await titles(page)).toEqual([composition, 'gone/away', markup]);
  });

  test('is the copy where there was none', async () => {
    await page.goto(linkOf(someones));
    await page.getByRole('button', { name: 'Open a copy in my planner' }).click();
    await credit(page, composition).getByText('Moved by you').waitFor();
    await saved(page);
    const copy = JSON.parse((await saveToFile(page)).text) as Plan;
    expect(copy.credits).toEqual(someones.credits);
    expect(copy.id).not.toBe('shared');
  });
});

const whole = linkOf(someones);
const refused: [what: string, address: string, says: RegExp][] = [
  ['without a plan', '/planner/shared/', /There is no plan in this address/],
  ['cut short', whole.slice(0, -10), /This link was cut/],
  ['cut after a few letters', whole.slice(0, '/planner/shared/#p=BA'.length), /This link was cut/],
  ['altered', whole.replace(/.(?=.{5}$)/, (letter) => (letter === 'A' ? 'B' : 'A')), /changed on its way/],
  ['of markup', '/planner/shared/#p=<img src=x onerror=alert(1)>', /This link was (?:cut|changed)/],
];

describe('a link', () => {
  test.for(refused)('%s says what is wrong and what to do', async ([, address, says]) => {
    await page.goto(address);
    const note = page.getByRole('alert');
    await note.waitFor();
    expect(await note.innerText()).toMatch(says);
    expect(await note.innerText()).toMatch(/Ask for/);
    expect(await page.getByRole('article').count()).toBe(0);
  });

  test('of 1 MB is refused at once', async () => {
    await page.goto('/planner/shared/');
    await page.getByRole('alert').waitFor();
    const began = Date.now();
    await page.evaluate((letters) => (location.hash = `p=${letters}`), 'A'.repeat(1_000_000));
    await page.getByRole('alert').filter({ hasText: 'too long to be a plan' }).waitFor();
    expect(Date.now() - began).toBeLessThan(5000);
  });

  test('that is mended in the address bar opens without a reload', async () => {
    await page.goto(whole.slice(0, -10));
    await page.getByRole('alert').waitFor();
    await page.evaluate((hash) => (location.hash = hash), whole.slice(whole.indexOf('#')));
    await record().getByRole('strong').getByText(markup, { exact: true }).waitFor();
  });

  test('to a degree that the catalog does not have still names its courses', async () => {
    await page.goto(linkOf({ ...someones, degree: 'tesu/ba-of-tomorrow' }));
    await page.getByText(/degree that is not in our catalog/).waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: composition }).innerText()).toMatch(/Completed/);
  });
});

describe('what is kept of a plan', () => {
  test('on paper is a record with every source, and the screen is as before', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await page.evaluate(() => {
      // What the printer sees is noted between the browser's two events.
      addEventListener('beforeprint', () => {
        document.body.dataset['printed'] = document.querySelector('.printed')?.textContent ?? '';
      });
    });
    await page.pdf();
    const printed = await page.evaluate(() => document.body.dataset['printed'] ?? '');
    for (const words of [
      'Bachelor of Arts in Liberal Studies',
      'Catalog year',
      'Made by',
      composition,
      'Thinking about it',
      'published',
      'still needed',
      'Most the school takes',
      'https://',
      'The school decides; ask its registrar.',
    ])
      expect(printed).toContain(words);
    await page.locator('.printed').waitFor({ state: 'detached' });
    expect(await titles(page)).toEqual([composition]);
  });

  test('as CSV is a table with a row for each part of a course', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^credit-map-.*\.csv$/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^\uFEFFCourse,Provider,Status,/);
    expect(text.split('\r\n').filter((row) => row.startsWith(`${composition},CLEP,`))).toHaveLength(2);
  });
});
