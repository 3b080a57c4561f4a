/** How saving listens to its page and to other tabs. Real browsers: test/site. */
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { planToText } from '../../../src/planner/keeping/plan-file.ts';
import {
  keepPlan,
  listPlans,
  openPlanStore,
  planShownHere,
  readPlan,
  rememberHere,
  takeWantedPlan,
  watchPlans,
} from '../../../src/planner/keeping/plan-store.ts';
import type { SaveState } from '../../../src/planner/keeping/save-state.ts';
import { startHistory } from '../../../src/planner/plan/history.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { examplePlan } from '../example-plan.ts';
import { openBrowser } from './fake-browser.ts';

// What a test has begun to save is saved in its own browser.
afterEach(() => new Promise((done) => setTimeout(done)));
afterAll(() => vi.unstubAllGlobals());

const later: Plan = { ...examplePlan, name: 'Later', revision: examplePlan.revision + 1 };
const record = (plan: Plan) => ({ writer: 'other', text: planToText(plan) });

/** A page with the example plan open. */
async function openPage() {
  const browser = openBrowser();
  browser.database.values.set('plan p-1', record(examplePlan));
  const states: SaveState['kind'][] = [];
  const met: Plan[] = [];
  const { saving, close } = openPlanStore({
    state: ({ kind }) => states.push(kind),
    met: (plan) => met.push(plan),
  });
  await saving.open(undefined);
  const nameThere = () => {
    const { text } = browser.database.values.get('plan p-1') as { text: string };
    return (JSON.parse(text) as Plan).name;
  };
  return { ...browser, saving, close, states, met, nameThere };
}

describe('a page with a plan', () => {
  test('saves a change, and tells the other tabs', async () => {
    const page = await openPage();
    const heard = page.hear();
    page.saving.save(startHistory(later));
    await page.saving.flush();
    expect(page.nameThere()).toBe('Later');
    expect(page.states.at(-1)).toBe('saved');
    expect(heard).toEqual([{ kind: 'saved', plan: 'p-1' }]);
    const { on } = page.database.values.get('plan p-1') as { on: string };
    expect(new Date(on).toISOString()).toBe(on);
  });

  test('that is left on purpose says whether the plan is safe', async () => {
    const page = await openPage();
    const safe: Promise<boolean>[] = [];
    page.saving.save(startHistory(later));
    page.hide(safe);
    expect(await Promise.all(safe)).toEqual([true]);
    expect(page.nameThere()).toBe('Later');
  });

  test('that is left while the browser refuses says that it is not, and keeps the change aside', async () => {
    const page = await openPage();
    const blocked = { ending: new DOMException('', 'SecurityError') };
    page.database.troubles.push(...Array.from({ length: 99 }, () => blocked));
    const safe: Promise<boolean>[] = [];
    page.saving.save(startHistory(later));
    page.hide(safe);
    expect(Object.keys(page.localStorage)).toHaveLength(1);
    expect(await Promise.all(safe)).toEqual([false]);
  });

  test('that is hidden puts the change aside at once and saves it', async () => {
    const page = await openPage();
    page.saving.save(startHistory(later));
    page.show('hidden');
    expect(Object.keys(page.localStorage)).toHaveLength(1);
    await page.saving.flush();
    expect(page.nameThere()).toBe('Later');
    expect(Object.keys(page.localStorage)).toHaveLength(0);
  });

  test('that comes to the front, or hears of it, shows what another tab saved', async () => {
    const page = await openPage();
    page.database.values.set('plan p-1', record(later));
    page.show('visible');
    await vi.waitFor(() => expect(page.met.map(({ name }) => name)).toEqual(['Later']));
    page.database.values.set('plan p-1', record({ ...later, name: 'Latest' }));
    page.say({ kind: 'saved', plan: 'p-1' });
    await vi.waitFor(() => expect(page.met.at(-1)?.name).toBe('Latest'));
  });

  test('that is closed listens no more', async () => {
    const page = await openPage();
    expect(page.listening()).toBe(1);
    page.close();
    expect(page.listening()).toBe(0);
    page.database.values.set('plan p-1', record(later));
    const safe: Promise<boolean>[] = [];
    page.hide(safe);
    expect(safe).toEqual([]);
    const look = vi.spyOn(page.saving, 'look');
    page.show('visible');
    expect(look).not.toHaveBeenCalled();
  });

  test('that is closed while a save runs is saved all the same', async () => {
    const page = await openPage();
    page.saving.save(startHistory(later));
    page.close();
    await page.saving.flush();
    expect(page.nameThere()).toBe('Later');
  });

  test('saves where the browser has no channel between tabs', async () => {
    const page = openBrowser();
    vi.stubGlobal('BroadcastChannel', undefined);
    const { saving, close } = openPlanStore({ state: () => undefined, met: () => undefined });
    await saving.open(undefined);
    saving.save(startHistory(examplePlan));
    await saving.flush();
    expect(page.database.values.has('plan p-1')).toBe(true);
    close();
  });
});

describe('the plans on this device', () => {
  test('are kept, listed and read, and the other tabs are told', async () => {
    const browser = openBrowser();
    const heard = browser.hear();
    expect(await keepPlan(examplePlan)).toBe('p-1');
    expect(await readPlan('p-1')).toEqual(examplePlan);
    expect((await listPlans()).map(({ id, plan }) => [id, plan])).toEqual([['p-1', examplePlan]]);
    expect(heard).toEqual([{ kind: 'saved', plan: 'p-1' }]);
    expect(browser.listening()).toBe(1);
  });

  test('are watched while one wants to: what any tab says, and coming to the front', () => {
    const browser = openBrowser();
    let changes = 0;
    const end = watchPlans(() => (changes += 1));
    browser.say({ kind: 'saved', plan: 'p-1' });
    expect(changes).toBe(1);
    browser.show('hidden');
    expect(changes).toBe(1);
    browser.show('visible');
    expect(changes).toBe(2);
    end();
    browser.say({ kind: 'saved', plan: 'p-1' });
    browser.show('visible');
    expect(changes).toBe(2);
  });
});

describe('the plan this tab is to show', () => {
  const wishes: [hash: string, wanted: string | undefined, address: string | undefined][] = [
    ['', 'p-before', undefined],
    ['#help', 'p-before', undefined],
    ['#plan=p-1', 'p-1', '/planner/?from=guide'],
    ['#plan=new', '', '/planner/?from=guide'],
    ['#plan=p-1&move=2', 'p-1', '/planner/?from=guide#move=2'],
    [`#plan=${'x'.repeat(201)}`, 'x'.repeat(200), '/planner/?from=guide'],
  ];

  test.for(wishes)('after "%s" is "%s"', ([hash, wanted, address]) => {
    const browser = openBrowser();
    rememberHere('p-before');
    browser.location.hash = hash;
    expect(takeWantedPlan()).toBe(wanted);
    expect(browser.addresses).toEqual(address === undefined ? [] : [`kept ${address}`]);
    expect(planShownHere()).toBe(wanted);
  });

  test('is remembered by the tab, until it shows none', () => {
    const { sessionStorage } = openBrowser();
    expect(planShownHere()).toBeUndefined();
    rememberHere('p-1');
    expect({ ...sessionStorage }).toEqual({ 'credit-map-plan': 'p-1' });
    rememberHere(undefined);
    expect({ ...sessionStorage }).toEqual({});
  });

  test('is nothing where the browser refuses', () => {
    const { sessionStorage } = openBrowser();
    sessionStorage['isRefused'] = true;
    expect(() => rememberHere('p-1')).not.toThrow();
    expect(planShownHere()).toBeUndefined();
  });
});
