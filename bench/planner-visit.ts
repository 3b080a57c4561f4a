/** Visits to the planner with a large plan: credit is moved in every way, and everything is timed, or its work counted. */
import type { Browser, Page } from 'playwright-core';
import { planToText } from '../src/planner/keeping/plan-file.ts';
import { openFile, openPlanner, yourCourses } from '../test/site/planner-page.ts';
import type { BigPlan } from './big-plan.ts';
import { workOf } from './main-thread.ts';
import { interactionToNextPaint, timeOf, watchInteractions, type Shown } from './interactions.ts';

/** Milliseconds by what was done, and Interaction to Next Paint of the whole visit. */
export type Visit = {
  readonly times: ReadonlyMap<string, readonly number[]>;
  readonly interaction: { readonly ms: number; readonly at: string };
};

/** Milliseconds between two presses: by then the search for what stands in the way has begun, as it may have for a reader. */
const rest = 900;

/** Milliseconds that a key or a button is held, and from one letter to the next of someone who types fast. */
const held = 80;
const typed = 120;

/** The name of the times until a move's answer is there. A move is shown before. */
export const answers = '– and its answer';

/** Opens the plan, and moves so many of its credits. */
export async function visitPlanner(
  browser: Browser,
  baseURL: string,
  { plan, movable }: BigPlan,
  { slowdown, moved }: { readonly slowdown: number; readonly moved: number },
): Promise<Visit> {
  const page = await openBig(browser, baseURL, plan);
  const context = page.context();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await watchInteractions(page);

  const times = new Map<string, number[]>();
  const time = async (name: string, event: string, shown: Shown, act: () => Promise<void>) => {
    times.set(name, [...(times.get(name) ?? []), await timeOf(page, event, shown, act)]);
    await page.waitForTimeout(rest);
  };
  for (const accepted of movable.slice(0, moved)) await moveInEveryWay(page, accepted, time);
  await page.waitForTimeout(rest);
  const interaction = await interactionToNextPaint(page);
  await context.close();
  return { times, interaction };
}

/**
 * Milliseconds of work of the page's main thread, by what was done: nothing is slowed down. Of a move there are two figures, until
 * it is shown and until its answer is.
 */
export async function countWork(
  browser: Browser,
  baseURL: string,
  { plan, movable }: BigPlan,
  moved: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const page = await openBig(browser, baseURL, plan);
  const work = new Map<string, number[]>();
  const count = async (names: readonly string[], key: string) => {
    const frames = await workOf(browser, page, 'keydown', () => page.keyboard.press(key));
    names.forEach((name, frame) => work.set(name, [...(work.get(name) ?? []), frames[frame] ?? NaN]));
  };
  for (const accepted of movable.slice(0, moved)) {
    await page.locator(`[data-move="${accepted}"]`).focus();
    await count(['key M: picked up'], 'm');
    await count(['arrow: next block'], 'ArrowUp');
    await count(['Enter: dropped', answers], 'Enter');
    await page.keyboard.press('Escape');
    await count(['undone', '– and the answer from before'], 'Control+z');
    const search = page.getByLabel('Add a course or an exam');
    await search.focus();
    await count(['a letter is typed', '– and what it finds'], 'a');
    await search.fill('');
  }
  await page.context().close();
  return work;
}

async function openBig(browser: Browser, baseURL: string, plan: BigPlan['plan']): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await openPlanner(page);
  await openFile(page, planToText(plan));
  await yourCourses(page).waitFor();
  await page.locator('[data-move]').first().waitFor();
  await page.waitForTimeout(2 * rest);
  return page;
}

type Time = (name: string, event: string, shown: Shown, act: () => Promise<void>) => Promise<void>;

async function moveInEveryWay(page: Page, accepted: string, time: Time): Promise<void> {
  const [credit = ''] = accepted.split('.');
  const entry = `#credit-${credit}`;
  const grip = page.locator(`[data-move="${accepted}"]`);
  const pin = { selector: `${entry} .pin-tag` };
  const noPin = { ...pin, gone: true };
  const press = (key: string) => () => page.keyboard.press(key, { delay: held });
  const pickUp = async () => {
    await grip.focus();
    await time('key M: picked up', 'keydown', { selector: '.move-bar' }, press('m'));
    await time('arrow: next block', 'keydown', { selector: '[data-drop$="here"]' }, press('ArrowUp'));
  };
  await pickUp();
  await time('Enter: dropped', 'keydown', pin, press('Enter'));
  await time('undone', 'keydown', noPin, press('Control+z'));
  await pickUp();
  await time(answers, 'keydown', { selector: '.move-note' }, press('Enter'));
  await time('released', 'click', noPin, await clickOn(page, `${entry} .link-button`));

  const summary = `${entry} summary`;
  await time('details opened', 'click', { selector: `${entry} form` }, await clickOn(page, summary));
  await page.locator(`${entry} select[id^="move-"]`).first().selectOption({ index: 1 });
  await time('menu: moved', 'click', pin, await clickOn(page, `${entry} form.with-button button`));
  await time('undone', 'keydown', noPin, press('Control+z'));
  await (
    await clickOn(page, summary)
  )();

  await grip.evaluate((handle) => handle.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const from = await grip.boundingBox();
  if (!from) throw new Error('There is nothing to drag.');
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  const away = () => page.mouse.move(from.x + 40, from.y + 10);
  await time('drag: picked up', 'pointermove', { selector: '.in-hand' }, away);
  const to = await page.locator('.map-territory[data-drop="fits"] svg').last().boundingBox();
  if (!to) throw new Error('There is no place to drag to.');
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 3 });
  await time('drag: dropped', 'pointerup', pin, () => page.mouse.up());
  await press('Escape')();
  await page.waitForTimeout(rest);
  await time('undone', 'keydown', noPin, press('Control+z'));

  const search = page.getByLabel('Add a course or an exam');
  await search.focus();
  // Nobody types in the very moment in which a page scrolls to a field.
  await page.waitForTimeout(rest);
  await time('search: letters', 'keydown', { selector: '.results-list' }, () =>
    search.pressSequentially('algebra', { delay: typed }),
  );
  await search.fill('');
}

/** A click on the first of these, with nothing between it and the page: looking for its place is no work of the page's. */
async function clickOn(page: Page, selector: string): Promise<() => Promise<void>> {
  const target = page.locator(selector).first();
  await target.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.waitForTimeout(rest);
  const box = await target.boundingBox();
  if (!box) throw new Error(`There is nothing to click: ${selector}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.move(x, y);
  return () => page.mouse.click(x, y, { delay: held });
}
