/** What is noted of a credit's way: read within bounds, undone note by note, put together from two tabs, in no link. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editPlan, type Edit } from '../../../src/planner/plan/edits.ts';
import {
  historyToText,
  moveHistory,
  openHistory,
  startHistory,
  type History,
} from '../../../src/planner/plan/history.ts';
import { applyDifference, differenceOf, mergePlans, reversed } from '../../../src/planner/plan/plan-difference.ts';
import { openPlanFile, planToText } from '../../../src/planner/keeping/plan-file.ts';
import { namesIn } from '../../../src/planner/link/link-names.ts';
import { openLinkedPlan, planToLink, readLink } from '../../../src/planner/link/plan-link.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import {
  longestNote,
  mostNotes,
  notesByPlace,
  trailOf,
  type TrailNotes,
} from '../../../src/planner/trail/trail-notes.ts';
import { anyPlan, anyTrail, examplePlan } from '../example-plan.ts';

const noted = (notes: TrailNotes, credit = 'c1', plan: Plan = examplePlan): Plan =>
  editPlan(plan, { kind: 'note-trail', credit, notes });
const trailIn = (plan: Plan | undefined, credit = 'c1') => plan?.credits.find(({ id }) => id === credit)?.trail;
const paid: TrailNotes = {
  steps: { pay: { state: 'done', on: '2026-11-02', note: 'Card', link: 'https://a.example/' } },
};
const sent: TrailNotes = { steps: { 'send-transcript': { state: 'waiting', on: '2026-11-05' } } };

test('a trail is the same after it is taken apart and put together', () => {
  fc.assert(
    fc.property(anyTrail, (trail) => {
      expect(trailOf(notesByPlace(trail))).toEqual(trail);
    }),
    { numRuns: 1000 },
  );
});

test('a note is added, changed and taken back; the last one takes the trail with it', () => {
  const both = noted(sent, 'c1', noted(paid));
  expect(trailIn(both)?.steps).toEqual({ ...paid.steps, ...sent.steps });
  const one = noted({ steps: { pay: undefined } }, 'c1', both);
  expect(trailIn(one)).toEqual(sent);
  expect(noted({ steps: { 'send-transcript': undefined } }, 'c1', one)).toEqual(examplePlan);
  expect(noted(paid, 'c1', both)).toBe(both);
});

const outside: [what: string, trail: unknown][] = [
  ['a state that is none', { steps: { pay: { state: 'lost' } } }],
  ['a note that is too long', { steps: { pay: { state: 'done', note: 'x'.repeat(longestNote + 1) } } }],
  ['a link that runs a script', { steps: { pay: { state: 'done', link: 'javascript:alert(1)' } } }],
  ['a link with a space', { steps: { pay: { state: 'done', link: 'https://a.example/ b' } } }],
  ['a day that does not exist', { steps: { pay: { state: 'done', on: '2026-02-30' } } }],
  ['more notes than are kept', { steps: manySteps(mostNotes + 1) }],
  ['a step with a strange name', { steps: { 'Pay now': { state: 'done' } } }],
  ['an hour that does not exist', { exam: { on: '2026-11-02', at: '24:00', zone: 'Africa/Lagos' } }],
  ['no note at all', {}],
  ['a list', []],
];

function manySteps(count: number) {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`step-${i}`, { state: 'done' as const }]));
}

test.for(outside)('a trail with %s is not read, and the notice says so', ([, trail]) => {
  const [first, ...rest] = examplePlan.credits;
  const text = JSON.stringify({ ...examplePlan, credits: [{ ...first, trail }, ...rest] });
  expect(openPlanFile(text)).toEqual({
    plan: examplePlan,
    notices: [{ kind: 'field-not-read', credit: 'c1', field: 'trail' }],
  });
});

test('an ID with more than a name, a kind and a country in it loses the rest, and a wrong one is left out', () => {
  const identity = { nameOnId: 'Ada Lovelace', idKind: 'passport', idCountry: 'GB' };
  const text = (shown: object) => JSON.stringify({ ...examplePlan, identity: shown });
  expect(openPlanFile(text({ ...identity, number: 'X123' }))).toEqual({
    plan: { ...examplePlan, identity },
    notices: [],
  });
  expect(openPlanFile(text({ ...identity, idCountry: 'England' }))).toEqual({
    plan: examplePlan,
    notices: [{ kind: 'part-not-read', part: 'identity' }],
  });
});

test('no name of a step reaches the prototype, in a file or in what can be undone', () => {
  const plan = noted(paid);
  const evil = (text: string) => text.replaceAll('"pay"', '"__proto__"').replaceAll('steps pay', '__proto__ polluted');
  expect(openPlanFile(evil(planToText(plan)))).toMatchObject({ notices: [{ field: 'trail' }] });
  const history = moveHistory(startHistory(examplePlan), { kind: 'change', plan });
  expect(openHistory(plan, evil(historyToText(history))).past).toEqual([]);
  for (const place of ['__proto__ polluted', 'constructor polluted', 'steps __proto__']) {
    trailOf({ ...notesByPlace(paid), [place]: { state: 'done' } });
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect((Object as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a note that can’t be kept changes nothing of the others', () => {
  const full = noted({ steps: manySteps(mostNotes) });
  expect(noted(paid, 'c1', full)).toBe(full);
  expect(noted({ steps: { pay: { state: 'done', note: 'x'.repeat(longestNote + 1) } } })).toBe(examplePlan);
});

test('undo and redo bring back every note, and a step of the past holds only what changed', () => {
  const long = Object.fromEntries(
    Object.entries(manySteps(40)).map(([id, step]) => [id, { ...step, note: 'x'.repeat(longestNote) }]),
  );
  const before = noted({ steps: long });
  const history = moveHistory(startHistory(before), { kind: 'change', plan: noted(paid, 'c1', before) });
  expect(history.past[0]?.length).toBeLessThan(200);
  const reload = (one: History) => openHistory(one.present, historyToText(one));
  const back = moveHistory(reload(history), { kind: 'undo' });
  expect(back.present).toEqual({ ...before, revision: back.present.revision });
  const again = moveHistory(reload(back), { kind: 'redo' });
  expect(trailIn(again.present)).toEqual(trailIn(history.present));
});

test('any difference of notes and IDs leads there and back', () => {
  const identity = anyPlan.map((plan) => plan.identity);
  fc.assert(
    fc.property(fc.option(anyTrail), fc.option(anyTrail), identity, identity, (one, other, shown, next) => {
      const having = (trail: typeof one, id: typeof shown): Plan => ({
        ...examplePlan,
        credits: examplePlan.credits.map((credit, i) => (i === 1 && trail ? { ...credit, trail } : credit)),
        ...(id && { identity: id }),
      });
      const [before, after] = [having(one, shown), having(other, next)];
      const difference = differenceOf(before, after);
      expect(difference ? applyDifference(before, difference) : before).toEqual(after);
      expect(difference ? applyDifference(after, reversed(difference)) : after).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

const step = fc.constantFrom('enrol', 'pay', 'exam', 'send-transcript');
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fc.constantFrom('c1', 'c2'), step, fc.constantFrom('done', 'waiting', undefined))
    .map(([credit, id, state]): Edit => ({
      kind: 'note-trail',
      credit,
      notes: { steps: { [id]: state && { state } } },
    })),
  fc.constant<Edit>({ kind: 'note-trail', credit: 'c1', notes: { requirements: { grade: { state: 'met' } } } }),
  fc.constant<Edit>({ kind: 'set-progress', credit: 'c1', progress: { status: 'transcript-sent' } }),
  fc.constantFrom('NG', 'IN').map((idCountry): Edit => ({ kind: 'set-identity', identity: { idCountry } })),
);

test('of 3,000 pairs of tabs, no note of either is lost where they go together', () => {
  let merges = 0;
  const edits = fc.array(anyEdit, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(edits, edits, edits, (earlier, here, there) => {
      const base = earlier.reduce(editPlan, examplePlan);
      const [mine, theirs] = [here.reduce(editPlan, base), there.reduce(editPlan, base)];
      const merged = mergePlans(base, mine, theirs);
      if (!merged) return;
      merges += 1;
      expect(openPlanFile(planToText(merged))).toEqual({ plan: merged, notices: [] });
      for (const credit of ['c1', 'c2']) {
        const [old, now] = [notesByPlace(trailIn(base, credit)), notesByPlace(trailIn(merged, credit))];
        for (const tab of [mine, theirs]) {
          const notes = notesByPlace(trailIn(tab, credit));
          for (const place of new Set([...Object.keys(old), ...Object.keys(notes)]))
            if (JSON.stringify(notes[place]) !== JSON.stringify(old[place])) expect(now[place]).toEqual(notes[place]);
        }
      }
    }),
    { numRuns: 3000 },
  );
  expect(merges).toBeGreaterThan(500);
});

test('two tabs may note different steps of one credit; of one step, the student chooses', () => {
  const merged = mergePlans(examplePlan, noted(paid), noted(sent));
  expect(trailIn(merged)?.steps).toEqual({ ...paid.steps, ...sent.steps });
  expect(mergePlans(examplePlan, noted(paid), noted({ steps: { pay: { state: 'failed' } } }))).toBeUndefined();
  const progress = editPlan(examplePlan, {
    kind: 'set-progress',
    credit: 'c1',
    progress: { status: 'transcript-sent' },
  });
  expect(mergePlans(examplePlan, noted(paid), progress)?.credits[0]).toMatchObject({
    status: 'transcript-sent',
    trail: paid,
  });
});

test('no note, name or ID is in a link', () => {
  const names = namesIn({ courses: [], degrees: [], blocks: [], moved: {} });
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { identity: _, startsOn: __, ...rest } = plan;
      const bare = { ...rest, credits: rest.credits.map(({ trail: ___, ...credit }) => credit) };
      expect(planToLink(plan, names)).toBe(planToLink(bare, names));
    }),
    { numRuns: 300 },
  );
  const link = planToLink(noted(paid), names)!;
  const read = readLink(link);
  const opened = 'linked' in read ? openLinkedPlan(read.linked, names, {}) : undefined;
  expect(opened && 'plan' in opened && opened.plan.credits[0]).not.toHaveProperty('trail');
});
