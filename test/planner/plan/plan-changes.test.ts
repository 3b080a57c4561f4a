import { expect, test } from 'vitest';
import * as changes from '../../../src/planner/plan/plan-changes.ts';
import { longestName, mostCredits, nextCreditId, type Plan } from '../../../src/planner/plan/plan.ts';
import { examplePlan } from '../example-plan.ts';

test('a course of the catalog is added once, with the next id', () => {
  const added = changes.addCatalogCredit(examplePlan, 'clep/chemistry');
  expect(added).toMatchObject({ credit: 'c4', plan: { credits: { 3: { id: 'c4', status: 'considering' } } } });
  expect(changes.addCatalogCredit(examplePlan, 'clep/biology')).toEqual({ refused: 'duplicate', credit: 'c1' });
});

test('a typed course may be added twice', () => {
  const typed = examplePlan.credits[2]?.typed;
  expect(typed && changes.addTypedCredit(examplePlan, typed)).toMatchObject({ credit: 'c4' });
});

test('a full plan refuses another course', () => {
  const credits = Array.from({ length: mostCredits }, (_, i) => ({
    id: `c${i + 1}`,
    course: `clep/x${i}`,
    status: 'planned' as const,
  }));
  expect(changes.addCatalogCredit({ ...examplePlan, credits }, 'clep/biology')).toEqual({ refused: 'plan-full' });
});

test('a new id is never one that the plan has', () => {
  expect(nextCreditId([{ id: 'c2' }, { id: 'c10' }, { id: 'odd' }])).toBe('c11');
  expect(nextCreditId([])).toBe('c1');
});

test('what is said of a credit replaces what was said before', () => {
  const plan = changes.setProgress(examplePlan, 'c1', { status: 'planned' });
  expect(plan.credits[0]).toEqual({ id: 'c1', course: 'clep/biology', status: 'planned' });
});

test('"use it here" takes the place of an earlier choice for the same part only', () => {
  const first = changes.pinCredit(examplePlan, 'c2', 1, 'electives');
  const second = changes.pinCredit(first, 'c2', 0, 'history');
  expect(second.credits[1]?.pins).toEqual([
    { part: 1, block: 'electives', use: true },
    { part: 0, block: 'history', use: true },
  ]);
});

test('"don’t use it here" ends "use it here", and release ends both', () => {
  const avoided = changes.avoidBlocks(examplePlan, 'c2', 0, ['humanities', 'history']);
  expect(avoided.credits[1]?.pins).toEqual([
    { part: 0, block: 'humanities', use: false },
    { part: 0, block: 'history', use: false },
  ]);
  expect(changes.releaseCredit(avoided, 'c2', 0).credits[1]).toEqual({
    id: 'c2',
    course: 'sophia/ethics',
    status: 'considering',
  });
});

test('the school’s answer is recorded and can be taken back', () => {
  const decision = { becomes: [], decidedOn: '2026-03-01', by: 'Registrar' };
  const decided = changes.recordDecision(examplePlan, 'c1', decision);
  expect(decided.credits[0]?.decision).toEqual(decision);
  expect(changes.recordDecision(decided, 'c1', undefined).credits[0]).toEqual(examplePlan.credits[0]);
});

const typedOver = { title: 'Spanish', semesterHours: 4, level: 'lower-division', source: 'college' } as const;

test('what was typed of a course is replaced whole, and the rest of it stays', () => {
  const plan = changes.setTyped(examplePlan, 'c3', typedOver);
  expect(plan.credits[2]).toEqual({ ...examplePlan.credits[2], typed: typedOver });
});

const nothings: [string, (plan: Plan) => Plan][] = [
  ['the same degree', (plan) => changes.chooseDegree(plan, plan.school, plan.degree)],
  ['an empty name', (plan) => changes.renamePlan(plan, '  ')],
  ['the removal of an unknown credit', (plan) => changes.removeCredit(plan, 'c99')],
  ['a pin on an unknown credit', (plan) => changes.pinCredit(plan, 'c99', 0, 'x')],
  ['a release without pins', (plan) => changes.releaseCredit(plan, 'c1', 0)],
  ['typing over a course of the catalog', (plan) => changes.setTyped(plan, 'c1', typedOver)],
  ['the same name', (plan) => changes.renamePlan(plan, ` ${plan.name} `)],
  ['a pin that is there', (plan) => changes.pinCredit(plan, 'c2', 0, 'humanities')],
  ['no day where none is known', (plan) => changes.setStart(plan, undefined)],
  ['no ID where none is known', (plan) => changes.setIdentity(plan, undefined)],
  ['the end of a waiver that is not there', (plan) => changes.waive(plan, 'history', undefined)],
  ['the same progress', (plan) => changes.setProgress(plan, 'c2', { status: 'considering' })],
];

test.for(nothings)('%s changes nothing, so nothing can be undone', ([, change]) => {
  expect(change(examplePlan)).toBe(examplePlan);
});

test('the plan before a change is never touched', () => {
  const before = structuredClone(examplePlan);
  changes.removeCredit(examplePlan, 'c2');
  changes.avoidBlocks(examplePlan, 'c2', 0, ['humanities']);
  changes.removeCredit(examplePlan, 'c1');
  expect(examplePlan).toEqual(before);
});

test('a change that the engine found is made to the credits and to nothing else', () => {
  const two = changes.addTypedCredit(examplePlan, {
    title: 'Another',
    semesterHours: 3,
    level: 'lower-division',
    source: 'college',
  });
  if (!('plan' in two)) throw new Error('The plan is full.');
  const made = changes.makeChange(two.plan, { kind: 'drop-credit', credit: two.credit });
  expect(made).toEqual(examplePlan);
});

test('a plan follows ids that have moved, and stays itself where none has', () => {
  const moved = {
    'courses/clep/biology': 'courses/clep/general-biology',
    [`degrees/${examplePlan.degree}`]: 'degrees/tesu/ba-2030',
  };
  const next = changes.followMoves(examplePlan, moved);
  expect(next.degree).toBe('tesu/ba-2030');
  expect(next.credits.map(({ course }) => course)).toEqual(
    examplePlan.credits.map(({ course }) => (course === 'clep/biology' ? 'clep/general-biology' : course)),
  );
  expect(changes.followMoves(examplePlan, {})).toBe(examplePlan);
  expect(changes.followMoves(next, moved)).toBe(next);
});

test.for([
  ['PSY-1010', ['PSY-1010'], 'PSY-1010'],
  ['ENG-130', ['ENG 130', 'ENG 13'], 'ENG 130'],
  ['ORG-300', ['ORG300'], 'ORG300'],
  ['ABC-999', ['ORG300'], 'ABC-999'],
] as const)('the code %s at a school that prints %j is %s', ([schoolCourse, codes, expected]) => {
  const typed = { title: 'A', semesterHours: 3, level: 'lower-division', source: 'school', schoolCourse } as const;
  expect(
    changes.asPrinted(
      typed,
      codes.map((code) => ({ code })),
    ).schoolCourse,
  ).toBe(expected);
});

test('a new plan is empty, has a name, and knows the facts that it was made with', () => {
  const plan = {
    kind: 'credit-map-plan',
    version: 1,
    id: 'p-2',
    name: 'My plan',
    school: 'tesu',
    degree: 'tesu/ba',
    credits: [],
    revision: 0,
  };
  expect(changes.newPlan('p-2', 'tesu', 'tesu/ba')).toEqual(plan);
  expect(changes.newPlan('p-2', 'tesu', 'tesu/ba', '2026-11-25')).toEqual({ ...plan, factsSeenOn: '2026-11-25' });
});

test('a name is cut where it would be too long, and an id that only looks like one of ours is no number', () => {
  expect(changes.renamePlan(examplePlan, `  ${'n'.repeat(longestName + 1)}  `).name).toBe('n'.repeat(longestName));
  expect(nextCreditId([{ id: 'abc12' }, { id: 'c12x' }, { id: 'c3' }])).toBe('c4');
});

test('"use it here" keeps what is said of other parts, and where this part must not go', () => {
  const pins = [
    { part: 0, block: 'history', use: false },
    { part: 0, block: 'electives', use: false },
    { part: 0, block: 'science', use: true },
    { part: 1, block: 'history', use: false },
  ];
  const credits = examplePlan.credits.map((credit) => ({ ...credit, pins }));
  const after = changes.pinCredit({ ...examplePlan, credits }, 'c1', 0, 'history').credits[0]?.pins;
  expect(after).toEqual([pins[1], pins[3], { part: 0, block: 'history', use: true }]);
});

test('what is said of one part of a credit leaves the other parts and blocks as they are', () => {
  const pins = [
    { part: 0, block: 'history', use: true },
    { part: 0, block: 'science', use: false },
    { part: 1, block: 'history', use: true },
  ];
  const plan = { ...examplePlan, credits: examplePlan.credits.map((credit) => ({ ...credit, pins })) };
  expect(changes.avoidBlocks(plan, 'c1', 0, ['history']).credits[0]?.pins).toEqual([
    pins[1],
    pins[2],
    { part: 0, block: 'history', use: false },
  ]);
  expect(changes.releaseCredit(plan, 'c1', 0).credits[0]?.pins).toEqual([pins[2]]);
});

test('each part has one exception of a kind, the last one given; without any there is no list', () => {
  const answered = { decidedOn: '2026-09-01', by: 'Registrar' };
  const stand = (plan: Plan, part: number, schoolCourse: string) =>
    changes.substitute(plan, 'c1', part, { schoolCourse, ...answered });
  const two = stand(stand(stand(examplePlan, 0, 'PSY-1010'), 1, 'ART-1010'), 0, 'BIO-1010');
  expect(two.credits[0]?.substitutions).toEqual([
    { schoolCourse: 'ART-1010', ...answered, part: 1 },
    { schoolCourse: 'BIO-1010', ...answered, part: 0 },
  ]);
  const one = changes.substitute(two, 'c1', 1, undefined);
  expect(one.credits[0]?.substitutions).toEqual([{ schoolCourse: 'BIO-1010', ...answered, part: 0 }]);
  expect(changes.substitute(one, 'c1', 0, undefined)).toEqual(examplePlan);
  const here = changes.applyHere(examplePlan, 'c1', 0, { block: 'history', ...answered });
  expect(changes.applyHere(here, 'c1', 0, undefined)).toEqual(examplePlan);
});

test('a waiver takes the place of an earlier one of the same requirement, and ends alone', () => {
  const [first, later] = ['2026-09-01', '2026-10-01'].map((decidedOn) => ({ decidedOn, by: 'Registrar' }));
  const two = changes.waive(changes.waive(examplePlan, 'history', first), 'science', first);
  const again = changes.waive(two, 'history', later);
  expect(again.waivers).toEqual([
    { block: 'science', ...first },
    { block: 'history', ...later },
  ]);
  expect(changes.waive(examplePlan, 'history', undefined)).toBe(examplePlan);
  expect(changes.waive(again, 'science', undefined).waivers).toEqual([{ block: 'history', ...later }]);
  expect(changes.waive(changes.waive(again, 'science', undefined), 'history', undefined)).toEqual(examplePlan);
});

test('a day and an ID are kept, changed and forgotten', () => {
  const identity = { nameOnId: 'Ada Lovelace', idCountry: 'GB' } as const;
  const known = changes.setIdentity(changes.setStart(examplePlan, '2026-09-01'), identity);
  expect(known).toEqual({ ...examplePlan, startsOn: '2026-09-01', identity });
  expect([changes.setStart(known, '2026-09-01'), changes.setIdentity(known, { ...identity })]).toEqual([known, known]);
  expect(changes.setIdentity(known, { ...identity })).toBe(known);
  expect(changes.setStart(known, '2027-01-15').startsOn).toBe('2027-01-15');
  expect(changes.setIdentity(changes.setStart(known, undefined), undefined)).toEqual(examplePlan);
});

test.for<[what: string, moved: string, to: string, changed: Partial<Plan>]>([
  [
    'a course',
    'courses/sophia/ethics',
    'courses/sophia/ethics-2',
    {
      credits: examplePlan.credits.map((credit) =>
        credit.id === 'c2' ? { ...credit, course: 'sophia/ethics-2' } : credit,
      ),
    },
  ],
  ['a school', 'schools/example-u', 'schools/example-state', { school: 'example-state' }],
  ['a degree', 'degrees/example-u/ba-2026-27', 'degrees/example-u/ba-2027-28', { degree: 'example-u/ba-2027-28' }],
])('%s alone may have moved', ([, moved, to, changed]) => {
  expect(changes.followMoves(examplePlan, { [moved]: to })).toEqual({ ...examplePlan, ...changed });
});

test('a typed course without a code has none as printed either', () => {
  const typed = { title: 'A', semesterHours: 3, level: 'lower-division', source: 'school' } as const;
  expect(changes.asPrinted(typed, [{ code: '' }, { code: 'A' }])).toBe(typed);
});
