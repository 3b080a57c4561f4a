import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPlanFile, planToText } from '../../src/planner/plan-file.ts';
import { PlanSaving, type SaveProblem } from '../../src/planner/plan-saving.ts';
import { examplePlan } from './example-plan.ts';
import { changed, FakeDevice, openedTab, openTab, type Health } from './fake-device.ts';

const planText = planToText(examplePlan);

test('a plan that is saved is there at the next visit, and so is the one before it', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  tab.saving.save(examplePlan);
  await tab.saving.flush();
  tab.saving.save(changed(examplePlan, 'clep/chemistry'));
  await tab.saving.flush();
  expect(tab.saving.state).toEqual({ kind: 'saved' });
  expect(device.text('before')).toBe(planText);
  expect((await openTab(device, 'b').saving.open()).plan?.credits).toHaveLength(4);
});

test('changes made while a save runs are saved together after it', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  const before = device.writes;
  let plan = examplePlan;
  for (let i = 0; i < 50; i += 1) tab.saving.save((plan = changed(plan, `x/${i}`)));
  await tab.saving.flush();
  expect(device.text('plan')).toBe(planToText(plan));
  expect(device.writes - before).toBeLessThan(4);
});

const troubles: [health: Health, problem: SaveProblem][] = [
  ['full', 'full'],
  ['blocked', 'blocked'],
  ['silent', 'no-answer'],
];

test.for(troubles)(
  'a device that is %s is reported as "%s", and the next save after it recovers saves all',
  async ([health, problem]) => {
    const device = new FakeDevice();
    const tab = await openedTab(device, 'a');
    tab.saving.save(examplePlan);
    await tab.saving.flush();
    device.health = health;
    const lost = changed(examplePlan, 'x/1');
    tab.saving.save(lost);
    await tab.saving.flush();
    expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem });
    expect(device.text('plan')).toBe(planText);
    device.health = 'well';
    await tab.saving.flush();
    expect(tab.saving.state).toEqual({ kind: 'saved' });
    expect(device.text('plan')).toBe(planToText(lost));
  },
);

test.for(troubles)('a device that is %s from the start opens as nothing, in time', async ([health, problem]) => {
  const device = new FakeDevice();
  device.health = health;
  const tab = openTab(device, 'a');
  const opened = await tab.saving.open();
  expect(opened).toEqual({ fromBefore: false, notices: [], copies: [] });
  // An empty device that is full has nothing to write yet, but opening tidies up.
  expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem });
});

test('a save that comes late, after a newer one, does not land', async () => {
  const device = new FakeDevice();
  const late: (() => void)[] = [];
  const saving = new PlanSaving({
    keyValue: {
      transact: async (decide) => {
        if (late.length === 0) await new Promise<void>((go) => late.push(go));
        return device.transact(decide);
      },
    },
    writer: 'a',
    patience: 20,
    tellTabs: () => undefined,
    onState: () => undefined,
    onReplaced: () => undefined,
  });
  saving.save(examplePlan);
  await new Promise((done) => setTimeout(done, 40));
  expect(saving.state).toEqual({ kind: 'cannot-save', problem: 'no-answer' });
  const newer = changed(examplePlan, 'x/1');
  saving.save(newer);
  await saving.flush();
  late[0]?.();
  await new Promise((done) => setTimeout(done, 5));
  expect(device.text('plan')).toBe(planToText(newer));
});

const broken: [what: string, value: unknown][] = [
  ['nothing but spaces', { writer: 'x', text: '' }],
  ['half a plan', { writer: 'x', text: planText.slice(0, 100) }],
  ['garbage', 'x'.repeat(100_000)],
  ['a number', 7],
  ['a list', [1, 2]],
  ['null', null],
];

test.for(broken)('a stored value that is %s is kept as a copy, and the plan before it is used', async ([, value]) => {
  const device = new FakeDevice();
  device.stored.set('plan', value);
  device.stored.set('before', planText);
  const tab = openTab(device, 'a');
  const opened = await tab.saving.open();
  expect(opened).toMatchObject({ plan: examplePlan, fromBefore: true });
  expect(opened.copies).toHaveLength(1);
  tab.saving.save(changed(examplePlan, 'x/1'));
  await tab.saving.flush();
  expect(tab.saving.state).toEqual({ kind: 'saved' });
  expect((await openTab(device, 'b').saving.open()).copies).toEqual(opened.copies);
});

test('a plan of which a part can’t be read is opened, and its text is kept once', async () => {
  const device = new FakeDevice();
  const text = planText.replace('"status": "completed"', '"status": "gone"');
  device.stored.set('plan', { writer: 'x', text });
  const first = await openTab(device, 'a').saving.open();
  expect(first.notices).toEqual([{ kind: 'field-not-read', credit: 'c1', field: 'status' }]);
  expect(first.copies.map((copy) => copy.text)).toEqual([text]);
  expect((await openTab(device, 'b').saving.open()).copies).toHaveLength(1);
});

test('a plan of a newer version is never written over', async () => {
  const device = new FakeDevice();
  const newer = planText.replace('"version": 1', '"version": 2');
  device.stored.set('plan', { writer: 'x', text: newer });
  const tab = await openedTab(device, 'a');
  tab.saving.save(examplePlan);
  await tab.saving.flush();
  expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem: 'newer-version' });
  expect([...device.stored]).toEqual([['plan', { writer: 'x', text: newer }]]);
});

test('3,000 stored texts with something changed never fail, and nothing readable is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(planText.length), fc.nat(20), fc.string({ maxLength: 3 }), async (at, length, put) => {
      const device = new FakeDevice();
      const text = planText.slice(0, at) + put + planText.slice(at + length);
      device.stored.set('plan', { writer: 'x', text });
      device.stored.set('before', planText);
      const opened = await openTab(device, 'a').saving.open();
      const whole = openPlanFile(text);
      if ('plan' in whole && whole.notices.length === 0) expect(opened.plan).toEqual(whole.plan);
      else if (!('reason' in whole && whole.reason === 'newer-version'))
        expect(opened.copies.map((copy) => copy.text)).toContain(text);
    }),
    { numRuns: 3000 },
  );
});

test('a plan cleared from under an open page is saved again with the next change', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  tab.saving.save(examplePlan);
  await tab.saving.flush();
  device.stored.clear();
  tab.saving.save(changed(examplePlan, 'x/1'));
  await tab.saving.flush();
  expect(device.text('plan')).toContain('x/1');
});

test('forgetting says so where the browser refuses', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  device.health = 'blocked';
  expect(await tab.saving.forgetEverything()).toBe(false);
});
