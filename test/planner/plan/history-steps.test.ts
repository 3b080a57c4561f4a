import { describe, expect, test } from 'vitest';
import { editPlan } from '../../../src/planner/plan/edits.ts';
import {
  historyToText,
  longestHistory,
  moveHistory,
  openHistory,
  startHistory,
  type History,
} from '../../../src/planner/plan/history.ts';
import { examplePlan } from '../example-plan.ts';
import { edits } from './every-edit.ts';
import { change, redo, says, undo } from './history-moves.ts';

const reload = (history: History) => openHistory(history.present, historyToText(history));
const named = (history: History, name: string) => change(history, { ...history.present, name });

test.for(edits)('%j is undone and done again, and so after a visit', ([edit]) => {
  for (const visit of [reload, (history: History) => history]) {
    const made = visit(change(startHistory(examplePlan), editPlan(examplePlan, edit)));
    expect(made.present.revision).toBe(examplePlan.revision + 1);
    const back = visit(undo(made));
    expect(back.present).toEqual({ ...examplePlan, revision: examplePlan.revision + 2 });
    const again = visit(redo(back));
    expect(again.present).toEqual({ ...made.present, revision: examplePlan.revision + 3 });
    const twice = visit(undo(again));
    expect(says(twice.present)).toEqual(says(examplePlan));
    expect(undo(twice)).toBe(twice);
  }
});

test('a history begins with nothing to undo or to do again', () => {
  const history = startHistory(examplePlan);
  expect(history).toEqual({ present: examplePlan, past: [], future: [] });
  expect([undo(history), redo(history)]).toEqual([history, history]);
  expect(undo(history)).toBe(history);
});

test('steps are taken one by one, in their order, there and back', () => {
  let history = ['One', 'Two', 'Three'].reduce(named, startHistory(examplePlan));
  const walked: string[] = [];
  for (const move of [undo, undo, redo, undo, undo, undo, redo, redo, redo, redo]) {
    history = reload(move(history));
    walked.push(history.present.name);
  }
  expect(walked).toEqual(['Two', 'One', 'Two', 'One', 'My plan', 'My plan', 'One', 'Two', 'Three', 'Three']);
});

test('what another tab saved and says the same is no step, but its revision counts', () => {
  const history = named(startHistory(examplePlan), 'One');
  const met = moveHistory(history, { kind: 'meet', plan: { ...history.present, revision: 40 } });
  expect(met).toEqual({ ...history, present: { ...history.present, revision: 40 } });
});

test('a step that does not begin at the plan ends the past, or the future, and the plan stays', () => {
  const step = JSON.stringify({ heading: [{ name: 'Never' }, { name: 'Other' }] });
  const lost: History = { present: examplePlan, past: [step, step], future: [step] };
  expect(undo(lost)).toEqual({ ...lost, past: [] });
  expect(redo(lost)).toEqual({ ...lost, future: [] });
});

describe('the text of a history', () => {
  const history = undo(['One', 'Two', 'Three'].reduce(named, startHistory(examplePlan)));
  const [first, second] = history.past;
  const [next] = history.future;

  test('has the past, an empty line and the future', () => {
    expect(historyToText(history)).toBe([first, second, '', next].join('\n'));
    expect(historyToText(startHistory(examplePlan))).toBe('');
  });

  test('leaves out the farthest steps where there is no room, to the letter', () => {
    const room = second!.length + 1;
    expect(historyToText(history, room)).toBe(`${second}\n`);
    expect(historyToText(history, room - 1)).toBe('');
    expect(historyToText(history, room + first!.length + 1)).toBe([first, second, ''].join('\n'));
    expect(historyToText(history, 10_000)).toBe([first, second, '', next].join('\n'));
  });

  const none = startHistory(history.present);
  const wrong = JSON.stringify({ heading: [{ name: 'Never' }, { name: 'Other' }] });
  test.for<[string, string | undefined, History]>([
    ['nothing', undefined, none],
    ['an empty text', '', none],
    ['one line', first!, none],
    ['a past alone', `${first}\n${second}\n`, { ...none, past: [first!, second!] }],
    ['a future alone', `\n${next}`, { ...none, future: [next!] }],
    ['a past that leads elsewhere', `${wrong}\n\n${next}`, none],
    ['a future that begins elsewhere', `${second}\n\n${wrong}`, none],
    ['a step that is no text of ours', `{\n\n${next}`, none],
    ['far too much', `${' '.repeat(2 * longestHistory)}\n${second}\n`, none],
  ])('with %s opens so', ([, text, expected]) => {
    expect(openHistory(history.present, text)).toEqual(expected);
  });

  const waiver = { block: 'history', decidedOn: '2026-09-01', by: 'Dean' };
  test.for<[string, unknown]>([
    ['a heading', { heading: [{ name: history.present.name }, { name: 7 }] }],
    ['half a heading', { heading: [{ name: history.present.name }] }],
    ['half the waivers', { waivers: [[]] }],
    ['a waiver', { waivers: [[], [{ ...waiver, decidedOn: 'soon' }]] }],
    ['half an ID', { identity: [{}] }],
    ['an ID', { identity: [{}, { idKind: 'library card' }] }],
    ['notes', { notes: { credit: 'c1', before: 'none', after: {} } }],
    ['credits', { credits: { at: 0, before: [], after: [{ id: 'c9' }] } }],
    ['a number', 7],
  ])('with a step whose %s can’t be read opens without it', ([, step]) => {
    expect(openHistory(history.present, `\n${JSON.stringify(step)}`)).toEqual(none);
  });
});
