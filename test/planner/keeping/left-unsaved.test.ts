import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planToText } from '../../../src/planner/keeping/plan-file.ts';
import { savingLeftFirst } from '../../../src/planner/keeping/left-unsaved.ts';
import { PlanShelf } from '../../../src/planner/keeping/plan-shelf.ts';
import { moveHistory } from '../../../src/planner/plan/history.ts';
import { examplePlan } from '../example-plan.ts';
import { told } from '../../told.ts';
import { changed, FakeDevice, openedTab, Tab } from './fake-device.ts';

const later = changed(examplePlan, 'clep/chemistry');
const courses = (tab: Tab) => tab.plan?.credits.map(({ course }) => course);

/** The page ends: what it asked the device for after this moment is never answered. */
async function left(device: FakeDevice, tab: Tab): Promise<void> {
  tab.saving.leave();
  device.health = 'silent';
  await new Promise(setImmediate);
  device.health = 'well';
}

/** A tab that saved the example, made one more change that the device never answered, and was left. */
async function leftTab(device: FakeDevice): Promise<Tab> {
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  device.health = 'silent';
  tab.show(later);
  await left(device, tab);
  return tab;
}

test('a change that was on its way when the page was left is there at the next visit, and can be undone (S7)', async () => {
  const device = new FakeDevice();
  await leftTab(device);
  const next = await openedTab(device, 'b');
  expect(courses(next)).toContain('clep/chemistry');
  expect(next.saving.state).toEqual({ kind: 'saved' });
  expect(device.quick.left.size).toBe(0);
  if (next.history) next.go(moveHistory(next.history, { kind: 'undo' }));
  expect(courses(next)).toEqual(examplePlan.credits.map(({ course }) => course));
});

test('it goes together with what another tab saved first', async () => {
  const device = new FakeDevice();
  await leftTab(device);
  // A page of an older version knows of nothing that was put aside.
  const other = new Tab(device, 'b');
  await other.open();
  await other.save(changed(other.plan ?? examplePlan, 'clep/biology'));
  const next = await openedTab(device, 'c');
  expect(courses(next)).toEqual(expect.arrayContaining(['clep/chemistry', 'clep/biology']));
});

test('where another tab changed the same, it is kept as a copy', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  device.health = 'silent';
  tab.show({ ...examplePlan, name: 'Mine', revision: examplePlan.revision + 1 });
  await left(device, tab);
  const other = new Tab(device, 'b');
  await other.open();
  await other.save({ ...examplePlan, name: 'Theirs', revision: examplePlan.revision + 1 });
  const opened = await openedTab(device, 'c').then(({ saving }) => saving.open());
  expect(opened.plan?.name).toBe('Theirs');
  expect(opened.copies.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
    expect.objectContaining({ name: 'Mine' }),
  ]);
});

test('a list of plans shows it, though no plan was opened', async () => {
  const device = new FakeDevice();
  await leftTab(device);
  const keyValue = savingLeftFirst(device, device.quick);
  const shelf = new PlanShelf({ keyValue, now: () => '2026-11-25T08:00:00.000Z', tellTabs: () => undefined });
  expect((await shelf.list()).map(({ plan }) => plan?.credits.length)).toEqual([later.credits.length]);
});

test('a page that is hidden and shown again saves as ever, and leaves nothing behind', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  tab.show(later);
  tab.saving.leave();
  expect(device.quick.left.size).toBe(1);
  const latest = changed(later, 'clep/biology');
  tab.show(latest);
  expect(device.quick.left.size).toBe(0);
  await tab.saving.flush();
  expect(device.text('plan p-1')).toBe(planToText(latest));
  tab.saving.leave();
  expect(device.quick.left.size).toBe(0);
});

test('where there is little room, the plan is put aside without its steps', async () => {
  const device = new FakeDevice();
  device.quick.room = planToText(later).length * 2.5;
  await leftTab(device);
  expect(courses(await openedTab(device, 'b'))).toContain('clep/chemistry');
});

test('it waits for a device that is full, and for a page that can read it', async () => {
  const device = new FakeDevice();
  await leftTab(device);
  device.health = 'full';
  expect(courses(await openedTab(device, 'b'))).not.toContain('clep/chemistry');
  device.health = 'well';
  expect(courses(await openedTab(device, 'c'))).toContain('clep/chemistry');

  const plan = planToText(later).replace(/"version": ?\d+/, '"version": 999');
  device.quick.left.set('z', JSON.stringify({ plan, steps: '', writer: 'z', on: '' }));
  await openedTab(device, 'd');
  expect(device.quick.left.has('z')).toBe(true);
});

const plan = { plan: '{}', steps: '', writer: 'x', on: '' };
test.for([
  ['nothing', '', ''],
  ['half a text', '{"plan":', '{"plan":'],
  ['a list', '[]', '[]'],
  ['a number in place of a plan', '{"plan":5}', '{"plan":5}'],
  ['a prototype', '{"__proto__":{"plan":""}}', '{"__proto__":{"plan":""}}'],
  ['a plan that is none', JSON.stringify(plan), '{}'],
])('what can’t be read is kept as a copy: %s', async ([, left, copy]) => {
  const device = new FakeDevice();
  device.quick.left.set('x', left ?? '');
  const tab = new Tab(device, 'b', 20, device.quick);
  expect((await tab.saving.open()).copies.map(({ text }) => text)).toEqual([copy]);
  expect(device.quick.left.size).toBe(0);
});

test('who forgets everything forgets it too', async () => {
  const device = new FakeDevice();
  const tab = await leftTab(device);
  device.quick.put('other', 'x');
  await tab.saving.forgetEverything();
  expect([...device.quick.left]).toEqual([]);
  expect([...device.stored]).toEqual([]);
});

test('a plan that is removed elsewhere after the page was hidden does not come back', async () => {
  const device = new FakeDevice();
  const tab = await leftTab(device);
  tab.saving.hear({ kind: 'removed', plan: 'p-1' });
  expect([...device.quick.left]).toEqual([]);
});

test('a page that is left at any moment of 1,000 visits loses nothing (S7)', async () => {
  let unsaved = 0;
  const visit = fc.record({
    waits: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
    moments: fc.integer({ min: 0, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(visit, async ({ waits, moments }) => {
      const device = new FakeDevice();
      const tab = await openedTab(device, 'a');
      for (const [i, isWaiting] of waits.entries()) {
        tab.show(changed(tab.plan ?? examplePlan, `x/${i}`));
        if (isWaiting) await tab.saving.flush();
      }
      for (let i = 0; i < moments; i += 1) await Promise.resolve();
      if (tab.saving.state.kind === 'saving') unsaved += 1;
      const shown = courses(tab);
      await left(device, tab);
      expect(courses(await openedTab(device, 'b'))).toEqual(shown);
    }),
    {
      numRuns: 1000,
      ...told('Pages left', 'visits', 'with a change lost', () => ({ 'in the middle of a save': unsaved })),
    },
  );
  expect(unsaved).toBeGreaterThan(200);
});
