/** A device and a browser that fail while someone plans. What the pure saving makes of it is in `test/planner/`. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addFigures, isDeep } from '../figures.ts';
import { addCourse, credit, openPlanner, saved, saveToFile, startPlan, titles } from './planner-page.ts';
import { eachVisit, type Visit } from './visit.ts';

const composition = 'College Composition';
const psychology = 'Advanced Social Psychology';

let visitor: Visit;
let page: Page;

eachVisit((next) => {
  visitor = next;
  page = next.page;
});

async function firstPlan(): Promise<void> {
  await startPlan(page);
  await addCourse(page, 'clep composition', composition);
  await saved(page);
}

/** Puts a text where each plan lies on the device, and takes the versions away. */
async function storeAs(text: string): Promise<void> {
  await page.goto('/about/');
  await page.evaluate(async (stored) => {
    const opened = indexedDB.open('credit-map');
    await new Promise((done) => (opened.onsuccess = done));
    const transaction = opened.result.transaction('plan', 'readwrite');
    const store = transaction.objectStore('plan');
    const keys = store.getAllKeys();
    keys.onsuccess = () =>
      keys.result.map(String).forEach((key) => {
        if (key.startsWith('plan ')) store.put({ writer: 'x', text: stored }, key);
        else if (key.startsWith('version ')) store.delete(key);
      });
    await new Promise((done) => (transaction.oncomplete = done));
    opened.result.close();
  }, text);
}

test('a plan that can’t be read at all is not passed over: it is said, and its text can be saved to a file (S3)', async () => {
  await firstPlan();
  await storeAs('{"kind":"credit-map-plan","credits":[');
  await openPlanner(page);
  const note = page.getByRole('region', { name: 'A plan could not be read' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    note.getByRole('button', { name: 'Save the copy to a file' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toBe('{"kind":"credit-map-plan","credits":[');
  await note.getByRole('button', { name: 'Delete the copy' }).click();
  await note.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Have a plan already?' }).and(page.locator(':focus')).waitFor();
  await page.reload();
  await openPlanner(page);
  await page.getByLabel('Open a plan from a file').waitFor();
  expect(await note.count()).toBe(0);
});

test('a plan of a newer version is told of before anything else is begun (T4)', async () => {
  await firstPlan();
  await storeAs('{"kind":"credit-map-plan","version":99}');
  await openPlanner(page);
  await page.getByRole('alert').filter({ hasText: 'newer version of this page. Reload the page to see it' }).waitFor();
});

test('a connection to the database that is lost is opened again, and the plan is saved (S5)', async () => {
  await firstPlan();
  await page.evaluate(() => {
    const { prototype } = IDBDatabase;
    const { transaction } = prototype;
    prototype.transaction = function () {
      prototype.transaction = transaction;
      throw new DOMException('Connection to Indexed Database server lost', 'InvalidStateError');
    };
  });
  await addCourse(page, 'study.com social psychology', psychology);
  await saved(page);
  await page.reload();
  await credit(page, psychology).waitFor();
});

test('a write that breaks off half-way leaves the plan as it was, says so, and is made up for by the next (S2, M3)', async () => {
  await firstPlan();
  const fails = await page.evaluateHandle(() => {
    const { prototype } = IDBObjectStore;
    const { put } = prototype;
    const state = { left: 0, puts: 0, mend: () => (prototype.put = put) };
    prototype.put = function (...given: Parameters<typeof put>) {
      state.puts += 1;
      if (state.puts % 2 === 0) throw new DOMException('Broken for the test', 'DataError');
      return put.apply(this, given);
    };
    return state;
  });
  await addCourse(page, 'study.com social psychology', psychology);
  await page.getByRole('alert').filter({ hasText: 'Save it to a file' }).waitFor();
  const other = await visitor.context.newPage();
  await openPlanner(other);
  await credit(other, composition).waitFor();
  expect(await credit(other, psychology).count()).toBe(0);
  await other.close();

  await fails.evaluate((state) => state.mend());
  await addCourse(page, 'clep biology', 'Biology');
  await saved(page);
  await page.reload();
  await credit(page, psychology).waitFor();
  await credit(page, 'Biology').waitFor();
});

test.for([1, 2, 3, 5])(
  'a device that is full from its put number %i on: it is said, nothing is lost, and all is saved once there is room (S2)',
  async (first) => {
    await firstPlan();
    const room = await page.evaluateHandle((n) => {
      const { prototype } = IDBObjectStore;
      const { put } = prototype;
      let puts = 0;
      prototype.put = function (...given: Parameters<typeof put>) {
        puts += 1;
        if (puts >= n) throw new DOMException('Full for the test', 'QuotaExceededError');
        return put.apply(this, given);
      };
      return { make: () => (prototype.put = put) };
    }, first);
    const added: [words: string, title: string][] = [
      ['study.com social psychology', psychology],
      ['clep biology', 'Biology'],
      ['clep chemistry', 'Chemistry'],
    ];
    const full = page.getByRole('alert').filter({ hasText: 'has no space left, so your plan is not saved' });
    /** What was there when the page last called its plan saved. */
    let kept = [composition];
    for (const [words, title] of added) {
      await addCourse(page, words, title);
      const isSaved = page.getByText('Saved on this device', { exact: true });
      // "Saving…" stands between the two, so neither is left from the course before.
      await isSaved.or(full).first().waitFor();
      if (await isSaved.isVisible()) kept = await titles(page);
    }
    await full.waitFor();
    const shown = await titles(page);
    expect(shown).toEqual([composition, ...added.map(([, title]) => title)]);
    const { text } = await saveToFile(page);
    expect((JSON.parse(text) as { credits: unknown[] }).credits).toHaveLength(shown.length);

    const other = await visitor.context.newPage();
    await openPlanner(other);
    await credit(other, composition).waitFor();
    expect(await titles(other)).toEqual(kept);
    await other.close();

    await room.evaluate(({ make }) => make());
    await addCourse(page, 'clep calculus', 'Calculus');
    await saved(page);
    await page.reload();
    await credit(page, 'Calculus').waitFor();
    expect(await titles(page)).toEqual([...shown, 'Calculus']);
  },
);

/** Types a name for the plan; the press that gives it is left to the test. */
async function typeName(tab: Page, name: string): Promise<void> {
  await tab
    .getByText('Name and earlier versions')
    .evaluate((summary) => summary.closest('details')?.setAttribute('open', ''));
  await tab.getByLabel('Name of the plan').fill(name);
}

/** Ends the page as a crash does: nothing of it runs any more. */
async function crash(tab: Page): Promise<void> {
  const crashed = tab.waitForEvent('crash');
  const session = await visitor.context.newCDPSession(tab);
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}

test('a tab that crashes loses nothing that was called saved (S6)', async () => {
  await firstPlan();
  const kills = isDeep ? 100 : 3;
  let tab = page;
  let [killed, lost] = [0, 0];
  for (let kill = 1; kill <= kills; kill += 1) {
    const name = `Kill ${kill}`;
    await typeName(tab, name);
    await tab.getByRole('button', { name: 'Rename' }).click();
    await tab.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    await saved(tab);
    await crash(tab);
    killed += 1;
    tab = await visitor.context.newPage();
    await openPlanner(tab);
    const heading = tab.getByRole('heading', { level: 2, name, exact: true });
    await heading.waitFor().catch(() => (lost += 1));
  }
  addFigures('Tabs killed, in a browser', { kills: killed, 'saved edits lost': lost });
  expect(lost).toBe(0);
});

test('a tab that crashes in the middle of a save has the plan of before it or after it, never a mixture (S6)', async () => {
  await firstPlan();
  const kills = isDeep ? 100 : 10;
  let tab = page;
  let before = await tab.locator('.plan-name').innerText();
  for (let kill = 0; kill < kills; kill += 1) {
    const name = `Kill ${kill}`;
    await typeName(tab, name);
    await saved(tab);
    const session = await visitor.context.newCDPSession(tab);
    const crashed = tab.waitForEvent('crash');
    // The page presses by itself and says nothing of it, so that the crash waits for no answer of it.
    const button = await tab.getByRole('button', { name: 'Rename' }).elementHandle();
    void button?.evaluate((it) => (it as HTMLElement).click()).catch(() => undefined);
    // From 0 to 60 ms, most of them short: a save takes a few.
    await new Promise((done) => setTimeout(done, 60 * (kill / (kills - 1)) ** 3));
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    tab = await visitor.context.newPage();
    await openPlanner(tab);
    const shown = await tab.locator('.plan-name').innerText();
    expect([before, name]).toContain(shown);
    expect(await titles(tab)).toEqual([composition]);
    expect(await tab.getByText(/could not be read|was kept aside/).count()).toBe(0);
    // What can be undone belongs to the plan that is shown.
    if (shown === name) {
      for (const [button, then] of [
        ['Undo', before],
        ['Redo', name],
      ] as const) {
        await tab.getByRole('button', { name: button, exact: true }).click();
        await expect.poll(() => tab.locator('.plan-name').innerText()).toBe(then);
      }
    }
    before = shown;
  }
  addFigures('Tabs killed, in a browser', { 'in a save': kills });
});
