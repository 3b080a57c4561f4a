/** Files that are no plans, numbers that are none, a browser that does not save, and two tabs at once. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  addCourse,
  answer,
  credit,
  openFile,
  openPlanner,
  saved,
  saveToFile,
  startPlan,
  titles,
  unfold,
} from './planner-page.ts';
import { leaveNoRoom, refuseStorage } from './refusing.ts';
import { eachVisit, type Visit } from './visit.ts';

let visitor: Visit;
let page: Page;

eachVisit((next) => {
  visitor = next;
  page = next.page;
});

const composition = 'College Composition';
const addComposition = () => addCourse(page, 'clep composition', composition);

type LoosePlan = { credits: Record<string, unknown>[] } & Record<string, unknown>;

/** The plan on the screen as a file, changed. */
async function changed(change: (plan: LoosePlan) => void): Promise<string> {
  const plan = JSON.parse((await saveToFile(page)).text) as LoosePlan;
  change(plan);
  return JSON.stringify(plan);
}

describe('a file that cannot be opened', () => {
  const many = Array.from({ length: 10_000 }, (_, number) => ({
    id: `c${number}`,
    course: 'clep/biology',
    status: 'planned',
  }));
  const files: [kind: string, make: () => Promise<string> | string, says: RegExp][] = [
    ['is empty', () => '', /empty/i],
    ['is not JSON', () => 'Dear registrar, …', /can’t be read as a plan/],
    ['is cut off', async () => (await saveToFile(page)).text.slice(0, 150), /can’t be read as a plan/],
    ['is JSON of another kind', () => '{"kind":"recipe","version":1}', /not a Credit Map plan/],
    ['is a list', () => '[]', /not a Credit Map plan/],
    ['is from a newer version', () => changed((plan) => (plan['version'] = 99)), /newer version/],
    ['has lost a part', () => changed((plan) => delete plan['degree']), /missing or changed/],
    ['has 10,000 credits', () => changed((plan) => (plan.credits = many)), /more than \d+ courses/],
  ];

  test.for(files)('that %s is refused in plain words, and the plan stays', async ([, make, says]) => {
    await startPlan(page);
    await addComposition();
    const before = await answer(page);
    await openFile(page, await make());
    const problem = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: 'There is a problem' }) });
    await problem.waitFor();
    expect(await problem.innerText()).toMatch(says);
    expect(await problem.innerText()).not.toMatch(/invalid|error|oops|sorry|please|undefined|null/i);
    expect(await titles(page)).toEqual([composition]);
    expect(await answer(page)).toBe(before);
  });

  test('because none was chosen says to choose one', async () => {
    await startPlan(page);
    await page.getByRole('button', { name: 'Open this file' }).click();
    await page.getByRole('alert').filter({ hasText: 'Choose a file' }).waitFor();
  });
});

describe('a file with surprises', () => {
  test('keeps courses that the catalog does not know, and says so', async () => {
    await startPlan(page);
    const text = await changed((plan) => {
      plan.credits = [
        { id: 'c1', course: 'clep/college-composition', status: 'planned' },
        { id: 'c2', course: 'nobody/no-such-course', status: 'planned' },
      ];
    });
    await openFile(page, text);
    await credit(page, composition).waitFor();
    await page.getByText('nobody/no-such-course is not in our catalog').waitFor();
    expect(await titles(page)).toHaveLength(2);
    expect((JSON.parse((await saveToFile(page)).text) as LoosePlan).credits).toHaveLength(2);

    await page.getByRole('button', { name: 'Hide this note' }).click();
    await page.getByText('nobody/no-such-course is not in our catalog').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('plan-degree');
    expect(await titles(page)).toHaveLength(2);
  });

  test('of a degree that the catalog does not know keeps its courses while another is chosen', async () => {
    await startPlan(page);
    const text = await changed((plan) => {
      plan['degree'] = 'nowhere/ba-nothing-2026-27';
      plan.credits = [{ id: 'c1', course: 'clep/college-composition', status: 'planned' }];
    });
    await openFile(page, text);
    await page.getByText('a degree that is not in our catalog').waitFor();
    await page.getByRole('radio', { name: /Thomas Edison/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('radio', { name: /Arts in Liberal Studies \d/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await credit(page, composition).waitFor();
  });

  test('shows text that looks like markup as text', async () => {
    await startPlan(page);
    const title = '<img src=x onerror="document.title=`run`"><script>document.title="run"</script>';
    const text = await changed((plan) => {
      plan['name'] = title;
      plan['__proto__'] = { polluted: true };
      plan.credits = [
        {
          id: 'c1',
          status: 'planned',
          typed: { title, semesterHours: 3, level: 'lower-division', source: 'college' },
        },
      ];
    });
    await openFile(page, text);
    await credit(page, title).waitFor();
    expect(await page.title()).not.toBe('run');
    expect(await page.locator('main img, main script[src="x"]').count()).toBe(0);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  });
});

describe('the form for a typed course', () => {
  test.for([
    ['0', /must be more than 0/],
    ['-3', /must be more than 0/],
    ['1e9', /must be a number|must be 30 or fewer/],
    ['1000000000', /or fewer/],
    ['three', /must be a number, like 3/],
    ['', /Enter the semester hours/],
  ] as [typed: string, says: RegExp][])(
    'refuses "%s" hours beside the field and keeps what was typed',
    async ([typed, says]) => {
      await startPlan(page);
      await page.getByText('Not in the list? Type it in').click();
      await page.getByLabel('Course title').fill('Beekeeping');
      const hours = page.getByLabel('Semester hours', { exact: true });
      await hours.fill(typed);
      await page.getByRole('radio', { name: /^Lower division/ }).check();
      await page
        .getByRole('radio', { name: /another .*college|college/i })
        .first()
        .check();
      await page.getByRole('button', { name: 'Add this course' }).click();

      await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
      expect(await hours.getAttribute('aria-invalid')).toBe('true');
      const described = (await hours.getAttribute('aria-describedby'))?.split(' ') ?? [];
      const words = await Promise.all(described.map((id) => page.locator(`#${id}`).innerText()));
      expect(words.join(' ')).toMatch(says);
      expect(await hours.inputValue()).toBe(typed);
      expect(await page.getByLabel('Course title').inputValue()).toBe('Beekeeping');
      expect(await titles(page)).toEqual([]);
      // Each line of the summary leads to its field.
      await page.getByRole('alert').getByRole('link').first().click();
      await page.locator('#typed-hours:focus').waitFor();
    },
  );

  test('says every mistake of an empty form at once', async () => {
    await startPlan(page);
    await page.getByText('Not in the list? Type it in').click();
    await page.getByRole('button', { name: 'Add this course' }).click();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(4);
    await page.locator(':focus').filter({ hasText: 'There is a problem' }).waitFor();
  });
});

describe('a score', () => {
  test('outside the exam’s scale is refused beside the field', async () => {
    await startPlan(page);
    await addComposition();
    const entry = credit(page, composition);
    await unfold(entry);
    const score = entry.getByLabel('Score (optional)');
    await score.fill('500');
    await entry.getByRole('button', { name: /^Save/ }).click();
    await entry.getByText('Score must be between 20 and 80').first().waitFor();
    expect(await score.inputValue()).toBe('500');
  });

  test('below the passing score gives no hours, with the reason', async () => {
    await startPlan(page);
    await addComposition();
    const entry = credit(page, composition);
    await unfold(entry);
    await entry.getByLabel('Score (optional)').fill('30');
    await entry.getByRole('button', { name: /^Save/ }).click();
    await entry.getByText(/No hours here\. Your score is 30\. At least 50 is asked for\./).waitFor();
    expect(await answer(page)).toMatch(/^0 of 120 semester hours sure, 0 sure or likely, 0 at best$/);
  });
});

describe('a browser that does not save', () => {
  const refusals: [how: string, script: () => void][] = [
    ['throws', refuseStorage],
    [
      'answers with an error',
      () => {
        Object.defineProperty(IDBFactory.prototype, 'open', {
          value: () => {
            const request = {
              error: new DOMException('Refused for the test', 'UnknownError'),
              onerror: undefined as ((event: object) => void) | undefined,
            };
            setTimeout(() => request.onerror?.({ target: request }));
            return request;
          },
        });
      },
    ],
    ['never answers', () => Object.defineProperty(IDBFactory.prototype, 'open', { value: () => ({}) })],
    ['has no space left', leaveNoRoom],
    ['has no database', () => Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined })],
  ];

  test.for(refusals)(
    'because it %s: the planner works, says so, and gives the plan as a file (S1, S5, S8)',
    async ([, script]) => {
      await visitor.context.addInitScript(script);
      await startPlan(page);
      await addComposition();
      expect(await answer(page)).toMatch(/ 6 sure or likely|6 of 120/);
      await page
        .getByRole('alert')
        .filter({ hasText: /Save it to a file/ })
        .waitFor();
      const plan = JSON.parse((await saveToFile(page)).text) as LoosePlan;
      expect(plan.credits).toHaveLength(1);
      // Before the page and the plan with it are left, the browser asks.
      const asked = page.waitForEvent('dialog');
      const left = page.getByRole('link', { name: 'Courses', exact: true }).first().click({ noWaitAfter: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await left;
      expect(await titles(page)).toEqual([composition]);
    },
  );
});

describe('damaged storage', () => {
  test.for(['', '{', 'null', '[]', '"text"', '{"kind":"credit-map-plan","version":1}'])(
    'with %j where the plan was: the planner opens, and says nothing untrue',
    async (text) => {
      await startPlan(page);
      await addComposition();
      await saved(page);
      await page.evaluate(async (damaged) => {
        const opened = indexedDB.open('credit-map');
        await new Promise((done) => (opened.onsuccess = done));
        const transaction = opened.result.transaction('plan', 'readwrite');
        const store = transaction.objectStore('plan');
        const keys = store.getAllKeys();
        keys.onsuccess = () => keys.result.forEach((key) => store.put(damaged, key));
        await new Promise((done) => (transaction.oncomplete = done));
        opened.result.close();
      }, text);
      await page.reload();
      await openPlanner(page);
      expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|NaN|\[object/);
    },
  );
});

describe('two tabs', () => {
  test('see the same plan: what one adds, the other shows', async () => {
    await startPlan(page);
    await addComposition();
    await saved(page);
    const other = await visitor.context.newPage();
    await openPlanner(other);
    await credit(other, composition).waitFor();
    await addCourse(other, 'study.com social psychology', 'Advanced Social Psychology');
    await saved(other);
    await page.bringToFront();
    await credit(page, 'Advanced Social Psychology').waitFor();
  });

  test('that both change the same thing lose nothing without asking', async () => {
    await startPlan(page);
    await addComposition();
    await saved(page);
    // A tab that hears nothing of the others, as one that the browser has put to sleep.
    const asked = await visitor.context.newPage();
    await asked.addInitScript(() => Object.assign(globalThis, { BroadcastChannel: undefined }));
    await openPlanner(asked);
    await credit(asked, composition).waitFor();

    const rename = async (tab: Page, name: string) => {
      await tab.getByText('Name and earlier versions').click();
      await tab.getByLabel('Name of the plan').fill(name);
      await tab.getByRole('button', { name: 'Rename' }).click();
    };
    const named = (tab: Page, name: string) => tab.getByRole('heading', { level: 2, name, exact: true });
    await rename(page, 'Here');
    await saved(page);
    await rename(asked, 'There');
    await asked.getByRole('heading', { name: 'Your plan was changed in another tab' }).waitFor();
    // Until someone chooses, each tab still shows its own.
    await named(asked, 'There').waitFor();
    await named(page, 'Here').waitFor();
    await asked.getByRole('button', { name: 'Keep this one' }).click();
    await saved(asked);
    await asked.reload();
    await named(asked, 'There').waitFor();
    await page.reload();
    await named(page, 'There').waitFor();
  });

  test('say so when the other one forgets everything', async () => {
    await startPlan(page);
    await addComposition();
    await saved(page);
    const other = await visitor.context.newPage();
    await openPlanner(other);
    await credit(other, composition).waitFor();
    await other.getByRole('button', { name: 'Forget everything' }).click();
    await other.getByRole('button', { name: 'Forget my plan' }).click();
    await page.getByRole('heading', { name: 'Your plan is no longer on this device' }).waitFor();
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await saved(page);
    await page.reload();
    await credit(page, composition).waitFor();
  });
});

describe('a plan that the page cannot work out', () => {
  test('says so in plain words and still gives the plan as a file', async () => {
    await startPlan(page);
    await addComposition();
    await saved(page);
    await visitor.context.route('**/catalog/degrees/**', async (route) => {
      const answer = (await (await route.fetch()).json()) as { degree: Record<string, unknown> };
      await route.fulfill({ json: { ...answer, degree: { ...answer.degree, qualifiers: null } } });
    });
    await page.reload();
    await page.getByRole('alert').filter({ hasText: 'could not work out your plan' }).waitFor();
    expect((JSON.parse((await saveToFile(page)).text) as LoosePlan).credits).toHaveLength(1);
    expect(visitor.complaints.splice(0)).toHaveLength(1);
  });
});

describe('a connection that drops', () => {
  test('says that the catalog did not arrive, and tries again', async () => {
    let down = true;
    visitor.expected.push(/\/catalog\//);
    await visitor.context.route('**/catalog/**', (route) => (down ? route.abort() : route.continue()));
    await page.goto('/planner/');
    await page.getByRole('alert').filter({ hasText: 'did not arrive' }).waitFor();
    down = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('group', { name: 'Which school should give you the degree?' }).waitFor();
  });
});
