import { expect, test } from 'vitest';
import * as changes from '../../../src/planner/plan/plan-changes.ts';
import { mostCredits, nextCreditId, type Plan } from '../../../src/planner/plan/plan.ts';
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
