/** Which plan is opened, and what stands on the device afterwards. `undefined` in what is written removes a value. */
import { describe, expect, test } from 'vitest';
import { chooseOpen, newPlanWanted, openStored } from '../../../src/planner/keeping/decide-open.ts';
import { planToText } from '../../../src/planner/keeping/plan-file.ts';
import { examplePlan } from '../example-plan.ts';

const stored = (values: Record<string, unknown>) => new Map(Object.entries(values));
const saved = planToText(examplePlan);
const older = planToText({ ...examplePlan, name: 'Older' });
const unreadable = 'half a pl';
const fromTomorrow = JSON.stringify({ ...examplePlan, version: 2 });

describe('the plan to open', () => {
  const choices: [
    which: string,
    stored: Record<string, unknown>,
    wanted: string | undefined,
    id: string | undefined,
  ][] = [
    ['is the one that is asked for', { 'plan a': {}, 'plan b': {}, open: 'b' }, 'a', 'a'],
    ['is none where a new one is asked for', { 'plan a': {}, open: 'a' }, newPlanWanted, undefined],
    ['is the one opened last where none is asked for', { 'plan a': {}, 'plan b': {}, open: 'b' }, undefined, 'b'],
    ['is the one opened last where the one asked for is gone', { 'plan a': {}, open: 'a' }, 'gone', 'a'],
    [
      'is the one saved last where the one opened last is gone',
      { 'plan a': { on: '2026-11-01' }, 'plan b': { on: '2026-11-03' }, 'plan c': { on: '2026-11-02' }, open: 'x' },
      undefined,
      'b',
    ],
    [
      'is one that is not put away, however old',
      { 'plan a': { on: '2026-11-03', archived: true }, 'plan b': { on: '2026-01-01' }, 'plan c': 'old text' },
      undefined,
      'b',
    ],
    [
      'is the newest of those put away where all are',
      { 'plan a': { on: '2026-11-01', archived: true }, 'plan b': { on: '2026-11-02', archived: true } },
      undefined,
      'b',
    ],
    ['is none where nothing is saved', { open: 'a', 'steps a': '' }, undefined, undefined],
  ];

  test.for(choices)('%s', ([, values, wanted, id]) => {
    expect(chooseOpen(stored(values), wanted)).toEqual({ write: {}, result: id });
  });
});

describe('what lay here as the only plan', () => {
  test('gets its place, with the text before it as its first version', () => {
    expect(chooseOpen(stored({ plan: saved, before: older }), undefined)).toEqual({
      write: {
        'plan p-1': { writer: '', text: saved },
        'version p-1 000000001': { text: older },
        plan: undefined,
        before: undefined,
      },
      result: 'p-1',
    });
  });

  test('gets its place alone where nothing was before it', () => {
    expect(chooseOpen(stored({ plan: saved }), undefined)).toEqual({
      write: { 'plan p-1': { writer: '', text: saved }, plan: undefined, before: undefined },
      result: 'p-1',
    });
  });

  test('is the text before it where only that is left', () => {
    expect(chooseOpen(stored({ before: older }), undefined)).toEqual({
      write: { 'plan p-1': { writer: '', text: older }, plan: undefined, before: undefined },
      result: 'p-1',
    });
  });

  test('has the id of the text before it where it cannot be read, and one of ours where neither can', () => {
    expect(chooseOpen(stored({ plan: unreadable, before: older }), undefined).result).toBe('p-1');
    expect(chooseOpen(stored({ plan: unreadable }), undefined).result).toBe('p-first');
  });

  test('takes no other plan’s place', () => {
    const { write, result } = chooseOpen(stored({ plan: saved, 'plan p-1': { text: older } }), undefined);
    expect(result).toBe('p-1-2');
    expect(write).toHaveProperty('plan p-1-2', { writer: '', text: saved });
  });

  test('is opened before the one that was open, but not before the one asked for', () => {
    const values = { plan: saved, 'plan a': {}, open: 'a' };
    expect(chooseOpen(stored(values), undefined).result).toBe('p-1');
    expect(chooseOpen(stored(values), 'a').result).toBe('a');
    expect(chooseOpen(stored(values), newPlanWanted)).toMatchObject({ write: { plan: undefined }, result: undefined });
  });
});

describe('opening a plan', () => {
  const nothing = { fromBefore: false, notices: [], copies: [] };

  test('shows it with what can be undone, and notes that it was opened last', () => {
    expect(openStored(stored({ 'plan p-1': { text: saved }, 'steps p-1': 'steps' }), 'p-1', 'copy 1')).toEqual({
      write: { open: 'p-1' },
      result: { opened: { ...nothing, plan: examplePlan, steps: 'steps' }, base: saved, newer: false },
    });
  });

  test('writes nothing where it was opened last already, and leaves out steps that are no text', () => {
    const values = { 'plan p-1': { text: saved }, 'steps p-1': 7, open: 'p-1' };
    expect(openStored(stored(values), 'p-1', 'copy 1')).toEqual({
      write: {},
      result: { opened: { ...nothing, plan: examplePlan }, base: saved, newer: false },
    });
  });

  test('touches nothing of a newer page’s plan', () => {
    expect(openStored(stored({ 'plan p-1': { text: fromTomorrow } }), 'p-1', 'copy 1')).toEqual({
      write: {},
      result: { opened: nothing, base: fromTomorrow, newer: true },
    });
  });

  test('puts the newest version that can be read in place of what cannot, and keeps that as a copy', () => {
    const values = {
      'plan p-1': { text: unreadable },
      'version p-1 000000001': { text: saved, on: '2026-11-01' },
      'version p-1 000000002': { text: older, on: '2026-11-02' },
      'version p-1 000000003': { text: unreadable, on: '2026-11-03' },
    };
    const copy = { key: 'copy 1', text: unreadable };
    expect(openStored(stored(values), 'p-1', 'copy 1')).toEqual({
      write: { 'copy 1': unreadable, 'plan p-1': { writer: '', text: older, on: '2026-11-02' }, open: 'p-1' },
      result: {
        opened: { plan: { ...examplePlan, name: 'Older' }, fromBefore: true, notices: [], copies: [copy] },
        base: older,
        newer: false,
      },
    });
  });

  test('keeps what cannot be read once, however often it is opened', () => {
    const values = { 'plan p-1': { text: unreadable }, 'copy 0': unreadable };
    expect(openStored(stored(values), 'p-1', 'copy 1')).toEqual({
      write: { 'plan p-1': undefined },
      result: {
        opened: { ...nothing, copies: [{ key: 'copy 0', text: unreadable }] },
        base: undefined,
        newer: false,
      },
    });
  });

  test('of which a part cannot be read keeps the whole text as a copy', () => {
    const text = JSON.stringify({ ...examplePlan, credits: [...examplePlan.credits, { id: 'c9' }] });
    const { write, result } = openStored(stored({ 'plan p-1': { text }, open: 'p-1' }), 'p-1', 'copy 1');
    expect(write).toEqual({ 'copy 1': text });
    expect(result).toMatchObject({ opened: { plan: examplePlan, copies: [{ key: 'copy 1', text }] }, base: text });
    expect(result.opened.notices).toHaveLength(1);
  });

  test('that is gone takes its newest version, and with none begins with nothing', () => {
    const values = { 'version p-1 000000001': { text: older } };
    expect(openStored(stored(values), 'p-1', 'copy 1')).toMatchObject({
      write: { 'plan p-1': { text: older }, open: 'p-1' },
      result: { opened: { fromBefore: true }, base: older },
    });
    expect(openStored(stored({}), 'p-1', 'copy 1').result).toEqual({ opened: nothing, base: undefined, newer: false });
  });
});
