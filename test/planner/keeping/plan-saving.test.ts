import { expect, test } from 'vitest';
import { moveHistory, startHistory } from '../../../src/planner/plan/history.ts';
import { planToText } from '../../../src/planner/keeping/plan-file.ts';
import type { KeyValue } from '../../../src/planner/keeping/key-value.ts';
import type { SaveProblem } from '../../../src/planner/keeping/save-state.ts';
import { saveStateWords } from '../../../src/planner/keeping/wording-saving.ts';
import { mostVersions } from '../../../src/planner/keeping/decide-save.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { examplePlan } from '../example-plan.ts';
import { changed, FakeDevice, openedTab, Tab, type Health } from './fake-device.ts';

const planText = planToText(examplePlan);
const firstVersion = 'version p-1 000000001';

/** The text of the stored plan, whatever tab wrote it. */
const stored = (device: FakeDevice) => device.text('plan p-1');

test('a plan that is saved is there at the next visit, and so is the one before it', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  await tab.save(changed(examplePlan, 'clep/chemistry'));
  expect(tab.saving.state).toEqual({ kind: 'saved' });
  expect(device.versions('p-1')).toEqual([planText]);
  expect((await openedTab(device, 'b')).plan?.credits).toHaveLength(4);
});

test('changes made while a save runs are saved together after it', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  const before = device.writes;
  let plan = examplePlan;
  for (let i = 0; i < 50; i += 1) tab.show((plan = changed(plan, `x/${i}`)));
  await tab.saving.flush();
  expect(stored(device)).toBe(planToText(plan));
  expect(device.writes - before).toBeLessThan(4);
});

test('a change that is made while a save runs is said to be saving until it is saved too', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  const first = changed(examplePlan, 'x/1');
  const second = changed(first, 'x/2');
  const before = tab.states.length;
  device.interfere = (writing) => {
    if (writing && tab.plan?.credits.length === first.credits.length) tab.show(second);
  };
  await tab.save(first);
  await tab.saving.flush();
  expect(tab.states.slice(before)).toEqual([{ kind: 'saving' }, { kind: 'saving' }, { kind: 'saved' }]);
  expect(stored(device)).toBe(planToText(second));
});

test('the last 20 versions stay, newest first, and each can be opened again', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  const texts = [planText];
  await tab.save(examplePlan);
  for (let i = 0; i < 30; i += 1) {
    const plan = changed(tab.plan ?? examplePlan, `x/${i}`);
    texts.unshift(planToText(plan));
    await tab.save(plan);
  }
  expect(device.versions('p-1')).toEqual(texts.slice(1, mostVersions + 1));
  const versions = await tab.saving.versions();
  expect(versions?.map(({ text }) => text)).toEqual(device.versions('p-1'));
  expect(versions?.[0]?.on).toBe('2026-11-25T08:00:00.000Z');
});

const troubles: [health: Health, problem: SaveProblem][] = [
  ['full', 'full'],
  ['blocked', 'blocked'],
  ['silent', 'no-answer'],
];

test.for(troubles)(
  'a device that is %s is reported as "%s", and the next save after it recovers saves all (S2)',
  async ([health, problem]) => {
    const device = new FakeDevice();
    const tab = await openedTab(device, 'a');
    await tab.save(examplePlan);
    device.health = health;
    const lost = changed(examplePlan, 'x/1');
    await tab.save(lost);
    expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem });
    expect(stored(device)).toBe(planText);
    device.health = 'well';
    await tab.saving.flush();
    expect(tab.saving.state).toEqual({ kind: 'saved' });
    expect(stored(device)).toBe(planToText(lost));
  },
);

test.for(troubles.slice(1))(
  'a device that is %s from the start opens as nothing, in time (S5)',
  async ([health, problem]) => {
    const device = new FakeDevice();
    device.health = health;
    const tab = new Tab(device, 'a');
    expect(await tab.saving.open()).toEqual({ fromBefore: false, notices: [], copies: [] });
    expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem });
  },
);

test('a device that is full is still read', async () => {
  const device = new FakeDevice();
  device.stored.set('plan', { writer: 'x', text: planText });
  device.health = 'full';
  // As it lay there before there were several plans: its place can't be changed, so it is not found by its id.
  await openedTab(device, 'a');
  expect([...device.stored.keys()]).toEqual(['plan']);
  device.health = 'well';
  expect((await openedTab(device, 'b')).plan).toEqual(examplePlan);
  device.stored.delete('open');
  device.health = 'full';
  expect((await openedTab(device, 'c')).plan).toEqual(examplePlan);
});

test('where there is room for the plan only, what can be undone goes first, then old versions, never the plan (S2)', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  let plan = examplePlan;
  await tab.save(plan);
  for (let i = 0; i < 10; i += 1) await tab.save((plan = changed(plan, `x/${i}`)));
  const full = JSON.stringify([...device.stored]).length;
  const given: string[] = [];
  for (let i = 10; i < 200; i += 1) {
    device.room = full;
    await tab.save((plan = changed(plan, `x/${i}`)));
    const { state } = tab.saving;
    const keys = [...device.stored.keys()];
    given.push(
      `${keys.includes('steps p-1') ? 'steps' : '-'} ${keys.some((key) => key.startsWith('version')) ? 'versions' : '-'}`,
    );
    if (state.kind === 'cannot-save') {
      expect(state.problem).toBe('full');
      break;
    }
    expect(state.kind).toBe('saved');
    expect(state).toMatchObject(keys.includes('steps p-1') ? {} : { but: 'plan-only' });
    expect(stored(device)).toBe(planToText(plan));
    expect((await openedTab(device, 'b')).plan).toEqual(plan);
  }
  // Steps are gone before any version is; the plan that no longer fits is told of, and the last that did is there.
  expect(given[0]).toBe('- versions');
  expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem: 'full' });
  expect((await openedTab(device, 'c')).plan?.credits.length).toBe(plan.credits.length - 1);
});

/** Makes the device full at some of its writes, counted from 1. */
function fullAt(device: FakeDevice, isFull: (write: number) => boolean): void {
  let writes = 0;
  device.interfere = (writing) => {
    if (writing && isFull((writes += 1))) throw new DOMException('', 'QuotaExceededError');
  };
}

test('a quota that is full at the n-th write, for every n, leaves the last plan that was called saved (S2)', async () => {
  for (let n = 1; n <= 12; n += 1) {
    const device = new FakeDevice();
    fullAt(device, (write) => write === n);
    const tab = await openedTab(device, 'a');
    let plan = examplePlan;
    for (let i = 1; i <= 12; i += 1) {
      await tab.save((plan = changed(plan, `x/${i}`)));
      // The save of that write gives up what can be undone, and has room with its second.
      expect(tab.saving.state, `write ${n}`).toEqual({ kind: 'saved', ...(i === n ? { but: 'plan-only' } : {}) });
      expect(stored(device)).toBe(planToText(plan));
    }
  }
});

// A save writes three times at most: with all, without what can be undone, and without old versions.
test.for([3, Number.POSITIVE_INFINITY])(
  'a device that refuses %d writes from the n-th on, for every n, is told of, keeps what was saved, and saves all once there is room (S2)',
  async (refused) => {
    const saves = 12;
    for (let n = 1; n <= saves; n += 1) {
      const device = new FakeDevice();
      fullAt(device, (write) => write >= n && write < n + refused);
      const tab = await openedTab(device, 'a');
      let [plan, kept, told] = [examplePlan, device.stored, 0];
      const held: Plan[] = [];
      for (let i = 1; i <= saves; i += 1) {
        await tab.save((plan = changed(plan, `x/${i}`)));
        const { state } = tab.saving;
        if (state.kind === 'saved') {
          kept = device.stored;
          held.unshift(plan);
          continue;
        }
        told += 1;
        expect(state).toEqual({ kind: 'cannot-save', problem: 'full' });
        expect(saveStateWords(state)).toContain('Save it to a file');
        // The device is as it was, and the screen still shows the change.
        expect(device.stored).toEqual(kept);
        expect(tab.plan).toEqual(plan);
        expect((await openedTab(device, 'b')).plan).toEqual(held[0]);
      }
      expect(told).toBe(Math.min(saves - n + 1, refused / 3));

      device.interfere = () => undefined;
      await tab.save((plan = changed(plan, 'x/last')));
      expect(tab.saving.state).toEqual({ kind: 'saved' });
      expect(device.versions('p-1')).toEqual(held.map(planToText));
      const next = await openedTab(device, 'c');
      expect(next.plan).toEqual(plan);
      expect(next.history?.past).toHaveLength(saves);
    }
  },
);

test('a plan that was refused is saved as its tab comes to the front, once there is room (S2)', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  device.health = 'full';
  const refused = changed(examplePlan, 'x/1');
  await tab.save(refused);
  await tab.saving.look();
  expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem: 'full' });
  device.health = 'well';
  await tab.saving.look();
  expect(tab.saving.state).toEqual({ kind: 'saved' });
  expect(stored(device)).toBe(planToText(refused));
});

test('a save that comes late, after a newer one, does not land', async () => {
  const device = new FakeDevice();
  const late: (() => void)[] = [];
  const tab = new Tab(
    {
      transact: async (wants, decide) => {
        if (late.length === 0) await new Promise<void>((go) => late.push(go));
        return device.transact(wants, decide);
      },
    },
    'a',
  );
  tab.show(examplePlan);
  await expect.poll(() => tab.saving.state).toEqual({ kind: 'cannot-save', problem: 'no-answer' });
  const newer = changed(examplePlan, 'x/1');
  await tab.save(newer);
  late[0]?.();
  await new Promise((done) => setTimeout(done, 5));
  expect(stored(device)).toBe(planToText(newer));
});

/** A device whose next answer comes only when it is let go. */
function slow(device: FakeDevice) {
  const waiting: (() => void)[] = [];
  const state = { isSlow: false, letGo: () => waiting.forEach((go) => go()) };
  const keyValue: KeyValue = {
    transact: async (wants, decide) => {
      const result = await device.transact(wants, decide);
      if (state.isSlow) await new Promise<void>((go) => waiting.push(go));
      return result;
    },
  };
  return { keyValue, state };
}

test('a save that is answered late is called saved when the answer comes', async () => {
  const device = new FakeDevice();
  const { keyValue, state } = slow(device);
  const tab = new Tab(keyValue, 'a');
  await tab.open();
  state.isSlow = true;
  await tab.save(examplePlan);
  expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem: 'no-answer' });
  state.isSlow = false;
  state.letGo();
  await expect.poll(() => tab.saving.state).toEqual({ kind: 'saved' });
  await tab.save(changed(examplePlan, 'x/1'));
  expect(tab.saving.state).toEqual({ kind: 'saved' });
});

test('a late answer says nothing of what was changed since', async () => {
  const device = new FakeDevice();
  const { keyValue, state } = slow(device);
  const tab = new Tab(keyValue, 'a');
  await tab.open();
  state.isSlow = true;
  await tab.save(examplePlan);
  device.health = 'blocked';
  await tab.save(changed(examplePlan, 'x/1'));
  state.letGo();
  await new Promise((done) => setTimeout(done, 5));
  expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem: 'blocked' });
});

test('a page that is too busy to listen does not say that the device is silent', async () => {
  const device = new FakeDevice();
  const tab = new Tab(
    {
      transact: async (wants, decide) => {
        // A browser's answers are events of their own, and come after what the page does meanwhile.
        for (let event = 0; event < 4; event += 1) await new Promise((done) => setImmediate(done));
        return device.transact(wants, decide);
      },
    },
    'a',
  );
  await tab.open();
  const saved = tab.save(examplePlan);
  await new Promise((done) => setImmediate(done));
  const until = performance.now() + 200;
  while (performance.now() < until);
  await saved;
  expect(tab.states.map(({ kind }) => kind)).not.toContain('cannot-save');
});

test('a device that does not say what was before leaves what is saved as it is', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  device.health = 'silent';
  expect(await tab.saving.versions()).toBeUndefined();
  await tab.saving.look();
  expect(tab.saving.state).toEqual({ kind: 'saved' });
});

const broken: [what: string, value: unknown][] = [
  ['nothing but spaces', { writer: 'x', text: '' }],
  ['half a plan', { writer: 'x', text: planText.slice(0, 100) }],
  ['garbage', 'x'.repeat(100_000)],
  ['a number', 7],
  ['a list', [1, 2]],
  ['null', null],
];

test.for(broken)(
  'a stored value that is %s is kept as a copy, and the version before it is used (S3)',
  async ([, value]) => {
    const device = new FakeDevice();
    device.stored.set('plan p-1', value);
    device.stored.set(firstVersion, { text: planText });
    device.stored.set('version p-1 000000002', value);
    const tab = new Tab(device, 'a');
    const opened = await tab.saving.open();
    expect(opened).toMatchObject({ plan: examplePlan, fromBefore: true });
    expect(opened.copies).toHaveLength(1);
    tab.history = startHistory(examplePlan);
    await tab.save(changed(examplePlan, 'x/1'));
    expect(tab.saving.state).toEqual({ kind: 'saved' });
    expect((await new Tab(device, 'b').saving.open()).copies).toEqual(opened.copies);
  },
);

test('a plan of which a part can’t be read is opened, and its text is kept once', async () => {
  const device = new FakeDevice();
  const text = planText.replace('"status": "completed"', '"status": "gone"');
  device.stored.set('plan p-1', { writer: 'x', text });
  const first = await new Tab(device, 'a').saving.open();
  expect(first.notices).toEqual([{ kind: 'field-not-read', credit: 'c1', field: 'status' }]);
  expect(first.copies.map((copy) => copy.text)).toEqual([text]);
  expect((await new Tab(device, 'b').saving.open()).copies).toHaveLength(1);
});

test.for(['plan', 'plan p-1'])(
  'a plan of a newer version, stored under "%s", is never written over (T4)',
  async (key) => {
    const device = new FakeDevice();
    const newer = planText.replace('"version": 1', '"version": 2');
    device.stored.set(key, { writer: 'x', text: newer });
    const tab = await openedTab(device, 'a');
    await tab.save(examplePlan);
    expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem: 'newer-version' });
    expect([...device.stored.values()]).toEqual([expect.objectContaining({ text: newer })]);
  },
);

test('the only plan of before there were several is moved to its place with all that was kept beside it', async () => {
  const device = new FakeDevice();
  const last = changed(examplePlan, 'x/1');
  device.stored.set('plan', { writer: 'x', text: planToText(last) });
  device.stored.set('before', planText);
  device.stored.set('copy x unread', 'kept text');
  const tab = new Tab(device, 'a');
  const opened = await tab.saving.open();
  expect(opened).toMatchObject({ plan: last, fromBefore: false, copies: [{ text: 'kept text' }] });
  expect(device.versions('p-1')).toEqual([planText]);
  expect(device.stored.has('plan') || device.stored.has('before')).toBe(false);
});

test('a plan that an older page saves meanwhile gets a place of its own (T4)', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  const older = changed(examplePlan, 'from/old-page');
  device.stored.set('plan', { writer: 'old', text: planToText(older) });
  expect((await openedTab(device, 'b')).plan?.credits).toEqual(older.credits);
  expect([stored(device), device.text('plan p-1-2')]).toEqual([planText, planToText(older)]);
});

test('undo and redo go on after any reload', async () => {
  const device = new FakeDevice();
  let tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  for (let i = 0; i < 5; i += 1) await tab.save(changed(tab.plan ?? examplePlan, `x/${i}`));
  const titles = () => tab.plan?.credits.map(({ course }) => course).filter((course) => course?.startsWith('x/'));
  for (let visit = 0; visit < 5; visit += 1) {
    tab = await openedTab(device, `b${visit}`);
    if (tab.history) tab.go(moveHistory(tab.history, { kind: 'undo' }));
    await tab.saving.flush();
    expect(titles()).toHaveLength(4 - visit);
  }
  tab = await openedTab(device, 'c');
  for (let i = 0; i < 5; i += 1) if (tab.history) tab.go(moveHistory(tab.history, { kind: 'redo' }));
  await tab.saving.flush();
  expect(titles()).toEqual(['x/0', 'x/1', 'x/2', 'x/3', 'x/4']);
  expect(stored(device)).toBe(planToText(tab.plan ?? examplePlan));
});

test('a plan cleared from under an open page is saved again with the next change, and that is said (S4)', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  device.stored.clear();
  await tab.save(changed(examplePlan, 'x/1'));
  expect(stored(device)).toContain('x/1');
  expect(tab.saving.state).toEqual({ kind: 'saved', but: 'was-gone' });
});

test('a tab that comes to the front and finds its plan gone says so, and can save it again (S4)', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  device.stored.clear();
  await tab.saving.look();
  expect(tab.saving.state).toEqual({ kind: 'changed-elsewhere', other: undefined });
  expect(device.stored.size).toBe(0);
  if (tab.history) await tab.saving.keepThis(tab.history);
  expect(tab.saving.state).toMatchObject({ kind: 'saved' });
  expect(stored(device)).toBe(planText);
});

test('forgetting says so where the browser refuses', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  for (const health of ['blocked', 'full'] as const) {
    device.health = health;
    device.stored.set('copy x', 'y');
    expect(await tab.saving.forgetEverything()).toBe(false);
  }
});

test('what was put aside as a page was left is forgotten too', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  device.quick.put('other tab', 'a text');
  expect(await tab.saving.forgetEverything()).toBe(true);
  expect([device.stored.size, device.quick.left.size]).toEqual([0, 0]);
  expect(tab.saving.state).toEqual({ kind: 'nothing-to-save' });
  expect(tab.told.at(-1)).toBe('forgotten');
  expect(await tab.saving.versions()).toEqual([]);
});

test('a copy is removed alone, once it is not wanted', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  await tab.save(examplePlan);
  for (const key of ['copy 1', 'copy 2']) device.stored.set(key, 'kept text');
  await tab.saving.dropCopy('copy 1');
  expect([device.stored.has('copy 1'), device.text('copy 2'), stored(device)]).toEqual([false, 'kept text', planText]);
});

test.for(['saves', 'comes to the front'])(
  'a tab that %s and finds a newer page’s plan says so, and writes nothing (T4)',
  async (what) => {
    const device = new FakeDevice();
    const tab = await openedTab(device, 'a');
    await tab.save(examplePlan);
    const newer = planText.replace('"version": 1', '"version": 2');
    device.stored.set('plan p-1', { writer: 'x', text: newer });
    if (what === 'saves') await tab.save(changed(examplePlan, 'x/1'));
    else await tab.saving.look();
    expect(tab.saving.state).toEqual({ kind: 'cannot-save', problem: 'newer-version' });
    expect(stored(device)).toBe(newer);
  },
);

test('where the other tab’s plan is gone as well there is nothing to save', async () => {
  const device = new FakeDevice();
  const tab = await openedTab(device, 'a');
  expect(await tab.saving.useOther()).toBeUndefined();
  await tab.save(examplePlan);
  device.stored.clear();
  await tab.saving.look();
  expect(await tab.saving.useOther()).toBeUndefined();
  expect(tab.saving.state).toEqual({ kind: 'nothing-to-save' });
});
