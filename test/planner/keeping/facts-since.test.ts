import { expect, test } from 'vitest';
import { factsSince, type FactChanges } from '../../../src/planner/keeping/facts-since.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { sinceTitle, sinceWords } from '../../../src/planner/plan/wording-plans.ts';
import { examplePlan } from '../example-plan.ts';

const nothing = { added: [], changed: [], removed: [] };
const facts: FactChanges = {
  on: '2026-11-20',
  entries: [
    {
      ...nothing,
      on: '2026-11-20',
      says: 'Prices of CLEP.',
      changed: ['courses/clep/biology', 'courses/clep/calculus'],
    },
    { ...nothing, on: '2026-11-10', says: 'A list.', added: ['equivalencies/example-u/sophia'] },
    { ...nothing, on: '2026-11-05', says: 'Other schools.', changed: ['schools/other', 'degrees/other/*'] },
    { ...nothing, on: '2026-11-01', says: 'All degrees.', changed: ['degrees/example-u/*'] },
    { ...nothing, on: '2026-10-01', says: 'The school.', added: ['schools/example-u', 'courses/clep/*'] },
  ],
  older: {},
};
const seen = (factsSeenOn: string | undefined): Plan =>
  factsSeenOn === undefined ? examplePlan : { ...examplePlan, factsSeenOn };
const told = (plan: Plan, all = facts) =>
  factsSince(plan, all)?.changes.map(({ says, touches }) => [
    says,
    ...touches.map(({ record, gone }) => (gone ? `${record} is gone` : record)),
  ]);

test.for<[seen: string | undefined, told: string[][] | undefined]>([
  ['2026-11-20', undefined],
  ['2026-11-19', [['Prices of CLEP.', 'courses/clep/biology']]],
  [
    '2026-11-05',
    [
      ['Prices of CLEP.', 'courses/clep/biology'],
      ['A list.', 'equivalencies/example-u/sophia'],
    ],
  ],
  [
    '2026-10-31',
    [
      ['Prices of CLEP.', 'courses/clep/biology'],
      ['A list.', 'equivalencies/example-u/sophia'],
      ['All degrees.', 'degrees/example-u/ba-2026-27'],
    ],
  ],
  // What was added before anyone could have planned is no news; what changed may be.
  [
    undefined,
    [
      ['Prices of CLEP.', 'courses/clep/biology'],
      ['All degrees.', 'degrees/example-u/ba-2026-27'],
    ],
  ],
])('a plan made with the facts of %s is told of what touches it since', ([day, expected]) => {
  expect(told(seen(day))).toEqual(expected);
});

test('what was removed is told as gone', () => {
  const entries = [{ ...nothing, on: '2026-11-20', says: 'Ended.', removed: ['courses/sophia/ethics'] }];
  expect(told(seen('2026-11-01'), { ...facts, entries })).toEqual([['Ended.', 'courses/sophia/ethics is gone']]);
});

test('a plan of another school and of typed courses only is told nothing', () => {
  const plan: Plan = { ...seen('2026-09-01'), school: 'x', degree: 'x/ba', credits: examplePlan.credits.slice(2) };
  expect(factsSince(plan, facts)).toBeUndefined();
});

const newer = { id: 'example-u/ba-2027-28', title: 'BA', catalogYear: '2027-28' };
const withNewer: FactChanges = {
  on: '2026-11-20',
  entries: [{ ...nothing, on: '2026-11-20', says: 'A new year.', added: ['degrees/example-u/ba-2027-28'] }],
  older: { 'example-u/ba-2026-27': { newer } },
};

test('a newer catalog year is told once: to a plan from before it was known', () => {
  expect(factsSince(seen('2026-11-19'), withNewer)).toEqual({ changes: [], degree: { newer } });
  expect(factsSince(seen('2026-11-20'), withNewer)).toBeUndefined();
  expect(factsSince(seen(undefined), withNewer)?.degree).toEqual({ newer });
  expect(factsSince({ ...seen('2026-11-19'), degree: 'example-u/ba-2027-28' }, withNewer)?.degree).toBeUndefined();
});

test('the notice says from which day it counts, and that the plan is as it was', () => {
  const since = factsSince(seen('2026-11-19'), facts);
  expect(since && sinceTitle(since)).toBe('Facts about your plan have changed');
  expect(sinceWords(seen('2026-11-19'))).toBe(
    'This plan was last checked against the facts of 19 November 2026. The plan itself has not changed.',
  );
  expect(sinceWords(examplePlan)).toMatch(/does not say which facts/);
});
