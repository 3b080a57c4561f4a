/**
 * Devices as pages of earlier days left them. Each still opens as it was left. A page that saves in another way adds its
 * devices to `saved-plans/`; none of those that are there is ever changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPlanFile, planToText } from '../../../src/planner/keeping/plan-file.ts';
import { moveHistory } from '../../../src/planner/plan/history.ts';
import { planVersion } from '../../../src/planner/plan/plan.ts';
import { FakeDevice, openedTab, Tab } from './fake-device.ts';

const folder = 'test/planner/keeping/saved-plans';
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
const names = readdirSync(folder)
  .filter((file) => /^\d.*(?<!\.opened)\.json$/.test(file))
  .map((file) => file.replace(/\.json$/, ''));

function deviceOf(name: string): FakeDevice {
  const device = new FakeDevice();
  device.stored = new Map(read(name) as [string, unknown][]);
  return device;
}

/** What a student sees of a device: the plan, how far back it can be undone, and its earlier versions. */
async function openedOn(device: FakeDevice) {
  const tab = await openedTab(device, 'a');
  const versions = await tab.saving.versions();
  return { tab, seen: { plan: tab.plan, undo: tab.history?.past.length, versions: versions?.map(({ plan }) => plan) } };
}

test.for(names)('%s opens as it was left, and is the same after it was saved again (M1, M2)', async (name) => {
  const device = deviceOf(name);
  const { tab, seen } = await openedOn(device);
  expect(seen).toEqual(read(`${name}.opened`));
  const { plan, history } = tab;
  if (!plan || !history) throw new Error('There is no plan.');
  expect(openPlanFile(planToText(plan))).toEqual({ plan, notices: [] });

  tab.go(moveHistory(history, { kind: 'change', plan: { ...plan, name: 'Renamed' } }));
  await tab.saving.flush();
  const later = await openedTab(device, 'b');
  expect(later.plan).toEqual({ ...plan, name: 'Renamed', revision: plan.revision + 1 });
  const undone = later.history && moveHistory(later.history, { kind: 'undo' });
  expect(undone?.present).toEqual({ ...plan, revision: plan.revision + 2 });
});

test('of every version there are three devices at least (M1)', () => {
  const versions = names.map((name) => Number(/\\?"version\\?": (\d+)/.exec(JSON.stringify(read(name)))?.[1]));
  for (let version = 1; version <= planVersion; version += 1)
    expect(versions.filter((one) => one === version).length, `version ${version}`).toBeGreaterThanOrEqual(3);
});

test.for(names)('%s is as it was where putting it into today’s order breaks off (M3)', async (name) => {
  const device = deviceOf(name);
  const before = structuredClone(device.stored);
  device.interfere = (writing) => {
    if (writing) throw new DOMException('', 'AbortError');
  };
  await new Tab(device, 'a').saving.open();
  expect(device.stored).toEqual(before);
  device.interfere = () => undefined;
  expect((await openedOn(device)).seen).toEqual(read(`${name}.opened`));
});

/** The names of all fields of the schema, with those around them. */
function fieldsOf(schema: unknown, within = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((one) => fieldsOf(one, within));
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? Object.entries(value as object).flatMap(([field, inside]) => [
          `${within}${field}`,
          ...fieldsOf(inside, `${within}${field}.`),
        ])
      : fieldsOf(value, within),
  );
}

// A page keeps only the fields that it knows. One that knows fewer must not open the plan, or it would save it without
// the others (M5). When this fails: has the site been published with the fields that are listed? Then raise
// `planVersion`, read the version before as well, and begin a new list. If not, list the new fields.
test('a plan has the fields that its version is known to have (M5)', () => {
  const schema: unknown = JSON.parse(readFileSync('public/schemas/plan.json', 'utf8'));
  const listed = readFileSync(`${folder}/fields-of-version-${planVersion}.txt`, 'utf8').trim().split('\n');
  expect([...new Set(fieldsOf(schema))].sort()).toEqual(listed);
});
