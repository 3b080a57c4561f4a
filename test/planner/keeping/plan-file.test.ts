import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingFromCatalog, openPlanFile, planFileName, planToText } from '../../../src/planner/keeping/plan-file.ts';
import { anyPlan, examplePlan } from '../example-plan.ts';

const open = (value: unknown) => openPlanFile(JSON.stringify(value));
const withCredits = (...credits: unknown[]) => ({ ...examplePlan, credits });

test('any plan that is saved and opened is the same plan', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(openPlanFile(planToText(plan))).toEqual({ plan, notices: [] });
    }),
    { numRuns: 1000 },
  );
});

const refused: [why: string, text: string, reason: string][] = [
  ['an empty file', '', 'empty'],
  ['a file of spaces', ' \n', 'empty'],
  ['a text', 'hello', 'not-json'],
  ['half a plan', planToText(examplePlan).slice(0, 200), 'not-json'],
  ['deep nesting', '['.repeat(100_000), 'not-json'],
  ['null', 'null', 'not-a-plan'],
  ['a list', '[]', 'not-a-plan'],
  ['another kind of file', '{"kind":"recipe"}', 'not-a-plan'],
  ['a newer version', JSON.stringify({ ...examplePlan, version: 2 }), 'newer-version'],
  ['a version in words', JSON.stringify({ ...examplePlan, version: 'one' }), 'damaged'],
  ['a plan without credits', JSON.stringify({ ...examplePlan, credits: undefined }), 'damaged'],
  ['credits that are no list', JSON.stringify({ ...examplePlan, credits: { length: 1 } }), 'damaged'],
  ['a degree that is a number', JSON.stringify({ ...examplePlan, degree: 7 }), 'damaged'],
  ['a degree that climbs out of its folder', JSON.stringify({ ...examplePlan, degree: 'a b?c' }), 'damaged'],
  ['a name of a million letters', JSON.stringify({ ...examplePlan, name: 'x'.repeat(1_000_000) }), 'damaged'],
  ['a revision below zero', JSON.stringify({ ...examplePlan, revision: -1 }), 'damaged'],
  ['three million letters', 'x'.repeat(3_000_000), 'too-large'],
  ['10,000 credits', JSON.stringify(withCredits(...Array(10_000).fill({ id: 'c', course: 'a' }))), 'too-many-credits'],
];

test.for(refused)('%s is refused with a reason', ([, text, reason]) => {
  expect(openPlanFile(text)).toEqual({ reason });
});

test('a byte order mark before the plan does no harm', () => {
  expect(openPlanFile(`\uFEFF${planToText(examplePlan)}`)).toEqual({ plan: examplePlan, notices: [] });
});

const good = { id: 'c1', course: 'clep/biology', status: 'planned' };
const oneField: [field: string, value: unknown][] = [
  ['status', 'dreaming'],
  ['score', '58'],
  ['score', -4],
  ['grade', 'E'],
  ['completedOn', '2026-02-30'],
  ['completedOn', 20260228],
  ['pins', [{ part: 0, block: 'x' }]],
  ['pins', [{ part: -1, block: 'x', use: true }]],
  ['decision', { becomes: 'all', decidedOn: '2026-01-01', by: 'me' }],
];

test.for(oneField)('a credit whose %s can’t be read is kept without it, and the notice says so', ([field, value]) => {
  const { [field]: _left, ...rest } = { ...good, [field]: value } as Record<string, unknown>;
  expect(open(withCredits({ ...good, [field]: value }))).toEqual({
    plan: withCredits({ status: 'considering', ...rest }),
    notices: [{ kind: 'field-not-read', credit: 'c1', field }],
  });
});

test.for([
  ['a text', 'credit'],
  ['null', null],
  ['a list', []],
  ['no course', { id: 'c1', status: 'planned' }],
  ['a typed title of 201 letters', { id: 'c1', typed: { ...examplePlan.credits[2]?.typed, title: 'x'.repeat(201) } }],
  ['typed hours of 1e400', { id: 'c1', typed: { ...examplePlan.credits[2]?.typed, semesterHours: 1e308 * 10 } }],
] as const)('an entry that is %s is left out, and the notice says which', ([, entry]) => {
  expect(open(withCredits(good, entry))).toEqual({
    plan: withCredits(good),
    notices: [{ kind: 'credit-not-read', position: 2 }],
  });
});

test('of two credits with one id, the second gets a new one that no other credit has', () => {
  const opened = open(withCredits(good, { ...good, course: 'clep/chemistry' }, { ...good, id: 'c2', course: 'x/y' }));
  expect(opened).toMatchObject({
    plan: { credits: [{ id: 'c1' }, { id: 'c3', course: 'clep/chemistry' }, { id: 'c2' }] },
    notices: [{ kind: 'id-changed', credit: 'c3' }],
  });
});

test('unknown courses and degrees are kept and named', () => {
  const knows = { course: (id: string) => id === 'clep/biology', degree: () => false };
  expect(missingFromCatalog(examplePlan, knows)).toEqual([
    { kind: 'degree-not-in-catalog', degree: 'example-u/ba-2026-27' },
    { kind: 'course-not-in-catalog', credit: 'c2', course: 'sophia/ethics' },
  ]);
});

test('fields that the plan does not know are not copied, and none reaches the prototype', () => {
  const text = planToText(examplePlan)
    .replace('"kind"', '"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "kind"')
    .replace('"course"', '"__proto__": {"polluted": true, "score": 77}, "colour": "red", "course"');
  expect(openPlanFile(text)).toEqual({ plan: examplePlan, notices: [] });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

const dictionary = [
  '__proto__',
  'constructor',
  'NaN',
  '-0',
  '1e400',
  '\u202E',
  '\uD800',
  '"',
  '{',
  ']',
  ',',
  '\\u0000',
];

test('5,000 plans with something changed in their text are opened or refused, never thrown', () => {
  const text = planToText(examplePlan);
  fc.assert(
    fc.property(
      fc.nat(text.length),
      fc.nat(30),
      fc.oneof(fc.constantFrom(...dictionary), fc.string({ maxLength: 5 })),
      (at, length, put) => {
        const opened = openPlanFile(text.slice(0, at) + put + text.slice(at + length));
        expect('plan' in opened || 'reason' in opened).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('5,000 other values are refused or opened, and what is opened opens again as itself', () => {
  const envelope = fc.record(
    { kind: fc.constant('credit-map-plan'), version: fc.constant(1), credits: fc.array(fc.object()) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        envelope.map((part) => JSON.stringify({ ...examplePlan, ...part })),
      ),
      (text) => {
        const opened = openPlanFile(text);
        if ('plan' in opened) expect(openPlanFile(planToText(opened.plan))).toEqual({ plan: opened.plan, notices: [] });
        else expect(opened.reason).toMatch(/^[a-z-]+$/);
      },
    ),
    { numRuns: 5000 },
  );
});

test('a plan cut off at any letter is refused', () => {
  const text = planToText(examplePlan).trim();
  for (let length = 0; length < text.length; length += 1) {
    expect(openPlanFile(text.slice(0, length))).toHaveProperty('reason');
  }
});

test('the file is named for the plan and the day', () => {
  expect(planFileName({ ...examplePlan, name: 'Año 1: Psychology!' }, '2026-11-22')).toBe(
    'credit-map-a-o-1-psychology-2026-11-22.json',
  );
  expect(planFileName({ ...examplePlan, name: '…' }, '2026-11-22')).toBe('credit-map-plan-2026-11-22.json');
});
