import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  historyToText,
  moveHistory,
  openHistory,
  startHistory,
  type History,
} from '../../../src/planner/plan/history.ts';
import * as changes from '../../../src/planner/plan/plan-changes.ts';
import { applyDifference, differenceOf, mergePlans, reversed } from '../../../src/planner/plan/plan-difference.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { anyPlan, examplePlan } from '../example-plan.ts';
import { change, redo, says, undo } from './history-moves.ts';

test('the difference of any two plans leads from one to the other and back', () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, fc.boolean(), (before, other, dated) => {
      const after: Plan = dated ? { ...other, factsSeenOn: '2026-11-25' } : other;
      const difference = differenceOf(before, after);
      if (!difference) return expect(says(before)).toEqual(says(after));
      const there = applyDifference(before, difference);
      expect(there && says(there)).toEqual(says(after));
      const back = applyDifference(after, reversed(difference));
      expect(back && says(back)).toEqual(says(before));
    }),
    { numRuns: 2000 },
  );
});

test('a difference is not made where it does not begin', () => {
  const step = differenceOf(examplePlan, changes.removeCredit(examplePlan, 'c2'));
  if (!step) throw new Error('Removing a credit makes a difference.');
  expect(applyDifference(changes.removeCredit(examplePlan, 'c1'), step)).toBeUndefined();
  expect(applyDifference(changes.renamePlan(examplePlan, 'Other'), step)).toMatchObject({ name: 'Other' });
});

test('undo and redo walk through every plan, after any number of visits, and the revision always rises', () => {
  fc.assert(
    fc.property(fc.array(anyPlan, { minLength: 1, maxLength: 8 }), fc.boolean(), ([first, ...plans], visits) => {
      const reload = (history: History) => (visits ? openHistory(history.present, historyToText(history)) : history);
      let history = startHistory(first ?? examplePlan);
      const seen = [history.present];
      for (const plan of plans) {
        const next = change(history, plan);
        if (next !== history) seen.push(next.present);
        history = reload(next);
      }
      let { revision } = history.present;
      for (const plan of seen.slice(0, -1).reverse()) {
        history = reload(undo(history));
        expect(says(history.present)).toEqual(says(plan));
        expect(history.present.revision).toBe((revision += 1));
      }
      expect(undo(history)).toBe(history);
      for (const plan of seen.slice(1)) {
        history = reload(redo(history));
        expect(says(history.present)).toEqual(says(plan));
        expect(history.present.revision).toBe((revision += 1));
      }
      expect(redo(history)).toBe(history);
    }),
    { numRuns: 300 },
  );
});

test('a change after an undo forgets what was undone; a change that does nothing is no step', () => {
  const one = change(startHistory(examplePlan), changes.removeCredit(examplePlan, 'c2'));
  const back = undo(one);
  const other = change(back, changes.removeCredit(back.present, 'c1'));
  expect(redo(other)).toBe(other);
  expect(change(other, { ...other.present })).toBe(other);
});

test('what another tab saved is one step, with that tab’s revision', () => {
  const history = change(startHistory(examplePlan), changes.removeCredit(examplePlan, 'c2'));
  const met = moveHistory(history, { kind: 'meet', plan: { ...history.present, name: 'Named there', revision: 40 } });
  expect(met.present).toMatchObject({ name: 'Named there', revision: 40 });
  expect(undo(met).present).toMatchObject({ name: 'My plan', revision: 41 });
});

test('a thousand edits are saved in less text than is allowed, and all of them can be undone', () => {
  let history = startHistory(examplePlan);
  for (let i = 0; i < 1000; i += 1)
    history = change(
      history,
      changes.setProgress(history.present, 'c1', {
        status: 'completed',
        score: i % 80,
      }),
    );
  let opened = openHistory(history.present, historyToText(history));
  expect(opened.past).toHaveLength(history.past.length);
  for (const _ of history.past) opened = undo(opened);
  expect(says(opened.present)).toEqual(says(examplePlan));
});

test('where the text would be too long, the oldest steps go and the nearest stay', () => {
  let history = startHistory(examplePlan);
  for (let i = 0; i < 50; i += 1) history = change(history, changes.renamePlan(history.present, `Name ${i}`));
  const text = historyToText(history, 2000);
  expect(text.length).toBeLessThan(2100);
  const opened = openHistory(history.present, text);
  expect(opened.past.length).toBeGreaterThan(5);
  expect(opened.past).toEqual(history.past.slice(-opened.past.length));
});

test('3,000 damaged texts of a history give a history without it, or one that leads to the plan', () => {
  let history = startHistory(examplePlan);
  history = change(history, changes.removeCredit(history.present, 'c2'));
  history = undo(change(history, changes.renamePlan(history.present, 'Other')));
  const text = historyToText(history);
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 3 }), (at, length, put) => {
      const opened = openHistory(history.present, text.slice(0, at) + put + text.slice(at + length));
      expect(opened.present).toBe(history.present);
      for (const move of [undo, redo]) {
        const { credits } = move(opened).present;
        expect(new Set(credits.map(({ id }) => id)).size).toBe(credits.length);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a waiver is undone and done again, and two tabs may each waive something else', () => {
  const waiver = (block: string) => ({ block, decidedOn: '2026-09-01', by: 'Dean' });
  const waived = { ...examplePlan, waivers: [waiver('history')] };
  const change = differenceOf(examplePlan, waived);
  expect(change && applyDifference(examplePlan, change)).toEqual(waived);
  expect(change && applyDifference(waived, reversed(change))).toEqual(examplePlan);
  const other = { ...examplePlan, waivers: [waiver('electives')] };
  expect(mergePlans(examplePlan, waived, other)?.waivers).toEqual([waiver('electives'), waiver('history')]);
  const againstIt = { ...examplePlan, waivers: [{ ...waiver('history'), by: 'Registrar' }] };
  expect(mergePlans(examplePlan, waived, againstIt)).toBeUndefined();
  expect(mergePlans(waived, examplePlan, waived)?.waivers).toBeUndefined();
});
