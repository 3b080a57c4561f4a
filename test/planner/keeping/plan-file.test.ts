import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  missingFromCatalog,
  mostWaivers,
  openPlanFile,
  planFileName,
  planToText,
  readDayOrNone,
  readPlannedCredit,
} from '../../../src/planner/keeping/plan-file.ts';
import { mostCredits } from '../../../src/planner/plan/plan.ts';
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

test('a new id is found beside entries that are no credits at all', () => {
  const { id: _, ...nameless } = good;
  expect(open(withCredits(null, 'c7', { id: 8 }, { ...good, id: 'c4' }, nameless))).toMatchObject({
    plan: { credits: [{ id: 'c4' }, { id: 'c5', course: 'clep/biology' }] },
    notices: [1, 2, 3]
      .map((position): object => ({ kind: 'credit-not-read', position }))
      .concat({ kind: 'id-changed', credit: 'c5' }),
  });
});

test('a credit that does not say how it stands is considered, and the notice says so', () => {
  const { status: _, ...unsaid } = good;
  expect(open(withCredits(unsaid))).toMatchObject({
    plan: { credits: [{ ...good, status: 'considering' }] },
    notices: [{ kind: 'field-not-read', credit: 'c1', field: 'status' }],
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

test.for([
  ['Evening plan', 'credit-map-evening-plan-2026-11-25.json'],
  ['  BA -- 2027!  ', 'credit-map-ba-2027-2026-11-25.json'],
  ['學位', 'credit-map-plan-2026-11-25.json'],
] as const)('a plan named "%s" is saved as %s', ([name, file]) => {
  expect(planFileName({ ...examplePlan, name }, '2026-11-25')).toBe(file);
});

const waiver = { block: 'history', decidedOn: '2026-09-01', by: 'Dean' };
const known = { startsOn: '2026-09-01', identity: { idCountry: 'GB' }, factsSeenOn: '2026-11-25', waivers: [waiver] };

test('the day of the start, the ID, the waivers and the day of the facts are read', () => {
  expect(open({ ...examplePlan, ...known })).toEqual({ plan: { ...examplePlan, ...known }, notices: [] });
});

test.for<[string, object, readonly object[]]>([
  ['a day that is none', { startsOn: '2026-02-30' }, [{ kind: 'part-not-read', part: 'startsOn' }]],
  ['an ID of another sort', { identity: { idKind: 'ticket' } }, [{ kind: 'part-not-read', part: 'identity' }]],
  ['a day of the facts that is none', { factsSeenOn: 'soon' }, []],
  ['waivers that are no list', { waivers: 'all' }, [{ kind: 'waiver-not-read', position: 1 }]],
])('%s is left out, and said where it is the student’s', ([, wrong, notices]) => {
  const [field] = Object.keys(wrong);
  const rest = Object.fromEntries(Object.entries(known).filter(([one]) => one !== field));
  expect(open({ ...examplePlan, ...known, ...wrong })).toEqual({ plan: { ...examplePlan, ...rest }, notices });
});

test('of waivers those that can be read are kept, as many as a plan may hold, and the others are counted', () => {
  const some = [waiver, { ...waiver, decidedOn: 'soon' }, { ...waiver, block: 'science' }];
  expect(open({ ...examplePlan, waivers: some })).toEqual({
    plan: { ...examplePlan, waivers: [some[0], some[2]] },
    notices: [{ kind: 'waiver-not-read', position: 2 }],
  });
  const many = Array.from({ length: mostWaivers + 2 }, (_, at) => ({ ...waiver, block: `b${at}` }));
  const opened = open({ ...examplePlan, waivers: many });
  if (!('plan' in opened)) throw new Error(opened.reason);
  expect(opened.plan.waivers).toHaveLength(mostWaivers);
  expect(opened.notices.map((notice) => 'position' in notice && notice.position)).toEqual([
    mostWaivers + 1,
    mostWaivers + 2,
  ]);
});

test('a plan may hold its most credits and no more', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `c${at}`, course: `a/${at}`, status: 'planned' }));
  expect(open(withCredits(...many(mostCredits)))).toMatchObject({ notices: [] });
  expect(open(withCredits(...many(mostCredits + 1)))).toEqual({ reason: 'too-many-credits' });
});

test('a credit is read whole or not at all where there is nobody to tell', () => {
  const credit = { id: 'c1', course: 'clep/biology', status: 'planned', score: 50 };
  expect(readPlannedCredit(credit)).toEqual(credit);
  for (const wrong of [{ score: 'high' }, { id: undefined }, { id: '' }, { course: undefined }, { status: undefined }])
    expect(readPlannedCredit({ ...credit, ...wrong }), JSON.stringify(wrong)).toBeUndefined();
  expect(readPlannedCredit('c1')).toBeUndefined();
});

test('a day or nothing is read, a day that is none is not', () => {
  expect(['', '2026-02-28', '2026-02-30', 'soon', 7].map(readDayOrNone)).toEqual([
    '',
    '2026-02-28',
    undefined,
    undefined,
    undefined,
  ]);
});
