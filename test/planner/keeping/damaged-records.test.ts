/** What lies on the device may be damaged in any way: it is opened, or set aside and offered as a file. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPlanFile, planToText } from '../../../src/planner/keeping/plan-file.ts';
import { asText } from '../../../src/planner/keeping/stored-plan.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { addFigures, isDeep } from '../../figures.ts';
import { examplePlan } from '../example-plan.ts';
import { FakeDevice, Tab } from './fake-device.ts';

const plan: Plan = {
  ...examplePlan,
  credits: Array.from({ length: 30 }, (_, i) => ({ ...examplePlan.credits[i % 3]!, id: `c${i + 1}` })),
};
const before: Plan = { ...plan, name: 'The version before' };
const [whole, wholeBefore] = [planToText(plan), planToText(before)];
const bytes = new TextEncoder().encode(whole);
const textOf = (damaged: Uint8Array) => new TextDecoder().decode(damaged);

/** What is wrong with how a damaged record was opened; nothing where all is well. */
async function faultIn(value: unknown): Promise<string | undefined> {
  const device = new FakeDevice();
  device.stored.set('plan p-1', value);
  device.stored.set('version p-1 000000001', { text: wholeBefore });
  const opened = await new Tab(device, 'a', 1000).saving.open();
  const text = asText(value);
  const file = openPlanFile(text);
  if ('reason' in file && file.reason === 'newer-version')
    return device.text('plan p-1') === text ? undefined : 'the plan of a newer version was touched';
  if (!isDeepStrictEqual(opened.plan, 'plan' in file ? file.plan : before))
    return 'neither the plan nor the version before it is shown';
  const isWhole = 'plan' in file && file.notices.length === 0;
  return isWhole || opened.copies.some((copy) => copy.text === text) ? undefined : 'the text was not set aside';
}

async function expectHandled(values: Iterable<unknown>): Promise<void> {
  const faults: string[] = [];
  let tried = 0;
  for (const value of values) {
    tried += 1;
    const fault = await faultIn(value).catch((error: unknown) => `it threw: ${String(error)}`);
    if (fault !== undefined) faults.push(`${fault}: ${asText(value).slice(0, 200)}`);
  }
  addFigures('Damaged records', { tried, handled: tried - faults.length });
  expect(faults.slice(0, 5)).toEqual([]);
}

test('a record cut off at any byte is set aside, and the version before it is shown (S3)', async () => {
  expect(bytes.length).toBeGreaterThan(5000);
  await expectHandled(Array.from(bytes, (_, length) => ({ text: textOf(bytes.subarray(0, length)) })));
});

test('a record with any one bit turned is opened or set aside (S3)', async () => {
  const step = isDeep ? 1 : Math.floor((8 * bytes.length) / 5000);
  const turned = function* () {
    for (let bit = 0; bit < 8 * bytes.length; bit += step) {
      const damaged = bytes.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      yield { text: textOf(damaged) };
    }
  };
  await expectHandled(turned());
});

test('a record with anything put in place of a part of it is opened or set aside (S3)', async () => {
  const hostile = fc.constantFrom(
    '__proto__',
    'null',
    '1e400',
    '-0',
    '\u202e',
    '\ud800',
    '"',
    '{',
    ']',
    ',',
    '\\u0000',
  );
  const splice = fc.tuple(fc.nat(whole.length), fc.nat(40), fc.oneof(hostile, fc.string({ maxLength: 5 })));
  const spliced = fc
    .sample(splice, { numRuns: isDeep ? 100_000 : 1000 })
    .map(([at, length, put]) => ({ text: whole.slice(0, at) + put + whole.slice(at + length) }));
  await expectHandled(spliced);
});

test('a record that is no text at all, or endless garbage, is set aside (S3)', async () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  await expectHandled([
    '',
    'null',
    '{',
    '[]',
    null,
    7,
    Number.NaN,
    10n,
    true,
    [],
    {},
    { text: 7 },
    new Date(0),
    new Map([['text', whole]]),
    new Uint8Array([1, 2]),
    circle,
    { text: 'x'.repeat(5_000_000) },
    { text: `{"kind":"credit-map-plan","credits":${'['.repeat(500_000)}` },
  ]);
});
