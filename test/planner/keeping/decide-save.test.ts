/** What a save writes, for each state in which it can find the device. `undefined` in what is written removes a value. */
import { describe, expect, test } from 'vitest';
import { decideSave, mostVersions, type Save } from '../../../src/planner/keeping/decide-save.ts';
import { planToText } from '../../../src/planner/keeping/plan-file.ts';
import { editPlan } from '../../../src/planner/plan/edits.ts';
import { startHistory, historyToText } from '../../../src/planner/plan/history.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { examplePlan } from '../example-plan.ts';

const stored = (values: Record<string, unknown>) => new Map(Object.entries(values));
const renamed = (name: string): Plan => editPlan(examplePlan, { kind: 'rename', name });
const [first, mine, theirs] = [examplePlan, renamed('Mine'), renamed('Theirs')];
const withCourse = editPlan(examplePlan, { kind: 'add-course', course: 'clep/chemistry' });
const version = (number: number): string => `version p-1 ${String(number).padStart(9, '0')}`;

const save = (plan: Plan, more: Partial<Save> = {}): Save => ({
  history: startHistory(plan),
  base: planToText(first),
  writer: 'tab 1',
  copyKey: 'copy 1',
  on: '2026-11-28 09:00',
  givenUp: 'nothing',
  ...more,
});
const record = (plan: Plan, writer = 'tab 1') => ({ writer, text: planToText(plan), on: '2026-11-28 09:00' });
const steps = historyToText(startHistory(mine));

describe('a save', () => {
  test('of a plan that is not there yet is its first, and the one to open next', () => {
    expect(decideSave(stored({}), save(mine, { base: undefined }))).toEqual({
      write: { 'plan p-1': record(mine), 'steps p-1': steps, 'copy 1': undefined, open: 'p-1' },
      result: { saved: 'first' },
    });
  });

  test('of a plan that was cleared from the device says that it is there again', () => {
    expect(decideSave(stored({}), save(mine)).result).toEqual({ saved: 'again' });
  });

  test('keeps what stood there as the newest version, with its time', () => {
    const values = { 'plan p-1': { text: planToText(first), on: '2026-11-27' }, [version(4)]: {} };
    expect(decideSave(stored(values), save(mine))).toEqual({
      write: {
        'plan p-1': record(mine),
        'steps p-1': steps,
        'copy 1': undefined,
        [version(5)]: { text: planToText(first), on: '2026-11-27' },
      },
      result: { saved: 'next' },
    });
  });

  test('keeps a version without a time where none is known', () => {
    const { write } = decideSave(stored({ 'plan p-1': { text: planToText(first) } }), save(mine));
    expect(write[version(1)]).toStrictEqual({ text: planToText(first) });
  });

  test('of the same text makes no version', () => {
    const { write } = decideSave(stored({ 'plan p-1': { text: planToText(mine) } }), save(mine));
    expect(Object.keys(write).toSorted()).toEqual(['copy 1', 'plan p-1', 'steps p-1']);
  });

  test('leaves a plan that is put away where it is', () => {
    const put = (archived: unknown) =>
      decideSave(stored({ 'plan p-1': { text: planToText(first), archived } }), save(mine)).write['plan p-1'];
    expect(put(true)).toStrictEqual({ ...record(mine), archived: true });
    expect(put('yes')).toStrictEqual(record(mine));
  });

  test(`keeps ${mostVersions} versions and removes the oldest`, () => {
    const kept = (count: number) => {
      const versions = Array.from({ length: count }, (_, at) => [version(at + 1), { text: '' }]);
      const there = { 'plan p-1': { text: planToText(first) }, ...Object.fromEntries(versions) };
      const { write } = decideSave(stored(there), save(mine));
      return Object.keys(write).filter((key) => key.startsWith('version') && write[key] === undefined);
    };
    expect(kept(mostVersions - 1)).toEqual([]);
    expect(kept(mostVersions)).toEqual([version(1)]);
    expect(kept(mostVersions + 1)).toEqual([version(1), version(2)]);
  });
});

describe('where the device is full', () => {
  const values = {
    'plan p-1': { text: planToText(first) },
    'plan p-2': {},
    [version(1)]: {},
    [version(2)]: {},
    'version p-2 000000007': {},
    'version p-2 000000008': {},
    'steps p-1': 'x',
    'steps p-2': 'x',
  };
  const removed = (givenUp: Save['givenUp']) => {
    const { write, result } = decideSave(stored(values), save(mine, { givenUp }));
    expect(result).toEqual({ saved: 'next' });
    expect(write['plan p-1']).toEqual(record(mine));
    return Object.keys(write).filter((key) => key !== 'plan p-1' && write[key] === undefined);
  };

  test('a save gives up what can be undone, of every plan', () => {
    expect(removed('steps').toSorted()).toEqual(['copy 1', 'steps p-1', 'steps p-2']);
  });

  test('and then all versions but the newest of each plan', () => {
    const gone = ['copy 1', 'steps p-1', 'steps p-2', version(1), 'version p-2 000000007'];
    expect(removed('versions').toSorted()).toEqual(gone);
  });
});

describe('a save that finds another text than this tab last saw', () => {
  const there = (text: string, writer = 'tab 2') => stored({ 'plan p-1': { writer, text, on: '2026-11-27' } });

  test('writes over its own, and over the same', () => {
    expect(decideSave(there(planToText(theirs), 'tab 1'), save(mine)).result).toEqual({ saved: 'next' });
    expect(decideSave(there(planToText(mine)), save(mine)).result).toEqual({ saved: 'next' });
  });

  test('never writes over a newer page’s', () => {
    const newer = JSON.stringify({ ...theirs, version: 2 });
    for (const writer of ['tab 1', 'tab 2'])
      expect(decideSave(there(newer, writer), save(mine))).toEqual({ write: {}, result: 'newer-version' });
  });

  test('sets what cannot be read aside, and saves', () => {
    const { write, result } = decideSave(there('half a pl'), save(mine));
    expect(write).toMatchObject({ 'copy 1 unread': 'half a pl', 'plan p-1': record(mine) });
    expect(result).toEqual({ saved: 'next' });
  });

  test('puts both tabs’ changes together, as nobody’s text', () => {
    const { write, result } = decideSave(there(planToText(withCourse)), save(mine));
    const merged = { ...withCourse, name: 'Mine', revision: mine.revision + 1 };
    expect(result).toEqual({ merged });
    expect(write['plan p-1']).toEqual(record((result as { merged: Plan }).merged, ''));
    expect(write[version(1)]).toEqual({ text: planToText(withCourse), on: '2026-11-27' });
  });

  test('keeps this tab’s plan as a copy where the two do not go together', () => {
    const other = { other: planToText(theirs) };
    expect(decideSave(there(planToText(theirs)), save(mine))).toEqual({
      write: { 'copy 1': planToText(mine) },
      result: other,
    });
    const full = save(mine, { givenUp: 'versions' });
    expect(decideSave(there(planToText(theirs)), full)).toEqual({ write: {}, result: other });
  });

  test('asks the student where this tab has seen nothing, or nothing that can be read', () => {
    for (const base of [undefined, 'half a pl'])
      expect(decideSave(there(planToText(withCourse)), save(mine, { base })).result).toHaveProperty('other');
  });
});
