/** Several plans on one device. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planToText } from '../../../src/planner/keeping/plan-file.ts';
import { PlanShelf } from '../../../src/planner/keeping/plan-shelf.ts';
import type { TabMessage } from '../../../src/planner/keeping/save-state.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { newPlanWanted } from '../../../src/planner/keeping/decide-open.ts';
import { anyPlan, examplePlan } from '../example-plan.ts';
import { changed, FakeDevice, openedTab, Tab } from './fake-device.ts';

function shelfOn(device: FakeDevice, now = '2026-11-25T09:00:00.000Z') {
  const told: TabMessage[] = [];
  const shelf = new PlanShelf({ keyValue: device, now: () => now, tellTabs: (what) => told.push(what), patience: 20 });
  return { shelf, told };
}

const other: Plan = { ...examplePlan, id: 'p-2', name: 'Second' };

test('a plan that is kept lies beside the others, and the one on the screen stays', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  const { shelf, told } = shelfOn(device);
  expect(await shelf.keep(other)).toBe('p-2');
  expect(told).toEqual([{ kind: 'saved', plan: 'p-2' }]);
  expect(await shelf.read('p-2')).toEqual(other);
  expect(await shelf.read('p-1')).toEqual(examplePlan);
  expect(await shelf.read('p-3')).toBeUndefined();
  expect((await shelf.list()).map(({ id }) => id)).toEqual(['p-2', 'p-1']);
  expect((await openedTab(device, 'b')).plan).toEqual(examplePlan);
});

test('a plan whose id is taken gets another, and the same plan is not kept twice', async () => {
  const device = new FakeDevice();
  const { shelf } = shelfOn(device);
  expect(await shelf.keep(examplePlan)).toBe('p-1');
  expect(await shelf.keep(examplePlan)).toBe('p-1');
  expect(await shelf.keep(changed(examplePlan, 'x/1'))).toBe('p-1-2');
  expect(await shelf.read('p-1')).toEqual(examplePlan);
});

test('each tab stays with its plan, a link names another, and “new” begins with none', async () => {
  const device = new FakeDevice();
  const { shelf } = shelfOn(device);
  await shelf.keep(examplePlan);
  await shelf.keep(other);
  const open = async (wanted?: string) => {
    const tab = new Tab(device, 'x');
    await tab.open(wanted);
    return tab.plan?.id;
  };
  expect(await open('p-1')).toBe('p-1');
  expect(await open()).toBe('p-1');
  expect(await open('p-2')).toBe('p-2');
  expect(await open()).toBe('p-2');
  expect(await open(newPlanWanted)).toBeUndefined();
  // A plan that is gone is no reason to show nothing.
  expect(await open('p-9')).toBe('p-2');
});

test('a new plan beside others keeps them, and has versions and steps of its own', async () => {
  const device = new FakeDevice();
  const a = await openedTab(device, 'a');
  await a.save(examplePlan);
  await a.save(changed(examplePlan, 'x/1'));
  const b = new Tab(device, 'b');
  await b.open(newPlanWanted);
  await b.save(other);
  expect(b.saving.state).toEqual({ kind: 'saved' });
  expect(device.versions('p-1')).toEqual([planToText(examplePlan)]);
  expect(device.versions('p-2')).toEqual([]);
  expect(await b.saving.versions()).toEqual([]);
});

test('a copy has another id and name, and changes apart from the first', async () => {
  const device = new FakeDevice();
  const { shelf } = shelfOn(device);
  await shelf.keep(examplePlan);
  const id = await shelf.copy('p-1', 'The copy');
  await shelf.rename(id ?? '', 'Renamed');
  expect(await shelf.read(id ?? '')).toMatchObject({ name: 'Renamed', credits: examplePlan.credits });
  expect(await shelf.read('p-1')).toEqual(examplePlan);
  expect(await shelf.copy('p-9', 'Nothing')).toBeUndefined();
});

test('a plan that is put away is last in the list, stays so when it is renamed or saved, and comes back', async () => {
  const device = new FakeDevice();
  const { shelf } = shelfOn(device);
  await shelf.keep(examplePlan);
  await shelf.keep(other);
  await shelf.archive('p-1', true);
  await shelf.rename('p-1', 'Away');
  const tab = new Tab(device, 'a');
  await tab.open('p-1');
  await tab.save(changed(tab.plan ?? examplePlan, 'x/1'));
  const states = async () => (await shelf.list()).map(({ id, archived }) => `${id} ${archived ? 'away' : 'here'}`);
  expect(await states()).toEqual(['p-2 here', 'p-1 away']);
  await shelf.archive('p-1', false);
  expect((await states()).sort()).toEqual(['p-1 here', 'p-2 here']);
});

test('a plan that is deleted goes with its versions and steps, and no other plan does', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  await tab.save(changed(examplePlan, 'x/1'));
  const { shelf, told } = shelfOn(device);
  // Its id begins like the first one's.
  await shelf.keep({ ...other, id: 'p-1-2' });
  const kept = new Tab(device, 'b');
  await kept.open('p-1-2');
  await kept.save(changed(kept.plan ?? other, 'x/1'));
  await shelf.remove('p-1');
  expect([...device.stored.keys()].filter((key) => !key.includes('p-1-2')).sort()).toEqual(['open']);
  expect(device.versions('p-1-2')).toHaveLength(1);
  expect(told.at(-1)).toEqual({ kind: 'removed', plan: 'p-1' });
  tab.saving.hear({ kind: 'removed', plan: 'p-1' });
  expect(tab.saving.state).toEqual({ kind: 'changed-elsewhere', other: undefined });
});

test('a rename from the list reaches the tab that has the plan open, with that tab’s own change', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  await shelfOn(device).shelf.rename('p-1', 'From the list');
  await tab.save(changed(examplePlan, 'x/1'));
  expect(tab.saving.state).toEqual({ kind: 'saved' });
  expect(tab.plan?.name).toBe('From the list');
  expect(device.text('plan p-1')).toContain('x/1');
});

test('the only plan of before there were several is in the list', async () => {
  const device = new FakeDevice();
  device.stored.set('plan', { writer: 'x', text: planToText(examplePlan) });
  const { shelf } = shelfOn(device);
  expect((await shelf.list()).map(({ plan }) => plan)).toEqual([examplePlan]);
  expect([...device.stored.keys()]).toEqual(['plan p-1']);
});

test('a plan that can’t be read is listed all the same', async () => {
  const device = new FakeDevice();
  device.stored.set('plan p-1', 'garbage');
  expect(await shelfOn(device).shelf.list()).toEqual([
    { id: 'p-1', plan: undefined, changedOn: undefined, archived: false },
  ]);
});

test.for(['blocked', 'silent'] as const)('a device that is %s is told to the caller', async (health) => {
  const device = new FakeDevice();
  device.health = health;
  await expect(shelfOn(device).shelf.list()).rejects.toThrow(DOMException);
});

test('1,000 shelves of any plans: each is read again as it was kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPlan, { maxLength: 6 }), async (plans) => {
      const device = new FakeDevice();
      const { shelf } = shelfOn(device);
      const ids: string[] = [];
      for (const plan of plans) ids.push(await shelf.keep(plan));
      const read = await Promise.all(ids.map((id) => shelf.read(id)));
      expect(read).toEqual(plans.map((plan, i) => ({ ...plan, id: ids[i] })));
      expect(await shelf.list()).toHaveLength(new Set(ids).size);
    }),
    { numRuns: 1000 },
  );
});
