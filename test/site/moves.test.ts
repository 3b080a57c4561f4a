/** Every move of credit, each way: dragged, from a menu, by key; and what the map and the planner say about it. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { addCourse, answer, credit, startPlan, unfold, yourCourses } from './planner-page.ts';
import { faultsInEveryLook, prepareAxe, scrollsSideways, visit, type Visit } from './visit.ts';

let browser: Browser;
let visitor: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function begin(options: Parameters<typeof visit>[1] = {}): Promise<void> {
  visitor = await visit(browser, { reducedMotion: 'reduce', ...options });
  page = visitor.page;
}
beforeEach(() => begin());
afterEach(async () => {
  await visitor.context.close();
  expect(visitor.complaints).toEqual([]);
});

const psychology = 'Advanced Social Psychology';
const composition = 'College Composition';

const grip = (title: string): Locator => page.getByRole('button', { name: `Move ${title}`, exact: true });
const note = (): Locator => page.getByRole('region', { name: 'What your move did' });
const bar = (): Locator => page.getByRole('region', { name: /^Moving / });
const places = (): Locator => page.getByRole('listbox', { name: 'Where it goes' });
const chosenPlace = (): Locator => places().getByRole('option', { selected: true });
const entryOf = (block: string): Locator => page.locator(`#block-${block}`);
const onMap = (block: string): Locator => page.locator(`.map-territory[data-block="${block}"]`);
const said = (words: RegExp): Promise<void> => page.getByRole('status').filter({ hasText: words }).first().waitFor();

/** A plan with the course that most tests move. It lands in the social sciences by itself. */
async function planToMove(): Promise<void> {
  await startPlan(page);
  await addCourse(page, 'study.com social psychology', psychology);
  await grip(psychology).waitFor();
  await entryOf('social-sciences').getByRole('link', { name: psychology }).waitFor();
}

const movedTo = (block: string): Promise<void> => entryOf(block).getByText('put here by you').waitFor();

async function middleOf(place: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Scrolls so that both are in the window, away from its edges, where a drag would scroll. */
async function bringIntoView(...places: Locator[]): Promise<void> {
  const tops = await Promise.all(places.map(async (place) => (await middleOf(place)).y));
  const height = page.viewportSize()?.height ?? 0;
  await page.evaluate(
    (by) => scrollBy({ top: by, behavior: 'instant' }),
    (Math.min(...tops) + Math.max(...tops) - height) / 2,
  );
}

describe('with the mouse', () => {
  test('a course is dragged to a territory of the map: what fits is marked, and the move is made and said', async () => {
    await planToMove();
    await page.setViewportSize({ width: 1280, height: 1800 });
    await bringIntoView(grip(psychology), onMap('free-electives'));
    const from = await middleOf(grip(psychology));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 5, { steps: 3 });
    await page.locator('.in-hand').waitFor();
    expect(await onMap('free-electives').getAttribute('data-drop')).toBe('fits');
    expect(await onMap('oral-communication').getAttribute('data-drop')).toBe('no');
    const to = await middleOf(onMap('free-electives').locator('svg').first());
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.locator('.in-hand').getByText('to Free electives').waitFor();
    await page.mouse.up();
    await movedTo('free-electives');
    await said(/moved.*It lands in Free electives/);
    expect(await page.locator('[data-drop], .in-hand').count()).toBe(0);
    await onMap('free-electives').locator('use[href$="-pin"]').waitFor();
    expect(await onMap('free-electives').getAttribute('aria-label')).toMatch(/1 put here by you/);
  });

  test('a drag near the edge scrolls to what is out of sight', async () => {
    await planToMove();
    await bringIntoView(grip(psychology));
    const from = await middleOf(grip(psychology));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const before = await page.evaluate(() => scrollY);
    await page.mouse.move(800, (page.viewportSize()?.height ?? 0) - 5, { steps: 4 });
    await page.waitForFunction((start) => scrollY > start + 200, before);
    await page.keyboard.press('Escape');
    const stopped = await page.evaluate(() => scrollY);
    await page.mouse.up();
    await said(/Not moved/);
    expect(await bar().count()).toBe(0);
    expect(await page.evaluate(() => scrollY)).toBe(stopped);
    expect(await credit(page, psychology).getByText('Moved by you').count()).toBe(0);
  });
});

describe('with a finger', () => {
  /** A finger of the browser's own: it scrolls, rests and lifts as on a phone. */
  async function finger() {
    const session = await visitor.context.newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
    return send;
  }

  beforeEach(async () => {
    await visitor.context.close();
    await begin({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  });

  test('a long press on the handle picks the course up, and lifting the finger drops it', async () => {
    await planToMove();
    const touch = await finger();
    await bringIntoView(grip(psychology));
    const from = await middleOf(grip(psychology));
    await touch('touchStart', from);
    await page.locator('.in-hand').waitFor();
    // The map comes to where the finger is.
    const to = await middleOf(onMap('free-electives').locator('svg').first());
    expect(to.y).toBeGreaterThan(0);
    expect(to.y).toBeLessThan(740);
    for (const part of [0.25, 0.5, 0.75, 1])
      await touch('touchMove', { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    await page.locator('.in-hand').getByText('to Free electives').waitFor();
    await touch('touchEnd');
    await movedTo('free-electives');
  });

  test('a finger that moves at once scrolls the page and moves nothing', async () => {
    await planToMove();
    const touch = await finger();
    await grip(psychology).scrollIntoViewIfNeeded();
    const from = await middleOf(grip(psychology));
    const before = await page.evaluate(() => scrollY);
    await touch('touchStart', from);
    for (let step = 1; step <= 10; step += 1) await touch('touchMove', { x: from.x, y: from.y - step * 20 });
    await touch('touchEnd');
    await page.waitForFunction((start) => scrollY > start + 50, before);
    expect(await page.locator('.in-hand').count()).toBe(0);
    expect(await credit(page, psychology).getByText('Moved by you').count()).toBe(0);
  });

  test('without dragging: a tap on the handle, then a tap on the block', async () => {
    await planToMove();
    await grip(psychology).tap();
    await bar().waitFor();
    await entryOf('free-electives').getByRole('heading').tap();
    await movedTo('free-electives');
    expect(await bar().count()).toBe(0);
  });

  test('the first tap on the map shows what a block holds, and the panel leads to its entry', async () => {
    await planToMove();
    await onMap('social-sciences').locator('svg').first().tap();
    const panel = page.locator('.map-panel');
    await panel.getByText(`${psychology}, 3 hours`).waitFor();
    const box = await panel.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    expect(await scrollsSideways(page)).toBe(false);
    await panel.getByRole('link', { name: 'Go to this requirement' }).tap();
    await page.waitForFunction(() => document.activeElement?.id === 'block-social-sciences');
  });
});

describe('from a menu', () => {
  test('a course is used in a block, kept out of one, and given back to the planner', async () => {
    await planToMove();
    const entry = credit(page, psychology);
    await unfold(entry);
    const choose = async (label: string) => {
      await entry.getByLabel('Move to').selectOption({ label });
      await entry.getByRole('button', { name: 'Move', exact: true }).click();
    };
    await choose('Free electives');
    await movedTo('free-electives');
    await entry.getByText('Moved by you').waitFor();
    await choose('Not in Free electives');
    await said(/moved/);
    await choose('The planner’s choice');
    await entryOf('social-sciences').getByRole('link', { name: psychology }).waitFor();
    expect(await entry.locator('.pin-tag').count()).toBe(0);
  });

  test('from the other side: a block takes one of the courses that may fill it', async () => {
    await planToMove();
    const block = entryOf('free-electives');
    await block.getByText('What fits').click();
    const press = block.getByRole('button', { name: 'Move here' });
    await press.click();
    await block.getByText('Choose a course').first().waitFor();
    await block.getByLabel('Move one of your courses here').selectOption({ index: 1 });
    await press.click();
    await movedTo('free-electives');
  });

  test('a pin is released where it shows', async () => {
    await planToMove();
    const entry = credit(page, psychology);
    await unfold(entry);
    await entry.getByLabel('Move to').selectOption({ label: 'Free electives' });
    await entry.getByRole('button', { name: 'Move', exact: true }).click();
    await entry.getByRole('button', { name: /^Release/ }).click();
    await said(/It lands in Social sciences/);
    expect(await entry.locator('.pin-tag').count()).toBe(0);
  });
});

describe('by key', () => {
  test.each([1280, 360])('in a window %i wide, all that stands below a course stays where it is', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await planToMove();
    const entry = credit(page, psychology);
    const height = async () => (await entry.boundingBox())?.height;
    const before = await height();
    await grip(psychology).focus();
    await page.keyboard.press('m');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await entry.getByRole('button', { name: /^Release/ }).waitFor();
    expect(await height()).toBe(before);
  });

  test('on a phone the handle of a second part covers nothing that is said of the first', async () => {
    await page.setViewportSize({ width: 360, height: 900 });
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    const entry = credit(page, composition);
    await entry.locator('[data-move]').first().focus();
    for (const key of ['m', 'End', 'Enter']) await page.keyboard.press(key);
    const release = entry.getByRole('button', { name: /^Release/ });
    await release.waitFor();
    const atItsEnd = await release.evaluate((button) => {
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { right, top, height } = button.getBoundingClientRect();
      return document.elementFromPoint(right - 1, top + height / 2) === button;
    });
    expect(atItsEnd).toBe(true);
  });

  test('M picks up, arrows choose and say where, Enter drops, and the focus is back on the handle', async () => {
    await planToMove();
    await grip(psychology).focus();
    await page.keyboard.press('m');
    await said(/^Moving Advanced Social Psychology\. \d+ blocks fit\. Arrow keys choose/);
    // A screen reader hands arrow keys to the page only where they choose from a list: the focus is on it.
    await expect.poll(() => places().evaluate((list) => list === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await chosenPlace()
      .filter({ hasText: /^Block 1 of \d+: .+\. (It is here now|Full|.*still needed)/ })
      .waitFor();
    await page.keyboard.press('End');
    await chosenPlace()
      .filter({ hasText: /^Block (\d+) of \1: Free electives\. 30 hours still needed\.$/ })
      .waitFor();
    expect(await places().getAttribute('aria-activedescendant')).toBe(await chosenPlace().getAttribute('id'));
    expect(await entryOf('free-electives').getAttribute('data-drop')).toBe('fits here');
    await page.keyboard.press('Enter');
    await movedTo('free-electives');
    await said(/It lands in Free electives\. The hours stay the same\./);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(`Move ${psychology}`);
    await page.keyboard.press('Control+z');
    await entryOf('social-sciences').getByRole('link', { name: psychology }).waitFor();
  });

  test('Escape stops, and M in a text field is a letter', async () => {
    await planToMove();
    await grip(psychology).press('Enter');
    await bar().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await said(/^Not moved/);
    expect(await bar().count()).toBe(0);
    expect(await page.locator('[data-drop]').count()).toBe(0);
    const entry = credit(page, psychology);
    await unfold(entry);
    await entry.getByLabel('Move to').focus();
    await page.keyboard.press('m');
    expect(await bar().count()).toBe(0);
  });

  test('a course that no requirement takes says so instead of moving', async () => {
    await startPlan(page);
    await page.getByText('Not in the list? Type it in').click();
    await page.getByLabel('Course title').fill('Welding');
    await page.getByLabel('Semester hours', { exact: true }).fill('3');
    await page.getByRole('radio', { name: /^Vocational/ }).check();
    await page
      .getByRole('radio', { name: /college/i })
      .first()
      .check();
    await page.getByRole('button', { name: 'Add this course' }).click();
    await credit(page, 'Welding').waitFor();
    if ((await grip('Welding').count()) === 0) return;
    await grip('Welding').press('m');
    await said(/fits no requirement|blocks? fits?/);
  });
});

describe('a move that breaks a rule', () => {
  /** Drags the course onto a block that does not take it. */
  async function dragWrong(): Promise<void> {
    await planToMove();
    await page.setViewportSize({ width: 1280, height: 1800 });
    await bringIntoView(grip(psychology), entryOf('oral-communication'));
    const from = await middleOf(grip(psychology));
    const to = await middleOf(entryOf('oral-communication').getByRole('heading'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.locator('.in-hand').getByText('does not fit here').waitFor();
    await page.mouse.up();
    await note().waitFor();
  }

  test('is made and explained, with the rule, its source and the smallest repair, which mends it', async () => {
    await dragWrong();
    const words = await note().innerText();
    expect(words).toMatch(/can’t be used in Oral communication\. It does not fit/);
    expect(words).toMatch(/asks for another kind of credit\. .*public speaking/);
    expect(await note().getByRole('link').count()).toBeGreaterThan(0);
    await said(/can’t be used in Oral communication/);
    await expect.poll(() => note().evaluate((element) => element === document.activeElement)).toBe(true);
    const entry = credit(page, psychology);
    await entry.getByText('Set aside').waitFor();

    await note()
      .getByRole('button', { name: `Let the planner choose the place of ${psychology}` })
      .click();
    await entry.locator('.pin-tag').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement !== document.body);
  });

  test('is put away with Escape, and the focus goes back', async () => {
    await dragWrong();
    await page.keyboard.press('Escape');
    await note().waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(`Move ${psychology}`);
  });

  test('or costs hours: how many, why, and what gives them back', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await addCourse(page, 'clep composition modular', 'College Composition Modular');
    const before = await answer(page);
    const entry = credit(page, composition);
    await unfold(entry);
    await entry
      .getByLabel(/^Move /)
      .first()
      .selectOption({ label: 'Don’t use it in this degree' });
    await entry.getByRole('button', { name: 'Move', exact: true }).first().click();
    await note().waitFor();
    expect(await note().innerText()).toMatch(/Hours: −3 sure, −3 likely/);
    expect(await note().innerText()).toMatch(/Hours are missing now in English Composition I \(3 hours\)/);
    await note()
      .getByRole('button', { name: /^Let the planner choose/ })
      .click();
    await said(/\+3 sure, \+3 likely/);
    expect(await answer(page)).toBe(before);
  });
});

describe('the map', () => {
  test('tells with mouse and focus what a block holds; arrows walk, Enter goes there, Escape closes', async () => {
    await planToMove();
    const panel = page.locator('.map-panel');
    await onMap('social-sciences').locator('svg').first().hover();
    await panel.getByText(`${psychology}, 3 hours`).waitFor();
    await panel.hover();
    await page.waitForTimeout(400);
    expect(await panel.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await panel.count()).toBe(0);

    await page.mouse.move(0, 0);
    const reachedByTab = () =>
      page
        .locator('.map-territory')
        .evaluateAll((all) => (all as SVGElement[]).filter(({ tabIndex }) => tabIndex === 0).length);
    expect(await reachedByTab()).toBe(1);
    await onMap('english-composition-i').focus();
    await panel.getByText('1 English Composition I').waitFor();
    await page.keyboard.press('ArrowRight');
    await panel.getByText('2 English Composition II').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => (document.activeElement as SVGElement).dataset.block)).not.toBe(
      'english-composition-ii',
    );
    await page.keyboard.press('End');
    await panel.getByText('Free electives').waitFor();
    expect(await reachedByTab()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'block-free-electives');
  });

  test('says the same in words: every territory has a name with its hours', async () => {
    await planToMove();
    const names = await page
      .locator('.map-territory')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(names).toContain('9 Social sciences: 3 of 3 hours: 3 likely');
    expect(names.every((name) => /^\d+ .+: .*hours/.test(name ?? ''))).toBe(true);
  });
});

test('every state passes axe however one looks at it, and never scrolls sideways (A1, A6)', async () => {
  await prepareAxe(visitor.context);
  await planToMove();
  const entry = credit(page, psychology);
  const findings: string[] = [];
  const look = async (state: string) => findings.push(...(await faultsInEveryLook(page, state)));
  await onMap('social-sciences').focus();
  await page.locator('.map-panel').waitFor();
  await look('panel');
  await grip(psychology).press('m');
  await page.keyboard.press('End');
  await look('in hand');
  await page.keyboard.press('Escape');
  await unfold(entry);
  await entry.getByLabel('Move to').selectOption({ label: 'Don’t use it in this degree' });
  await entry.getByRole('button', { name: 'Move', exact: true }).click();
  await note().waitFor();
  await look('note');
  expect(findings).toEqual([]);
  expect(await yourCourses(page).isVisible()).toBe(true);
});
