/** The dated events of credits and of the plan: what they are called, on which day, and how sure that is. */
import { expect, test } from 'vitest';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import { trailsOf } from '../../../src/planner/trail/credit-trail.ts';
import { eventsOf } from '../../../src/planner/trail/trail-events.ts';
import { windowSentence } from '../../../src/planner/trail/wording-trail.ts';
import { credit, doneOn, facts, stepIn, today, trailFor } from './example-route.ts';

type Plan = { readonly credits: readonly PlanCredit[]; readonly startsOn?: string };

function eventsIn(plan: Plan, day = today, at = facts) {
  return eventsOf(plan, trailsOf(plan, at, day), at);
}
/** The events of one credit: its day, its title, and whether somebody set the day. */
const daysOf = (more: Partial<PlanCredit>, day = today) =>
  eventsIn({ credits: [credit(more)] }, day).map(({ on, title, certainty }) => [on, title, certainty]);
const idsOf = (plan: Plan, at = facts) => eventsIn(plan, today, at).map(({ id, on }) => `${id} ${on}`);
const membership = { since: '2026-08-31', months: 1 };
const renewalsOf = (more: Partial<PlanCredit>, day = today) =>
  eventsIn({ credits: [credit(more)] }, day).flatMap(({ kind, id, on }) => (kind === 'renewal' ? `${id} ${on}` : []));

test('a plan to finish has the end, what is expected after it, and the last day of the recommendation', () => {
  expect(daysOf({ completedOn: '2027-01-10' })).toEqual([
    ['2027-01-10', 'Planned end: Biology', 'expected'],
    ['2027-01-14', 'The grade comes (expected): Biology', 'expected'],
    ['2027-01-21', 'The record arrives (expected): Biology', 'expected'],
    ['2027-02-10', 'The school answers (expected): Biology', 'expected'],
    ['2027-06-30', 'Last day of the credit recommendation: Biology', 'fixed'],
    ['2028-01-12', 'Last day. Claim it within a year: Biology', 'expected'],
  ]);
});

test('an exam on the planned end is told once, with its time', () => {
  const exam = { on: '2027-01-10', at: '09:00', zone: 'Africa/Lagos' };
  const [first, next] = eventsIn({ credits: [credit({ completedOn: exam.on, trail: { exam } })] });
  expect(first).toMatchObject({ id: 'c1.exam', on: exam.on, slot: exam, credit: 'c1', certainty: 'fixed' });
  expect(next?.kind).toBe('expected');
  const earlier = eventsIn({ credits: [credit({ completedOn: '2027-01-11', trail: { exam } })] });
  expect(earlier.filter(({ on }) => on <= '2027-01-11').map(({ kind }) => kind)).toEqual(['exam', 'finish']);
});

test('once the course is finished there is no end to plan, and no recommendation that ends', () => {
  const kinds = eventsIn({ credits: [credit({ status: 'completed', completedOn: '2026-11-26' })] }).map(
    ({ kind }) => kind,
  );
  expect(kinds).toContain('expected');
  expect(kinds).not.toContain('finish');
  expect(kinds).not.toContain('lapse');
});

test('a recommendation without an end has no last day', () => {
  expect(idsOf({ credits: [credit({ course: 'example/ethics' })] })).toEqual([]);
});

test('a window’s last day is sure once it has opened, and gone once it is used', () => {
  const open = { grade: '2026-10-05' };
  const [claim] = eventsIn({ credits: [credit({ trail: doneOn(open) })] }).filter(
    ({ kind }) => kind === 'window-closes',
  );
  expect(claim).toEqual({
    id: 'c1.window.claim',
    kind: 'window-closes',
    title: 'Last day. Claim it within a year: Biology',
    on: '2027-10-05',
    credit: 'c1',
    step: 'badge',
    certainty: 'fixed',
  });
  const used = eventsIn({ credits: [credit({ trail: doneOn({ ...open, badge: '2026-10-06' }) })] });
  expect(used.map(({ kind }) => kind)).not.toContain('window-closes');
});

test('a credit that has all that is asked for keeps its window', () => {
  const earned = { status: 'completed', completedOn: '2026-10-01', trail: doneOn({ grade: '2026-10-05' }) } as const;
  const trail = trailFor(earned);
  expect(trail.eligibility).toEqual({ state: 'eligible', reasons: [] });
  expect(trail.events.map(({ kind }) => kind)).toContain('window-closes');
});

test('the events of one credit come soonest first', () => {
  const { events } = trailFor({ completedOn: '2027-01-10', trail: { courseEndsOn: '2027-12-01' } });
  expect(events.map(({ on }) => on)).toEqual(events.map(({ on }) => on).toSorted());
  expect(events.at(-2)?.kind).toBe('course-ends');
});

test('a credit that can no longer be had has no window to keep', () => {
  const late = credit({ status: 'completed', completedOn: '2027-08-01', trail: doneOn({ grade: '2027-08-03' }) });
  expect(eventsIn({ credits: [late] }, '2027-08-10').map(({ kind }) => kind)).not.toContain('window-closes');
});

test('how much time is left to claim is said in words', () => {
  const words = (grade: string, more: object = {}) =>
    windowSentence(trailFor({ trail: doneOn({ grade, ...more }) }).windows[0]!);
  expect(windowSentence(trailFor().windows[0]!)).toBe('Its dates are not known yet.');
  expect(windowSentence(trailFor({ completedOn: '2027-01-10' }).windows[0]!)).toBe(
    'Probably from 12 January 2027 to 12 January 2028.',
  );
  expect(words('2026-12-01')).toBe('From 1 December 2026 to 1 December 2027.');
  expect(words('2025-11-29')).toBe('1 day left, until 29 November 2026.');
  expect(words('2025-11-28')).toBe('Today is the last day.');
  expect(words('2025-11-27')).toBe('Ended on 27 November 2026.');
  expect(words('2025-11-27', { badge: '2026-01-01' })).toBe('Done in time or not needed.');
  const notNeeded = { steps: { badge: { state: 'not-needed' } } } as const;
  expect(trailFor({ trail: notNeeded }).windows[0]?.state).toBe('used');
});

test('a window may open when the course ends, and be counted in days', () => {
  const [route] = facts.routes;
  const windows = [{ ...route!.windows[0]!, opensAfter: 'course-ends' as const, months: undefined, days: 30 }];
  const at = { ...facts, routes: [{ ...route!, windows }] };
  expect(trailFor({}, today, at).windows[0]).not.toHaveProperty('closesOn');
  expect(trailFor({ trail: { courseEndsOn: '2026-11-20' } }, today, at).windows[0]).toMatchObject({
    state: 'open',
    opensOn: '2026-11-20',
    closesOn: '2026-12-20',
    daysLeft: 22,
  });
});

test('a window that has passed is a reason, with its day; for good where nothing makes it good', () => {
  const [route] = facts.routes;
  const passed = { trail: doneOn({ grade: '2025-10-05' }) };
  const window = { kind: 'window-passed', window: 'claim', title: 'Claim it within a year', on: '2026-10-05' };
  const missing = trailFor(passed).eligibility;
  expect(missing.state).toBe('not-yet');
  expect(missing.reasons).toContainEqual(window);
  const final = [{ ...route!.windows[0]!, final: true }];
  const lost = trailFor(passed, today, { ...facts, routes: [{ ...route!, windows: final }] }).eligibility;
  expect(lost).toEqual({ state: 'no-longer', reasons: [window] });
});

test('the school’s answer can be appealed for as long as the school says', () => {
  const decision = { becomes: [], decidedOn: '2026-11-20', by: 'Registrar' };
  expect(daysOf({ status: 'evaluated', decision })).toEqual([
    ['2026-11-30', 'Last day to appeal the answer: Biology', 'fixed'],
  ]);
  const { id, school } = facts.school!;
  const silent = {
    ...facts,
    school: { id, school: { ...school, receives: { ...school.receives!, appeal: undefined } } },
  };
  expect(idsOf({ credits: [credit({ status: 'evaluated', decision })] }, silent)).toEqual([]);
  const { receives: _, ...bare } = school;
  const unknown = { ...facts, school: { id, school: bare } };
  const plan = { credits: [credit({ status: 'evaluated', decision })], startsOn: '2027-03-15' };
  expect(idsOf(plan, unknown)).toEqual(['school.starts 2027-03-15']);
});

test('school days count back from the start', () => {
  expect(eventsIn({ credits: [], startsOn: '2027-03-15' })).toEqual([
    {
      id: 'school.deadline.papers',
      kind: 'school-deadline',
      title: 'Last day at EXU. Papers are there',
      on: '2027-02-20',
      certainty: 'fixed',
    },
    {
      id: 'school.deadline.records',
      kind: 'school-deadline',
      title: 'Last day at EXU. Records are there',
      on: '2027-03-01',
      certainty: 'fixed',
    },
    { id: 'school.starts', kind: 'school-starts', title: 'Start at EXU', on: '2027-03-15', certainty: 'fixed' },
  ]);
  expect(eventsIn({ credits: [] })).toEqual([]);
});

test('a start without a school has no days', () => {
  const { school: _, ...without } = facts;
  expect(idsOf({ credits: [], startsOn: '2027-03-15' }, without)).toEqual([]);
});

test('events of one day come in the order of their ids', () => {
  const trail = { courseEndsOn: '2026-12-01' };
  const credits = [credit({ id: 'c2', trail }), credit({ id: 'c1', trail })];
  expect(idsOf({ credits }).filter((id) => id.endsWith('2026-12-01'))).toEqual([
    'c1.course-ends 2026-12-01',
    'c2.course-ends 2026-12-01',
  ]);
});

test('without a planned end only the next renewal is told, today’s too', () => {
  expect(renewalsOf({ trail: { membership } })).toEqual(['c1.renewal.3 2026-11-30']);
  expect(renewalsOf({ trail: { membership } }, '2026-11-30')).toEqual(['c1.renewal.3 2026-11-30']);
  expect(renewalsOf({ trail: { membership } }, '2026-12-01')).toEqual(['c1.renewal.4 2026-12-31']);
  expect(renewalsOf({ completedOn: '2026-11-01', trail: { membership } })).toEqual(['c1.renewal.3 2026-11-30']);
});

test('up to the planned end every renewal is told, and none on that day', () => {
  expect(renewalsOf({ completedOn: '2027-01-31', trail: { membership } })).toEqual([
    'c1.renewal.3 2026-11-30',
    'c1.renewal.4 2026-12-31',
  ]);
  expect(renewalsOf({ completedOn: '2027-02-01', trail: { membership } })).toHaveLength(3);
  expect(renewalsOf({ completedOn: '2029-01-31', trail: { membership } })).toHaveLength(12);
});

test('a membership of several months renews after that many', () => {
  const quarterly = { since: '2026-01-15', months: 3 };
  expect(renewalsOf({ completedOn: '2027-06-01', trail: { membership: quarterly } })).toEqual([
    'c1.renewal.4 2027-01-15',
    'c1.renewal.5 2027-04-15',
  ]);
});

test('a membership that begins later renews a first time after it has begun', () => {
  const later = { since: '2027-01-15', months: 1 };
  expect(renewalsOf({ trail: { membership: later } })).toEqual(['c1.renewal.1 2027-02-15']);
});

test('a finished course renews nothing', () => {
  expect(renewalsOf({ status: 'completed', completedOn: '2026-11-26', trail: { membership } })).toEqual([]);
});

test('a membership is shared by its own provider’s courses alone, and by those that are paid alike', () => {
  const quarterly = { ...membership, months: 3 };
  const other = { ...facts.courses.get('example/ethics')!, provider: 'other' };
  const at = { ...facts, courses: new Map([...facts.courses, ['other/ethics', other]]) };
  const shared = [credit({ id: 'c1', trail: { membership } }), credit({ id: 'c2', trail: { membership } })];
  const renewals = (third: Partial<PlanCredit>) =>
    eventsIn({ credits: [...shared, credit({ id: 'c3', ...third })] }, today, at).flatMap(({ kind, credit: of }) =>
      kind === 'renewal' ? of : [],
    );
  expect(renewals({ trail: { membership } })).toEqual(['c1']);
  expect(renewals({ trail: { membership: quarterly } })).toEqual(['c1', 'c3']);
  expect(renewals({ course: 'other/ethics', trail: { membership } })).toEqual(['c1', 'c3']);
});

test('a membership that two courses of one provider share renews once, two memberships twice', () => {
  const trail = { membership };
  const ids = (second: Partial<PlanCredit>) =>
    eventsIn({ credits: [credit({ id: 'c2', trail }), credit({ trail, ...second })] }).flatMap(({ kind, id }) =>
      kind === 'renewal' ? id : [],
    );
  expect(ids({ course: 'example/ethics' })).toEqual(['c1.renewal.3']);
  expect(ids({ trail: { membership: { ...membership, months: 3 } } })).toEqual(['c1.renewal.1', 'c2.renewal.3']);
});

test('of courses typed in nobody knows whose membership it is: each renews', () => {
  const typed = { title: 'Typed', semesterHours: 3, level: 'lower-division', source: 'exam' } as const;
  const credits = ['c1', 'c2'].map((id) => ({ id, typed, status: 'planned' as const, trail: { membership } }));
  expect(idsOf({ credits })).toEqual(['c1.renewal.3 2026-11-30', 'c2.renewal.3 2026-11-30']);
});

test('a day that is expected of a step is that of the step’s longest time', () => {
  const trail = trailFor({ trail: doneOn({ enroll: '2026-11-20', exam: '2026-11-26' }) });
  const [grade] = trail.events.filter(({ step }) => step === 'grade');
  expect(grade).toMatchObject({ id: 'c1.step.grade', on: '2026-11-30', certainty: 'expected' });
  expect(stepIn(trail, 'grade')).toMatchObject({ expected: { from: '2026-11-28', to: '2026-11-30' } });
});
