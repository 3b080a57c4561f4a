/** Many courses at once: pasted, or from a file; each line reviewed before it is added. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { altered, bakedChunk, credential, png, signed } from '../planner/import/badge-files.ts';
import { lockedPdf, scanPdf, textPdf, type Cell } from './pdf-files.ts';
import { addCourse, answer, credit, saved, saveToFile, startPlan, titles } from './planner-page.ts';
import { eachVisit, faultsInEveryLook, prepareAxe, scrollsSideways, type Visit } from './visit.ts';

let visitor: Visit;
let page: Page;

const another = eachVisit((next) => {
  visitor = next;
  page = next.page;
});

async function openImport(): Promise<void> {
  await page.getByText('Paste a list or open a file', { exact: true }).click();
  await page.getByLabel('Your list, or the text of a transcript').waitFor();
}

const read = () => page.getByRole('button', { name: 'Read and check' }).click();

async function paste(text: string): Promise<void> {
  await page.getByLabel('Your list, or the text of a transcript').fill(text);
  await read();
}

async function choose(name: string, buffer: Uint8Array): Promise<void> {
  await page
    .getByLabel('Or a file', { exact: true })
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) });
  await read();
}

const choice = (line: number) => page.getByLabel(`Line ${line} is`, { exact: true });
const chosen = (line: number) => choice(line).locator('option:checked').innerText();
const problem = () =>
  page.getByRole('alert').filter({ has: page.getByRole('heading', { name: 'There is a problem' }) });
const focused = () => page.evaluate(() => document.activeElement?.id);

const transcript = `Sophia Learning
Introduction to Ethics\t3 semester hours\t2024-03-12
Intro to Statistics
CLEP
College Composition  58
State University of Somewhere
Fall 2021
ART 101  Drawing for Everyone  3.00  3.00  B  9.00
ART 102  Painting  3.00  0.00  W  0.00
Term GPA: 3.00`;

describe('a pasted transcript', () => {
  test('is reviewed line by line, then added in one step that one undo takes back', async () => {
    await startPlan(page);
    await openImport();
    await paste(transcript);
    await page.getByRole('heading', { name: 'Check 5 lines' }).waitFor();
    expect(await focused()).toBe('import-title');
    await page.getByText('2 found, 1 to choose, 1 of a college, 1 without credit.').waitFor();
    expect(await chosen(2)).toMatch(/^Introduction to Ethics \(Sophia Learning/);
    expect(await chosen(3)).toBe('Choose…');
    expect(await chosen(8)).toBe('A course of my own, not in this list');
    expect(await chosen(9)).toBe('Leave it out');
    await page.getByText('5 lines that don’t look like courses').click();
    await page.getByText('Term GPA: 3.00', { exact: true }).waitFor();

    await page.getByRole('button', { name: /^Add \d courses/ }).click();
    await problem().getByRole('link', { name: 'Line 3: Choose a course, or leave the line out' }).click();
    expect(await focused()).toBe('import-2-choice');
    await choice(3).selectOption('sophia/introduction-to-statistics');
    await page.getByRole('button', { name: 'Add 4 courses' }).click();
    await credit(page, 'Introduction to Ethics').waitFor();
    expect(await titles(page)).toEqual([
      'Introduction to Ethics',
      'Introduction to Statistics',
      'College Composition',
      'Drawing for Everyone',
    ]);
    await page.getByText('4 courses added.', { exact: true }).waitFor({ state: 'attached' });
    await expect.poll(focused).toBe('credits-title');
    await saved(page);
    const plan = JSON.parse((await saveToFile(page)).text) as { credits: object[] };
    expect(plan.credits).toMatchObject([
      { course: 'sophia/introduction-to-ethics', status: 'completed', completedOn: '2024-03-12' },
      { course: 'sophia/introduction-to-statistics', status: 'completed' },
      { course: 'clep/college-composition', status: 'completed', score: 58 },
      {
        typed: { title: 'Drawing for Everyone', semesterHours: 3, level: 'lower-division', source: 'college' },
        status: 'completed',
        grade: 'B',
      },
    ]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await credit(page, 'Introduction to Ethics').waitFor({ state: 'detached' });
    expect(await titles(page)).toEqual([]);
  });

  test('has markup in a title, and a line that looks like no course: both can be added as one’s own', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', 'College Composition');
    await openImport();
    const title = '<img src=x onerror="document.title=`run`">';
    await paste(`CLEP College Composition\n${title}\nPage 1 of 2`);
    await page.getByText('In your plan already', { exact: true }).waitFor();
    await choice(2).selectOption({ label: 'A course of my own, not in this list' });
    await page.getByRole('button', { name: 'Add 1 course', exact: true }).click();
    for (const words of ['Enter the semester hours', 'Choose the level', 'Choose where the credit comes from'])
      await problem()
        .getByRole('link', { name: `Line 2: ${words}` })
        .waitFor();
    const own = page.getByRole('group', { name: 'Line 2, your own course' });
    await own.getByLabel('Semester hours').fill('3');
    await own.getByLabel('Level').selectOption('upper-division');
    await own.getByLabel('Where the credit comes from').selectOption('college');
    await page.getByText('1 line that doesn’t look like a course').click();
    await page.getByRole('button', { name: /^Use this line ?: Page 1 of 2$/ }).click();
    await expect.poll(focused).toBe('import-2-choice');
    await choice(3).selectOption({ label: 'Leave it out' });
    await page.getByRole('button', { name: 'Add 1 course', exact: true }).click();
    await credit(page, title).waitFor();
    expect(await page.title()).not.toBe('run');
    expect(await titles(page)).toEqual(['College Composition', title]);
  });

  test('can be read, put aside and read again, and what was typed stays', async () => {
    await startPlan(page);
    await openImport();
    await read();
    await problem().getByText('Paste your list, or choose a file').waitFor();
    await paste('Basket Weaving\nPot Throwing');
    await page.getByRole('button', { name: 'Leave out the 2 lines not chosen yet' }).click();
    expect(await chosen(2)).toBe('Leave it out');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add 0 courses');
    await page.getByRole('button', { name: 'Back to the list' }).click();
    expect(await page.getByLabel('Your list, or the text of a transcript').inputValue()).toBe(
      'Basket Weaving\nPot Throwing',
    );
    await expect.poll(focused).toBe('import-text');
    expect(await titles(page)).toEqual([]);
  });
});

describe('a file', () => {
  test('of UTF-16 with semicolons and 5,000 rows is read, and a plan takes what has room', async () => {
    await startPlan(page);
    await openImport();
    const rows = Array.from({ length: 4999 }, (_, i) => `Basket Weaving ${i};3;B;Some College`);
    const table = ['\ufeffTitle;Credits;Grade;School', 'Introduction to Ethics;3;;Sophia', ...rows].join('\r\n');
    await choose('courses.csv', Buffer.from(table, 'utf16le'));
    await page.getByRole('heading', { name: 'Check 5000 lines' }).waitFor();
    expect(await chosen(2)).toMatch(/^Introduction to Ethics \(Sophia Learning/);
    await page.getByRole('button', { name: 'Add 5000 courses' }).click();
    await problem().getByText('A plan can have 500 courses. There is room for 500 more.').waitFor();
    await page.getByRole('button', { name: 'Show 60 more of the 5000' }).click();
    await choice(121).waitFor();
    expect(await titles(page)).toEqual([]);
  });

  test('that is a badge with a wrong signature is left out unless it is made one’s own course', async () => {
    await startPlan(page);
    await openImport();
    const jwt = await signed(credential);
    await choose('badge.png', png(bakedChunk(jwt, 'openbadgecredential')));
    await page.getByText('The badge was not changed after it was signed').waitFor();
    expect(await chosen(1)).toMatch(/^Introduction to Ethics \(Sophia Learning/);
    await page.getByRole('button', { name: 'Back to the list' }).click();

    await choose('badge.jwt', Buffer.from(altered(jwt)));
    await page.getByText('Signature wrong', { exact: true }).waitFor();
    expect(await chosen(1)).toBe('Leave it out');
    expect(await choice(1).locator('option').allInnerTexts()).toEqual([
      'A course of my own, not in this list',
      'Leave it out',
    ]);
  });

  const cells: readonly Cell[] = [
    ['State University of Somewhere', 50, 740],
    ['B', 450, 700],
    ['ART 101', 50, 700],
    ['Drawing for Everyone', 130, 700],
    ['3.00', 380, 700],
  ];

  test('that is a PDF is read in the browser, by a reader of our own that comes only then', async () => {
    await startPlan(page);
    const loaded = () => visitor.requests.filter((request) => /pdf|Import|table/i.test(request));
    expect(loaded()).toEqual([]);
    await openImport();
    expect(loaded().filter((request) => /pdf|table/i.test(request))).toEqual([]);
    await choose('transcript.pdf', textPdf(cells));
    await page.getByRole('heading', { name: 'Check 1 line', exact: true }).waitFor();
    await page.getByText('3 hours · grade B').waitFor();
    expect(
      await page.getByRole('group', { name: 'Line 2, your own course' }).getByLabel('Course title').inputValue(),
    ).toBe('Drawing for Everyone');
    expect(loaded().some((request) => /^GET \/_astro\/pdf\.worker\.\S+\.mjs$/.test(request))).toBe(true);
  });

  const refused: [kind: string, name: string, make: () => Uint8Array, says: RegExp][] = [
    ['a PDF of pictures', 'scan.pdf', scanPdf, /is a scan/],
    ['a PDF that is locked', 'locked.pdf', () => lockedPdf(cells), /locked with a password/],
    ['a PDF cut short', 'cut.pdf', () => textPdf(cells).subarray(0, 30), /damaged/],
    ['a picture', 'photo.png', () => png(), /no badge inside/],
    ['of an office program', 'list.xlsx', () => Buffer.from('PK\x03\x04rest'), /Excel or Word/],
  ];

  test.for(refused)('that is %s is refused in plain words, and the plan stays', async ([, name, make, says]) => {
    await startPlan(page);
    await addCourse(page, 'clep composition', 'College Composition');
    const before = await answer(page);
    await openImport();
    await page.getByLabel('Your list, or the text of a transcript').fill('Introduction to Ethics');
    await choose(name, make());
    await problem().waitFor();
    expect(await problem().innerText()).toMatch(says);
    expect(await page.getByLabel('Your list, or the text of a transcript').inputValue()).toBe('Introduction to Ethics');
    expect(await titles(page)).toEqual(['College Composition']);
    expect(await answer(page)).toBe(before);
  });

  test('of 50 MB is refused before it is read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-map-badge-'));
    const path = join(folder, 'badge.json');
    writeFileSync(path, Buffer.alloc(50_000_000, '{'));
    await startPlan(page);
    await openImport();
    await page.getByLabel('Or a file', { exact: true }).setInputFiles(path);
    await read();
    await problem()
      .getByText(/too large/)
      .waitFor();
    rmSync(folder, { recursive: true });
  });

  test('can’t be read where what reads PDFs does not arrive, and that is said', async () => {
    await startPlan(page);
    await openImport();
    visitor.expected.push(/404.*\/pdf\./);
    await page.route('**/pdf.*', (route) => route.fulfill({ status: 404, body: '' }));
    await choose('transcript.pdf', textPdf(cells));
    await problem()
      .getByText(/could not be loaded/)
      .waitFor();
  });
});

test('the review has no fault that axe finds, fits a phone, and works by keyboard alone', async () => {
  await visitor.context.close();
  visitor = await another({ viewport: { width: 320, height: 700 } });
  page = visitor.page;
  await prepareAxe(visitor.context);
  await startPlan(page);
  await page.getByText('Paste a list or open a file', { exact: true }).press('Enter');
  await page.getByLabel('Your list, or the text of a transcript').fill(`${transcript}\n${'Longword'.repeat(30)}`);
  await page.getByRole('button', { name: 'Read and check' }).press('Enter');
  await page.getByRole('heading', { name: 'Check 6 lines' }).waitFor();
  await page.getByRole('button', { name: /^Add \d course/ }).press('Enter');
  await problem().waitFor();
  expect(await faultsInEveryLook(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: /^Leave out the/ }).press('Enter');
  await page.getByRole('button', { name: 'Add 3 courses' }).press('Enter');
  await expect.poll(focused).toBe('credits-title');
  expect(await titles(page)).toHaveLength(3);
});
