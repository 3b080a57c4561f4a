import { expect, test } from 'vitest';
import { namesIn } from '../../../src/planner/link/link-names.ts';
import { linkInHash, longestLink, openLinkedPlan, planToLink, readLink } from '../../../src/planner/link/plan-link.ts';
import { editPlan } from '../../../src/planner/plan/edits.ts';
import type { Plan } from '../../../src/planner/plan/plan.ts';
import { examplePlan } from '../example-plan.ts';
import { edits } from '../plan/every-edit.ts';

const names = namesIn({
  courses: ['clep/biology', 'sophia/ethics', 'clep/chemistry'],
  degrees: ['example-u/ba-2026-27'],
  blocks: ['humanities', 'history'],
  moved: {},
});

/** The plan that opens from a link to this one. */
function linked(plan: Plan): Plan {
  const read = readLink(planToLink(plan, names) ?? '');
  if ('reason' in read) throw new Error(read.reason);
  const opened = openLinkedPlan(read.linked, names, {});
  if ('reason' in opened) throw new Error(opened.reason);
  expect(opened.notices).toEqual([]);
  return opened.plan;
}

/** What a link leaves out: the plan's own id and revision, the ID, the day of the start, and what is noted. */
function carried({ identity: _, startsOn: __, ...plan }: Plan): Plan {
  const credits = plan.credits.map(({ trail: ___, ...credit }, at) => ({ ...credit, id: `c${at + 1}` }));
  return { ...plan, id: 'shared', revision: 0, credits };
}

test.for(edits)('after %j a link opens the same plan', ([edit]) => {
  const plan = editPlan(examplePlan, edit);
  expect(linked(plan)).toEqual(carried(plan));
});

test.for([3, 4.5, 0.01, 2.68, 1, 29.99, 30])('%d hours are as many after a link', (semesterHours) => {
  const typed = { title: 'Art', semesterHours, level: 'lower-division', source: 'college' } as const;
  const plan = { ...examplePlan, credits: [{ id: 'c1', typed, status: 'planned' as const }] };
  expect(linked(plan).credits[0]?.typed?.semesterHours).toBe(semesterHours);
});

test.for(['', 'Plan A', 'Español', '學位計劃', '🎓', '\uFEFFmarked', 'a\nb', "d'Alembert"])(
  'the name "%s" is the same after a link',
  (name) => {
    expect(linked({ ...examplePlan, name }).name).toBe(name);
  },
);

test('what is asked of one plan is not taken from another: a plan without exceptions has none', () => {
  const plan = { ...examplePlan, credits: examplePlan.credits.slice(0, 1) };
  expect(linked(plan)).toEqual(carried(plan));
  expect('waivers' in linked(plan)).toBe(false);
});

test('the letters stand after #p=, at the beginning, up to what follows', () => {
  expect(['#p=abc', '#p=abc&x=1', '#x=1#p=abc', '#p=', '', 'p=abc'].map(linkInHash)).toEqual([
    'abc',
    'abc',
    '',
    '',
    '',
    '',
  ]);
});

test('a link of more letters than may be is refused unread, and one of no letters has no plan', () => {
  expect(readLink('a'.repeat(longestLink + 1))).toEqual({ reason: 'too-large' });
  expect(readLink('a'.repeat(longestLink))).not.toEqual({ reason: 'too-large' });
  expect(readLink('')).toEqual({ reason: 'no-plan' });
});
