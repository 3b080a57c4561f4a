/** What the student is told to do this week, in words. */
import { expect, test } from 'vitest';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import { trailsOf } from '../../../src/planner/trail/credit-trail.ts';
import { eventsOf } from '../../../src/planner/trail/trail-events.ts';
import { laterStarts } from '../../../src/planner/trail/trail-starts.ts';
import type { Trail, WeekItem } from '../../../src/planner/trail/trail-types.ts';
import { weekOf } from '../../../src/planner/trail/trail-week.ts';
import { credit, doneOn, facts, today } from './example-route.ts';

function week(credits: readonly PlanCredit[], day = today): readonly WeekItem[] {
  const trails = trailsOf({ credits }, facts, day);
  return weekOf(credits, trails, eventsOf({ credits }, trails, facts), laterStarts(credits, trails, facts, day), day);
}
/** Without its days. */
const toDo = (credits: readonly PlanCredit[], day = today) => week(credits, day).filter(({ kind }) => kind !== 'date');
const says = (...credits: readonly PlanCredit[]) => toDo(credits).map((item) => item.says);
const apply = 'Once for all your credit. Apply to the school.';
const passed = { enroll: '2026-09-01', exam: '2026-10-01' };
/** The record can be sent. */
const claimed = { ...passed, grade: '2026-10-05', badge: '2026-10-06', 'exu--form': '2026-10-07' };
const failed = (step: string) => credit({ trail: { steps: { [step]: { state: 'failed', on: '2026-11-20' } } } });

test('a planned credit begins with its first step', () => {
  expect(week([credit()])).toEqual([{ kind: 'do', credit: 'c1', step: 'enroll', says: 'Biology. Sign up.' }]);
});

test('what failed comes with the advice of the requirement that it was to show', () => {
  expect(says(failed('grade'))[0]).toBe('Biology. Failed: The grade comes. Take the exam again after three months.');
});

test('what failed and shows no requirement comes with the advice of the step', () => {
  expect(says(failed('exam'))[0]).toBe('Biology. Failed: Take the exam. Ask about it: Take the exam.');
});

test('what is overdue is asked about, with the advice of the step', () => {
  // Four days after the exam the grade is there.
  expect(says(credit({ trail: doneOn(passed) }))).toEqual([
    'Biology. Overdue: The grade comes. Ask about it: The grade comes.',
    apply,
  ]);
});

test('what waits and is not overdue asks for nothing', () => {
  expect(says(credit({ trail: doneOn({ ...passed, exam: '2026-11-24' }) }))).toEqual([apply]);
  expect(says(credit({ trail: doneOn({ ...passed, exam: '2026-11-23' }) }))).toHaveLength(2);
});

test('a step with a last day comes with that day', () => {
  expect(week([credit({ trail: doneOn({ ...passed, grade: '2026-10-05' }) })])).toContainEqual({
    kind: 'do',
    credit: 'c1',
    step: 'badge',
    by: '2027-10-05',
    says: 'Biology. Claim the badge.',
  });
});

test('a step whose last day is over is told without it', () => {
  const [late] = toDo([credit({ trail: doneOn({ ...passed, grade: '2025-10-05' }) })]);
  expect(late).toEqual({ kind: 'do', credit: 'c1', step: 'badge', says: 'Biology. Claim the badge.' });
});

test('a step that only some need is not asked for', () => {
  const steps = toDo([credit({ trail: doneOn(claimed) })]);
  expect(steps.map(({ step }) => step)).toEqual(['send', 'exu--apply']);
});

test('an exam that is booked asks for nothing until its day is over', () => {
  const booked = (on: string) =>
    credit({ trail: { ...doneOn({ enroll: '2026-09-01' }), exam: { on, at: '09:00', zone: 'Africa/Lagos' } } });
  expect(week([booked('2026-12-20')])).toEqual([]);
  expect(toDo([booked(today)])).toEqual([]);
  expect(week([booked(today)]).map(({ says: words }) => words)).toContain('Exam: Biology');
  expect(says(booked('2026-11-27'))).toEqual(['Biology. Take the exam.']);
  // What else is open still is to do.
  const { exam } = booked('2026-12-20').trail!;
  expect(says(credit({ trail: { exam: exam! } }))).toEqual(['Biology. Sign up.']);
});

test.for([
  ['today', today, true],
  ['in six days', '2026-12-04', true],
  ['yesterday', '2026-11-27', false],
  ['in seven days', '2026-12-05', false],
] as const)('a day of this week is told: %s', ([, on, told]) => {
  const ends = credit({ trail: { courseEndsOn: on } });
  const dates = week([ends]).filter(({ kind }) => kind === 'date');
  expect(dates.map(({ by, credit: of, step, says: words }) => [by, of, step, words])).toEqual(
    told ? [[on, 'c1', undefined, 'The course ends: Biology']] : [],
  );
});

test('a day that is about a step names the step', () => {
  const sent = credit({
    trail: doneOn({ ...claimed, send: '2026-11-26', 'exu--apply': '2026-10-01' }),
  });
  expect(week([sent]).map(({ kind, step, by, says: words }) => [kind, step, by, words])).toEqual([
    ['date', 'arrives', '2026-12-03', 'The record arrives (expected): Biology'],
  ]);
});

test('a day of the whole plan is about no credit', () => {
  const credits = [credit()];
  const trails = trailsOf({ credits }, facts, today);
  const events = eventsOf({ credits, startsOn: '2026-12-01' }, trails, facts);
  const [start] = weekOf(credits, trails, events, [], today);
  expect(start).toEqual({
    kind: 'date',
    event: events.find(({ on }) => on === '2026-12-01'),
    by: '2026-12-01',
    says: 'Start at EXU',
  });
});

test('days come first, then what failed, what is overdue, and what can be done', () => {
  const all = [
    credit({ id: 'c1' }),
    credit({ id: 'c2', trail: doneOn(passed) }),
    { ...failed('grade'), id: 'c3' },
    credit({ id: 'c4', trail: { courseEndsOn: '2026-12-01' } }),
  ];
  expect(week(all).map(({ kind, credit: of }) => [kind, of])).toEqual([
    ['date', 'c4'],
    ['date', 'c2'],
    ['mend', 'c3'],
    ['ask', 'c2'],
    ['do', 'c1'],
    ['do', 'c2'],
    ['do', 'c3'],
    ['do', 'c4'],
  ]);
});

test('credits come in the order in which they were added: the second before the tenth', () => {
  const ids = ['c10', 'c2', 'c1', 'c3'];
  expect(week(ids.map((id) => credit({ id }))).map(({ credit: of }) => of)).toEqual(['c1', 'c2', 'c3', 'c10']);
});

test('what the student only thinks about asks for nothing', () => {
  const thought = credit({ status: 'considering', trail: { courseEndsOn: '2026-12-01' } });
  expect(week([thought])).toEqual([]);
  expect(week([{ ...failed('exam'), status: 'considering' }])).toEqual([]);
});

test('what can no longer be had asks for nothing more to do', () => {
  const late = credit({ completedOn: '2027-08-01' });
  expect(week([late], '2027-07-01')).toEqual([]);
  expect(week([late], '2027-06-30').map(({ kind }) => kind)).toContain('do');
});

test('what is done once is told once, of the first credit, and other steps of each', () => {
  const ready = { trail: doneOn(claimed) };
  expect(says(credit(ready), credit({ ...ready, id: 'c2', course: 'example/ethics' }))).toEqual([
    'Biology. Send the record.',
    apply,
    'Ethics. Send the record.',
  ]);
});

test('what begins after the next weeks asks for nothing yet, but for a last day and for what is done once for all', () => {
  const ends = ['2027-01-20', '2027-01-20', '2027-05-10', '2027-08-01'];
  const planned = ends.map((completedOn, at) => credit({ id: `c${at + 1}`, course: 'example/ethics', completedOn }));
  expect(toDo(planned).map(({ credit: of, step }) => [of, step])).toEqual([
    ['c1', 'enroll'],
    ['c2', 'enroll'],
  ]);
  const begun = { ...planned[2]!, trail: doneOn({ enroll: '2026-11-01' }) };
  expect(toDo([...planned.slice(0, 2), begun]).map(({ credit: of, step }) => [of, step])).toContainEqual([
    'c3',
    'exam',
  ]);

  const trails = trailsOf({ credits: [credit({ trail: doneOn(claimed) })] }, facts, today);
  const [{ credit: c1, title }] = trails as [Trail];
  const held = weekOf([credit()], trails, [], [{ credit: c1, title, on: '2027-09-01' }], today);
  expect(held.map(({ step }) => step)).toEqual(['exu--apply']);
  const dated = trailsOf({ credits: [credit({ trail: doneOn({ ...passed, grade: '2026-10-05' }) })] }, facts, today);
  const last = weekOf([credit()], dated, [], [{ credit: c1, title, on: '2027-09-01' }], today);
  expect(last.map(({ step, by }) => [step, by])).toContainEqual(['badge', '2027-10-05']);
});
