import { describe, expect, test } from 'vitest';
import { editPlan, type Edit } from '../../../src/planner/plan/edits.ts';
import {
  applyDifference,
  differenceOf,
  mergePlans,
  reversed,
  type Difference,
} from '../../../src/planner/plan/plan-difference.ts';
import { mostCredits, type Plan } from '../../../src/planner/plan/plan.ts';
import { examplePlan } from '../example-plan.ts';
import { edits } from './every-edit.ts';

const [biology, ethics, calculus] = examplePlan.credits;
const chemistry = { id: 'c4', course: 'clep/chemistry', status: 'planned' } as const;
const withCredits = (...credits: Plan['credits']): Plan => ({ ...examplePlan, credits });
const waiver = { block: 'history', decidedOn: '2026-09-01', by: 'Dean' };

test.for(edits)('the difference that %j makes leads there and back', ([edit]) => {
  const after = editPlan(examplePlan, edit);
  const difference = differenceOf(examplePlan, after);
  if (!difference) throw new Error('The edit makes a difference.');
  expect(applyDifference(examplePlan, difference)).toEqual(after);
  expect(applyDifference(after, reversed(difference))).toEqual(examplePlan);
  expect(differenceOf(after, examplePlan)).toEqual(reversed(difference));
});

test('two plans that say the same have no difference, whatever their id, revision and fields left empty', () => {
  expect(differenceOf(examplePlan, { ...structuredClone(examplePlan), id: 'p-2', revision: 9 })).toBeUndefined();
  expect(differenceOf(examplePlan, { ...examplePlan, waivers: [], identity: {} })).toBeUndefined();
});

describe('a difference is no larger than what differs', () => {
  const trail = { route: 'clep' };
  test.for<[string, Plan, Difference]>([
    ['a name', { ...examplePlan, name: 'Other' }, { heading: [{ name: 'My plan' }, { name: 'Other' }] }],
    [
      'a day that was not known',
      { ...examplePlan, startsOn: '2026-09-01' },
      { heading: [{ startsOn: '' }, { startsOn: '2026-09-01' }] },
    ],
    ['a waiver', { ...examplePlan, waivers: [waiver] }, { waivers: [[], [waiver]] }],
    ['an ID', { ...examplePlan, identity: { idCountry: 'GB' } }, { identity: [{}, { idCountry: 'GB' }] }],
    [
      'a note',
      withCredits(biology!, { ...ethics!, trail }, calculus!),
      { notes: { credit: 'c2', before: {}, after: { route: 'clep' } } },
    ],
    [
      'a credit at the end',
      withCredits(biology!, ethics!, calculus!, chemistry),
      { credits: { at: 3, before: [], after: [chemistry] } },
    ],
    [
      'a credit at the beginning',
      withCredits(chemistry, biology!, ethics!, calculus!),
      { credits: { at: 0, before: [], after: [chemistry] } },
    ],
    ['a credit less', withCredits(biology!, calculus!), { credits: { at: 1, before: [ethics!], after: [] } }],
    [
      'two credits in place of one',
      withCredits(biology!, chemistry, { ...ethics!, status: 'planned' }, calculus!),
      { credits: { at: 1, before: [ethics!], after: [chemistry, { ...ethics!, status: 'planned' }] } },
    ],
    [
      'a twin beside its like',
      withCredits(biology!, biology!, ethics!, calculus!),
      { credits: { at: 1, before: [], after: [biology!] } },
    ],
  ])('%s', ([, after, difference]) => {
    expect(differenceOf(examplePlan, after)).toEqual(difference);
  });
});

test.for<[string, Difference]>([
  ['under another name', { heading: [{ name: 'Other' }, { name: 'Third' }] }],
  ['with one heading that is there and one that is not', { heading: [{ name: 'My plan', school: 'x' }, {}] }],
  ['with a waiver', { waivers: [[waiver], []] }],
  ['with another ID', { identity: [{ idCountry: 'GB' }, {}] }],
  ['with another note', { notes: { credit: 'c1', before: { route: 'clep' }, after: {} } }],
  ['of a credit that is not there', { notes: { credit: 'c9', before: {}, after: { route: 'clep' } } }],
  ['with more credits', { credits: { at: 2, before: [calculus!, chemistry], after: [] } }],
  ['with one other credit', { credits: { at: 0, before: [biology!, chemistry], after: [] } }],
  ['with an id twice', { credits: { at: 3, before: [], after: [biology!] } }],
])('a difference that begins at a plan %s is not made', ([, difference]) => {
  expect(applyDifference(examplePlan, difference)).toBeUndefined();
});

describe('two tabs', () => {
  const edited = (...all: readonly Edit[]): Plan => all.reduce(editPlan, examplePlan);
  const merged = (mine: Partial<Plan>, theirs: Partial<Plan>, base: Partial<Plan> = {}) =>
    mergePlans({ ...examplePlan, ...base }, { ...examplePlan, ...mine }, { ...examplePlan, ...theirs });

  test.for(edits)('what one did alone is kept: %j', ([edit]) => {
    const one = edited(edit);
    for (const both of [mergePlans(examplePlan, one, examplePlan), mergePlans(examplePlan, examplePlan, one)])
      expect(both).toEqual({ ...one, revision: examplePlan.revision + 1 });
  });

  test('the plan is newer than either', () => {
    expect(merged({ revision: 12 }, { revision: 40 })?.revision).toBe(41);
    expect(merged({ revision: 40 }, { revision: 12 })?.revision).toBe(41);
  });

  test.for([
    [undefined, undefined, undefined],
    ['2026-11-01', undefined, '2026-11-01'],
    [undefined, '2026-11-01', '2026-11-01'],
    ['2026-11-01', '2026-11-25', '2026-11-25'],
    ['2026-11-25', '2026-11-01', '2026-11-25'],
  ])('with facts of %s and of %s it knows those of %s', ([mine, theirs, both]) => {
    const seen = (day?: string): Partial<Plan> => (day === undefined ? {} : { factsSeenOn: day });
    expect(merged(seen(mine), seen(theirs))?.factsSeenOn).toBe(both);
  });

  test.for<[string, Partial<Plan>, Partial<Plan>, Partial<Plan> | undefined]>([
    ['a day that both set', { startsOn: '2026-09-01' }, { startsOn: '2026-09-01' }, { startsOn: '2026-09-01' }],
    ['two days', { startsOn: '2026-09-01' }, { startsOn: '2027-01-15' }, undefined],
    [
      'parts of an ID',
      { identity: { nameOnId: 'Ada' } },
      { identity: { idCountry: 'GB' } },
      { identity: { nameOnId: 'Ada', idCountry: 'GB' } },
    ],
    ['two names on an ID', { identity: { nameOnId: 'Ada' } }, { identity: { nameOnId: 'Eve' } }, undefined],
  ])('%s', ([, mine, theirs, both]) => {
    const plan = merged(mine, theirs);
    if (both) expect(plan).toMatchObject(both);
    else expect(plan).toBeUndefined();
  });

  test('a day and an ID that one tab forgot are forgotten', () => {
    const known = {
      startsOn: '2026-09-01',
      identity: { nameOnId: 'Ada', idCountry: 'GB' },
      waivers: [waiver],
    } as const;
    const left = merged({}, known, known);
    expect(left).toEqual({ ...examplePlan, revision: examplePlan.revision + 1 });
  });

  test('a course that both added is there once, and not merged where they say different things of it', () => {
    const add: Edit = { kind: 'add-course', course: 'clep/chemistry' };
    const done: Edit = { kind: 'set-progress', credit: 'c5', progress: { status: 'completed' } };
    const other: Edit = { kind: 'add-course', course: 'dsst/law' };
    const courses = (plan: Plan | undefined) => plan?.credits.map(({ id, course }) => [id, course]).slice(3);
    expect(courses(mergePlans(examplePlan, edited(add), edited(other, add)))).toEqual([
      ['c4', 'dsst/law'],
      ['c5', 'clep/chemistry'],
    ]);
    expect(mergePlans(examplePlan, edited(add), edited(other, add, done))).toBeUndefined();
  });

  test('typed courses that both added are both there, under ids of their own', () => {
    const typed = (title: string): Edit => ({
      kind: 'add-typed',
      typed: { title, semesterHours: 3, level: 'lower-division', source: 'college' },
    });
    const plan = mergePlans(examplePlan, edited(typed('Art'), typed('Law')), edited(typed('Music')));
    expect(plan?.credits.slice(3).map(({ id, typed: its }) => [id, its?.title])).toEqual([
      ['c4', 'Music'],
      ['c6', 'Art'],
      ['c5', 'Law'],
    ]);
  });

  test('more courses than a plan may hold are not put together', () => {
    const many = (from: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${from}${at}`,
        course: `${from}/${at}`,
        status: 'planned' as const,
      }));
    const half = mostCredits / 2;
    const [mine, theirs, more] = [many('a', half), many('b', half), many('b', half + 1)];
    expect(merged({ credits: mine }, { credits: theirs }, { credits: [] })?.credits).toHaveLength(mostCredits);
    expect(merged({ credits: mine }, { credits: more }, { credits: [] })).toBeUndefined();
  });
});
