/** Several tabs with one plan: no change is lost without a choice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPlanFile, planToText } from '../../src/planner/plan-file.ts';
import { examplePlan } from './example-plan.ts';
import { changed, FakeDevice, openedTab } from './fake-device.ts';

const planText = planToText(examplePlan);

test('a plan that another tab changed is not overwritten until the student chooses', async () => {
  const device = new FakeDevice();
  const a = await openedTab(device, 'a');
  a.saving.save(examplePlan);
  await a.saving.flush();
  const b = await openedTab(device, 'b');
  const fromB = changed(examplePlan, 'b/1');
  b.saving.save(fromB);
  await b.saving.flush();
  const fromA = changed(examplePlan, 'a/1');
  a.saving.save(fromA);
  await a.saving.flush();
  expect(a.saving.state).toEqual({ kind: 'changed-elsewhere', other: fromB });
  expect(device.text('plan')).toBe(planToText(fromB));
  expect(device.text('copy a')).toBe(planToText(fromA));

  await a.saving.keepThis(fromA);
  expect(a.saving.state).toEqual({ kind: 'saved' });
  expect([device.text('plan'), device.text('before'), device.text('copy a')]).toEqual([
    planToText(fromA),
    planToText(fromB),
    undefined,
  ]);
});

test('the other tab’s plan can be taken instead', async () => {
  const device = new FakeDevice();
  const a = await openedTab(device, 'a');
  const b = await openedTab(device, 'b');
  b.saving.save(examplePlan);
  await b.saving.flush();
  a.saving.save(changed(examplePlan, 'a/1'));
  await a.saving.flush();
  expect(await a.saving.useOther()).toEqual(examplePlan);
  expect(device.stored.has('copy a')).toBe(false);
  expect(a.saving.state).toEqual({ kind: 'saved' });
});

test('a tab without changes shows the newer plan and writes nothing', async () => {
  const device = new FakeDevice();
  const a = await openedTab(device, 'a');
  const b = await openedTab(device, 'b');
  b.saving.save(examplePlan);
  await b.saving.flush();
  expect(b.told).toEqual(['saved']);
  const before = device.writes;
  await a.saving.look();
  expect(a.plan).toEqual(examplePlan);
  expect(device.writes).toBe(before);
});

test('forgetting removes everything here, and asks the other tab before it brings the plan back', async () => {
  const device = new FakeDevice();
  device.stored.set('copy old', 'text');
  const a = await openedTab(device, 'a');
  a.saving.save(examplePlan);
  await a.saving.flush();
  const b = await openedTab(device, 'b');
  expect(await a.saving.forgetEverything()).toBe(true);
  expect(device.stored.size).toBe(0);
  expect(a.told.at(-1)).toBe('forgotten');
  b.saving.forgottenElsewhere();
  b.saving.save(changed(examplePlan, 'b/1'));
  await b.saving.flush();
  expect(device.stored.size).toBe(0);
  expect(b.saving.state).toEqual({ kind: 'changed-elsewhere', other: undefined });
  await b.saving.keepThis(examplePlan);
  expect(device.text('plan')).toBe(planText);
});

type Step = { tab: number; what: 'edit' | 'look' | 'keep' | 'use' | 'trouble' | 'well' };

const steps = fc.array(
  fc.record<Step>({
    tab: fc.nat(2),
    what: fc.constantFrom('edit', 'edit', 'edit', 'look', 'keep', 'use', 'trouble', 'well'),
  }),
  { minLength: 1, maxLength: 60 },
);

test('in 1,000 interleavings of three tabs no change is lost without a choice', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const device = new FakeDevice();
      const tabs = [await openedTab(device, 'a'), await openedTab(device, 'b'), await openedTab(device, 'c')];
      let edits = 0;
      // Tabs whose student chose to keep their plan. On a full device that happens with a later save.
      const chosen = new Set<string>();
      for (const step of all) {
        const tab = tabs[step.tab];
        if (!tab) continue;
        const before = device.text('plan');
        if (step.what === 'edit') {
          tab.plan = changed(tab.plan ?? examplePlan, `tab${step.tab}/${(edits += 1)}`);
          tab.saving.save(tab.plan);
          // Half of the edits are still under way when the next step comes.
          if (edits % 2 === 0) await tab.saving.flush();
        }
        if (step.what === 'trouble') device.health = 'full';
        if (step.what === 'well') device.health = 'well';
        if (step.what === 'look') await tab.saving.look();
        if (step.what === 'keep' && tab.plan) {
          if (tab.saving.state.kind === 'changed-elsewhere') chosen.add('abc'.charAt(step.tab));
          await tab.saving.keepThis(tab.plan);
        }
        if (step.what === 'use') tab.plan = (await tab.saving.useOther()) ?? tab.plan;
        // Whatever replaces a stored plan has all of it, unless the student chose.
        const after = device.text('plan');
        const writer = (device.stored.get('plan') as { writer: string } | undefined)?.writer ?? '';
        if (before !== undefined && after !== before && !chosen.delete(writer))
          expect(coursesIn(after)).toEqual(expect.arrayContaining(coursesIn(before)));
      }
      device.health = 'well';
      for (const tab of tabs) await tab.saving.flush();
      for (const tab of tabs) await tab.saving.look();
      const kept = [...device.stored.keys()].map((key) => openPlanFile(device.text(key) ?? ''));
      for (const { plan } of tabs) if (plan) expect(kept).toContainEqual({ plan, notices: [] });
    }),
    { numRuns: 1000 },
  );
});

function coursesIn(text: string | undefined): string[] {
  const file = openPlanFile(text ?? '');
  return 'plan' in file ? file.plan.credits.flatMap(({ course }) => (course === undefined ? [] : [course])) : [];
}
