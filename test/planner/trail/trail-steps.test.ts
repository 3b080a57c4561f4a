/** The steps of a credit's way: their order, what they wait for, and the days on which they are expected. */
import { expect, test } from 'vitest';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import { trailsOf } from '../../../src/planner/trail/credit-trail.ts';
import { stepFactsOf } from '../../../src/planner/trail/trail-steps.ts';
import type { TrailFacts } from '../../../src/planner/trail/trail-types.ts';
import { standingWords } from '../../../src/planner/trail/wording-trail.ts';
import { credit, doneOn, facts, route, stepIn, today, trailFor } from './example-route.ts';

const steps = stepFactsOf(route, facts.school);
const factsOf = (id: string) => steps.find((step) => step.id === id)!;
const expectedIn = (more: Partial<PlanCredit>, id: string, day = today) => {
  const step = stepIn(trailFor(more, day), id);
  const span = 'expected' in step ? step.expected : undefined;
  return span && `${span.from} to ${span.to}`;
};
const statesOf = (more: Partial<PlanCredit>) =>
  Object.fromEntries(trailFor(more).steps.map(({ id, state }) => [id, state]));

test('steps of the school stand at the end of their stage, and its steps for other routes nowhere', () => {
  expect(steps.map(({ id }) => id)).toEqual([
    'enroll',
    'exam',
    'grade',
    'badge',
    'exu--form',
    'order-paper',
    'send',
    'arrives',
    'exu--apply',
    'evaluation',
  ]);
  expect(steps.filter(({ ofSchool }) => ofSchool).map(({ id }) => id)).toEqual(['exu--form', 'exu--apply']);
});

test('each step follows the one before it, and what the school asks for is waited for too', () => {
  expect(Object.fromEntries(steps.map(({ id, after }) => [id, after]))).toEqual({
    enroll: [],
    exam: ['enroll'],
    grade: ['exam'],
    badge: ['grade'],
    'exu--form': ['badge'],
    'order-paper': ['badge', 'exu--form'],
    send: ['order-paper'],
    arrives: ['send'],
    // What is done once for all credit can be done once the exam is over.
    'exu--apply': ['exam'],
    evaluation: ['arrives', 'exu--apply'],
  });
});

test('a step may follow others than the one before it', () => {
  const apart = route.steps.map((step) => (step.id === 'grade' ? { ...step, after: ['enroll'] } : step));
  expect(stepFactsOf({ ...route, steps: apart }, undefined).find(({ id }) => id === 'grade')?.after).toEqual([
    'enroll',
  ]);
});

test('nothing waits for a step of the school that only some need', () => {
  const { id, school } = facts.school!;
  const receives = {
    ...school.receives!,
    steps: school.receives!.steps.map((step) => ({ ...step, optional: true })),
  };
  const found = stepFactsOf(route, { id, school: { ...school, receives } });
  expect(found.find((step) => step.id === 'evaluation')?.after).toEqual(['arrives']);
});

test('where to send the record stands on the last step in which the student sends it', () => {
  expect(factsOf('send').receivers.map(({ name }) => name)).toEqual(['Registrar of Example']);
  expect(steps.filter(({ receivers }) => receivers.length > 0)).toHaveLength(1);
});

test('what the school charges stands on the step in which it answers', () => {
  expect(factsOf('evaluation').fees.map(({ amountUsd }) => amountUsd)).toEqual([50]);
  expect(steps.filter(({ fees }) => fees.length > 0)).toHaveLength(1);
});

test('how long the school takes outranks what the route says of schools', () => {
  expect(factsOf('evaluation').takes).toMatchObject({ least: 10, most: 20 });
  expect(factsOf('grade').takes).toMatchObject({ least: 2, most: 4 });
  const alone = stepFactsOf(route, undefined);
  const last = alone.find(({ id }) => id === 'evaluation');
  expect(last).toMatchObject({ takes: { most: 60 }, fees: [], receivers: [] });
  expect(alone.flatMap(({ receivers }) => receivers)).toEqual([]);
});

test('a plan without dates expects nothing on any day', () => {
  for (const { id } of steps) expect(expectedIn({}, id)).toBeUndefined();
});

test.for([
  ['exam', '2027-01-10 to 2027-01-10'],
  ['grade', '2027-01-12 to 2027-01-14'],
  ['badge', undefined],
  ['send', undefined],
  // Five business days after Thursday the 14th.
  ['arrives', '2027-01-12 to 2027-01-21'],
  ['evaluation', '2027-01-22 to 2027-02-10'],
] as const)('from a planned end others are expected to take their usual time, the student none: %s', ([id, days]) => {
  expect(expectedIn({ completedOn: '2027-01-10' }, id)).toBe(days);
});

test('the day of a booked exam counts before the planned end', () => {
  const exam = { on: '2026-12-20', at: '09:00', zone: 'Africa/Lagos' };
  expect(expectedIn({ completedOn: '2027-01-10', trail: { exam } }, 'exam')).toBe('2026-12-20 to 2026-12-20');
});

test('a planned end that is over is expected today', () => {
  expect(expectedIn({ completedOn: '2026-11-01' }, 'exam')).toBe('2026-11-28 to 2026-11-28');
  expect(expectedIn({ completedOn: '2026-11-01' }, 'grade')).toBe('2026-11-30 to 2026-12-02');
});

test('an exam that is over on a known day is waited for from that day, and told as overdue after the longest time', () => {
  const words = (exam: string) => standingWords(stepIn(trailFor({ trail: doneOn({ enroll: exam, exam }) }), 'grade'));
  expect(words('2026-11-26')).toBe('Waiting since 26 November 2026. Expected by 30 November 2026');
  expect(words('2026-11-24')).toBe('Waiting since 24 November 2026. Expected by 28 November 2026');
  expect(words('2026-11-23')).toBe('Waiting since 23 November 2026. Overdue by 1 day');
  expect(words('2026-11-20')).toBe('Waiting since 20 November 2026. Overdue by 4 days');
});

test('what waits since a day that nobody knows is expected on none', () => {
  const trail = { steps: { enroll: { state: 'done' }, exam: { state: 'done' } } } as const;
  expect(standingWords(stepIn(trailFor({ trail }), 'grade'))).toBe('Waiting');
});

test('what the student waits for, and nobody says how long it takes, has a beginning alone', () => {
  const trail = { steps: { badge: { state: 'waiting', on: '2026-11-01' } } } as const;
  expect(standingWords(stepIn(trailFor({ trail }), 'badge'))).toBe('Waiting since 1 November 2026');
});

test('a waiting step without a day begins when what it follows was done', () => {
  const { steps: done } = doneOn({ exam: '2026-11-26' });
  const trail = { steps: { ...done, grade: { state: 'waiting' as const } } };
  expect(standingWords(stepIn(trailFor({ trail }), 'grade'))).toMatch(/^Waiting since 26 November 2026/);
});

test('of a credit in progress the student has signed up; of a finished one the exam is over', () => {
  expect(statesOf({})).toMatchObject({ enroll: 'ready', exam: 'later' });
  expect(statesOf({ status: 'in-progress' })).toMatchObject({ enroll: 'done', exam: 'ready', grade: 'later' });
  expect(statesOf({ status: 'completed' })).toMatchObject({ exam: 'done', grade: 'waiting', badge: 'later' });
  const finished = trailFor({ status: 'completed', completedOn: '2026-11-26' });
  expect(stepIn(finished, 'exam')).toMatchObject({ state: 'done', on: '2026-11-26', fromPlan: true });
  expect(stepIn(finished, 'enroll')).not.toHaveProperty('on');
});

test('of a sent record all is done before the school’s answer, and what only some need was not needed', () => {
  expect(statesOf({ status: 'transcript-sent' })).toMatchObject({
    badge: 'done',
    'order-paper': 'not-needed',
    arrives: 'done',
    'exu--apply': 'done',
    evaluation: 'waiting',
  });
});

test('the school’s answer is done on the day on which it decided', () => {
  const decision = { becomes: [], decidedOn: '2026-11-20', by: 'Registrar' };
  const answered = trailFor({ status: 'evaluated', decision });
  expect(stepIn(answered, 'evaluation')).toMatchObject({ state: 'done', on: '2026-11-20' });
  expect(stepIn(answered, 'arrives')).not.toHaveProperty('on');
});

test('a note that the exam is done has the day on which the course was finished', () => {
  const trail = { steps: { exam: { state: 'done' } } } as const;
  expect(stepIn(trailFor({ status: 'completed', completedOn: '2026-11-26', trail }), 'exam')).toMatchObject({
    state: 'done',
    on: '2026-11-26',
  });
  const failed = { steps: { exam: { state: 'failed' } } } as const;
  expect(stepIn(trailFor({ completedOn: '2026-11-26', trail: failed }), 'exam')).not.toHaveProperty('on');
});

test('a step that was not needed stands for the one before it', () => {
  const { steps: done } = doneOn({ enroll: '2026-10-01', exam: '2026-11-26' });
  const trail = { steps: { ...done, grade: { state: 'not-needed' as const } } };
  expect(statesOf({ trail })).toMatchObject({ grade: 'not-needed', badge: 'ready' });
});

test('a step that only some need holds up the rest once it waits, and not before', () => {
  const before = doneOn({ enroll: '2026-10-01', exam: '2026-10-02', grade: '2026-10-05', badge: '2026-10-06' });
  const ready = { steps: { ...before.steps, ...doneOn({ 'exu--form': '2026-10-07' }).steps } };
  expect(statesOf({ trail: ready })).toMatchObject({ 'order-paper': 'ready', send: 'ready' });
  const ordered = { steps: { ...ready.steps, 'order-paper': { state: 'waiting' as const, on: '2026-10-08' } } };
  expect(statesOf({ trail: ordered })).toMatchObject({ 'order-paper': 'waiting', send: 'later' });
  // What stands before it holds up the rest all the same.
  expect(statesOf({ trail: before })).toMatchObject({ 'exu--form': 'ready', 'order-paper': 'later', send: 'later' });
});

const twice = (first: Partial<PlanCredit>, second: Partial<PlanCredit>, at: TrailFacts = facts) =>
  trailsOf({ credits: [credit(first), credit({ ...second, id: 'c2' })] }, at, today);

test('a note on what is done once counts for every credit, and a note on any other step for its own', () => {
  const noted = twice({ trail: doneOn({ 'exu--apply': '2026-11-01', 'exu--form': '2026-11-02' }) }, {});
  const [first, second] = noted.map((trail) => ['exu--apply', 'exu--form'].map((id) => stepIn(trail, id).state));
  expect(first).toEqual(['done', 'done']);
  expect(second).toEqual(['done', 'later']);
  expect(stepIn(noted[1]!, 'exu--apply').note).toEqual({ state: 'done', on: '2026-11-01' });
  expect(stepIn(noted[1]!, 'exu--form')).not.toHaveProperty('note');
});

test('of two notes on what is done once, each credit keeps its own, and others take that of the first', () => {
  const credits = [
    credit({ id: 'c1', trail: doneOn({ 'exu--apply': '2026-11-01' }) }),
    credit({ id: 'c2', trail: doneOn({ 'exu--apply': '2026-11-02' }) }),
    credit({ id: 'c3' }),
  ];
  for (const some of [credits, credits.toReversed()]) {
    const days = trailsOf({ credits: some }, facts, today).map((trail) => [
      trail.credit,
      stepIn(trail, 'exu--apply').note?.on,
    ]);
    expect(Object.fromEntries(days)).toEqual({ c1: '2026-11-01', c2: '2026-11-02', c3: '2026-11-01' });
  }
});

test('the school’s own courses have no trail, and no credit has one where no route is known', () => {
  const own = { title: 'Capstone', semesterHours: 3, level: 'upper-division', source: 'school' } as const;
  const credits = [credit(), { id: 'c2', typed: own, status: 'planned' as const }];
  expect(trailsOf({ credits }, facts, today).map(({ credit: of }) => of)).toEqual(['c1']);
  expect(trailsOf({ credits }, { ...facts, routes: [] }, today)).toEqual([]);
});

test('a trail is titled as the catalog titles the course, else as it was typed', () => {
  expect(trailFor().title).toBe('Biology');
  const typed = { title: 'An old exam', semesterHours: 3, level: 'lower-division', source: 'exam' } as const;
  const [trail] = trailsOf({ credits: [{ id: 'c2', typed, status: 'planned' }] }, facts, today);
  expect(trail?.title).toBe('An old exam');
});
