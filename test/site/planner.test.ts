/** The walk: from nothing to a plan that is kept. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { read } from './built-site.ts';
import {
  addCourse,
  answer,
  chooseDegree,
  credit,
  openFile,
  openPlanner,
  saved,
  saveToFile,
  startPlan,
  titles,
  unfold,
  yourCourses,
} from './planner-page.ts';
import { keepBusy } from './refusing.ts';
import { eachVisit, faultsInEveryLook, prepareAxe, scrollsSideways, type Visit } from './visit.ts';

let visitor: Visit;
let page: Page;

eachVisit((next) => {
  visitor = next;
  page = next.page;
});

const composition = 'College Composition';
const psychology = 'Advanced Social Psychology';
const certificate = 'Google Project Management Professional Certificate';

async function pin(title: string, block: string): Promise<void> {
  const entry = credit(page, title);
  await unfold(entry);
  await entry.getByLabel(/^Move/).first().selectOption({ label: block });
  await entry.getByRole('button', { name: 'Move', exact: true }).click();
  await entry.getByText('Moved by you').waitFor();
}

/** Opens a plan of 60 courses from all over the catalog. */
async function planOf60(): Promise<void> {
  const { courses } = JSON.parse(read('/catalog/courses.json').toString()) as { courses: { id: string }[] };
  const credits = Array.from({ length: 60 }, (_, i) => ({
    id: `c${i}`,
    course: courses[Math.floor((i * courses.length) / 60)]!.id,
    status: i % 2 === 0 ? 'planned' : 'completed',
  }));
  await startPlan(page);
  const { text } = await saveToFile(page);
  await openFile(page, JSON.stringify({ ...(JSON.parse(text) as object), credits }));
  await page.waitForFunction(() => document.querySelectorAll('.credit').length >= 60);
}

type Heard = { readonly name: string; readonly description?: string };

/** The names and descriptions that the browser hands to a screen reader, by role. */
async function heardBy(page: Page): Promise<(role: string) => Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const words = (value: unknown) => String(value ?? '').replace(/\s+/g, ' ');
  return (role) =>
    nodes
      .filter((node) => node.role?.value === role)
      .map(({ name, description }) => ({
        name: words(name?.value),
        ...(description?.value ? { description: words(description.value) } : {}),
      }));
}

describe('a plan', () => {
  test('shows where each course lands, or the reason why it does not', async () => {
    await startPlan(page);
    expect(await answer(page)).toMatch(/^0 of 120 semester hours sure, 0 sure or likely, 0 at best$/);

    await addCourse(page, 'clep composition', composition);
    await answer(page);
    const lands = await credit(page, composition).textContent();
    expect(lands).toMatch(/English Composition I\b/);
    expect(lands).toMatch(/English Composition II\b/);
    expect(await answer(page)).toMatch(/ 6 sure or likely/);

    for (const [words, title] of [
      ['sophia art history i', 'Art History I'],
      ['study.com social psychology', psychology],
      ['google project management', certificate],
    ] as const) {
      await addCourse(page, words, title);
      await credit(page, title)
        .getByText(/, [\d.]+ hours?\b|At best|Not used|No hours/)
        .first()
        .waitFor();
    }
    expect(await titles(page)).toHaveLength(4);
    // Every certainty is worded, and each entry leads to the pages where it was read.
    for (const title of await titles(page)) {
      await unfold(credit(page, title));
      await credit(page, title).getByRole('link').first().waitFor();
    }
  });

  test('does not glide along the page to what a press leads to', async () => {
    await startPlan(page);
    await page.getByLabel('Add a course or an exam').focus();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });

  test('lets a course be moved, and keeps it there after a reload', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await addCourse(page, 'study.com social psychology', psychology);
    await pin(psychology, 'Free electives');
    await expect.poll(() => credit(page, psychology).textContent()).toMatch(/Free electives, 3 hours/);
    await saved(page);

    const before = { answer: await answer(page), courses: await yourCourses(page).textContent() };
    await page.reload();
    await yourCourses(page).waitFor();
    await credit(page, psychology).getByText('Moved by you').waitFor();
    expect(await answer(page)).toBe(before.answer);
    for (const title of await titles(page)) expect(before.courses).toContain(title);
  });

  test('is the same again after saving to a file, forgetting everything and opening the file', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await addCourse(page, 'study.com social psychology', psychology);
    await pin(psychology, 'Free electives');
    const before = { answer: await answer(page), titles: await titles(page) };
    const file = await saveToFile(page);
    expect(file.name).toMatch(/^credit-map-.*\d{4}-\d{2}-\d{2}\.json$/);
    const plan = JSON.parse(file.text) as { credits: unknown[] };
    expect(plan.credits).toHaveLength(2);

    await saved(page);
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByRole('button', { name: 'Forget my plan' }).click();
    await page.getByRole('group', { name: 'Which school should give you the degree?' }).waitFor();
    await page.reload();
    await page.getByRole('group', { name: 'Which school should give you the degree?' }).waitFor();

    await openFile(page, file.text, file.name);
    await credit(page, psychology).getByText('Moved by you').waitFor();
    expect(await answer(page)).toBe(before.answer);
    expect(await titles(page)).toEqual(before.titles);
    const again = JSON.parse((await saveToFile(page)).text) as object;
    expect({ ...again, revision: 0 }).toEqual({ ...plan, revision: 0 });
  });

  test('asks before a file replaces it', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    const { text } = await saveToFile(page);
    await addCourse(page, 'study.com social psychology', psychology);

    await openFile(page, text);
    await page.getByRole('button', { name: 'Keep my plan' }).click();
    expect(await titles(page)).toHaveLength(2);

    await openFile(page, text);
    await page.getByRole('button', { name: 'Replace my plan' }).click();
    await credit(page, psychology).waitFor({ state: 'detached' });
    expect(await titles(page)).toEqual([composition]);
  });

  test('tells of courses that are called alike and may be one for the school, though both count', async () => {
    await startPlan(page);
    await saved(page);
    const plan = JSON.parse((await saveToFile(page)).text) as { credits: unknown[] };
    const typed = (id: string, title: string) => {
      const course = { title, semesterHours: 3, level: 'lower-division', source: 'college', subject: 'PSY' };
      return { id, status: 'completed', completedOn: '2025-05-10', typed: course };
    };
    const credits = [typed('c1', 'Introductory Psychology'), typed('c2', 'Introduction to Psychology')];
    await openFile(page, JSON.stringify({ ...plan, credits }));
    const alike = page.getByRole('region', { name: 'Perhaps the same course' });
    await expect
      .poll(() => alike.getByRole('listitem').allInnerTexts())
      .toEqual(['Introductory Psychology. Introduction to Psychology.']);
    await alike.getByRole('link', { name: 'Introductory Psychology' }).click();
    expect(new URL(page.url()).hash).toBe('#credit-c1');
  });

  test('begins with a degree; those closed to new students are told where the school is chosen, and in its list', async () => {
    await openPlanner(page);
    const school = page.getByRole('radio', { name: /Charter Oak/ });
    const [, all, closed] =
      /(\d+) degrees, (\d+) of them closed to new students$/.exec(await school.locator('..').innerText()) ?? [];
    await school.check();
    await page.getByRole('button', { name: 'Continue' }).click();
    const which = page.getByRole('group', { name: /^Which degree/ });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Which degree/);
    expect(await which.getByRole('radio').count()).toBe(Number(all));
    expect(await which.getByText(/, closed to new students$/).count()).toBe(Number(closed));
    await page.getByRole('button', { name: 'Choose another school' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Which school/);
    // A school whose degrees are all open has no such words.
    expect(
      await page
        .getByRole('radio', { name: /Excelsior/ })
        .locator('..')
        .innerText(),
    ).toMatch(/\d degrees$/);
  });

  test('gives back with undo what was removed, and takes it again with redo', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    const before = await answer(page);
    const entry = credit(page, composition);
    await unfold(entry);
    await entry.getByRole('button', { name: /^Remove/ }).click();
    await entry.waitFor({ state: 'detached' });
    expect(await answer(page)).toMatch(/^0 of 120/);

    await page.getByRole('button', { name: 'Undo' }).click();
    await entry.waitFor();
    expect(await answer(page)).toBe(before);
    await page.getByRole('button', { name: 'Redo' }).click();
    await entry.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await entry.waitFor();
  });

  test('takes a course that is not in the catalog, and lets everything typed be changed', async () => {
    await startPlan(page);
    await page.getByText('Not in the list? Type it in').click();
    await page.getByLabel('Course title').fill('Astronomy at the community college');
    await page.getByLabel('Semester hours', { exact: true }).fill('3');
    await page.getByRole('radio', { name: /^Lower division/ }).check();
    await page
      .getByRole('radio', { name: /college/i })
      .first()
      .check();
    await page.getByRole('button', { name: 'Add this course' }).click();
    await credit(page, 'Astronomy at the community college')
      .getByText(/, 3 hours\b/)
      .first()
      .waitFor();
    expect(await answer(page)).toMatch(/ 3 sure or likely/);

    const entry = credit(page, 'Astronomy at the community college');
    await unfold(entry);
    await entry.getByText('Change what you typed').click();
    await entry.getByLabel('Course title').fill('Astronomy 101');
    await entry.getByLabel('Semester hours', { exact: true }).fill('4');
    await entry.getByLabel('Subject or course code').fill('ast 1010');
    await entry.getByRole('button', { name: 'Save the course' }).click();
    const changed = credit(page, 'Astronomy 101');
    await changed
      .getByText(/, 4 hours\b/)
      .first()
      .waitFor();
    expect(await changed.getByLabel('Subject or course code').inputValue()).toBe('AST-1010');
    await page.keyboard.press('Control+z');
    await entry
      .getByText(/, 3 hours\b/)
      .first()
      .waitFor();
    expect(await entry.getByLabel('Course title').inputValue()).toBe('Astronomy at the community college');
    expect(await entry.getByLabel('Subject or course code').inputValue()).toBe('');
  });

  test('begins with the degree and the course whose pages led here', async () => {
    await page.goto('/schools/tesu/ba-liberal-studies-2026-27/');
    await page.getByRole('main').locator('a[href^="/planner/"]').first().click();
    await yourCourses(page).waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(/Liberal Studies/);

    await page.goto('/courses/clep/college-composition/');
    await page.getByRole('main').locator('a[href^="/planner/"]').first().click();
    await credit(page, composition).waitFor();
    await saved(page);
    // The request is not asked a second time.
    await page.reload();
    await credit(page, composition).waitFor();
    expect(await titles(page)).toEqual([composition]);
  });

  test('is kept when the page is left in the middle of a change, though the device does not answer (S7)', async () => {
    await startPlan(page);
    await page.getByText('Saved on this device', { exact: true }).waitFor();
    await page.evaluate(keepBusy);
    await addCourse(page, 'clep composition', composition);
    await page.goto('/about/');
    await openPlanner(page);
    await credit(page, composition).waitFor();
    await page.getByText('Saved on this device', { exact: true }).waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /unsaved/.test(key)))).toEqual([]);
  });

  test('keeps its courses when another degree is chosen', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await page.getByRole('button', { name: 'Change degree' }).click();
    await chooseDegree(page, /Thomas Edison State/, /Associate in Arts/);
    await credit(page, composition).waitFor();
    expect(await answer(page)).toMatch(/of 60 semester hours/);
  });

  test('says each change to those who cannot see it', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await page
      .getByRole('status')
      .filter({ hasText: /College Composition added\..*English Composition/ })
      .waitFor();
  });

  test('keeps the number of a requirement apart from its name, and says of a course who gives it', async () => {
    await startPlan(page);
    await addCourse(page, 'intro psy', 'Introductory Psychology');
    const heard = await heardBy(page);
    expect(heard('heading')).toContainEqual({ name: '1 English Composition I' });
    const same = heard('button').filter(({ name }) => name === 'Add Introduction to Psychology');
    expect(same.length).toBeGreaterThan(1);
    const told = same.map(({ description }) => description);
    expect(new Set(told).size).toBe(same.length);
    expect(told).toContainEqual(expect.stringContaining('Study.com Psychology 101'));
  });

  test('offers what fits a requirement, adds it there, and takes it out again', async () => {
    await startPlan(page);
    const block = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { level: 4, name: /Oral communication$/ }),
    });
    await block.getByText('What fits').click();
    const add = block.getByRole('button', { name: /^Add / }).first();
    const title = (await add.innerText()).replace(/^Add\s+/, '');
    await add.focus();
    await page.keyboard.press('Enter');
    await credit(page, title).getByRole('link', { name: 'Oral communication' }).waitFor();
    await page.waitForFunction((words) => document.activeElement?.textContent === words, `Remove ${title}`);
    await page.keyboard.press('Enter');
    await credit(page, title).waitFor({ state: 'detached' });
    await page.waitForFunction((words) => document.activeElement?.textContent === words, `Add ${title}`);
  });

  test('says of a course without a known equivalency that none is known', async () => {
    await startPlan(page);
    await addCourse(page, 'google project management', certificate);
    await credit(page, certificate).getByText('No list or decision says what it becomes at TESU').waitFor();
  });

  test('says what would have to change for a course that is not used, and makes the change', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await addCourse(page, 'clep composition modular', 'College Composition Modular');
    const entry = credit(page, 'College Composition Modular');
    await entry
      .getByText(/Only one counts/)
      .first()
      .waitFor();
    await unfold(entry);
    await entry.getByRole('button', { name: /^What would change this/ }).click();
    await entry.getByText(/^Leave out College Composition\. Then it is used/).waitFor();
    await entry.getByRole('button', { name: /^Make this change/ }).click();
    await credit(page, composition).waitFor({ state: 'detached' });
    // The edit is shown first, its audit in the next moment.
    await entry.getByText(/English Composition I, 3 hours/).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await credit(page, composition).waitFor();
  });

  test('says how far exams and online courses lead: looked for in a worker, anew for a changed plan, or without one', async () => {
    let comes: () => void = () => undefined;
    const script = new Promise<void>((come) => (comes = come));
    await visitor.context.route('**/_astro/explanation-worker*', (route) => script.then(() => route.continue()));
    await page.addInitScript(() => {
      const asked: unknown[] = ((globalThis as { asked?: unknown[] }).asked = []);
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (this: Worker, request: { readonly kind: string }) {
        asked.push(request.kind);
        postMessage.call(this, request);
      };
    });
    const told = () => page.evaluate(() => (globalThis as { asked?: unknown[] }).asked);
    const asked = async () => (await told())?.filter((kind) => kind !== 'rest');
    const reach = page
      .getByRole('region', { name: 'How far you can get' })
      .getByText(/^With exams and online courses.* at most \d+ of 120 hours of requirements can be met\. In the way:/);
    await startPlan(page);
    await expect.poll(asked).toEqual(['look-for']);
    await addCourse(page, 'clep composition', composition);
    await expect.poll(asked).toEqual(['look-for', 'give-up', 'look-for']);
    // Whatever is pressed has the machine to itself.
    expect(await told()).toContain('rest');
    expect(await reach.count()).toBe(0);
    comes();
    await reach.waitFor();
    await page
      .getByText(/is taken at the school\.$/)
      .first()
      .waitFor();

    await visitor.context.unroute('**/_astro/explanation-worker*');
    await visitor.context.route('**/_astro/explanation-worker*', (route) => route.abort());
    visitor.expected.push(/explanation-worker/);
    await page.reload();
    await reach.waitFor();
  });

  test('can be printed', async () => {
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'Print' }).click();
    expect(await page.locator('body[data-printed]').count()).toBe(1);

    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Save to a file' }).count()).toBe(0);
    expect(await page.getByLabel('Add a course or an exam').isVisible()).toBe(false);
    expect(await credit(page, composition).isVisible()).toBe(true);
    expect(await page.getByRole('main').innerText()).toMatch(/Liberal Studies/);
    // What is out of sight on the screen is on the paper too.
    const leftOut = await page
      .locator('.credit, .territory')
      .evaluateAll((all) => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length);
    expect(leftOut).toBe(0);
  });
});

describe('by keyboard alone', () => {
  /** Presses Tab until the focus is on something with this name. */
  async function tabTo(name: RegExp, most = 80): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) === 0) continue;
      const words = await focused.evaluate((element: HTMLElement) => {
        const labels =
          element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
        const label = labels?.[0]?.innerText ?? '';
        return `${label} ${element.innerText}`.replace(/\s+/g, ' ').trim();
      });
      if (!name.test(words)) continue;
      expect(await focused.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
      return;
    }
    throw new Error(`Tab reaches nothing with a name like ${String(name)}.`);
  }

  /** The focus settles on something, so that the next press of Tab goes on from there. */
  async function focusIsKept(): Promise<void> {
    await page.waitForFunction(() => document.activeElement !== document.body);
  }

  test('a degree is chosen, a course is added, moved and removed, and the focus is never lost', async () => {
    await openPlanner(page);
    await tabTo(/Thomas Edison|^[A-Z].*\d+ degrees?$/);
    // Arrows move between the schools; the first press of Tab stands on one of them.
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Space');
      if (await page.getByRole('radio', { name: /Thomas Edison/ }).isChecked()) break;
      await page.keyboard.press('ArrowDown');
    }
    await tabTo(/^Continue$/);
    // Not for a moment either: a screen reader that sees the focus go nowhere says that one left the page.
    await page.evaluate(() => addEventListener('focusin', (event) => event.relatedTarget ?? (document.title = 'Lost')));
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: /Which degree/ }).waitFor();
    await focusIsKept();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Which degree at TESU?');
    expect(await page.title()).not.toBe('Lost');
    await tabTo(/catalog year/);
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Space');
      if (await page.getByRole('radio', { name: /Arts in Liberal Studies \d/ }).isChecked()) break;
      await page.keyboard.press('ArrowDown');
    }
    await tabTo(/^Continue$/);
    await page.keyboard.press('Enter');
    await yourCourses(page).waitFor();

    await page.locator('#plan-degree:focus').waitFor();
    // On a wide screen too, where the link shows only with the focus.
    await tabTo(/^Add a course$/, 1);
    await page.keyboard.press('Enter');
    await page.locator('#course-search:focus').waitFor();
    await page.keyboard.type('study.com social psychology');
    await tabTo(/^Add Advanced Social Psychology$/);
    await page.keyboard.press('Enter');
    await credit(page, psychology).waitFor();
    await focusIsKept();

    await tabTo(/^Details and changes for Advanced Social Psychology$/);
    await page.keyboard.press('Enter');
    await credit(page, psychology).getByLabel('Move to').waitFor();
    await tabTo(/^Move to/);
    await page.keyboard.type('Free');
    await tabTo(/^Move$/);
    await page.keyboard.press('Enter');
    await credit(page, psychology).getByText('Moved by you').waitFor();
    await focusIsKept();

    await tabTo(/^Remove.*Advanced Social Psychology/);
    await page.keyboard.press('Enter');
    await credit(page, psychology).waitFor({ state: 'detached' });
    await focusIsKept();
  });

  test('nothing in a plan of 60 courses hides what has the focus, there and back on a phone (A2)', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await planOf60();
    const hidden = new Set<string>();
    for (const key of ['Tab', 'Shift+Tab'])
      for (let presses = 0; presses < 150; presses += 1) {
        await page.keyboard.press(key);
        const what = await page.evaluate(hiddenFocus);
        if (what !== undefined) hidden.add(`${key}: ${what}`);
      }
    expect([...hidden]).toEqual([]);
  });
});

/** Runs in the page: what has the focus, where none of it can be seen. What is seen is on top in one place at least. */
function hiddenFocus(): string | undefined {
  const focused = document.activeElement ?? document.body;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const parts = [0.1, 0.5, 0.9];
  const isSeen = parts.some((across) =>
    parts.some((down) => {
      const onTop = document.elementFromPoint(left + across * width, top + down * height);
      // An element around it lies below it.
      return onTop !== null && (focused.contains(onTop) || onTop.contains(focused));
    }),
  );
  return isSeen ? undefined : focused.outerHTML.slice(0, 200);
}

describe('on every screen', () => {
  test('a filled planner passes axe however one looks at it, and never scrolls sideways (A1, A6)', async () => {
    await prepareAxe(visitor.context);
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await addCourse(page, 'study.com social psychology', psychology);
    await addCourse(page, 'google project management', certificate);
    await pin(psychology, 'Free electives');
    await page.getByText('Not in the list? Type it in').click();
    await page.getByRole('button', { name: 'Add this course' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await page.getByRole('button', { name: 'Forget everything' }).click();

    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('a plan of 60 courses passes axe however one looks at it, and never scrolls sideways (A1)', async () => {
    await prepareAxe(visitor.context);
    await planOf60();
    expect(await faultsInEveryLook(page, 'the planner with 60 courses')).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('the whole walk works on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await startPlan(page);
    await addCourse(page, 'clep composition', composition);
    await addCourse(page, 'study.com social psychology', psychology);
    await pin(psychology, 'Free electives');
    expect(await answer(page)).toMatch(/of 120 semester hours/);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
